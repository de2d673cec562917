import type { CaptureSaved } from '../../server/http/contract.ts';

const SPREADS = { bubbles: true, composed: true } as const;

/** A case was saved, or a phrasing added to an article that was there. */
export class ErfaraCapturedEvent extends CustomEvent<CaptureSaved> {
  constructor(detail: CaptureSaved) {
    super('erfara-captured', { ...SPREADS, detail });
  }
}

/** What was captured was taken back. */
export class ErfaraUndoneEvent extends CustomEvent<{ articleId: string }> {
  constructor(articleId: string) {
    super('erfara-undone', { ...SPREADS, detail: { articleId } });
  }
}

/** The agent is done with it; the host takes the element away and puts the focus where it was. */
export class ErfaraCloseEvent extends CustomEvent<null> {
  constructor() {
    super('erfara-close', { ...SPREADS, detail: null });
  }
}

declare global {
  interface HTMLElementEventMap {
    'erfara-captured': ErfaraCapturedEvent;
    'erfara-undone': ErfaraUndoneEvent;
    'erfara-close': ErfaraCloseEvent;
  }
}
