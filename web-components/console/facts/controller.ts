import type { FactInput, FactOutput, NamedFact } from '../../../server/http/contract.ts';
import type { Desk } from '../../client/desk.ts';
import { RequestFailure } from '../../client/failure.ts';

/** A value being changed, and what that would do. */
export interface FactSheet {
  name: string;
  /** null for a new fact. */
  fact: NamedFact | null;
  from: string;
  values: Record<string, string>;
  description: string;
  previewed: FactOutput | null;
  busy: boolean;
  failure: unknown;
  /** Somebody changed the facts after they were read. */
  changedSince: boolean;
}

/** Values that articles share, by market and from their day on. */
export class FactsController {
  facts: NamedFact[] = [];
  loaded = false;
  failure: unknown = null;
  words = '';
  open = new Set<string>();
  sheet: FactSheet | null = null;
  readonly #desk: Pick<Desk, 'facts' | 'saveFact'>;
  readonly #changed: () => void;
  readonly #today: () => string;
  #etag = '';

  constructor(
    desk: Pick<Desk, 'facts' | 'saveFact'>,
    changed: () => void,
    today = () => new Date().toISOString().slice(0, 10),
  ) {
    this.#desk = desk;
    this.#changed = changed;
    this.#today = today;
  }

  async read(): Promise<void> {
    try {
      const { facts, etag } = await this.#desk.facts();
      Object.assign(this, { facts, loaded: true, failure: null });
      this.#etag = etag;
    } catch (failure) {
      this.failure = failure;
    }
    this.#changed();
  }

  get shown(): NamedFact[] {
    const asked = this.words.toLocaleLowerCase();
    return this.facts.filter(({ name, description }) => `${name} ${description}`.toLocaleLowerCase().includes(asked));
  }

  search(words: string): void {
    this.words = words;
    this.#changed();
  }

  toggle(name: string): void {
    if (!this.open.delete(name)) this.open.add(name);
    this.#changed();
  }

  /** The value in force today; null before the first. */
  now(fact: NamedFact): NamedFact['values'][number] | null {
    const today = this.#today();
    return fact.values.filter(({ from }) => from <= today).at(-1) ?? null;
  }

  edit(fact: NamedFact | null): void {
    const values = fact ? (this.now(fact) ?? fact.values[0])?.byMarket : null;
    this.sheet = {
      ...{ name: fact?.name ?? '', fact, from: this.#today(), values: { ...(values ?? { all: '' }) } },
      ...{ description: fact?.description ?? '', previewed: null, busy: false, failure: null, changedSince: false },
    };
    this.#changed();
  }

  change(change: Partial<FactSheet>): void {
    if (this.sheet) this.sheet = { ...this.sheet, previewed: null, failure: null, ...change };
    this.#changed();
  }

  close(): void {
    this.sheet = null;
    this.#changed();
  }

  /** Shows what the value would change; nothing is written. */
  async look(): Promise<void> {
    await this.#run(async (sheet) => {
      const previewed = await this.#desk.saveFact(sheet.name, { ...inputOf(sheet), dryRun: true });
      this.change({ previewed });
    });
  }

  /** Answers whether it was saved. */
  async save(): Promise<boolean> {
    let saved = false;
    await this.#run(async (sheet) => {
      await this.#desk.saveFact(sheet.name, inputOf(sheet), this.#etag);
      saved = true;
      this.sheet = null;
      await this.read();
    });
    return saved;
  }

  async #run(work: (sheet: FactSheet) => Promise<void>): Promise<void> {
    const { sheet } = this;
    if (!sheet || sheet.busy) return;
    this.sheet = { ...sheet, busy: true, failure: null };
    this.#changed();
    try {
      await work(sheet);
    } catch (failure) {
      const since = failure instanceof RequestFailure && failure.code === 'changed-since';
      if (since) await this.read();
      this.change(since ? { changedSince: true } : { failure });
    }
    if (this.sheet) this.sheet = { ...this.sheet, busy: false };
    this.#changed();
  }
}

function inputOf({ from, values, fact, description }: FactSheet): FactInput {
  const given = Object.entries(values).flatMap(([market, value]) => (value.trim() ? [[market, value.trim()]] : []));
  return { from, values: Object.fromEntries(given), ...(fact ? {} : { description: description.trim() }) };
}
