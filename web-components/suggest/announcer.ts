/** What a screen reader is told. Two regions in turn, so that the same words twice are read twice. */
export class Announcer {
  texts: [string, string] = ['', ''];
  #last = '';
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Says something new; the same words in a row only when `again`. */
  say(text: string, again = false): void {
    if (text === this.#last && !again) return;
    this.#last = text;
    this.texts = this.texts[0] === '' ? [text, ''] : ['', text];
    this.#changed();
  }
}
