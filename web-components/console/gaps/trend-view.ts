import { html, svg, type TemplateResult } from 'lit';
import { fill } from '../../words.ts';
import type { GapsWords } from './strings/strings.ts';

const WIDTH = 72;
const HEIGHT = 20;

/** A thin line of the last weeks; its numbers are its name. */
export function trendView(trend: number[], strings: GapsWords): TemplateResult {
  const most = Math.max(1, ...trend);
  const step = trend.length > 1 ? WIDTH / (trend.length - 1) : 0;
  const place = (value: number, i: number) =>
    `${(i * step).toFixed(1)},${(HEIGHT - 2 - (value / most) * (HEIGHT - 4)).toFixed(1)}`;
  const label = fill(strings.trend, { values: trend.join(', ') });
  return html`<svg class="trend" role="img" aria-label=${label} viewBox="0 0 ${WIDTH} ${HEIGHT}" width=${WIDTH} height=${HEIGHT}>${svg`<polyline fill="none" stroke="currentColor" stroke-width="1.5" points=${trend.map(place).join(' ')} />`}</svg>`;
}
