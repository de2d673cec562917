import { html, nothing, type TemplateResult } from 'lit';
import type { ArticleSection, ArticleText } from '../../../server/http/contract.ts';
import { channelName } from '../../channels/channel-name.ts';
import { safeNodes } from '../../suggest/safe-html.ts';
import { houseIcon } from '../../suggest/views/icons.ts';
import { languageName } from '../../words.ts';
import { type Variant, variantShown, variantsOf } from '../shown-text.ts';
import type { ArticleWords } from '../strings/strings.ts';
import type { ArticleView } from './view.ts';

const IN_THE_HOUSE = new Set(['mandate', 'internal', 'hand-over']);
/** What an agent reads first; what is left keeps the file's order after the reply. */
const FIRST = ['hand-over', 'status'];
/** What is needed to answer; the rest is for the whole article. */
const NEEDED = new Set(['hand-over', 'status', 'resolution', 'mandate']);

/** One text: what it says to the customer first, then everything else in the order of its file. */
export function textView(text: ArticleText, view: ArticleView): TemplateResult {
  const { strings, compact } = view;
  const others = text.sections.filter(({ name }) => name !== 'reply' && (!compact || NEEDED.has(name)));
  const first = others.filter(({ name }) => FIRST.includes(name));
  const rest = others.filter(({ name }) => !FIRST.includes(name));
  return html`<div class="text" lang=${text.lang} data-lang=${text.lang}>
    ${first.map((part) => sectionView(part, strings))} ${repliesView(text, view)}
    ${rest.map((part) => sectionView(part, strings))}
    ${
      text.questions.length > 0 && !compact
        ? html`<div class="section"><h3 lang=${view.lang}>${strings.questions}</h3><ul class="questions">${text.questions.map((question) => html`<li>${question}</li>`)}</ul></div>`
        : nothing
    }
  </div>`;
}

function sectionView(part: ArticleSection, strings: ArticleWords): TemplateResult {
  const inHouse = IN_THE_HOUSE.has(part.name);
  return html`<div class="section ${inHouse ? 'in-house' : ''}">
    <h3>${inHouse ? houseIcon : nothing}${part.heading}${inHouse ? html` <span class="badge internal">${strings.internal}</span>` : nothing}</h3>
    ${nodesOf(part)}
  </div>`;
}

function repliesView(text: ArticleText, view: ArticleView): TemplateResult | typeof nothing {
  const variants = variantsOf(text);
  const shown = variantShown(variants, view.reading.variant, view.controller.where.channel);
  if (!shown) return nothing;
  const { strings, spoken } = view;
  const id = `replies-${text.lang}`;
  const tabs = variants.length > 1;
  return html`<div class="section replies">
    <h3 lang=${view.lang}>${strings.reply}</h3>
    ${tabs ? tabList(variants, shown, { view, id, lang: text.lang }) : nothing}
    <div class="reply ${spoken ? 'spoken' : ''}" id=${id} role=${tabs ? 'tabpanel' : nothing} aria-labelledby=${tabs ? `${id}-tab` : nothing}>
      ${shown.sections.map(
        (part, place) =>
          html`${shown.sections.length > 1 ? html`<p class="wording-name" lang=${view.lang}>${strings.wording.replace('{n}', String(place + 1))}</p>` : nothing}${nodesOf(part)}`,
      )}
    </div>
  </div>`;
}

function tabList(
  variants: Variant[],
  shown: Variant,
  { view, id, lang }: { view: ArticleView; id: string; lang: string },
): TemplateResult {
  const { strings, reading } = view;
  const label = `${strings.replies}, ${languageName(lang, view.lang)}`;
  return html`<div class="tabs" role="tablist" aria-label=${label} lang=${view.lang} @keydown=${(event: KeyboardEvent) => walkTabs(event)}>
    ${variants.map((variant) => {
      const selected = variant === shown;
      return html`<button class="quiet" role="tab" id=${selected ? `${id}-tab` : nothing} aria-selected=${selected} aria-controls=${selected ? id : nothing}
        tabindex=${selected ? 0 : -1} @click=${() => reading.showVariant(variant.channel)}>${variant.channel === null ? strings.everyChannel : channelName(variant.channel, strings)}</button>`;
    })}
  </div>`;
}

/** Arrow keys go from tab to tab; they mean nothing else while they do. */
function walkTabs(event: KeyboardEvent): void {
  const steps: Record<string, number> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  const step = steps[event.key];
  if (step === undefined) return;
  const tabs = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=tab]')];
  const at = tabs.indexOf(event.target as HTMLElement);
  const to = tabs[Math.max(0, Math.min(tabs.length - 1, at + step))];
  to?.focus();
  to?.click();
  event.preventDefault();
  event.stopPropagation();
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
