import { html, nothing, type TemplateResult } from 'lit';
import type { ArticleOutput, ArticleSection, ArticleText } from '../../server/http/contract.ts';
import { type Offer, offerOf } from '../reply/offer.ts';
import { offerOfArticle } from '../reply/offer-of-article.ts';
import type { SuggestController } from '../suggest/controller.ts';
import { markMatching, matchingQuestion } from '../suggest/matching-block.ts';
import { safeNodes } from '../suggest/safe-html.ts';
import { backIcon } from '../suggest/views/back-icon.ts';
import { warning } from '../suggest/views/card.ts';
import { houseIcon } from '../suggest/views/icons.ts';
import type { Panel } from '../suggest/views/panel.ts';
import { ago, fill, languageName } from '../words.ts';

/** What an article is drawn from, in the panel or alone. */
export type ArticlePanel = Pick<Panel, 'strings' | 'lang' | 'controller' | 'hasField' | 'insert' | 'back'> & {
  /** Nothing lies below it: there is no way back. */
  alone?: boolean;
};

/** One article whole, sliding over the list: its languages, sections and variants, the matching passage in view. */
export function previewView(panel: ArticlePanel): TemplateResult {
  const { controller, strings } = panel;
  const { article, failure, target, lang } = controller.preview;
  const text = article && shownText(article, lang);
  return html`<section class="over preview" aria-label=${strings.preview}>
    <div class="bar-row">
      ${panel.alone ? nothing : html`<button class="quiet" data-focus @click=${() => panel.back()}>${backIcon}${strings.back} <kbd>Esc</kbd></button>`}
      <span class="spacer"></span>
      ${article ? languages(article, text?.lang ?? lang, panel) : nothing}
    </div>
    <div class="scroll" tabindex="0" role="group" aria-label=${target?.title ?? strings.preview}>
      <h3 lang=${text?.lang ?? target?.lang ?? nothing}>${text?.title ?? target?.title}</h3>
      ${failure ? html`<p class="caution">${failure.code === 'not-found' ? strings.gone : failure.kind === 'unreachable' ? strings.notConnected : failure.message}</p>` : nothing}
      ${!article && !failure ? html`<div class="skeleton" role="img" aria-label=${strings.loading}><i class="w-60"></i><i class="block"></i><i class="w-80 thin"></i></div>` : nothing}
      ${article && text ? body(article, text, panel) : nothing}
    </div>
    ${article ? foot(article, panel) : nothing}
  </section>`;
}

function shownText(article: ArticleOutput, lang: string): ArticleText | undefined {
  return article.texts.find((text) => text.lang === lang) ?? article.texts[0];
}

function languages(article: ArticleOutput, shown: string, panel: ArticlePanel): TemplateResult {
  return html`<div class="languages" role="group" aria-label=${panel.strings.languages}>
    ${article.texts.map(
      ({ lang }) =>
        html`<button class="quiet" aria-pressed=${lang === shown} title=${languageName(lang, panel.lang)} @click=${() => panel.controller.preview.showLanguage(lang)}>${lang}</button>`,
    )}
  </div>`;
}

function body(article: ArticleOutput, text: ArticleText, panel: ArticlePanel): TemplateResult {
  const { strings, lang, controller } = panel;
  const why = controller.preview.target?.why ?? [];
  const asked = matchingQuestion(article, why);
  const state =
    text.state === 'validated' ? strings.validated : text.state === 'wip' ? strings.wip : strings.notValidated;
  const when = text.verifiedAt && text.state === 'validated' ? ` ${ago(text.verifiedAt, lang)}` : '';
  const used =
    article.uses === 0 ? '' : article.uses === 1 ? strings.usedOnce : fill(strings.used, { n: article.uses });
  return html`
    <p class="state"><span class=${text.state}>${state}${when}</span>${used ? html` <span aria-hidden="true">·</span> ${used}` : nothing}</p>
    ${
      asked >= 0
        ? html`<p class="asked-now"><span class="label">${strings.matched}:</span> <span class="matching" lang=${text.lang}>${text.questions[asked]}</span></p>`
        : nothing
    }
    <div class="text" lang=${text.lang}>
      ${ordered(text.sections, controller.input.channel).map((part) => section(part, panel))}
      ${
        text.questions.length > 0
          ? html`<div class="section"><h4>${strings.whyQuestion}</h4><ul class="questions">${text.questions.map((question) => html`<li>${question}</li>`)}</ul></div>`
          : nothing
      }
    </div>
  `;
}

const placed = new WeakMap<Element, string>();

/** Marks the passage that matched and scrolls to it, once for each article and language shown. */
export function bringMatchIntoView(root: ParentNode, { preview }: SuggestController): void {
  const text = root.querySelector<HTMLElement>('.preview .text');
  const shown = `${preview.article?.id} ${text?.lang}`;
  if (!text || placed.get(text) === shown) return;
  placed.set(text, shown);
  const first = markMatching(text, preview.target?.why ?? []);
  const scroller = text.closest<HTMLElement>('.scroll');
  if (scroller) scroller.scrollTop = first ? Math.max(0, first.offsetTop - scroller.clientHeight / 3) : 0;
}

/** The reply for this channel leads; other channels' variants come last. */
function ordered(sections: ArticleSection[], channel: string | undefined): ArticleSection[] {
  const place = (part: ArticleSection) =>
    part.name !== 'reply' ? 2 : part.channel === channel ? 0 : part.channel === null ? 1 : 3;
  return sections
    .map((part, i) => ({ part, i }))
    .sort((a, b) => place(a.part) - place(b.part) || a.i - b.i)
    .map(({ part }) => part);
}

const drawn = new WeakMap<ArticleSection, Element>();

/** The same nodes for the same section, so that drawing again leaves them be. */
function nodesOf(part: ArticleSection): Element {
  const known = drawn.get(part);
  if (known) return known;
  const box = document.createElement('div');
  box.append(safeNodes(part.html));
  drawn.set(part, box);
  return box;
}

const IN_THE_HOUSE = new Set(['mandate', 'internal', 'hand-over']);

function section(part: ArticleSection, { strings }: ArticlePanel): TemplateResult {
  const inHouse = IN_THE_HOUSE.has(part.name);
  return html`<div class="section ${inHouse ? 'in-house' : ''}">
    <h4>${inHouse ? houseIcon : nothing}${part.heading}${inHouse ? html` <span class="badge internal">${strings.internal}</span>` : nothing}</h4>
    ${nodesOf(part)}
  </div>`;
}

function foot(article: ArticleOutput, panel: ArticlePanel): TemplateResult {
  const { controller, strings } = panel;
  const offer = offerShown(article, panel);
  if (!offer.reply) return html`<p class="foot none">${strings.noReply}</p>`;
  if (controller.confirming === offer.articleId) return html`<div class="foot">${warning(offer, panel)}</div>`;
  return html`<div class="foot actions">
    <button class="main" @click=${() => panel.insert(offer)}>${panel.hasField ? strings.insert : strings.copy} <kbd>Enter</kbd></button>
  </div>`;
}

/** What inserting from the preview gives: the suggestion it was opened from, else the article found by searching. */
export function offerShown(article: ArticleOutput, { controller }: ArticlePanel): Offer {
  const suggested = controller.suggestions.find((suggestion) => suggestion.article.id === article.id);
  return suggested
    ? offerOf(suggested)
    : offerOfArticle(article, controller.preview.lang, controller.output?.query.lang ?? null);
}
