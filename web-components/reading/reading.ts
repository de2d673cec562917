import type { ArticleText } from '../../server/http/contract.ts';
import type { ErfaraClient } from '../client/client.ts';
import { Latest } from '../client/latest.ts';
import { ErfaraOpenEvent } from '../article/events.ts';

/** Parts an agent needs to answer; an article's other parts are for its page. */
const PARTS = new Set(['status', 'resolution', 'reply', 'mandate', 'hand-over']);

/** One article that is open where it was mentioned, without a page of its own. */
export class Reading {
  /** What was opened: the key its mention was given. */
  open: string | null = null;
  text: ArticleText | null = null;
  gone = false;
  readonly #latest = new Latest();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Opens the article below its mention, or closes it; a host that cancels `erfara-open` shows it itself. */
  async toggle(
    key: string,
    article: { id: string; lang: string },
    by: { host: EventTarget; client: ErfaraClient },
  ): Promise<void> {
    if (this.open === key) return this.close();
    if (!by.host.dispatchEvent(new ErfaraOpenEvent(article.id, article.lang))) return;
    this.open = key;
    this.text = null;
    this.gone = false;
    this.#changed();
    try {
      const found = await this.#latest.run((signal) => by.client.article(article.id, {}, signal));
      if (!found) return;
      this.text = found.texts.find(({ lang }) => lang === article.lang) ?? found.texts[0] ?? null;
      this.gone = this.text === null;
    } catch {
      this.gone = true;
    }
    this.#changed();
  }

  close(): void {
    this.#latest.stop();
    this.open = null;
    this.text = null;
    this.#changed();
  }

  get parts() {
    return this.text?.sections.filter(({ name, channel }) => PARTS.has(name) && channel === null) ?? [];
  }
}
