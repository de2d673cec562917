/** Nothing fits: the agent answers alone and wants to save the case. Cancel it to save it in the host's own way. */
export class ErfaraSaveCaseEvent extends CustomEvent<{ question: string }> {
  constructor(question: string) {
    super('erfara-save-case', { bubbles: true, composed: true, cancelable: true, detail: { question } });
  }
}

declare global {
  interface HTMLElementEventMap {
    'erfara-save-case': ErfaraSaveCaseEvent;
  }
}
