import { html, nothing, type TemplateResult } from 'lit';
import type { Offer } from '../../reply/offer.ts';
import type { OwnInserter } from '../../reply/own-inserter.ts';
import { isWritable } from '../../reply/reply-field.ts';
import { cautionWords } from '../../reply/strings/strings.ts';
import { toastView } from '../../suggest/views/toast.ts';
import type { ArticleWords } from '../strings/strings.ts';

/** What the actions need of the element. */
export interface FootHost {
  readonly strings: ArticleWords;
  readonly offer: Offer | null;
  readonly interfaceLanguage: string;
  readonly isSpoken: boolean;
  /** Its reply only tells the customer that somebody else will answer. */
  readonly holding: boolean;
  insert(sure?: boolean): Promise<void>;
  cancel(): void;
}

/** What is done with the article where it stands alone. */
export function footView(element: FootHost, own: OwnInserter | null): TemplateResult {
  const { strings, offer, isSpoken: spoken } = element;
  if (!offer?.reply) return html`<p class="foot none">${strings.noReply}</p>`;
  const toast = own?.inserter.toast ? toastView(own.inserter, own.strings) : nothing;
  if (own && own.confirming === offer.articleId) {
    const concerns = own.concerns(offer, false);
    const refused = concerns.some(({ level }) => level === 'error');
    const text = concerns.map((concern) => concern.text).join(' ');
    const short = !refused && own.shorter(offer) !== null;
    return html`<div class="foot"><p class="caution ${refused ? 'refused' : ''}">${text}</p>
      <div class="actions" role="group" aria-label=${text}>
        ${short ? html`<button class="main" data-confirm @click=${() => void own.insertShorter(offer)}>${cautionWords.in(element.interfaceLanguage).shorter}</button>` : nothing}
        ${refused ? nothing : html`<button class=${short ? '' : 'main'} ?data-confirm=${!short} @click=${() => void element.insert(true)}>${strings.insertAnyway}</button>`}
        <button ?data-confirm=${refused} @click=${() => element.cancel()}>${strings.cancel} <kbd>Esc</kbd></button>
      </div></div>`;
  }
  const into = element.holding ? strings.insertHolding : strings.insert;
  const verb = spoken ? strings.copyNote : isWritable(own?.inserter.box.field?.element) ? into : strings.copy;
  return html`${toast}<div class="foot ${spoken ? 'spoken-foot' : ''}"><div class="actions">
    <button class="main" @click=${() => void element.insert()}>${verb} ${spoken ? nothing : html`<kbd>Enter</kbd>`}</button>
  </div></div>`;
}
