import type { DiffPart, RevisionOfText } from '../../../server/http/contract.ts';
import type { Desk, TextName } from '../../client/desk.ts';
import { Latest } from '../../client/latest.ts';
import { lineDiff } from '../room/line-diff.ts';

/** The versions of a text, and what tells one of them from what is written now. */
export class Past {
  revisions: RevisionOfText[] | null = null;
  failure: unknown = null;
  /** The version that is compared. */
  shown: string | null = null;
  diff: DiffPart[] | null = null;
  readonly #desk: Pick<Desk, 'history' | 'version'>;
  readonly #changed: () => void;
  readonly #latest = new Latest();
  #of = '';
  #markdown = '';

  constructor(desk: Pick<Desk, 'history' | 'version'>, changed: () => void) {
    this.#desk = desk;
    this.#changed = changed;
  }

  /** Reads the versions, once for each state of the text. */
  async read(name: TextName, etag: string): Promise<void> {
    const of = `${name.id} ${name.lang} ${etag}`;
    if (this.#of === of) return;
    this.#of = of;
    Object.assign(this, { revisions: null, failure: null, shown: null, diff: null });
    await this.#run(async (signal) => {
      this.revisions = (await this.#desk.history(name, signal)).revisions;
    });
  }

  /** Shows what separates a version from `text`, or hides it again. */
  async compare(name: TextName, revision: string, text: string): Promise<void> {
    this.diff = null;
    this.shown = this.shown === revision ? null : revision;
    this.#changed();
    if (this.shown === null) return;
    await this.#run(async (signal) => {
      this.#markdown = (await this.#desk.version(name, revision, signal)).markdown;
      this.diff = lineDiff(this.#markdown, text);
    });
  }

  /** The version that is compared, whole. */
  get markdown(): string {
    return this.#markdown;
  }

  async #run(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    try {
      await this.#latest.run(work);
    } catch (failure) {
      this.failure = failure;
    }
    this.#changed();
  }
}
