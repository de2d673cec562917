import type { QueryOutcome } from './evaluate-set.ts';
import { WAYS, type Way } from './evaluate-set.ts';
import { mean } from './metrics.ts';
import { groupBy, type Move, type Summary, summarise } from './summary.ts';

/** Suffixes of a set's name that say how its messages are written. */
const ROUGH = ['typos', 'chatty', 'plain', 'greeklish'];

/** Everything that was measured, as Markdown. */
export function report(outcomes: QueryOutcome[], about: { title: string; moved: Move[] }): string {
  const sets = [...groupBy(outcomes, ({ set }) => set)].map(([name, own]) => summarise(name, own));
  const pairs = [...groupBy(outcomes, ({ pair }) => pair)].map(([name, own]) => summarise(name, own));
  const classes = [...groupBy(outcomes, classOf)].map(([name, own]) => summarise(name, own));
  return [
    `# ${about.title}`,
    '',
    'R@1: share of messages whose right article comes first, with a 95 % bootstrap interval; R@3: among the first three.',
    'AUROC: how well relevance tells messages that have an article from those that have none. Coverage: share of the former',
    'that are answered at the lowest bar at which nine of ten shown are right. ECE: expected calibration error, ten bins.',
    '',
    '## Sets',
    table(sets),
    '',
    '## The parts, R@1',
    parts(sets),
    '',
    '## Roughly written against clean, R@1',
    rough(sets),
    '',
    '## Language of the message > of the article',
    table(pairs),
    '',
    '## Kinds of message',
    table(classes),
    ...(about.moved.length > 0 ? ['', '## What moved against the last run, R@1', moved(about.moved)] : []),
    '',
  ].join('\n');
}

/** The suffix of the set's name where it has one, else the query's own kind. */
function classOf({ set, kind }: QueryOutcome): string {
  return ROUGH.find((suffix) => set.endsWith(`-${suffix}`)) ?? kind;
}

function table(rows: Summary[]): string {
  const all = average(rows);
  return grid(
    ['', 'answerable', 'not', 'R@1', '95 %', 'R@3', 'nDCG@10', 'MRR', 'language', 'AUROC', 'coverage', 'ECE'],
    [...rows, all].map((row) => [
      row.name,
      `${row.answerable}`,
      `${row.unanswerable}`,
      percent(row.first.pipeline),
      row.name === all.name ? '' : `${percent(row.interval[0])}-${percent(row.interval[1])}`,
      percent(row.three),
      percent(row.ndcg),
      percent(row.mrr),
      percent(row.language),
      figure(row.auroc),
      percent(row.coverage),
      figure(row.calibrationError),
    ]),
  );
}

function parts(rows: Summary[]): string {
  const better = (row: Summary) => 100 * (row.first.pipeline - Math.max(row.first.dense, row.first.lexical));
  return grid(
    ['', ...WAYS, 'against the better part', 'against baseline dense'],
    [...rows, average(rows)].map((row) => [
      row.name,
      ...WAYS.map((way) => percent(row.first[way])),
      signed(better(row)),
      signed(100 * (row.first.pipeline - row.first['baseline dense'])),
    ]),
  );
}

function rough(rows: Summary[]): string {
  const pairs = rows.flatMap((row) => {
    const suffix = ROUGH.find((name) => row.name.endsWith(`-${name}`));
    const clean = suffix && rows.find(({ name }) => name === row.name.slice(0, -suffix.length - 1));
    return clean
      ? [[row.name, percent(clean.first.pipeline), percent(row.first.pipeline), signed(loss(clean, row))]]
      : [];
  });
  return grid(['', 'clean', 'rough', 'points'], pairs);
}

function loss(clean: Summary, row: Summary): number {
  return 100 * (row.first.pipeline - clean.first.pipeline);
}

function moved(list: Move[]): string {
  return grid(
    ['', 'before', 'after', 'points', 'beyond noise'],
    list.map(({ name, before, after, beyondNoise }) => [
      name,
      percent(before),
      percent(after),
      signed(100 * (after - before)),
      beyondNoise ? 'yes' : '',
    ]),
  );
}

function average(rows: Summary[]): Summary {
  const over = (value: (row: Summary) => number) => mean(rows.map(value).filter((number) => !Number.isNaN(number)));
  return {
    name: 'mean',
    answerable: rows.reduce((sum, row) => sum + row.answerable, 0),
    unanswerable: rows.reduce((sum, row) => sum + row.unanswerable, 0),
    first: Object.fromEntries(WAYS.map((way) => [way, over((row) => row.first[way])])) as Record<Way, number>,
    interval: [Number.NaN, Number.NaN],
    three: over((row) => row.three),
    ndcg: over((row) => row.ndcg),
    mrr: over((row) => row.mrr),
    language: over((row) => row.language),
    auroc: over((row) => row.auroc),
    coverage: over((row) => row.coverage),
    calibrationError: over((row) => row.calibrationError),
  };
}

/** A Markdown table whose columns line up, so that it reads as well in a terminal. */
function grid(head: string[], rows: string[][]): string {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function percent(share: number): string {
  return Number.isNaN(share) ? '-' : (100 * share).toFixed(1);
}

function figure(value: number): string {
  return Number.isNaN(value) ? '-' : value.toFixed(3);
}

function signed(points: number): string {
  return Number.isNaN(points) ? '-' : `${points >= 0 ? '+' : ''}${points.toFixed(1)}`;
}
