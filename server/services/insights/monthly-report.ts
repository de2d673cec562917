import type { Insight, InsightsInput, InsightsOutput } from '../../domain/curation.ts';
import { ErfaraError } from '../../domain/errors.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { LiveBank } from '../live-bank.ts';
import { plus } from './steps.ts';

export interface MonthlyReportDeps {
  bank: () => LiveBank;
  insights: (input: InsightsInput, ctx: Ctx) => Promise<InsightsOutput>;
}

const TOP = 5;

/**
 * One page for a manager who would cut the function, as Markdown: what a month was like beside the one before. Every number
 * has its definition beside it; "too few" stands where fewer than five agents are behind it.
 * @throws ErfaraError `bad-request` for a month that is not over a day old.
 */
export function monthlyReport({ bank, insights }: MonthlyReportDeps) {
  return async ({ month }: { month: string }, ctx: Ctx): Promise<string> => {
    const first = `${month}-01`;
    if (Date.parse(first) > ctx.now.getTime()) {
      const message = 'This month has not begun yet. Choose an earlier one.';
      throw new ErfaraError('bad-request', { details: [{ path: 'month', rule: 'future', message }] });
    }
    const before = `${plus(first, -1).slice(0, 7)}-01`;
    const last = plus(`${plus(first, 31).slice(0, 7)}-01`, -1);
    const output = await insights({ from: before, until: last, step: 'month' }, ctx);
    return reportOf(output, { month, name: bank().settings.name });
  };
}

/** The page, of two months: the one before, and the one that is told. */
export function reportOf(output: InsightsOutput, { month, name }: { month: string; name: string }): string {
  const of = (insight: string, series = '') => pointsOf(output.insights, insight, series);
  const rows: [string, string, (number | null)[], Insight['unit']][] = [
    ['Questions', 'messages that asked something', of('questions'), 'count'],
    ['Answered share', 'of the questions, those with a suggested answer', of('answered-share'), 'share'],
    ['Taken', 'of the answered ones, those whose answer an agent took', of('acceptance'), 'share'],
    ['Changed before sending', 'median part of the answer that agents rewrote', of('edit-distance'), 'share'],
    [
      'Time to reply, with an answer from the bank',
      'median from message to reply',
      of('time-to-reply', 'with-suggestion'),
      'seconds',
    ],
    ['Time to reply, without', 'median from message to reply', of('time-to-reply', 'without-suggestion'), 'seconds'],
    [
      'Solved on the first reply',
      'of the resolved cases, not reopened within 7 days',
      of('solved-on-first-reply'),
      'share',
    ],
    ['Reopened within 7 days', 'of the resolved cases', of('reopened-within-7-days'), 'share'],
    ["Customers' rating", 'mean, 1 to 5', of('rating'), 'rating'],
    ['Cases with an article linked', 'of the cases that got a reply', of('link-rate'), 'share'],
    ['Reuse', 'answers taken, beside new cases written down', of('reuse'), 'share'],
  ];
  const table = rows.map(
    ([label, meaning, [was = null, is = null], unit]) =>
      `| ${label} | ${told(is, unit)} | ${told(was, unit)} | ${meaning} |`,
  );
  return [
    `# ${name}: what customers asked in ${month}, and what it led to`,
    savedTime(of('time-to-reply', 'with-suggestion')[1], of('time-to-reply', 'without-suggestion')[1]),
    ['| | this month | the month before | what it is |', '|---|--:|--:|---|', ...table].join('\n'),
    '## What customers asked most',
    list(topOf(output).map(({ title, value }) => `${title}: ${told(value, 'count')} questions`)),
    '## What the company could end',
    list(
      output.causes
        .slice(0, TOP)
        .map(
          (cause) =>
            `**${cause.owner}** – ${cause.article.title}: ${told(cause.points[1] ?? null, 'count')} cases (${told(cause.points[0] ?? null, 'count')} the month before). ${whatBecame(cause)}`,
        ),
    ),
    '*Nothing here is told of single agents: a number stands only where five or more are behind it.*',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function pointsOf(insights: Insight[], name: string, of: string): (number | null)[] {
  return insights.find((each) => each.name === name)?.series.find((series) => series.of === of)?.points ?? [];
}

function savedTime(withAnswer: number | null | undefined, without: number | null | undefined): string {
  if (typeof withAnswer !== 'number' || typeof without !== 'number' || withAnswer >= without) return '';
  return `Customers who were answered from the bank had their reply **${told(without - withAnswer, 'seconds')} sooner** than others (medians).`;
}

function topOf({ insights }: InsightsOutput): { title: string; value: number | null }[] {
  const series = insights.find(({ name }) => name === 'top-questions')?.series ?? [];
  return series
    .map(({ of, title, points }) => ({ title: title ?? of, value: points[1] ?? null }))
    .filter(({ value }) => value !== null)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .slice(0, TOP);
}

function whatBecame({ told: toldOn, accepted, fixed }: InsightsOutput['causes'][number]): string {
  if (fixed) return `Fixed on ${fixed}.`;
  if (accepted) return `Accepted on ${accepted}, not fixed yet.`;
  return toldOn ? `Told on ${toldOn}, not accepted yet.` : 'Nobody was told yet.';
}

function list(items: string[]): string {
  return items.length === 0 ? 'Too few to tell.' : items.map((item) => `- ${item}`).join('\n');
}

function told(value: number | null, unit: Insight['unit']): string {
  if (value === null) return 'too few';
  switch (unit) {
    case 'share':
      return `${Math.round(value * 100)} %`;
    case 'rating':
      return value.toFixed(1);
    case 'seconds':
      return duration(value);
    default:
      return String(Math.round(value));
  }
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5_400) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${(seconds / 3_600).toFixed(1)} h` : `${(seconds / 86_400).toFixed(1)} days`;
}
