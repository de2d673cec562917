import { html, nothing, type TemplateResult } from 'lit';
import { dayIn } from '../../day-in.ts';
import { fill } from '../../words.ts';
import { wordFor } from '../room/word-for.ts';
import type { EditorHost } from './host.ts';

const STATES = ['wip', 'not-validated', 'validated', 'archived'];
const AUDIENCES = ['public', 'customer', 'partner', 'internal'];
const GOVERNANCE = ['experience', 'compliance'];
const HANDLING = ['answer', 'hand-over'];
const KINDS = ['faq', 'case', 'procedure', 'guideline', 'incident'];

/** The front matter as a quiet form: what is asked for most stands open, the customers' own words one click away. */
export function formView(host: EditorHost, fields: Record<string, unknown>): TemplateResult {
  const { strings, common, bank, set } = host;
  const select = (key: string, label: string, codes: string[], usual = '') => {
    const now = String(fields[key] ?? usual);
    const all = codes.includes(now) || now === '' ? codes : [...codes, now];
    return html`<div class="field"><label for="f-${key}">${label}</label>
      <select id="f-${key}" .value=${now} @change=${(event: Event) => set(key, written(event))}>
        ${all.map((code) => html`<option value=${code} ?selected=${code === now}>${wordFor(code, common)}</option>`)}
      </select></div>`;
  };
  const team = (key: string, label: string) =>
    html`<div class="field"><label for="f-${key}">${label}</label>
      <input id="f-${key}" list="owners" autocomplete="off" .value=${String(fields[key] ?? '')} @change=${(event: Event) => set(key, written(event))} /></div>`;
  const list = (key: string, label: string) =>
    html`<div class="field"><label for="f-${key}">${label}</label>
      <input id="f-${key}" autocomplete="off" .value=${listOf(fields[key]).join(', ')} @change=${(event: Event) => set(key, split(written(event), /,/))} /></div>`;
  const lines = (key: string, label: string) => {
    const items = listOf(fields[key]);
    return html`<div class="field wide"><label for="f-${key}">${label}</label>
      <textarea id="f-${key}" lang=${host.controller.name.lang} rows=${Math.min(8, items.length + 1)} .value=${items.join('\n')} @change=${(event: Event) => set(key, split(written(event), /\n/))}></textarea></div>`;
  };
  const summary = [
    fields.owner,
    ...listOf(fields.tags),
    fill(strings.questionCount, { n: listOf(fields.questions).length }),
  ].filter(Boolean);
  return html`<div class="form">
    <div class="field title"><label for="f-title">${strings.title}</label>
      <input id="f-title" lang=${host.controller.name.lang} .value=${String(fields.title ?? '')} @change=${(event: Event) => set('title', written(event))} /></div>
    ${select('state', common.state, STATES)}${select('audience', strings.audience, AUDIENCES)}
    <details><summary>${strings.properties}<span class="muted">${summary.join(' · ')}</span></summary>
      <div class="more">
        <div class="row wide">${fields.verified_at === undefined ? nothing : html`<span class="muted small">${common.validated}: ${dayIn(String(fields.verified_at), host.lang)}</span>`}
          ${host.controller.source?.mayPublish && !host.controller.unsaved ? html`<button type="button" @click=${host.confirm}>${strings.stillCorrect}</button>` : nothing}</div>
        ${select('kind', common.kind, KINDS)}${select('governance', strings.governance, GOVERNANCE, 'experience')}
        ${select('handling', strings.handling, HANDLING, 'answer')}
        ${team('owner', common.owner)}${team('cause_owner', strings.causeOwner)}
        <datalist id="owners">${bank.owners.map((owner) => html`<option value=${owner}></option>`)}</datalist>
        ${list('tags', strings.tags)}${list('markets', strings.markets)}${list('brands', strings.brands)}
        ${lines('questions', strings.questions)}${lines('not_for', strings.notFor)}
      </div>
    </details>
  </div>`;
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function split(words: string, at: RegExp): string[] {
  return words.split(at).flatMap((word) => word.trim() || []);
}

function written(event: Event): string {
  return (event.target as HTMLInputElement).value.trim();
}
