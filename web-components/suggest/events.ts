import type { SuggestOutput } from '../../server/http/contract.ts';
import type { RequestFailure } from '../client/failure.ts';

const SPREADS = { bubbles: true, composed: true } as const;

/** What would be, or was, inserted. */
export interface InsertDetail {
  articleId: string;
  lang: string;
  text: string;
  /** True when the reply is in another language than the customer's. */
  otherLanguage: boolean;
}

/** Before a reply is inserted. Cancel it to insert `detail.text` in the host's own way. */
export class ErfaraInsertEvent extends CustomEvent<InsertDetail> {
  constructor(detail: InsertDetail) {
    super('erfara-insert', { ...SPREADS, cancelable: true, detail });
  }
}

/** The agent took an insertion back. */
export class ErfaraUndoEvent extends CustomEvent<{ articleId: string }> {
  constructor(articleId: string) {
    super('erfara-undo', { ...SPREADS, detail: { articleId } });
  }
}

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
    'erfara-insert': ErfaraInsertEvent;
    'erfara-undo': ErfaraUndoEvent;
    'erfara-suggestions': ErfaraSuggestionsEvent;
    'erfara-reads': ErfaraReadsEvent;
    'erfara-failure': ErfaraFailureEvent;
  }
}
