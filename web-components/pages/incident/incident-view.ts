import { html, nothing, type TemplateResult } from 'lit';
import type { ArticleText, IncidentPageOutput, IncidentState } from '../../../server/http/contract.ts';
import { channelName } from '../../channels/channel-name.ts';
import { moment } from '../../incident/incident-lines.ts';
import { marketName } from '../../market-name.ts';
import { safeNodes } from '../../suggest/safe-html.ts';
import { fill, languageName } from '../../words.ts';
import type { IncidentPageState } from './state.ts';
import { type IncidentPageWords, incidentPageWords } from './strings.ts';

/** Everything that somebody called in needs, on one page. */
export function incidentView(state: IncidentPageState): TemplateResult {
  const words = incidentPageWords(state.lang);
  if (state.gone) return html`<h1>${words.gone}</h1><p>${words.goneWay}</p>`;
  const { page } = state;
  const offline = state.offline ? html`<p class="offline">${words.offline}</p>` : nothing;
  if (!page) return html`${offline}`;
  const { incident } = page;
  return html`${offline}${top(incident, state, words)}
    ${incident.answers.length > 0 ? answers(incident, state, words) : nothing}
    ${withheld(page, words)}${older(page, state, words)}${log(incident, state, words)}`;
}

/** The status line in the reader's language; else in English, else in any. */
export function lineFor({ line }: IncidentState, lang: string): { lang: string; text: string } {
  const found = [lang, 'en', ...Object.keys(line)].find((each) => Object.hasOwn(line, each)) ?? lang;
  return { lang: found, text: line[found] ?? '' };
}

function top(incident: IncidentState, { lang }: IncidentPageState, words: IncidentPageWords): TemplateResult {
  const over = incident.state === 'ended' || Date.parse(incident.until) <= Date.now();
  const line = lineFor(incident, lang);
  const fact = (name: string, value: unknown) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing);
  const until = html`<time datetime=${incident.until}>${moment(incident.until, lang)}</time>`;
  return html`<header class="top ${over ? 'ended' : ''}">
    <p class="bar"><span>${words.incident}</span><span class="state">${over ? words.ended : words.running}</span></p>
    <h1 lang=${line.lang}>${line.text}</h1>
    ${!over && incident.ending !== null ? html`<p class="asked">${fill(words.ending, { minutes: incident.ending })}</p>` : nothing}
    <dl class="facts">
      ${fact(words.since, html`<time datetime=${incident.from}>${moment(incident.from, lang)}</time>`)}
      ${fact(words.until, over ? until : html`${until} <span class="muted">(${timeLeft(incident.until, lang, words)})</span>`)}
      ${fact(words.approvedBy, incident.approvedBy)}${fact(words.raisedBy, incident.raisedBy)}
      ${fact(words.markets, incident.markets ? incident.markets.map((market) => marketName(market, lang)).join(', ') : words.everywhere)}
    </dl>
  </header>`;
}

function timeLeft(until: string, lang: string, words: IncidentPageWords): string {
  const minutes = Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 60_000));
  const format = (value: number, unit: string) =>
    new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  const hours = Math.floor(minutes / 60);
  const parts =
    hours >= 48
      ? [format(Math.floor(hours / 24), 'day')]
      : [...(hours > 0 ? [format(hours, 'hour')] : []), ...(hours < 10 ? [format(minutes % 60, 'minute')] : [])];
  return fill(words.left, { time: parts.join(' ') });
}

function answers(incident: IncidentState, state: IncidentPageState, words: IncidentPageWords): TemplateResult {
  const langs = [...new Set(incident.answers.flatMap(({ languages, missing }) => [...languages, ...missing]))].sort();
  const reads = langs.includes(state.reads) ? state.reads : (langs[0] ?? state.reads);
  return html`<section aria-labelledby="answers">
    <div class="bar"><h2 id="answers">${words.answers}</h2><span class="spacer"></span>
      <label class="bar">${words.language}
        <select @change=${(event: Event) => state.read((event.target as HTMLSelectElement).value)}>
          ${langs.map((code) => html`<option value=${code} ?selected=${code === reads}>${languageName(code, state.lang)}</option>`)}
        </select></label>
    </div>
    <ul class="answers">${incident.answers.map((each) => answer(each, reads, state))}</ul>
  </section>`;
}

function answer({ id, title }: IncidentState['answers'][number], reads: string, state: IncidentPageState) {
  const words = incidentPageWords(state.lang);
  const text = state.articles.get(id)?.texts.find(({ lang }) => lang === reads);
  const replies = text?.sections.filter(({ name }) => name === 'reply') ?? [];
  const base = replies.find(({ channel }) => channel === null);
  if (!text || replies.length === 0) {
    const language = languageName(reads, state.lang);
    return html`<li><h3>${title}</h3><p class="missing">${fill(words.untranslated, { language })}</p></li>`;
  }
  return html`<li lang=${reads}>
    <div class="bar"><h3>${text.title}</h3><span class="spacer"></span>
      ${base ? html`<button type="button" lang=${state.lang} @click=${() => void state.copy(id, base.markdown)} aria-label="${words.copy}: ${text.title}">${state.copied === id ? words.copied : words.copy}</button>` : nothing}
    </div>
    ${base ? html`<div class="words">${safeNodes(base.html)}</div>` : nothing}
    ${replies.filter(({ channel }) => channel !== null).map((reply) => variant(reply, state))}
  </li>`;
}

function variant(reply: ArticleText['sections'][number], { lang }: IncidentPageState): TemplateResult {
  const number = reply.alternative > 1 ? ` (${reply.alternative})` : '';
  const words = incidentPageWords(lang);
  const name = fill(words.channels, { channel: `${channelName(reply.channel ?? '', words)}${number}` });
  return html`<details><summary lang=${lang}>${name}</summary><div class="words">${safeNodes(reply.html)}</div></details>`;
}

function withheld({ withheld: names }: IncidentPageOutput, words: IncidentPageWords) {
  if (names.length === 0) return nothing;
  return html`<section aria-labelledby="withheld"><h2 id="withheld">${words.withheld}</h2>
    <ul class="plain">${names.map(({ title, lang }) => html`<li lang=${lang}>${title}</li>`)}</ul></section>`;
}

/** For leads, whom to write to again; others are not told of cases. */
function older(
  { older: cases, olderTotal }: IncidentPageOutput,
  { lang }: IncidentPageState,
  words: IncidentPageWords,
) {
  if (olderTotal === 0) return nothing;
  const more = olderTotal - cases.length;
  return html`<section aria-labelledby="older"><h2 id="older">${words.older} (${olderTotal})</h2>
    <ul class="plain">
      ${cases.map(
        ({
          case: ref,
          at,
          article,
          channel,
        }) => html`<li><strong>${ref}</strong> <time class="muted" datetime=${at}>${moment(at, lang)}</time>
        <div><span lang=${article.lang}>${article.title}</span>${channel ? html` <span class="muted">${channelName(channel, words)}</span>` : nothing}</div></li>`,
      )}
      ${more > 0 ? html`<li class="muted">${fill(words.olderMore, { count: more })}</li>` : nothing}
    </ul></section>`;
}

function log(incident: IncidentState, { lang }: IncidentPageState, words: IncidentPageWords) {
  if (incident.log.length === 0) return nothing;
  const said: Record<string, string> = {
    raised: words.raised,
    extended: words.extended,
    ended: words.endedBy,
    'ran-out': words.ranOut,
  };
  return html`<section aria-labelledby="log"><h2 id="log">${words.log}</h2>
    <ol class="plain log">${incident.log.map(
      ({ at, by, what, kind }) => html`<li>
      <time class="muted" datetime=${at}>${moment(at, lang)}</time>
      <div><strong>${said[kind] ?? words.changed}</strong>${kind === 'ran-out' ? nothing : html` <span class="muted">${by}</span>`}
        ${kind === 'changed' ? html`<div class="muted">${what}</div>` : nothing}</div></li>`,
    )}</ol></section>`;
}
