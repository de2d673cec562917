import { html, nothing, type TemplateResult } from 'lit';
import type { Offer } from '../../reply/offer.ts';
import { cautionWords } from '../../reply/strings/strings.ts';
import { fill, languageName } from '../../words.ts';
import type { Panel } from './panel.ts';

function otherLanguage(offer: Offer, { strings, lang, controller }: Panel): string {
  const customer = languageName(controller.output?.query.lang ?? '', lang);
  return fill(strings.otherLanguage, { customer, reply: languageName(offer.reply?.lang ?? '', lang) });
}

/** Asks before an offer that has to wait is inserted; what must not be inserted at all has one way on, if any. */
export function warning(offer: Offer, panel: Panel, shorter: string | null): TemplateResult {
  const { strings, controller, lang } = panel;
  const concerns = panel.concerns(offer);
  const refused = concerns.some(({ level }) => level === 'error');
  const text = concerns.map((concern) => concern.text).join(' ') || otherLanguage(offer, panel);
  const shorten = (): void => {
    controller.wordings.shorten(offer.articleId, shorter);
    panel.insert(offer);
  };
  const short = html`<button class="main" part="main-action" data-confirm @click=${shorten}>${cautionWords.in(lang).shorter}</button>`;
  const yes = html`<button class=${shorter === null ? 'main' : ''} part="main-action" ?data-confirm=${shorter === null} @click=${() => panel.insert(offer, true)}>${strings.insertAnyway}</button>`;
  const move = html`<button class="main" part="main-action" data-confirm @click=${() => panel.moveToPrivate(offer)}>${strings.toPrivate}</button>`;
  const way = !refused
    ? html`${shorter === null ? nothing : short} ${yes}`
    : controller.output?.channel?.toPrivate
      ? move
      : nothing;
  return html`<div class="actions" role="group" aria-label=${text}>
    <p class="caution ${refused ? 'refused' : ''}">${text}</p>
    ${way}
    <button ?data-confirm=${way === nothing} @click=${() => controller.confirm(null)}>${strings.cancel} <kbd>Esc</kbd></button>
  </div>`;
}
