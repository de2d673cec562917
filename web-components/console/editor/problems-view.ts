import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../../server/http/contract.ts';
import { fill } from '../../words.ts';
import { fixFor, offsetOf } from './fixes.ts';
import type { EditorHost } from './host.ts';

/** How many findings there are, and on opening each with its place and what can be done about it. */
export function problemsView(host: EditorHost): TemplateResult {
  const { controller, strings } = host;
  const { problems, checks } = controller;
  const said =
    problems.length === 0 ? (checks.output ? strings.noFindings : '') : fill(strings.findings, { n: problems.length });
  return html`<details class="problems" ?hidden=${problems.length === 0 && !checks.pending && !checks.output}>
    <summary><span role="status">${checks.pending ? strings.checking : said}</span></summary>
    <ul role="list">${problems.map((problem) => finding(problem, host))}</ul>
  </details>`;
}

function finding(problem: Problem, host: EditorHost): TemplateResult {
  const { controller, strings, apply, goTo } = host;
  const fix = fixFor(problem, controller.text);
  const tone = { error: 'danger', warning: 'warning', hint: '' }[problem.severity];
  return html`<li><span class="badge ${tone}">${strings[problem.severity]}</span>
    <button type="button" class="link" @click=${() => goTo(offsetOf(controller.text, problem))}>${fill(strings.line, { n: problem.line })}</button>
    <p>${problem.message} <span class="muted">${problem.fix}</span></p>
    ${fix ? html`<button type="button" @click=${() => apply(fix.splice)}>${strings[fix.name]}</button>` : nothing}</li>`;
}
