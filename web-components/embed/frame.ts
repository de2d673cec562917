import type { ErfaraInsertEvent } from '../reply/events.ts';
import type { ErfaraSuggest } from '../suggest/element.ts';
import { naturalHeight } from './natural-height.ts';
import { type Outgoing, readMessage, VERSION } from './protocol.ts';

/** The panel in a frame: the host's messages become its properties, and what the agent does becomes messages to the host. */
export class EmbedFrame {
  readonly #panel: ErfaraSuggest;
  /** Origins that may speak and be spoken to. */
  readonly #origins: ReadonlySet<string>;
  /** The host's origin, known from its first message or from the browser. */
  #host: string | null;
  #height = 0;
  #measuring = false;
  #warned = false;

  /** @param origins those in `ERFARA_ORIGINS`, and the server's own. */
  constructor(panel: ErfaraSuggest, origins: Iterable<string>) {
    this.#panel = panel;
    this.#origins = new Set(origins);
    const told = hostOrigin();
    this.#host = told !== null && this.#origins.has(told) ? told : null;
  }

  start(): void {
    addEventListener('message', (event) => this.#receive(event));
    this.#panel.addEventListener('erfara-insert', (event) => this.#insert(event));
    this.#panel.addEventListener('erfara-leave', () => this.#post({ type: 'focus' }));
    const later = () => this.#measure();
    new ResizeObserver(later).observe(this.#panel);
    void this.#panel.updateComplete.then(() => {
      const { shadowRoot } = this.#panel;
      if (shadowRoot)
        new MutationObserver(later).observe(shadowRoot, { childList: true, subtree: true, attributes: true });
      later();
    });
    this.#post({ type: 'ready', versions: [VERSION] });
  }

  #receive({ source, origin, data }: MessageEvent): void {
    if (source !== parent || source === window) return;
    if (!this.#origins.has(origin)) {
      if (!this.#warned) console.warn(`Erfara: messages from ${origin} are not read: it is not in ERFARA_ORIGINS.`);
      this.#warned = true;
      return;
    }
    const message = readMessage(data);
    if (message === null) return;
    this.#host = origin;
    if (message.type === 'refused') this.#post(message);
    else if (message.type === 'hello') {
      this.#post({ type: 'ready', versions: [VERSION] });
      this.#post({ type: 'height', height: this.#height });
    } else if (message.type === 'conversation') this.#converse(message.fields);
    else if (message.type === 'focus') this.#panel.focusFirst();
    else if (message.case === undefined || message.case === this.#panel.case) this.#panel.markSent(message.text);
  }

  /** What is left out stays as it was; but nothing of one customer is left for the next. */
  #converse(fields: Record<string, unknown>): void {
    const panel = this.#panel;
    const isOther = fields.case !== undefined && fields.case !== panel.case;
    const variables = Object.fromEntries(Object.entries(panel.variables).filter(([name]) => name.startsWith('agent.')));
    const empty = { message: '', turns: undefined, receivedAt: '', keep: '', variables };
    Object.assign(panel, isOther ? empty : {}, fields);
  }

  #insert(event: ErfaraInsertEvent): void {
    // Nobody to insert it: the panel copies it instead.
    if (this.#host === null) return;
    event.preventDefault();
    this.#post({ type: 'insert', ...event.detail });
  }

  #measure(): void {
    if (this.#measuring) return;
    this.#measuring = true;
    requestAnimationFrame(() => {
      this.#measuring = false;
      const height = naturalHeight(this.#panel);
      if (height === this.#height) return;
      this.#height = height;
      this.#post({ type: 'height', height });
    });
  }

  /** Only ever to an origin that is listed. */
  #post(message: Outgoing): void {
    if (parent !== window && this.#host !== null) parent.postMessage({ erfara: VERSION, ...message }, this.#host);
  }
}

/** Whose page the frame stands in, where the browser says. */
function hostOrigin(): string | null {
  const [above] = location.ancestorOrigins ?? [];
  if (above !== undefined) return above;
  return URL.canParse(document.referrer) ? new URL(document.referrer).origin : null;
}
