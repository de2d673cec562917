import type { HealthInput, HealthOutput, WorkItem } from '../../../server/http/contract.ts';
import { Latest } from '../../client/latest.ts';

/** What narrows the queue; '' = everything. */
export interface QueueFilters {
  kind: string;
  owner: string;
  lang: string;
  mine: boolean;
}

/** The work queue: its rows, what narrows it, and which rows show why they are there. */
export class TodayController {
  items: WorkItem[] = [];
  counts: HealthOutput['counts'] = [];
  loaded = false;
  failure: unknown = null;
  filters: QueueFilters = { kind: '', owner: '', lang: '', mine: false };
  open = new Set<string>();
  readonly #health: (input: HealthInput, signal: AbortSignal) => Promise<HealthOutput>;
  readonly #changed: () => void;
  readonly #narrowed: (filters: string) => void;
  readonly #latest = new Latest();
  /** Done here: gone at once, before the server has counted anew. */
  readonly #done = new Set<string>();

  constructor(
    health: (input: HealthInput, signal: AbortSignal) => Promise<HealthOutput>,
    changed: () => void,
    narrowed: (filters: string) => void = () => undefined,
  ) {
    this.#health = health;
    this.#changed = changed;
    this.#narrowed = narrowed;
  }

  /** Takes the filters of an address (`kind=gap&mine=1`); answers whether they are others than before. */
  begin(asked: URLSearchParams): boolean {
    const before = this.address;
    const of = (name: string) => asked.get(name) ?? '';
    this.filters = { kind: of('kind'), owner: of('owner'), lang: of('lang'), mine: of('mine') === '1' };
    return this.address !== before;
  }

  /** The filters as an address has them; '' = everything. */
  get address(): string {
    const { kind, owner, lang, mine } = this.filters;
    const given = Object.entries({ kind, owner, lang, mine: mine ? '1' : '' }).filter(([, value]) => value !== '');
    return new URLSearchParams(given).toString();
  }

  async read(): Promise<void> {
    const { kind, owner, lang, mine } = this.filters;
    const input = {
      ...(kind ? { kind: kind as WorkItem['kind'] } : {}),
      ...(owner ? { owner } : {}),
      ...(lang ? { lang } : {}),
      ...(mine ? { mine } : {}),
    };
    try {
      const output = await this.#latest.run((signal) => this.#health(input, signal));
      if (!output) return;
      this.items = output.items.filter(({ id }) => !this.#done.has(id));
      this.counts = output.counts;
      this.loaded = true;
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
    this.#changed();
  }

  narrow(change: Partial<QueueFilters>): void {
    this.filters = { ...this.filters, ...change };
    this.#narrowed(this.address);
    this.#changed();
    void this.read();
  }

  get narrowed(): boolean {
    const { kind, owner, lang, mine } = this.filters;
    return kind !== '' || owner !== '' || lang !== '' || mine;
  }

  toggle(id: string): void {
    if (!this.open.delete(id)) this.open.add(id);
    this.#changed();
  }

  /** Takes a row away; `back` brings it again. */
  done(id: string): void {
    this.#done.add(id);
    this.items = this.items.filter((item) => item.id !== id);
    this.#changed();
  }

  back(id: string): void {
    this.#done.delete(id);
    void this.read();
  }

  stop(): void {
    this.#latest.stop();
  }
}
