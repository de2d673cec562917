import type { Flag } from '../../server/http/contract.ts';

/** A remark on an article reached the editors. */
export class ErfaraFlaggedEvent extends CustomEvent<Flag> {
  constructor(detail: Flag) {
    super('erfara-flagged', { bubbles: true, composed: true, detail });
  }
}

declare global {
  interface HTMLElementEventMap {
    'erfara-flagged': ErfaraFlaggedEvent;
  }
}
