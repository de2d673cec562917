import type { IncidentInput, IncidentOutput, IncidentState, IncidentsOutput } from '../../../server/http/contract.ts';

const HOUR = 3_600_000;

export interface IncidentsDeps {
  list: () => Promise<IncidentsOutput>;
  change: (input: IncidentInput) => Promise<IncidentOutput>;
  changed: () => void;
  now?: () => Date;
}

/** What is raised: a template, until when, by whose word, and where. */
export interface Raising {
  template: string;
  /** As an `<input type="datetime-local">` has it, in the reader's own time. */
  until: string;
  approvedBy: string;
  markets: string[];
  failure: unknown;
  busy: boolean;
}

/** What runs, what is raised, and what becomes of it. */
export class IncidentsController {
  incidents: IncidentState[] = [];
  templates: IncidentsOutput['templates'] = [];
  surges: IncidentsOutput['surges'] = [];
  loaded = false;
  failure: unknown = null;
  raising: Raising | null = null;
  /** The incident that somebody is about to end. */
  ending: string | null = null;
  busy: string | null = null;
  readonly #deps: IncidentsDeps;
  readonly #now: () => Date;
  /** Who approved last time approves again, most times. */
  #approvedBy = '';

  constructor(deps: IncidentsDeps) {
    this.#deps = deps;
    this.#now = deps.now ?? (() => new Date());
  }

  async read(): Promise<void> {
    try {
      const { incidents, templates, surges } = await this.#deps.list();
      Object.assign(this, { incidents, templates, surges, loaded: true, failure: null });
      this.#approvedBy ||= incidents.find(({ approvedBy }) => approvedBy)?.approvedBy ?? '';
    } catch (failure) {
      this.failure = failure;
    }
    this.#deps.changed();
  }

  /** Everything but the template and the name is filled in: two hours, every market. */
  begin(template = this.templates[0]?.id ?? '', markets: string[] = []): void {
    const until = localInput(new Date(this.#now().getTime() + 2 * HOUR));
    this.raising = { template, until, approvedBy: this.#approvedBy, markets, failure: null, busy: false };
    this.#deps.changed();
  }

  fill(change: Partial<Raising>): void {
    if (this.raising) this.raising = { ...this.raising, ...change };
    this.#deps.changed();
  }

  /** So many hours from now. */
  lasts(hours: number): void {
    this.fill({ until: localInput(new Date(this.#now().getTime() + hours * HOUR)) });
  }

  cancel(): void {
    this.raising = null;
    this.#deps.changed();
  }

  /** Answers whether it was raised. */
  async raise(): Promise<boolean> {
    const { raising } = this;
    if (!raising || raising.busy) return false;
    const { template, until, approvedBy, markets } = raising;
    this.fill({ busy: true, failure: null });
    try {
      await this.#deps.change({
        ...{ action: 'raise', template, until: new Date(until).toISOString(), approvedBy: approvedBy.trim() },
        ...(markets.length > 0 ? { markets } : {}),
      });
    } catch (failure) {
      this.fill({ busy: false, failure });
      return false;
    }
    this.#approvedBy = approvedBy.trim();
    this.raising = null;
    await this.read();
    return true;
  }

  /** So many hours longer than it is said to last; answers until when. @throws RequestFailure */
  async extend({ id, until }: IncidentState, hours: number): Promise<string> {
    const from = Math.max(Date.parse(until), this.#now().getTime());
    const later = new Date(from + hours * HOUR).toISOString();
    await this.#change(id, { action: 'extend', id, until: later });
    return later;
  }

  /** @throws RequestFailure */
  async end({ id }: IncidentState): Promise<void> {
    this.ending = null;
    await this.#change(id, { action: 'end', id });
  }

  ask(id: string | null): void {
    this.ending = id;
    this.#deps.changed();
  }

  async #change(id: string, input: IncidentInput): Promise<void> {
    this.busy = id;
    this.#deps.changed();
    try {
      await this.#deps.change(input);
    } finally {
      this.busy = null;
      await this.read();
    }
  }
}

/** A moment as `<input type="datetime-local">` takes it. */
export function localInput(moment: Date): string {
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
