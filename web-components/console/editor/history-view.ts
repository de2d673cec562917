import { html, nothing, type TemplateResult } from 'lit';
import type { RevisionOfText } from '../../../server/http/contract.ts';
import { dateLocale } from '../../words.ts';
import { diffView } from '../room/diff-view.ts';
import type { EditorHost } from './host.ts';
import type { Past } from './past.ts';

/** Who changed what, newest first; each version can be compared with what is written now, and used again. */
export function historyView(host: EditorHost, past: Past): TemplateResult {
  const { strings, common } = host;
  if (past.failure) return html`<p class="notice bad">${host.said(past.failure)}</p>`;
  if (!past.revisions) return html`<p class="empty">${common.loading}</p>`;
  if (past.revisions.length === 0) return html`<p class="empty">${strings.noHistory}</p>`;
  return html`<ol class="versions" role="list">${past.revisions.map((revision, i) => version(revision, i === 0, { host, past }))}</ol>`;
}

function version(
  revision: RevisionOfText,
  newest: boolean,
  { host, past }: { host: EditorHost; past: Past },
): TemplateResult {
  const { strings, common, controller, lang } = host;
  const open = past.shown === revision.id;
  const at = new Date(revision.at).toLocaleString(dateLocale(lang), { dateStyle: 'medium', timeStyle: 'short' });
  return html`<li>
    <p><strong>${revision.message.split('\n')[0]}</strong>${newest ? html` <span class="badge">${strings.now}</span>` : nothing}</p>
    <p class="muted small"><time datetime=${revision.at}>${at}</time> · ${revision.author}</p>
    <button type="button" aria-expanded=${open} @click=${() => past.compare(controller.name, revision.id, controller.text)}>${strings.compare}</button>
    ${
      open && past.diff
        ? past.diff.length === 0
          ? html`<p class="muted small">${strings.sameAsNow}</p>`
          : html`${diffView(past.diff, common)}<button type="button" @click=${() => host.apply({ from: 0, to: controller.text.length, insert: past.markdown })}>${strings.revert}</button>`
        : nothing
    }
  </li>`;
}
