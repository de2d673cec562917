import { html, nothing, type TemplateResult } from 'lit';
import type { Evidence, WorkItem } from '../../../server/http/contract.ts';
import { fill } from '../../words.ts';
import { diffView } from '../room/diff-view.ts';
import type { RoomWords } from '../room/strings/strings.ts';
import { editorPath } from '../shell/routes.ts';
import { countOf } from './sentence.ts';
import type { TodayWords } from './strings/strings.ts';

/** Why an item is in the queue: what was counted, what people wrote, two texts side by side, a proposed change. */
export function evidenceView(item: WorkItem, strings: TodayWords, common: RoomWords): TemplateResult {
  const counts = item.evidence.flatMap((each) => (each.kind === 'count' ? [countOf(each, strings)] : []));
  const sides = item.evidence.filter((each) => each.kind === 'side');
  const diffs = item.evidence.filter((each) => each.kind === 'diff');
  const harm = item.weight >= 1 ? [fill(strings.weight, { n: Math.round(item.weight) })] : [];
  return html`<p class="small muted">${[...harm, ...counts].join('\u00a0· ')}</p>
    ${(['customer', 'agent', 'editor', 'rule'] as const).map((from) => wordsOf(item, from, strings))}
    ${
      sides.length > 0
        ? html`<div class="sides">${sides.map(
            ({ article, text }) =>
              html`<section><p class="side-name"><a href=${`#${editorPath(article.id, article.lang)}`} lang=${article.lang}>${article.title}</a></p><p lang=${article.lang}>${text}</p></section>`,
          )}</div>`
        : nothing
    }
    ${diffs.map(({ diff }) => diffView(diff, common))}`;
}

function wordsOf(
  { evidence }: WorkItem,
  from: Extract<Evidence, { kind: 'words' }>['from'],
  strings: TodayWords,
): TemplateResult | typeof nothing {
  const said = evidence.filter((each) => each.kind === 'words' && each.from === from);
  if (said.length === 0) return nothing;
  return html`<div><p class="label">${strings[`from-${from}`]}</p>
    <ul role="list" class="said">${said.map((each) => (each.kind === 'words' ? html`<li lang=${each.lang ?? nothing}>${each.text}</li>` : nothing))}</ul></div>`;
}
