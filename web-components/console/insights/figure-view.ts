import { html, nothing, type TemplateResult } from 'lit';
import type { Insight } from '../../../server/http/contract.ts';
import { insightName, type Naming, seriesName } from './names.ts';
import { valueIn } from './number.ts';

/** One figure: its name, the latest value where there is one line, a place for the plot, and the same as a table. */
export function figureView(insight: Insight, at: number, steps: string[], naming: Naming): TemplateResult {
  const { strings } = naming;
  const said = (value: number) => valueIn(insight.unit, value, naming);
  const [first] = insight.series;
  // The last step may not be over: its number would be read as a fall.
  const whole = Math.max(1, steps.length - 1);
  const latest =
    insight.series.length === 1 ? first?.points.slice(0, whole).findLast((point) => point !== null) : undefined;
  const name = insightName(insight, naming);
  return html`<figure class="box"><figcaption><h2>${name}</h2>${latest === undefined || latest === null ? nothing : html`<span class="latest">${said(latest)}</span>`}</figcaption>
    <div class="plot" data-at=${at}></div>
    <details><summary>${strings.table}</summary><div class="scroll" tabindex="0" role="group" aria-label=${name}><table>
      <thead><tr><td></td>${steps.map((step) => html`<th scope="col">${step}</th>`)}</tr></thead>
      <tbody>${insight.series.map(
        (series) =>
          html`<tr><th scope="row">${seriesName(series, naming)}</th>${series.points.map((point) => html`<td>${point === null ? '–' : said(point)}</td>`)}</tr>`,
      )}</tbody></table></div></details></figure>`;
}

/** Whether anything of it may be told; lines by language or channel say more than the whole only when there are two. */
export function hasPoints({ name, series }: Insight): boolean {
  const told = series.filter(({ points }) => points.some((point) => point !== null)).length;
  return told >= (/-by-(?:language|channel)$/.test(name) ? 2 : 1);
}
