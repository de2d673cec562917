import type { SuggestInput } from '../../server/http/contract.ts';
import type { MessageSource } from './message-source.ts';

/** The element whose page may hold the message. */
interface Reading extends HTMLElement {
  readonly message: string;
  readonly turns: SuggestInput['turns'];
  readonly messageFrom: string;
  requestUpdate(): void;
}

/** The message as the page shows it. A page that gives it by property pays nothing for reading it. */
export class PageMessage {
  readonly #element: Reading;
  #source: MessageSource | null = null;

  constructor(element: Reading) {
    this.#element = element;
  }

  /** What stands now in the place that the element names; undefined where nothing is read. */
  follow(): string | undefined {
    this.#source?.follow(this.#element.messageFrom);
    return this.#source?.text;
  }

  /** From now on the page is read where it has to be, until `stop`. */
  async read(): Promise<void> {
    const element = this.#element;
    const given = element.messageFrom === '' && (element.textContent ?? '').trim() === '';
    if (this.#source || (given && (element.message !== '' || element.turns))) return;
    const { MessageSource } = await import('./message-source.ts');
    if (this.#source || !element.isConnected) return;
    this.#source = new MessageSource(element, () => element.requestUpdate());
    element.requestUpdate();
  }

  stop(): void {
    this.#source?.stop();
  }
}
