const SPREADS = { bubbles: true, composed: true } as const;

/** The agent wants to see the panel, and it is hidden: show it. The focus follows as soon as it is there. */
export class ErfaraRevealEvent extends CustomEvent<null> {
  constructor() {
    super('erfara-reveal', { ...SPREADS, detail: null });
  }
}

/** The agent leaves the panel by Esc or by the chord: a host that lays it over its page takes it away. */
export class ErfaraLeaveEvent extends CustomEvent<null> {
  constructor() {
    super('erfara-leave', { ...SPREADS, detail: null });
  }
}

/** A reply was sent that nothing of the bank was in: the panel offers to save the case in one quiet line. */
export class ErfaraSaveOfferedEvent extends CustomEvent<{ case: string }> {
  constructor(reference: string) {
    super('erfara-save-offered', { ...SPREADS, detail: { case: reference } });
  }
}

declare global {
  interface HTMLElementEventMap {
    'erfara-reveal': ErfaraRevealEvent;
    'erfara-leave': ErfaraLeaveEvent;
    'erfara-save-offered': ErfaraSaveOfferedEvent;
  }
}
