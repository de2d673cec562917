import { html, nothing, type TemplateResult } from 'lit';
import type { EndedIncident, RunningIncident } from '../../server/http/contract.ts';
import { alertIcon, chevronIcon } from '../suggest/views/icons.ts';
import { dateLocale, fill } from '../words.ts';

/** The words of an incident, as the panel and the banner both have them. */
export interface IncidentWording {
  incident: string;
  incidentUntil: string;
  incidentEnded: string;
  incidentAnswers: string;
  approvedBy: string;
}

/** What the lines are drawn from. */
export interface IncidentBoard {
  strings: IncidentWording;
  lang: string;
  isIncidentOpen(id: string): boolean;
  toggleIncident(id: string): void;
  /** An answer of a running incident, to be read. */
  answer(answer: NonNullable<RunningIncident['answers']>[number]): TemplateResult;
}

interface Incidents {
  incidents: RunningIncident[];
  ended?: EndedIncident[];
}

/**
 * Running incidents, each in one line with until when, and those that ended not long ago. One whose time is over is shown as
 * ended at once, whether or not the server was heard since.
 */
export function incidentLines(
  { incidents, ended = [] }: Incidents,
  board: IncidentBoard,
  now = Date.now(),
): TemplateResult {
  const isOver = ({ until }: RunningIncident) => Date.parse(until) <= now;
  const over = incidents.filter(isOver).map((each) => ({ ...each, endedAt: each.until }));
  const told = [...over, ...ended.filter(({ id }) => !incidents.some((each) => each.id === id))];
  return html`${incidents.filter((each) => !isOver(each)).map((each) => runningLine(each, board))}
  ${told.map((each) => endedLine(each, board))}`;
}

function runningLine(incident: RunningIncident, board: IncidentBoard): TemplateResult {
  const { strings, lang } = board;
  const open = board.isIncidentOpen(incident.id);
  const answers = incident.answers ?? [];
  // Closed, its words need the room more than the hour of another day does.
  const until = fill(strings.incidentUntil, { when: moment(incident.until, lang, !open) });
  return html`<div class="incident-line ${open ? 'open' : ''}">
    <button type="button" aria-expanded=${open} aria-controls="incident-${incident.id}" @click=${() => board.toggleIncident(incident.id)}>
      ${alertIcon}<span class="sr">${strings.incident}: </span><span class="text" lang=${incident.lang}>${incident.line}</span
      ><span class="until">${until}</span>${chevronIcon}
    </button>
    <div class="about" id="incident-${incident.id}" ?hidden=${!open}>
      ${incident.approvedBy ? html`<p>${fill(strings.approvedBy, { name: incident.approvedBy })}</p>` : nothing}
      ${
        open && answers.length > 0
          ? html`<p class="answers-label">${strings.incidentAnswers}</p><ul role="list">${answers.map((each) => html`<li>${board.answer(each)}</li>`)}</ul>`
          : nothing
      }
    </div>
  </div>`;
}

function endedLine({ line, lang: written, endedAt }: EndedIncident, { strings, lang }: IncidentBoard): TemplateResult {
  return html`<p class="incident-ended"><span class="sr">${strings.incident}: </span><strong>${fill(strings.incidentEnded, { when: moment(endedAt, lang) })}</strong>
    <span class="text" lang=${written}>${line}</span></p>`;
}

/** "18:00" for today, else day and time, in the interface's language; `brief`: else the day alone. */
export function moment(iso: string, lang: string, brief = false): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const today = at.toDateString() === new Date().toDateString();
  const form: Intl.DateTimeFormatOptions = today
    ? { hour: '2-digit', minute: '2-digit' }
    : { day: 'numeric', month: 'short', ...(brief ? {} : { hour: '2-digit', minute: '2-digit' }) };
  return new Intl.DateTimeFormat(dateLocale(lang), form).format(at);
}
