import type { SuggestOutput } from '../../server/http/contract.ts';
import type { Limits } from './length.ts';

/** What channels allow, as the server last said. */
export class KnownLimits {
  readonly #limits = new Map<string, Limits>();

  of(channel = ''): Limits | null {
    return this.#limits.get(channel) ?? null;
  }

  learn(output: SuggestOutput, channel = ''): void {
    const said = output.length ?? output.suggestions.map((found) => found.reply ?? found.replyFallback).find(Boolean);
    if (said) this.#limits.set(channel, { unit: said.unit, good: said.good, limit: said.limit });
  }
}
