import type { Gap, GapAction, GapState, GapsInput, GapsOutput } from '../../../server/http/contract.ts';
import { Latest } from '../../client/latest.ts';

export interface GapsDeps {
  gaps: (input: GapsInput, signal: AbortSignal) => Promise<GapsOutput>;
  act: (id: string, action: GapAction) => Promise<unknown>;
  changed: () => void;
}

/** What customers asked in vain: the list, and what is decided about each. */
export class GapsController {
  gaps: Gap[] = [];
  from = 3;
  loaded = false;
  failure: unknown = null;
  state: GapState = 'open';
  lang = '';
  open = new Set<string>();
  busy: string | null = null;
  readonly #deps: GapsDeps;
  readonly #latest = new Latest();

  constructor(deps: GapsDeps) {
    this.#deps = deps;
  }

  async read(): Promise<void> {
    const { state, lang } = this;
    const input = { state, ...(lang ? { lang } : {}) };
    try {
      const output = await this.#latest.run((signal) => this.#deps.gaps(input, signal));
      if (!output) return;
      this.gaps = output.gaps;
      this.from = output.from;
      this.loaded = true;
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
    this.#deps.changed();
  }

  narrow(change: { state?: GapState; lang?: string }): void {
    Object.assign(this, change);
    this.#deps.changed();
    void this.read();
  }

  toggle(id: string): void {
    if (!this.open.delete(id)) this.open.add(id);
    this.#deps.changed();
  }

  /** Carries a decision out; the gap leaves the list it is in. @throws RequestFailure */
  async act(gap: Gap, action: GapAction): Promise<void> {
    this.busy = gap.id;
    this.#deps.changed();
    try {
      await this.#deps.act(gap.id, action);
      this.gaps = this.gaps.filter(({ id }) => id !== gap.id);
    } finally {
      this.busy = null;
      this.#deps.changed();
    }
    void this.read();
  }

  stop(): void {
    this.#latest.stop();
  }
}
