import { html, type TemplateResult } from 'lit';
import type { ArticleOutput } from '../../../server/http/contract.ts';
import { type Offer, offerOf } from '../../reply/offer.ts';
import { offerOfArticle } from '../../reply/offer-of-article.ts';
import { backIcon } from './back-icon.ts';
import type { Panel } from './panel.ts';

/** One article whole, over the list: the panel inserts it. */
export function previewView(panel: Panel): TemplateResult {
  const { controller, strings, lang } = panel;
  const { preview, input, output } = controller;
  return html`<section class="over preview" aria-label=${strings.preview}>
    <erfara-article data-focus lang=${lang} .hosted=${true} .server=${panel.server} .controller=${preview}
      .reads=${input.reads ?? []} .customer=${output?.query.lang ?? ''} .spoken=${output?.channel?.spoken ?? false}>
      <button slot="bar" class="quiet" @click=${() => panel.back()}>${backIcon}${strings.back} <kbd>Esc</kbd></button>
      ${preview.article ? foot(preview.article, panel) : html`<span slot="foot"></span>`}
    </erfara-article>
  </section>`;
}

function foot(article: ArticleOutput, panel: Panel): TemplateResult {
  const { controller, strings } = panel;
  const offer = offerShown(article, panel);
  if (!offer.reply) return html`<p slot="foot" class="foot none">${strings.noReply}</p>`;
  if (controller.confirming === offer.articleId)
    return html`<div slot="foot" class="foot">${panel.asking(offer)}</div>`;
  const into = article.handling === 'hand-over' ? strings.insertHolding : strings.insert;
  const verb = controller.output?.channel?.spoken ? strings.copyNote : panel.hasField ? into : strings.copy;
  return html`<div slot="foot" class="foot actions">
    <button class="main" @click=${() => panel.insert(offer)}>${verb} <kbd>Enter</kbd></button>
  </div>`;
}

/** What inserting from the preview gives: the suggestion it was opened from, else the article found by searching. */
export function offerShown(article: ArticleOutput, { controller }: Panel): Offer {
  const suggested = controller.suggestions.find((suggestion) => suggestion.article.id === article.id);
  return suggested
    ? offerOf(suggested)
    : offerOfArticle(article, controller.preview.lang, controller.output?.query.lang ?? null);
}
