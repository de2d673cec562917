import type { Cause, Insight, InsightsInput, InsightsOutput } from '../../domain/curation.ts';
import { ErfaraError } from '../../domain/errors.ts';
import type { Lang } from '../../domain/language.ts';
import { dayOf } from '../../domain/moments.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { LiveBank } from '../live-bank.ts';
import { filled, REPORT_LANGUAGES, type ReportWords, reportWords } from './report-words/report-words.ts';
import { plus } from './steps.ts';

export interface MonthlyReportDeps {
  bank: () => LiveBank;
  insights: (input: InsightsInput, ctx: Ctx) => Promise<InsightsOutput>;
}

export interface ReportInput {
  /** 2026-11 */
  month: string;
  /** One of the interface's; the reader's own when it is left out, else English. */
  lang?: Lang;
}

/** What a page is told by: `until` is today where the month is not over. */
export interface ReportAbout {
  month: string;
  name: string;
  lang: Lang;
  until?: string | null;
}

const TOP = 5;

/**
 * One page for a manager who would cut the function, as Markdown: what a month was like beside the one before. Every number
 * has its definition beside it; "too few" stands where fewer than five agents are behind it.
 * @throws ErfaraError `bad-request` for a month that has not begun.
 */
export function monthlyReport({ bank, insights }: MonthlyReportDeps) {
  return async ({ month, lang }: ReportInput, ctx: Ctx): Promise<{ markdown: string; lang: Lang }> => {
    const first = `${month}-01`;
    const today = dayOf(ctx.now, bank().settings.timeZone);
    if (first > today) {
      const message = 'This month has not begun yet. Choose an earlier one.';
      throw new ErfaraError('bad-request', { details: [{ path: 'month', rule: 'future', message }] });
    }
    const wanted = lang ?? ctx.locale;
    const spoken = REPORT_LANGUAGES.includes(wanted) ? wanted : 'en';
    const before = `${plus(first, -1).slice(0, 7)}-01`;
    const last = plus(`${plus(first, 31).slice(0, 7)}-01`, -1);
    const output = await insights({ from: before, until: last, step: 'month' }, { ...ctx, locale: spoken });
    const about = { month, name: bank().settings.name, lang: spoken, until: last >= today ? today : null };
    return { markdown: reportOf(output, about), lang: spoken };
  };
}

/** The page, of two months: the one before, and the one that is told. */
export function reportOf(output: InsightsOutput, { month, name, lang, until = null }: ReportAbout): string {
  const words = reportWords(lang);
  const say = { words, lang };
  const of = (insight: string, series = '') => pointsOf(output.insights, insight, series);
  const now = (insight: string) => of(insight)[1] ?? null;
  const rows: [string, string, (number | null)[], Insight['unit']][] = [
    [words.questions, words.questionsMeaning, of('questions'), 'count'],
    [words.answered, words.answeredMeaning, of('answered-share'), 'share'],
    [words.taken, words.takenMeaning, of('acceptance'), 'share'],
    [words.changed, words.changedMeaning, of('edit-distance'), 'share'],
    [words.withAnswer, words.timeMeaning, of('time-to-reply', 'with-suggestion'), 'seconds'],
    [words.withoutAnswer, words.timeMeaning, of('time-to-reply', 'without-suggestion'), 'seconds'],
    [words.solved, words.solvedMeaning, of('solved-on-first-reply'), 'share'],
    [words.reopened, words.reopenedMeaning, of('reopened-within-7-days'), 'share'],
    [words.rating, words.ratingMeaning, of('rating'), 'rating'],
    [words.linked, words.linkedMeaning, of('link-rate'), 'share'],
    [words.reuse, words.reuseMeaning, of('reuse'), 'share'],
  ];
  const table = rows.map(
    ([label, meaning, [was = null, is = null], unit]) =>
      `| ${label} | ${told(is, unit, say)} | ${told(was, unit, say)} | ${meaning} |`,
  );
  const ended = output.causes.reduce((sum, { points }) => sum + (points[1] ?? 0), 0);
  const figures = [now('questions'), now('answered-share'), now('acceptance')];
  const [questions, answered, taken] = (['count', 'share', 'share'] as const).map((unit, i) =>
    told(figures[i] ?? null, unit, say),
  ) as [string, string, string];
  const summary = [
    figures.includes(null) ? '' : filled(words.asked, { questions, answered, taken }),
    savedTime(of('time-to-reply', 'with-suggestion')[1], of('time-to-reply', 'without-suggestion')[1], say),
    ended === 0 ? '' : filled(words.ended, { cases: told(ended, 'count', say) }),
  ].filter((part) => part !== '');
  const top = topOf(output).map(({ title, value }) =>
    filled(words.topLine, { title: plain(title), n: told(value, 'count', say) }),
  );
  return [
    `# ${filled(words.title, { name, month: monthName(month, lang) })}`,
    until === null ? '' : `*${filled(words.running, { day: dayName(until, lang) })}*`,
    summary.join(' '),
    [`| | ${words.thisMonth} | ${words.before} | ${words.meaning} |`, '|---|--:|--:|---|', ...table].join('\n'),
    `## ${words.top}`,
    list(top, words),
    `## ${words.causes}`,
    list(
      output.causes.slice(0, TOP).map((cause) => causeLine(cause, say)),
      words,
    ),
    `*${words.footer}*`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

interface Say {
  words: ReportWords;
  lang: Lang;
}

function pointsOf(insights: Insight[], name: string, of: string): (number | null)[] {
  return insights.find((each) => each.name === name)?.series.find((series) => series.of === of)?.points ?? [];
}

function savedTime(withAnswer: number | null | undefined, without: number | null | undefined, say: Say): string {
  if (typeof withAnswer !== 'number' || typeof without !== 'number' || withAnswer >= without) return '';
  return filled(say.words.sooner, { time: told(without - withAnswer, 'seconds', say) });
}

function topOf({ insights }: InsightsOutput): { title: string; value: number | null }[] {
  const series = insights.find(({ name }) => name === 'top-questions')?.series ?? [];
  return series
    .map(({ of, title, points }) => ({ title: title ?? of, value: points[1] ?? null }))
    .filter(({ value }) => value !== null)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .slice(0, TOP);
}

function causeLine({ owner, article, points, ...dates }: Cause, say: Say): string {
  const [before, n] = [points[0] ?? null, points[1] ?? null].map((point) => told(point, 'count', say));
  return filled(say.words.causeLine, {
    owner: plain(owner),
    title: plain(article.title),
    n: n ?? '',
    before: before ?? '',
    became: whatBecame(dates, say),
  });
}

function whatBecame({ fixed, accepted, told: since }: Pick<Cause, 'fixed' | 'accepted' | 'told'>, say: Say): string {
  const { words, lang } = say;
  if (fixed) return filled(words.fixed, { day: dayName(fixed, lang) });
  if (accepted) return filled(words.accepted, { day: dayName(accepted, lang) });
  return since ? filled(words.told, { day: dayName(since, lang) }) : words.nobody;
}

function list(items: string[], { nothing }: ReportWords): string {
  return items.length === 0 ? nothing : items.map((item) => `- ${item}`).join('\n');
}

/** Words that are no Markdown. */
function plain(words: string): string {
  return words.replace(/[\\`*_[\]<>|]/g, '\\$&');
}

function monthName(month: string, lang: Lang): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString(lang, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

function dayName(day: string, lang: Lang): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(lang, { dateStyle: 'long', timeZone: 'UTC' });
}

function told(value: number | null, unit: Insight['unit'], { words, lang }: Say): string {
  if (value === null) return words.tooFew;
  switch (unit) {
    case 'share':
      return value.toLocaleString(lang, { style: 'percent', maximumFractionDigits: 0 });
    case 'rating':
      return value.toLocaleString(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    case 'seconds':
      return duration(value, lang);
    default:
      return Math.round(value).toLocaleString(lang);
  }
}

function duration(seconds: number, lang: Lang): string {
  const inUnit = (n: number, name: 'second' | 'minute' | 'hour' | 'day', digits = 0) =>
    n.toLocaleString(lang, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits });
  if (seconds < 90) return inUnit(seconds, 'second');
  if (seconds < 5_400) return inUnit(seconds / 60, 'minute');
  return seconds < 172_800 ? inUnit(seconds / 3_600, 'hour', 1) : inUnit(seconds / 86_400, 'day', 1);
}
