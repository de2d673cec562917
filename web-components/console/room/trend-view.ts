import { html, nothing, svg, type TemplateResult } from 'lit';

const WIDTH = 72;
const HEIGHT = 20;

/** A thin line of numbers in a row; `label` says them. A point that may not be told is left out; `marked` is where something happened. */
export function trendView(points: (number | null)[], label: string, marked = -1): TemplateResult {
  const most = Math.max(1, ...points.map((point) => point ?? 0));
  const step = points.length > 1 ? WIDTH / (points.length - 1) : 0;
  const places = points.flatMap((value, i) =>
    value === null ? [] : `${(i * step).toFixed(1)},${(HEIGHT - 2 - (value / most) * (HEIGHT - 4)).toFixed(1)}`,
  );
  return html`<svg class="trend" role="img" aria-label=${label} viewBox="0 0 ${WIDTH} ${HEIGHT}" width=${WIDTH} height=${HEIGHT}>${marked < 0 ? nothing : svg`<line x1=${marked * step} x2=${marked * step} y1="0" y2=${HEIGHT} stroke="currentColor" stroke-dasharray="2 2" />`}${svg`<polyline fill="none" stroke="currentColor" stroke-width="1.5" points=${places.join(' ')} />`}</svg>`;
}
