import * as Plot from '@observablehq/plot';
import type { Insight, InsightsOutput, Series } from '../../../server/http/contract.ts';

/** As many lines as can be told apart; the largest ones. */
const LINES = 6;
/** The colours of states, in this order. */
const COLOURS = ['accent', 'warning', 'positive', 'incident', 'danger', 'muted'];

export interface PlotOptions {
  steps: string[];
  changes: InsightsOutput['changes'];
  width: number;
  /** The interface's language, for the months. */
  lang: string;
  /** What the picture says, for who does not see it. */
  label: string;
  nameOf(series: Series): string;
  format(value: number): string;
}

interface Point {
  at: Date;
  value: number | null;
  of: string;
}

/** Thin lines with their names at their ends; a point that stands on too few agents is a gap. */
export function plotOf(insight: Insight, options: PlotOptions): Element {
  const { steps, changes, width, lang, nameOf, format, label } = options;
  const newest = (points: (number | null)[]) => points.findLast((point) => point !== null) ?? 0;
  const series = [...insight.series].sort((a, b) => newest(b.points) - newest(a.points)).slice(0, LINES);
  const points: Point[] = series.flatMap(({ of, points: values }) =>
    values.map((value, i) => ({ at: new Date(steps[i] ?? 0), value, of })),
  );
  // The last step may not be over yet.
  const [before, last] = [new Date(steps.at(-2) ?? 0), new Date(steps.at(-1) ?? 0)];
  const over = points.filter(({ at }) => at < last);
  const running = points.filter(({ at }) => at >= before);
  const ends = series.flatMap(({ of }) => points.findLast((point) => point.of === of && point.value !== null) ?? []);
  const colour = (of: string) => `var(--erfara-${COLOURS[series.findIndex((each) => each.of === of)] ?? 'muted'})`;
  const named = (of: string) => {
    const found = series.find((each) => each.of === of);
    return found ? shortened(nameOf(found)) : of;
  };
  const marked = changes.map(({ at, article, message }) => ({
    at: new Date(at),
    title: `${article.title}: ${message}`,
  }));
  const shape = { x: 'at', y: 'value' } as const;
  const chart = Plot.plot({
    ...{
      width,
      height: 190,
      marginLeft: 44,
      marginRight: series.length > 1 ? 110 : 48,
      marginBottom: 34,
      ariaLabel: label,
    },
    style: { background: 'none', color: 'var(--erfara-muted)', fontFamily: 'var(--erfara-font)', fontSize: '11px' },
    x: { type: 'utc', label: null, ticks: 5, tickSize: 0, tickPadding: 8, tickFormat: dayIn(lang) },
    y: { label: null, ticks: 4, tickSize: 0, grid: true, zero: true, nice: true, tickFormat: format },
    marks: [
      Plot.ruleX(marked, { x: 'at', stroke: 'var(--erfara-line)', strokeDasharray: '2 3', title: 'title' }),
      Plot.lineY(over, { ...shape, z: 'of', stroke: ({ of }: Point) => colour(of), strokeWidth: 1.5 }),
      Plot.lineY(running, { ...shape, z: 'of', stroke: ({ of }: Point) => colour(of), strokeDasharray: '2 3' }),
      Plot.dot(points, {
        ...shape,
        r: 1.5,
        fill: ({ of }: Point) => colour(of),
        title: ({ of, value }: Point) => `${named(of)} ${format(value ?? 0)}`,
      }),
      Plot.text(apart(ends, points), {
        ...shape,
        y: 'labelAt',
        text: ({ of, value }: Point) => (series.length > 1 ? named(of) : format(value ?? 0)),
        ...{ textAnchor: 'start', dx: 6, fill: ({ of }: Point) => colour(of) },
      }),
    ],
    color: { type: 'identity' },
  });
  // A strict policy lets no style sheet stand in a picture; the room's own takes its place.
  for (const sheet of chart.querySelectorAll('style')) sheet.remove();
  for (const part of chart.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  chart.setAttribute('role', 'img');
  return chart;
}

/** The day of the month, and the month below it where one begins, in the interface's language. */
function dayIn(lang: string): (at: Date, i: number, all?: Date[]) => string {
  const month = new Intl.DateTimeFormat(lang, { month: 'short', timeZone: 'UTC' });
  return (at, i, all) => {
    const begins = all?.[i - 1]?.getUTCMonth() !== at.getUTCMonth();
    return `${at.getUTCDate()}${begins ? `\n${month.format(at)}` : ''}`;
  };
}

/** A line of type among the plot's height. */
const LINE = 0.1;

/** Names that would lie on each other stand below one another, in the order of their lines. */
export function apart<T extends { value: number | null }>(
  ends: T[],
  all: { value: number | null }[],
): (T & { labelAt: number })[] {
  const gap = LINE * Math.max(...all.map(({ value }) => value ?? 0));
  const sorted = [...ends].sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const placed: (T & { labelAt: number })[] = [];
  for (const end of sorted) {
    const above = placed.at(-1)?.labelAt ?? Number.POSITIVE_INFINITY;
    placed.push({ ...end, labelAt: Math.min(end.value ?? 0, above - gap) });
  }
  // Those pushed below the axis go up again, and push the ones above them.
  let floor = 0;
  for (const end of placed.reverse()) {
    end.labelAt = Math.max(end.labelAt, floor);
    floor = end.labelAt + gap;
  }
  return placed;
}

/** A name at the end of a line has little room. */
function shortened(name: string): string {
  return name.length > 18 ? `${name.slice(0, 17)}…` : name;
}
