import { html, nothing, type TemplateResult } from 'lit';
import { editorPath } from '../shell/routes.ts';
import type { EditorHost } from './host.ts';

/** Articles about the same, found while it is being written, so that nothing is written twice. */
export function relatedView(host: EditorHost): TemplateResult {
  const { controller, strings, common } = host;
  const { related, name } = controller;
  const found = (related.output ?? []).filter(({ id }) => id !== name.id);
  if (related.failure) return html`<p class="notice bad">${host.said(related.failure)}</p>`;
  if (!related.output) return html`<p class="empty">${common.loading}</p>`;
  if (found.length === 0) return html`<p class="empty">${strings.noRelated}</p>`;
  return html`<ul class="related" role="list">${found.map(
    ({ id, lang, title, why }) =>
      html`<li><a target="_blank" rel="noopener" href=${`#${editorPath(id, lang)}`} lang=${lang}>${title}</a>
        ${why[0] ? html`<p class="muted small"><q lang=${why[0].lang}>${why[0].text}</q></p>` : nothing}<p class="tiny muted">${id}</p></li>`,
  )}</ul>`;
}
