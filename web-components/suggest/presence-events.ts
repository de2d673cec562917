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

declare global {
  interface HTMLElementEventMap {
    'erfara-reveal': ErfaraRevealEvent;
    'erfara-leave': ErfaraLeaveEvent;
  }
}
