/** An article was chosen to be read. Cancel it to show the article in the host's own way. */
export class ErfaraOpenEvent extends CustomEvent<{ articleId: string; lang: string }> {
  constructor(articleId: string, lang: string) {
    super('erfara-open', { bubbles: true, composed: true, cancelable: true, detail: { articleId, lang } });
  }
}

declare global {
  interface HTMLElementEventMap {
    'erfara-open': ErfaraOpenEvent;
  }
}
