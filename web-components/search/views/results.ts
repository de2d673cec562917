import { html, nothing, type TemplateResult } from 'lit';
import type { SearchResult } from '../../../server/http/contract.ts';
import type { RequestFailure } from '../../client/failure.ts';
import type { Offer } from '../../reply/offer.ts';
import { plainText } from '../../reply/plain-text.ts';
import { marked } from '../../suggest/views/marked.ts';
import { fill, languageName } from '../../words.ts';
import { foundIn } from '../said-once.ts';
import type { SearchWords } from '../strings/strings.ts';
import type { SearchView } from './view.ts';

/** What was found, or a way on where nothing was. */
export function resultsView(view: SearchView): TemplateResult {
  const { controller, strings } = view;
  const { answered, results, failure } = controller;
  const nothingFound = answered !== null && results.length === 0;
  if (!answered && !failure && controller.waiting) return skeleton(strings.loading);
  return html`
    ${controller.words.trim() === '' ? recentView(view) : nothing}
    ${nothingFound ? emptyView(view) : nothing}
    ${answered?.words === '' && results.length > 0 ? html`<p class="list-name" id="most-used">${strings.mostUsed}</p>` : nothing}
    <ul id="results" class=${failure ? 'stale' : ''} role="listbox" aria-label=${answered?.words === '' ? strings.mostUsed : strings.search} ?hidden=${results.length === 0}>
      ${results.map((result, place) => optionView(result, place, view))}
    </ul>
    ${controller.hasMore ? html`<button class="more quiet" @click=${() => void controller.more()}>${strings.more}</button>` : nothing}
  `;
}

/** Where the search stands, in words: how much was found, or what keeps the answer away. */
export function statusText({ controller, strings, hosted }: SearchView): string {
  const { failure, answered, total, atLeast } = controller;
  if (failure && !failure.passes) return strings.refused;
  if (failure) return hosted ? lost(failure, strings) : '';
  if (!answered || answered.words === '' || total === 0) return '';
  const count = total === 1 ? strings.countOne : fill(strings.count, { n: atLeast ? `${total}+` : total });
  return controller.wordsOnly ? `${count} · ${strings.wordsOnly}` : count;
}

/** Not connected, or the server asks to come back: when it is tried again, and a way to try now. */
export function lostView({ controller, strings, hosted }: SearchView): TemplateResult | typeof nothing {
  const { failure, countdown } = controller;
  if (!failure?.passes || hosted) return nothing;
  return html`<div class="notice lost"><p>${lost(failure, strings)} <span class="number">${countdown.left === null ? '' : fill(strings.tryingAgain, { n: countdown.left })}</span></p>
    <button class="quiet" @click=${() => controller.tryNow()}>${strings.tryNow}</button></div>`;
}

function lost({ kind }: RequestFailure, strings: SearchWords): string {
  return kind === 'unreachable' ? strings.notConnected : strings.busy;
}

function optionView(result: SearchResult, place: number, view: SearchView): TemplateResult {
  const { controller } = view;
  const selected = place === controller.active;
  return html`<li id="result-${place}" role="option" aria-selected=${selected} class=${selected ? 'active' : ''}
    @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => view.open(place)}>${
      selected && controller.chosen ? chosenView(result, view.offerOf(result), view) : resultView(result, view)
    }</li>`;
}

type Result = Pick<SearchView, 'strings' | 'lang' | 'controller' | 'customer'>;

/**
 * One article with the beginning of what Enter inserts, in room kept for it while its article is fetched. Where the reply is
 * what was found, it stands there once, and more of it.
 */
export function chosenView(
  result: SearchResult,
  offer: Offer | null,
  view: Result & Pick<SearchView, 'variables'>,
): TemplateResult {
  const { strings, variables } = view;
  const { reply } = offer ?? {};
  if (offer && !reply) return html`${resultView(result, view)}<span class="reply-line none">${strings.noReply}</span>`;
  const text = plainText(reply?.markdown ?? '', null).replace(
    /\{\{\s*([\w.]+)\s*\}\}/g,
    (_, name: string) => variables[name] ?? '…',
  );
  const [reason] = result.why;
  const found = reason && reply ? foundIn(text, reason) : null;
  return html`${resultView(found ? { ...result, why: [] } : result, view)}<span class="reply-line ${found ? 'found' : ''}" lang=${reply?.lang ?? nothing}>${found ? marked(text, found) : text}</span>`;
}

/** One article in a list: its title, what to beware of, and the words that matched. */
export function resultView(
  { title, lang, state, audience, why, languages }: SearchResult,
  { strings, lang: shown, controller, customer }: Result,
): TemplateResult {
  const [reason] = why;
  const reads = controller.where.reads ?? [];
  const unread = reads.length > 0 && !reads.some((code) => languages.includes(code));
  const lacks = customer !== '' && !languages.includes(customer);
  const said = reason && !(reason.kind === 'title' && reason.text === title);
  const unchecked = state !== 'validated' && (strings as Record<string, string>)[state];
  return html`<span class="result-title" lang=${lang}>${reason?.kind === 'title' && reason.text === title ? marked(title, reason.highlights) : title}</span>
    <span class="result-line">${unchecked ? html`<span class="badge warning">${unchecked}</span>` : nothing}${
      audience === 'internal' ? html`<span class="badge internal">${strings.internal}</span>` : nothing
    }${unread ? html`<span class="badge">${languageName(lang, shown)}</span>` : nothing}${
      lacks
        ? html`<span class="badge warning">${fill(strings.notIn, { language: languageName(customer, shown) })}</span>`
        : nothing
    }${said ? html`<span lang=${reason.lang}>${marked(reason.text, reason.highlights)}</span>` : nothing}</span>`;
}

function emptyView({ controller, strings, ...view }: SearchView): TemplateResult {
  const { filters = {}, words = '' } = controller.answered ?? {};
  const filtered = Object.keys(filters).length > 0;
  const text = filtered ? strings.nothingFiltered : words === '' ? strings.emptyBank : strings.nothing;
  const clear = (): void => {
    controller.clearFilters();
    view.focusOn('input');
  };
  return html`<div class="empty">
    <p>${text}</p>
    <div class="actions">
      ${filtered ? html`<button class="main" @click=${clear}>${strings.clearFilters}</button>` : nothing}
      <button class=${filtered ? '' : 'main'} @click=${() => view.saveCase()}>${strings.saveCase}</button>
    </div>
  </div>`;
}

function recentView({ controller, strings, ...view }: SearchView): TemplateResult | typeof nothing {
  const recent = controller.recent.list();
  if (recent.length === 0) return nothing;
  const forget = (): void => {
    controller.forgetRecent();
    view.say(strings.forgotten);
    view.focusOn('input');
  };
  return html`<section class="recent" aria-label=${strings.recent}>
    <p class="list-name">${strings.recent} <button class="quiet" @click=${forget}>${strings.forget}<span class="sr"> ${strings.recent}</span></button></p>
    <div class="recent-words">${recent.map((words) => html`<button @click=${() => view.search(words)}>${words}</button>`)}</div>
  </section>`;
}

function skeleton(label: string): TemplateResult {
  return html`<div class="skeleton" role="img" aria-label=${label}><i class="w-60"></i><i class="w-90 thin"></i><i class="w-70 gap"></i><i class="w-80 thin"></i></div>`;
}
