import { html, nothing, type TemplateResult } from 'lit';
import type { Suggestion } from '../../../server/http/contract.ts';
import type { Offer } from '../../reply/offer.ts';
import { chevronIcon, rotateIcon } from './icons.ts';
import type { Panel } from './panel.ts';

/** What can be done with a suggestion: the main actions in a row, the others in a menu below. */
export function actions(suggestion: Suggestion, offer: Offer, panel: Panel): TemplateResult {
  const { strings, controller } = panel;
  const { place, count } = controller.wordings.of(offer);
  const verb = controller.output?.channel?.spoken
    ? strings.copyNote
    : !panel.hasField
      ? strings.copy
      : suggestion.article.handOver
        ? strings.insertHolding
        : strings.insert;
  return html`
    ${
      panel.isLinked(offer.articleId)
        ? html`<p class="linked"><span>${strings.linked}</span><button class="quiet" @click=${() => panel.unlink(offer.articleId)}>${strings.unlink}</button></p>`
        : nothing
    }
    ${panel.menu ?? nothing}
    <div class="actions">
      ${offer.reply ? html`<button class="main" part="main-action" @click=${() => panel.insert(offer)}>${verb} <kbd>Enter</kbd></button>` : nothing}
      <span class="others"><button @click=${() => panel.openPreview(suggestion)}>${strings.preview} <kbd aria-hidden="true">→</kbd></button>
      <span class="tail">${
        count > 1
          ? html`<button class="quiet" title=${strings.otherWording} aria-label="${strings.otherWording}, ${place + 1}/${count}" @click=${() => controller.wordings.rotate(offer)}>
              ${rotateIcon}<span class="number">${place + 1}/${count}</span>
            </button>`
          : nothing
      }
      <button class="quiet more" data-more aria-haspopup="menu" aria-expanded=${panel.menu !== null} aria-controls="menu"
        title=${strings.more} aria-label=${strings.more} @click=${() => panel.toggleMenu()}>${chevronIcon}</button></span></span>
    </div>
  `;
}
