import { html, nothing, type TemplateResult } from 'lit';
import type { ArticleRow } from '../../../server/http/contract.ts';
import { fill } from '../../words.ts';
import type { RoomWords } from '../room/strings/strings.ts';
import { wordFor } from '../room/word-for.ts';
import { editorPath } from '../shell/routes.ts';
import type { ArticlesController } from './controller.ts';
import type { ArticlesWords } from './strings/strings.ts';
import { ROW } from './styles.ts';

const TONES: Record<string, string> = { validated: 'good', 'not-validated': 'warning', wip: '', archived: '' };

interface Row {
  row: ArticleRow;
  text: ArticleRow['texts'][number];
  /** Its place in the list, from 0. */
  at: number;
  controller: ArticlesController;
  strings: ArticlesWords;
  common: RoomWords;
}

/** One article in the list: its title leads to the editor, its languages to theirs. */
export function rowView({ row, text, at, controller, strings, common }: Row): TemplateResult {
  const chosen = controller.chosen.has(row.id);
  const label = fill(strings.choose, { title: text.title });
  return html`<div class="item" role="row" aria-rowindex=${at + 1} aria-selected=${chosen} tabindex=${at === controller.current ? 0 : -1} .style=${`top:${at * ROW}px`}
    @focus=${() => at !== controller.current && controller.move(at)}>
    <div role="gridcell"><label class="check"><input type="checkbox" tabindex="-1" aria-label=${label} .checked=${chosen} @change=${() => controller.choose(row.id)} /></label></div>
    <div class="name" role="gridcell"><a tabindex="-1" lang=${text.lang} href=${`#${editorPath(row.id, text.lang)}`}>${text.title}</a><span>${row.id}</span></div>
    <div class="langs" role="gridcell">${row.texts.map(
      ({ lang, title, stale }) =>
        html`<a tabindex="-1" class=${stale ? 'stale' : ''} title=${stale ? `${title} (${strings.stale})` : title} href=${`#${editorPath(row.id, lang)}`}>${lang}${stale ? html`<span class="sr"> ${strings.stale}</span>` : nothing}</a>`,
    )}</div>
    <div role="gridcell"><span class="badge ${TONES[text.state] ?? ''}">${wordFor(text.state, common)}</span></div>
    <div class="cell wide" role="gridcell">${wordFor(row.kind, common)}</div>
    <div class="cell wide" role="gridcell">${row.owner ?? ''}</div>
    <div class="cell number wide" role="gridcell" title=${fill(strings.used, { n: row.uses })}>${row.uses > 0 ? `${row.uses} ×` : ''}</div>
  </div>`;
}
