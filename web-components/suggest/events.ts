import type { SuggestOutput } from '../../server/http/contract.ts';
import type { RequestFailure } from '../client/failure.ts';

const SPREADS = { bubbles: true, composed: true } as const;

/** Suggestions, or the reason why there are none, have arrived. */
export class ErfaraSuggestionsEvent extends CustomEvent<SuggestOutput> {
  constructor(detail: SuggestOutput) {
    super('erfara-suggestions', { ...SPREADS, detail });
  }
}

/** The agent chose another language to read; a host may remember it. */
export class ErfaraReadsEvent extends CustomEvent<{ reads: string[] }> {
  constructor(reads: string[]) {
    super('erfara-reads', { ...SPREADS, detail: { reads } });
  }
}

/** A request failed. The panel says so itself and tries again where that can help. */
export class ErfaraFailureEvent extends CustomEvent<RequestFailure> {
  constructor(detail: RequestFailure) {
    super('erfara-failure', { ...SPREADS, detail });
  }
}

declare global {
  interface HTMLElementEventMap {
    'erfara-suggestions': ErfaraSuggestionsEvent;
    'erfara-reads': ErfaraReadsEvent;
    'erfara-failure': ErfaraFailureEvent;
  }
}
