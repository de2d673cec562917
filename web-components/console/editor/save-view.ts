import { html, nothing, type TemplateResult } from 'lit';
import type { CheckOutput, JudgmentChange } from '../../../server/http/contract.ts';
import { fill } from '../../words.ts';
import { diffView } from '../room/diff-view.ts';
import { editorPath } from '../shell/routes.ts';
import type { EditorHost } from './host.ts';
import type { SaveSheet } from './saving.ts';

/** Of a kind of change that are named; the others are counted. */
const NAMED = 6;

/** The diff and what it does to finding, in one sheet, with the decision. */
export function saveView(host: EditorHost, sheet: SaveSheet, done: (reason: string) => void): TemplateResult {
  const { strings, common, controller } = host;
  const { diff, phase, check, lost, merged } = sheet;
  const errors = check?.problems.filter(({ severity }) => severity === 'error').length ?? 0;
  const mayPublish = controller.source?.mayPublish ?? true;
  const verb = !mayPublish ? strings.propose : lost.length > 0 ? strings.saveAnyway : strings.saveNow;
  const submit = (event: Event) => {
    event.preventDefault();
    const reason = new FormData(event.target as HTMLFormElement).get('reason');
    done(String(reason ?? ''));
  };
  return html`<form @submit=${submit}>
    <div class="sheet">
      <h2 id="save-title">${strings.saveTitle}</h2>
      ${merged ? html`<p class="notice">${strings.mergedNote}</p>` : nothing}
      ${sheet.failure ? html`<p class="notice bad" role="alert">${host.said(sheet.failure)}</p>` : nothing}
      ${errors > 0 ? html`<p class="notice bad" role="alert">${fill(strings.hasErrors, { n: errors })}</p>` : nothing}
      <section aria-labelledby="effect" aria-live="polite"><h3 id="effect">${strings.effect}</h3>
        ${phase === 'checking' ? html`<p class="muted">${strings.trying} …</p>` : nothing}
        ${check ? effectView(check, lost, host) : nothing}</section>
      <section aria-labelledby="change"><h3 id="change">${strings.changes}</h3>
        ${diff.length === 0 ? html`<p class="muted">${strings.nothingChanged}</p>` : diffView(diff, common)}</section>
      <div class="field"><label for="reason">${strings.reason}</label><input id="reason" name="reason" autocomplete="off" maxlength="500" /></div>
    </div>
    <footer>
      <button type="submit" class="main" ?disabled=${phase !== 'ready' || errors > 0 || diff.length === 0}>${phase === 'checking' ? strings.checking : verb}</button>
      <button type="button" @click=${() => controller.closeSheet()}>${lost.length > 0 ? strings.look : common.cancel}</button>
    </footer>
  </form>`;
}

function effectView(check: CheckOutput, lost: JudgmentChange[], host: EditorHost): TemplateResult {
  const { strings } = host;
  const { gained, shaken, failing, tests } = check;
  const none = gained.length + lost.length + shaken.length + failing.length === 0;
  const gains = gained.length === 1 ? strings.gainsOne : fill(strings.gains, { n: gained.length });
  return html`${none ? html`<p class="muted">${fill(strings.noEffect, { ...tests })}</p>` : nothing}
    ${gained.length > 0 ? html`<p class="gained">${gains}</p>` : nothing}
    ${lost.length > 0 ? html`<p class="lost">${fill(strings.loses, { n: lost.length })}</p>${listOf(lost, host)}` : nothing}
    ${failing.length > 0 ? html`<p class="fails">${fill(strings.fails, { n: failing.length })}</p>${listOf(failing, host)}` : nothing}
    ${shaken.length > 0 ? html`<p class="muted">${fill(strings.shakes, { n: shaken.length })}</p>` : nothing}`;
}

function listOf(changes: JudgmentChange[], { strings, bank }: EditorHost): TemplateResult {
  return html`<ul class="judged" role="list">${changes
    .slice(0, NAMED)
    .map(({ question, lang, articleId, lostTo, kind }) => {
      const article = html`<a target="_blank" rel="noopener" href=${`#${editorPath(articleId, lang)}`}>${bank.title(articleId, lang)}</a>`;
      const what =
        kind === 'not-for'
          ? strings.notForLost
          : lostTo
            ? fill(strings.goesTo, { article: bank.title(lostTo, lang) })
            : '';
      return html`<li><em lang=${lang}>${question}</em> → ${article}${what ? html`<span class="muted small"> ${what}</span>` : nothing}</li>`;
    })}</ul>`;
}
