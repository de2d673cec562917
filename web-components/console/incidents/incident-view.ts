import { html, nothing, type TemplateResult } from 'lit';
import type { IncidentState } from '../../../server/http/contract.ts';
import { marketName } from '../../market-name.ts';
import { dateLocale, fill, languageName } from '../../words.ts';
import type { LiveArticles } from '../room/live-articles.ts';
import type { RoomWords } from '../room/strings/strings.ts';
import { editorPath } from '../shell/routes.ts';
import type { IncidentsController } from './controller.ts';
import type { IncidentsWords } from './strings/strings.ts';

export interface IncidentHost {
  controller: IncidentsController;
  bank: LiveArticles;
  strings: IncidentsWords;
  common: RoomWords;
  lang: string;
  extend(incident: IncidentState, hours: number): void;
  end(incident: IncidentState): void;
}

/** A moment of today as a time, any other with its day. */
export function momentOf(iso: string, lang: string): string {
  const moment = new Date(iso);
  const today = moment.toDateString() === new Date().toDateString();
  return today
    ? moment.toLocaleTimeString(dateLocale(lang), { timeStyle: 'short' })
    : moment.toLocaleString(dateLocale(lang), { dateStyle: 'medium', timeStyle: 'short' });
}

/** One incident: its line as agents see it, until when, its answers, what it withholds, and what happened. */
export function incidentView(incident: IncidentState, host: IncidentHost): TemplateResult {
  const { strings, lang, bank, controller, common } = host;
  const { id, line, state, until, approvedBy, answers, supersedes, log, ending } = incident;
  const running = state === 'running';
  const said = line[lang] ?? Object.values(line)[0] ?? id;
  const about = [
    fill(strings.untilTime, { time: momentOf(until, lang) }),
    approvedBy ? `${strings.approvedBy} ${approvedBy}` : '',
    incident.markets?.map((code) => marketName(code, lang)).join(', ') ?? '',
  ];
  return html`<li class="incident box ${state}">
    <p class="line"><span class="badge ${running ? 'running' : ''}">${running ? strings.running : strings.ended}</span> <strong>${said}</strong></p>
    <p class="small muted">${about.filter(Boolean).join('\u00a0· ')} · <a href=${`/incident/${encodeURIComponent(id)}`}>${strings.page}</a></p>
    ${running && ending ? html`<p class="notice">${fill(strings.ending, { n: ending })}</p>` : nothing}
    ${running ? deeds(incident, host) : nothing}
    <details><summary>${strings.answers}: ${answers.length}</summary>
      <ul role="list">${answers.map(
        (answer) =>
          html`<li><a href=${`#${editorPath(answer.id, answer.languages[0] ?? lang)}`}>${answer.title}</a>${answer.missing.length > 0 ? html` <span class="warn tiny">${missingIn(answer.missing, strings, lang)}</span>` : nothing}</li>`,
      )}</ul>
      ${supersedes.length > 0 ? html`<p class="label">${strings.withheld}</p><ul role="list">${supersedes.map((each) => html`<li><a href=${`#${editorPath(each, lang)}`}>${bank.title(each, lang)}</a></li>`)}</ul>` : nothing}
    </details>
    ${log.length > 0 ? html`<details><summary>${strings.log}</summary><ol role="list">${log.map(({ at, by, what }) => html`<li class="small"><time class="muted" datetime=${at}>${momentOf(at, lang)}</time> ${what} <span class="muted">${by}</span></li>`)}</ol></details>` : nothing}
    ${controller.busy === id ? html`<span class="sr" role="status">${common.loading}</span>` : nothing}
  </li>`;
}

function deeds(incident: IncidentState, { controller, strings, common, extend, end }: IncidentHost): TemplateResult {
  const busy = controller.busy === incident.id;
  if (controller.ending === incident.id)
    return html`<div class="row" role="group" aria-label=${strings.endSure}><strong>${strings.endSure}</strong>
      <button type="button" class="danger" data-sure @click=${() => end(incident)}>${strings.endYes}</button>
      <button type="button" @click=${() => controller.ask(null)}>${common.cancel}</button></div>`;
  return html`<div class="row">${[1, 2].map((n) => html`<button type="button" ?disabled=${busy} @click=${() => extend(incident, n)}>${fill(strings.extend, { n })}</button>`)}
    <button type="button" class="danger" ?disabled=${busy} @click=${() => controller.ask(incident.id)}>${strings.end}</button></div>`;
}

export function missingIn(langs: string[], strings: IncidentsWords, lang: string): string {
  return fill(strings.missing, { languages: langs.map((code) => languageName(code, lang)).join(', ') });
}
