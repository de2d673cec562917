import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { Why } from '../../server/http/contract.ts';
import { languageOf } from '../words.ts';
import { ArticleElement } from './article-element.ts';
import { previewView } from './article-view.ts';

/**
 * One article whole: its languages, its variants, the passage that matched in view.
 *
 * @element erfara-article
 * @attr {string} server - address of the Erfara server; '' is the page's own origin
 * @attr {string} article - id of the article
 * @attr {string} read - language to show first; absent, the interface's
 * @attr {string} for - CSS selector of the reply box
 * @attr {string} market - the customer's market
 * @attr {string} channel - the channel the reply goes to
 * @attr {string} customer - the customer's language
 * @attr {string} lang - interface language; absent, the page's
 * @fires erfara-insert-offer - the reply was chosen and no reply box is known; detail: Offer
 * @fires erfara-insert - before a reply is inserted; cancel it to insert it in the host's own way
 * @csspart frame - the element's frame
 */
export class ErfaraArticle extends ArticleElement {
  static override properties = { ...ArticleElement.properties, article: {}, read: {}, why: { attribute: false } };

  /** Id of the article. */
  article = '';
  /** Language to show first; absent, the interface's. */
  read = '';
  /** Why the article was found: what is marked. */
  why: Why[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const asked = ['server', 'article', 'read', 'why', 'market', 'channel'] as const;
    if (this.article === '' || !asked.some((name) => changed.has(name))) return;
    const lang = this.read || languageOf(this);
    void this.controller.preview.open({ id: this.article, title: this.article, lang, why: this.why });
  }

  protected override render(): TemplateResult {
    return html`<div class="panel" part="frame">${previewView(this.panel(() => undefined, true))}${this.below()}</div>`;
  }
}
