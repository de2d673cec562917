import type { Bin } from './metrics.ts';

const SIZE = 360;
const EDGE = 40;

/** A reliability diagram (DeGroot and Fienberg, 1983) as SVG: what was promised against what held, a dot for each bin. */
export function reliabilityDiagram(bins: Bin[], title: string): string {
  const x = (share: number) => EDGE + share * (SIZE - 2 * EDGE);
  const y = (share: number) => SIZE - EDGE - share * (SIZE - 2 * EDGE);
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const line = (from: [number, number], to: [number, number], style: string) =>
    `<line x1="${x(from[0])}" y1="${y(from[1])}" x2="${x(to[0])}" y2="${y(to[1])}" ${style}/>`;
  const label = (at: [number, number], anchor: string, text: string) =>
    `<text x="${at[0]}" y="${at[1]}" text-anchor="${anchor}">${text}</text>`;
  const path = bins.map((bin, i) => `${i === 0 ? 'M' : 'L'}${x(bin.promised)} ${y(bin.held)}`).join(' ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" role="img" font-family="sans-serif" font-size="11">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${SIZE}" height="${SIZE}" fill="#fff"/>`,
    ...ticks.flatMap((tick) => [
      line([tick, 0], [tick, 1], 'stroke="#ddd"'),
      line([0, tick], [1, tick], 'stroke="#ddd"'),
      label([x(tick), SIZE - EDGE + 16], 'middle', `${tick * 100} %`),
      label([EDGE - 6, y(tick) + 4], 'end', `${tick * 100} %`),
    ]),
    line([0, 0], [1, 1], 'stroke="#888" stroke-dasharray="4 3"'),
    `<path d="${path}" fill="none" stroke="#0b5fa5" stroke-width="2"/>`,
    ...bins.map(
      (bin) =>
        `<circle cx="${x(bin.promised)}" cy="${y(bin.held)}" r="4" fill="#0b5fa5"><title>${bin.count} messages</title></circle>`,
    ),
    label([SIZE / 2, 20], 'middle', escaped(title)),
    label([SIZE / 2, SIZE - 6], 'middle', 'relevance promised; share right upwards'),
    '</svg>\n',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
