import type { InsightsInput, InsightsOutput } from '../../../server/http/contract.ts';
import { Latest } from '../../client/latest.ts';

export type Step = 'day' | 'week' | 'month';

/** What is plotted: over how long, and by which step. */
export class InsightsController {
  output: InsightsOutput | null = null;
  failure: unknown = null;
  weeks = 12;
  step: Step = 'week';
  readonly #insights: (input: InsightsInput, signal: AbortSignal) => Promise<InsightsOutput>;
  readonly #changed: () => void;
  readonly #latest = new Latest();

  constructor(insights: (input: InsightsInput, signal: AbortSignal) => Promise<InsightsOutput>, changed: () => void) {
    this.#insights = insights;
    this.#changed = changed;
  }

  /** What is asked for: whole days, until today. */
  get asked(): Required<Pick<InsightsInput, 'from' | 'until' | 'step'>> {
    const day = (moment: number) => new Date(moment).toISOString().slice(0, 10);
    const now = Date.now();
    return { from: day(now - this.weeks * 7 * 86_400_000), until: day(now), step: this.step };
  }

  async read(): Promise<void> {
    try {
      const output = await this.#latest.run((signal) => this.#insights(this.asked, signal));
      if (!output) return;
      this.output = output;
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
    this.#changed();
  }

  choose(change: { weeks?: number; step?: Step }): void {
    Object.assign(this, change);
    this.#changed();
    void this.read();
  }

  stop(): void {
    this.#latest.stop();
  }
}
