import type { ArticleOutput, BlameOutput, DiffPart, RevisionOfText } from '../../../server/http/contract.ts';
import type { Desk, TextName } from '../../client/desk.ts';
import { Latest } from '../../client/latest.ts';
import { lineDiff } from '../room/line-diff.ts';

/** What is asked of the past; `article` answers one as it was on a day. */
export interface PastSource extends Pick<Desk, 'history' | 'version' | 'blame'> {
  article(id: string, at: string): Promise<ArticleOutput>;
}

/** The versions of a text, what tells two of them apart, who wrote its lines, and what it said on a day. */
export class Past {
  revisions: RevisionOfText[] | null = null;
  failure: unknown = null;
  /** The version that is compared. */
  shown: string | null = null;
  /** The version that it is compared with; '' = what is written now. */
  against = '';
  diff: DiffPart[] | null = null;
  /** Who wrote which lines; null until somebody asks. */
  lines: BlameOutput['parts'] | null = null;
  /** The day that is looked back to (ISO), with the article as it was or why that is not known. */
  day: { at: string; article: ArticleOutput | null; failure: unknown } | null = null;
  readonly #desk: PastSource;
  readonly #changed: () => void;
  readonly #latest = new Latest();
  #of = '';
  #markdown = '';

  constructor(desk: PastSource, changed: () => void) {
    this.#desk = desk;
    this.#changed = changed;
  }

  /** Reads the versions, once for each state of the text. */
  async read(name: TextName, etag: string): Promise<void> {
    const of = `${name.id} ${name.lang} ${etag}`;
    if (this.#of === of) return;
    if (!this.#of.startsWith(`${name.id} ${name.lang} `)) this.day = null;
    this.#of = of;
    Object.assign(this, { revisions: null, failure: null, shown: null, against: '', diff: null, lines: null });
    await this.#run(async (signal) => {
      this.revisions = (await this.#desk.history(name, signal)).revisions;
    });
  }

  /** Shows what separates a version from `text`, or hides it again. */
  async compare(name: TextName, revision: string, text: string): Promise<void> {
    this.diff = null;
    this.against = '';
    this.shown = this.shown === revision ? null : revision;
    this.#changed();
    if (this.shown === null) return;
    await this.#run(async (signal) => {
      this.#markdown = (await this.#desk.version(name, revision, signal)).markdown;
      this.diff = lineDiff(this.#markdown, text);
    });
  }

  /** Compares the version that is shown with another one, the older first; '' = with `text`. */
  async compareWith(name: TextName, other: string, text: string): Promise<void> {
    this.against = other;
    this.diff = null;
    this.#changed();
    await this.#run(async (signal) => {
      const there = other === '' ? text : (await this.#desk.version(name, other, signal)).markdown;
      const place = (id: string | null) => this.revisions?.findIndex((revision) => revision.id === id) ?? -1;
      const older = other === '' || place(this.shown) > place(other);
      this.diff = older ? lineDiff(this.#markdown, there) : lineDiff(there, this.#markdown);
    });
  }

  /** Asks who wrote which lines of the saved text, or hides the answer again. */
  async blame(name: TextName): Promise<void> {
    if (this.lines) {
      this.lines = null;
      return this.#changed();
    }
    await this.#run(async (signal) => {
      this.lines = (await this.#desk.blame(name, signal)).parts;
    });
  }

  /** What the article said at the end of a day; '' = no day any more. */
  async lookBack({ id }: TextName, at: string): Promise<void> {
    const asked: NonNullable<Past['day']> = { at, article: null, failure: null };
    this.day = at === '' ? null : asked;
    this.#changed();
    if (at === '') return;
    try {
      asked.article = await this.#desk.article(id, at);
    } catch (failure) {
      asked.failure = failure;
    }
    this.#changed();
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
