import { html, nothing, type TemplateResult } from 'lit';
import type { ErfaraClient } from '../client/client.ts';
import { PreviewController } from './controller.ts';
import { ErfaraOpenEvent } from './events.ts';

/** One article that is read where it was mentioned, without a page of its own. */
export class Mention {
  /** What was opened: the key its mention was given. */
  open: string | null = null;
  #preview: PreviewController | null = null;
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
    if (this.#preview?.client !== by.client) this.#preview = new PreviewController(by.client, this.#changed);
    this.#changed();
    const { id, lang } = article;
    await Promise.all([import('./define.ts'), this.#preview.open({ id, title: '', lang, why: [] })]);
  }

  close(): void {
    this.open = null;
    this.#changed();
  }

  /** The article below its mention; nothing while another one, or none, is open. */
  view(key: string, lang: string): TemplateResult | typeof nothing {
    if (this.open !== key || !this.#preview) return nothing;
    return html`<div class="reading"><erfara-article compact lang=${lang} .controller=${this.#preview}></erfara-article></div>`;
  }
}
