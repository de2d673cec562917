import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ArticleOutput, ArticleText } from '../../../server/http/contract.ts';
import { icon } from '../../suggest/views/icons.ts';
import { fill, languageName } from '../../words.ts';
import { matchingQuestion } from '../matching-block.ts';
import { aboutView, historyView, stateView, translationView } from './facts.ts';
import { textView } from './sections.ts';
import type { ArticleView } from './view.ts';

const columnsIcon = icon(svg`<path d="M2.5 3h11v10h-11zM8 3v10" />`);

/** An article's text, another language's beside it where the reader asked for that, and what is known about it. */
export function readerView(article: ArticleOutput, text: ArticleText, view: ArticleView): TemplateResult {
  const { reading, compact } = view;
  const other = article.texts.find(({ lang }) => lang === reading.beside);
  const texts = other && other !== text ? [text, other] : [text];
  return html`${translationView(article, texts, view)}
    <div class="pair ${texts.length > 1 ? 'two' : ''}">${texts.map((one, place) => columnView(article, one, { view, named: texts.length > 1, first: place === 0 }))}</div>
    ${compact ? nothing : html`${aboutView(article, text, view)} ${historyView(view)}`}`;
}

function columnView(
  article: ArticleOutput,
  text: ArticleText,
  { view, named, first }: { view: ArticleView; named: boolean; first: boolean },
): TemplateResult {
  const { strings, lang, compact, controller } = view;
  const asked = first ? matchingQuestion(article, controller.target?.why ?? []) : -1;
  const question = text.questions[asked];
  return html`<div class="column">
    ${named ? html`<p class="column-name">${languageName(text.lang, lang)}</p>` : nothing}
    <h2 class=${compact ? 'sr' : ''} lang=${text.lang}>${text.title}</h2>
    ${stateView(article, text, view)}
    ${question ? html`<p class="asked-now"><span class="label">${strings.matched}:</span> <span class="matching" lang=${text.lang}>${question}</span></p>` : nothing}
    ${textView(text, view)}
  </div>`;
}

/** The article's languages, and which one stands beside the one shown. */
export function languagesView(
  { texts }: ArticleOutput,
  shown: ArticleText,
  view: ArticleView,
): TemplateResult | typeof nothing {
  const { controller, reading, strings, lang, compact } = view;
  const others = texts.filter((text) => text !== shown);
  if (others.length === 0 && compact) return nothing;
  return html`<div class="languages" role="group" aria-label=${strings.languages}>
      ${texts.map(
        (text) =>
          html`<button class="quiet" aria-pressed=${text === shown} title=${languageName(text.lang, lang)} @click=${() => controller.showLanguage(text.lang)}>${text.lang}</button>`,
      )}
    </div>
    ${
      others.length > 0 && !compact
        ? html`<span class="beside ${reading.beside ? 'on' : ''}">${columnsIcon}<span aria-hidden="true">${reading.beside ?? ''}</span>
            <select aria-label=${strings.beside} title=${strings.beside} @change=${(event: Event) => reading.showBeside((event.target as HTMLSelectElement).value || null)}>
              <option value="" ?selected=${reading.beside === null}>${strings.none}</option>
              ${others.map((text) => html`<option value=${text.lang} ?selected=${text.lang === reading.beside}>${languageName(text.lang, lang)}</option>`)}
            </select></span>`
        : nothing
    }`;
}

/** What keeps the article away; where it may pass, when it is asked for again. */
export function failureView(
  { controller, strings }: ArticleView,
  { left, again }: { left: number | null; again: () => void },
): TemplateResult | typeof nothing {
  const { failure } = controller;
  if (!failure) return nothing;
  if (failure.code === 'not-found') return html`<p class="caution">${strings.gone}</p>`;
  if (!failure.passes) return html`<p class="caution">${strings.refused}</p>`;
  const wait = left === null ? nothing : html` <span class="number">${fill(strings.tryingAgain, { n: left })}</span>`;
  return html`<div class="lost"><p class="caution">${strings.notConnected}${wait}</p><button @click=${again}>${strings.tryNow}</button></div>`;
}
