import { html, nothing, type TemplateResult } from 'lit';
import type { SuggestedArticle, Suggestion, Why } from '../../../server/http/contract.ts';
import { type Offer, offerOf } from '../../reply/offer.ts';
import { plainText } from '../../reply/plain-text.ts';
import { ago, fill } from '../../words.ts';
import type { Strings } from '../strings/strings.ts';
import { actions } from './actions.ts';
import { chevronIcon, closeIcon, handIcon, houseIcon } from './icons.ts';
import { marked, withBlanks } from './marked.ts';
import type { Panel } from './panel.ts';

/** One suggestion: expanded where it is the active one, else its title and one line. */
export function card(suggestion: Suggestion, place: number, panel: Panel): TemplateResult {
  const { article } = suggestion;
  const open = place === panel.controller.active;
  return html`<li>
    <div
      class="card ${open ? 'open' : ''}"
      part=${open ? 'card card-open' : 'card'}
      role="group"
      tabindex=${open ? 0 : -1}
      data-place=${place}
      aria-labelledby="title-${place}"
      aria-describedby="state-${place}"
      @focus=${() => !open && panel.controller.activate(place)}
      @click=${() => !open && panel.controller.activate(place)}
    >
      <div class="title-row">
        <span class="rank" aria-hidden="true">${place + 1}</span>
        <h3 id="title-${place}" lang=${article.lang}>${article.title}</h3>
        ${open ? hideButton(suggestion, panel) : nothing}
      </div>
      ${open ? expanded(suggestion, place, panel) : collapsed(suggestion, place, panel)}
    </div>
  </li>`;
}

function collapsed({ article, why }: Suggestion, place: number, panel: Panel): TemplateResult {
  const [reason] = why;
  return html`<p class="line" id="state-${place}">
    ${badges(article, panel.strings)}${
      reason ? html`<q lang=${reason.lang}>${marked(reason.text, reason.highlights)}</q>` : stateLine(article, panel)
    }
  </p>`;
}

function expanded(suggestion: Suggestion, place: number, panel: Panel): TemplateResult {
  const { article, why } = suggestion;
  const offer = offerOf(suggestion);
  return html`
    ${whyLine(why[0], panel.strings)}
    <p class="state" id="state-${place}">${badges(article, panel.strings)}${stateLine(article, panel)}</p>
    ${
      article.handOver
        ? html`<div class="hand-over" part="hand-over"><strong>${handIcon}${panel.strings.handOver}</strong><p lang=${article.lang}>${plainText(article.handOver, null)}</p></div>`
        : nothing
    }
    ${replyText(offer, article.handOver !== null, panel)}
    ${article.mandate ? mandate(plainText(article.mandate, null), article.lang, panel) : nothing}
    ${panel.controller.confirming === article.id ? panel.asking(offer) : actions(suggestion, offer, panel)}
  `;
}

/** The first sentence of a mandate. */
const SENTENCE = /^[^\n]*?[.!;](?=\s+\p{Lu})|^[^\n]+/u;
/** Characters that one line holds at 360 px. */
const ONE_LINE = 30;

/** What the agent may decide: one line, and the rest of it when asked for. */
function mandate(text: string, lang: string, panel: Panel): TemplateResult {
  const [line = ''] = SENTENCE.exec(text) ?? [];
  const rest = text.slice(line.length).trim();
  const said = html`${houseIcon}<span><strong lang=${panel.lang}>${panel.strings.mandate}.</strong> ${line}</span>`;
  if (rest === '' && line.length <= ONE_LINE) return html`<p class="mandate" part="mandate" lang=${lang}>${said}</p>`;
  return html`<details class="mandate" part="mandate" lang=${lang}><summary>${said}${chevronIcon}</summary>${rest}</details>`;
}

function whyLine(reason: Why | undefined, strings: Strings): TemplateResult | typeof nothing {
  if (!reason) return nothing;
  const label = reason.kind === 'question' ? strings.whyQuestion : strings.whyPassage;
  return html`<p class="why"><span class="label">${label}:</span> <q lang=${reason.lang}>${marked(reason.text, reason.highlights)}</q></p>`;
}

function badges(article: SuggestedArticle, strings: Strings): TemplateResult {
  return html`${article.incident ? html`<span part="badge" class="badge incident">${strings.incident}</span>` : nothing}${
    article.alreadySent ? html`<span part="badge" class="badge">${strings.alreadySent}</span>` : nothing
  }${article.audience === 'internal' ? html`<span part="badge" class="badge internal">${strings.internal}</span>` : nothing}`;
}

/** "Checked 12 days ago · used 14 times". */
function stateLine(article: SuggestedArticle, panel: Panel): TemplateResult {
  const { strings, lang } = panel;
  const uses = panel.controller.preview.known(article.id)?.uses ?? 0;
  const words = { validated: strings.validated, 'not-validated': strings.notValidated, wip: strings.wip, archived: '' };
  const when = article.verifiedAt && article.state === 'validated' ? ` ${ago(article.verifiedAt, lang)}` : '';
  const state = html`<span class=${article.state}>${words[article.state] ?? article.state}${when}</span>`;
  const used = uses === 0 ? '' : uses === 1 ? strings.usedOnce : fill(strings.used, { n: uses });
  const parts = [state, ...(article.kind === 'case' ? [strings.solvedCase] : []), ...(used ? [used] : [])];
  return html`${parts.map((part, i) => (i === 0 ? part : html` <span aria-hidden="true">·</span> <span>${part}</span>`))}`;
}

function replyText(offer: Offer, holding: boolean, panel: Panel): TemplateResult {
  if (!offer.reply) return html`<p class="none">${panel.strings.noReply}</p>`;
  const { text, tokens } = panel.composed(offer);
  const tooLong = panel.tooLong(text, offer.reply);
  return html`
    ${holding ? html`<p class="label">${panel.strings.holdingReply}</p>` : nothing}
    <div part="reply" class="reply ${panel.controller.output?.channel?.spoken ? 'spoken' : ''}" lang=${offer.reply.lang}>${withBlanks(text, tokens)}</div>
    ${tooLong ? html`<p class="caution">${tooLong}</p>` : nothing}
    ${panel.about(offer)}
  `;
}

function hideButton(suggestion: Suggestion, panel: Panel): TemplateResult {
  const { hide: label } = panel.strings;
  return html`<button class="quiet hide" title=${label} aria-label=${label} @click=${(event: Event) => hide(event, suggestion, panel)}>${closeIcon}</button>`;
}

/** Stopped here, so that the click does not also open the suggestion that takes this place. */
function hide(event: Event, suggestion: Suggestion, panel: Panel): void {
  event.stopPropagation();
  panel.hide(suggestion);
}
