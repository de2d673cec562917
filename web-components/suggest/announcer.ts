/** What a screen reader is told. Two regions in turn, so that the same words twice are read twice. */
export class Announcer {
  texts: [string, string] = ['', ''];
  #news = '';
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Says what the panel holds, once until it is something else; `again`: what an action did, always, and the news stays told. */
  say(text: string, again = false): void {
    if (!again && text === this.#news) return;
    if (!again) this.#news = text;
    this.texts = this.texts[0] === '' ? [text, ''] : ['', text];
    this.#changed();
  }

  /** Another conversation: the same news is news again. */
  forget(): void {
    this.#news = '';
  }
}
