import { html, nothing, type TemplateResult } from 'lit';
import type { RevisionOfText } from '../../../server/http/contract.ts';
import { dateLocale, fill } from '../../words.ts';
import { diffView } from '../room/diff-view.ts';
import { dayView } from './day-view.ts';
import type { EditorHost } from './host.ts';
import type { Past } from './past.ts';

/** Who changed what, newest first; any two versions can be compared, and an older one used again. */
export function historyView(host: EditorHost, past: Past): TemplateResult {
  const { strings, common } = host;
  if (past.failure) return html`<p class="notice bad" role="alert">${host.said(past.failure)}</p>`;
  if (!past.revisions) return html`<p class="empty">${common.loading}</p>`;
  if (past.revisions.length === 0) return html`<p class="empty">${strings.noHistory}</p>`;
  return html`${dayView(host, past)}
    <ol class="versions" role="list">${past.revisions.map((revision, i) => version(revision, i === 0, { host, past }))}</ol>
    <p><button type="button" aria-expanded=${past.lines !== null} @click=${() => past.blame(host.controller.name)}>${strings.whoWrote}</button></p>
    ${past.lines ? blameView(host, past.lines) : nothing}`;
}

function version(
  revision: RevisionOfText,
  newest: boolean,
  { host, past }: { host: EditorHost; past: Past },
): TemplateResult {
  const { strings, controller } = host;
  const open = past.shown === revision.id;
  return html`<li>
    <p><strong>${revision.message.split('\n')[0]}</strong>${newest ? html` <span class="badge">${strings.now}</span>` : nothing}</p>
    <p class="muted small"><time datetime=${revision.at}>${moment(revision.at, host)}</time> · ${revision.author}</p>
    <button type="button" aria-expanded=${open} @click=${() => past.compare(controller.name, revision.id, controller.text)}>${strings.compare}</button>
    ${open ? comparison(revision, host, past) : nothing}
  </li>`;
}

function comparison({ id }: RevisionOfText, host: EditorHost, past: Past): TemplateResult {
  const { strings, common, controller } = host;
  const others = (past.revisions ?? []).filter((each) => each.id !== id);
  const same = past.against === '' ? strings.sameAsNow : strings.sameAsThat;
  const choose = (event: Event) =>
    void past.compareWith(controller.name, (event.target as HTMLSelectElement).value, controller.text);
  return html`${
    others.length === 0
      ? nothing
      : html`<div class="against small"><label for="against">${strings.compareWith}</label>
          <select id="against" @change=${choose}>
            <option value="" ?selected=${past.against === ''}>${strings.whatIsWritten}</option>
            ${others.map((each) => html`<option value=${each.id} ?selected=${past.against === each.id}>${moment(each.at, host)} · ${each.author} · ${each.message.split('\n')[0]}</option>`)}
          </select></div>`
  }
  ${past.diff ? (past.diff.length === 0 ? html`<p class="muted small">${same}</p>` : diffView(past.diff, common)) : nothing}
  ${
    past.diff && past.markdown !== controller.text
      ? html`<button type="button" @click=${() => host.apply({ from: 0, to: controller.text.length, insert: past.markdown })}>${strings.revert}</button>`
      : nothing
  }`;
}

function blameView(host: EditorHost, parts: NonNullable<Past['lines']>): TemplateResult {
  return html`<ol class="versions blame" role="list" aria-label=${host.strings.whoWrote}>${parts.map(
    ({ revision, line, lines }) => html`<li>
      <p class="muted small">${fill(host.strings.lineOf, { from: line, to: line + lines.length - 1 })} · <strong>${revision.author}</strong> · <time datetime=${revision.at}>${moment(revision.at, host)}</time></p>
      <pre class="code">${lines.join('\n')}</pre></li>`,
  )}</ol>`;
}

function moment(at: string, { lang }: EditorHost): string {
  return new Date(at).toLocaleString(dateLocale(lang), { dateStyle: 'medium', timeStyle: 'short' });
}
