import type { Article } from '../../domain/article.ts';
import type { Insight, InsightsInput, InsightsOutput, Series } from '../../domain/curation.ts';
import { ErfaraError } from '../../domain/errors.ts';
import { dayOf } from '../../domain/moments.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { Ledger, LedgerQuery } from '../../ports/ledger.ts';
import type { LiveBank } from '../live-bank.ts';
import { requireInside, requireScope } from '../scope.ts';
import {
  abstention,
  acceptance,
  answeredShare,
  askedFor,
  coverage,
  questions,
  timeToInsert,
  topArticles,
} from './answering.ts';
import { causeOwners, causesIn, isCausedBy } from './causes.ts';
import { type ChangesDeps, changesBetween } from './changes.ts';
import { type Figure, shown } from './figure.ts';
import { canSend, repliesIn } from './offered.ts';
import { casesOf, rating, reopened, solvedOnFirstReply } from './outcome.ts';
import { editDistance, linkRate, reuse, standing, timeToReply } from './sending.ts';
import { nameOf, type Slice } from './slice.ts';
import { daysBefore, type Span, startOf, stepsBetween } from './steps.ts';

const DAY = 86_400_000;
/** Without a beginning: so many days back. */
const LOOKED_BACK = 83;
const MOST_STEPS = 400;
const TOP = 10;
const REASONS = ['below-bar', 'nothing-in-scope', 'other-market', 'no-model'];
/** What happens to a case within a week after it was resolved counts; what came two weeks before a change, too. */
const MARGIN = 14 * DAY;

export interface InsightsDeps extends ChangesDeps {
  bank: () => LiveBank;
  ledger: Pick<Ledger, 'queries' | 'eventsBetween' | 'textNotes'>;
}

/**
 * What can be read of the work, as lines over time; no point stands on fewer than five agents, and no line is of an agent.
 * @throws ErfaraError `bad-request`.
 */
export function insights(deps: InsightsDeps) {
  return async (input: InsightsInput, ctx: Ctx): Promise<InsightsOutput> => {
    requireScope(ctx, 'lead');
    requireInside(ctx);
    const bank = deps.bank();
    const steps = spansOf(input, bank, ctx);
    const [first, last] = [steps[0] as Span, steps.at(-1) as Span];
    const iso = (at: number) => new Date(at).toISOString();
    const wide = { since: iso(first.from - MARGIN), until: iso(last.until + MARGIN) };
    const queries = await deps.ledger.queries({ ...wide, by: 'suggest' });
    const all = standing(await deps.ledger.eventsBetween(wide.since, wide.until));
    const notes = await deps.ledger.textNotes(iso(first.from));
    const newCases = notes.flatMap(({ article, newAt }) => (newAt && isCase(bank.byId.get(article.id)) ? [newAt] : []));
    const slices = steps.map(
      (span): Slice => ({
        queries: queries.filter(inside(span)),
        events: all.filter(inside(span)),
        all: { queries, events: all },
        newCases: newCases.filter((at) => inside(span)({ at })).length,
      }),
    );
    const reading = { bank, ctx, queries, events: all };
    return {
      requestId: ctx.requestId,
      steps: steps.map(({ day }) => day),
      insights: lines(slices, reading),
      changes: await changesBetween(deps)({ from: first.from, until: last.until }, reading),
      causes: causesIn(slices, { bank, ctx }),
    };
  };
}

function spansOf({ from, until, step = 'week' }: InsightsInput, { settings }: LiveBank, ctx: Ctx): Span[] {
  const { timeZone } = settings;
  const last = until ?? dayOf(ctx.now, timeZone);
  const first = from ?? daysBefore(new Date(startOf(last, timeZone)), LOOKED_BACK, timeZone);
  const wrong = (path: string, message: string) =>
    new ErfaraError('bad-request', { details: [{ path, rule: 'span', message }] });
  if (first > last) throw wrong('from', `It begins (${first}) after it ends (${last}). Choose an earlier first day.`);
  // A day too many costs less than thousands of them.
  if (Date.parse(last) - Date.parse(first) > MOST_STEPS * 31 * DAY) throw wrong('from', 'These are too many years.');
  const steps = stepsBetween(first, last, step, timeZone);
  if (steps.length <= MOST_STEPS) return steps;
  throw wrong(
    'step',
    `These are ${steps.length} steps, and ${MOST_STEPS} can be drawn. Choose longer steps, or fewer days.`,
  );
}

function inside({ from, until }: Span) {
  return ({ at }: { at: string }) => Date.parse(at) >= from && Date.parse(at) < until;
}

function isCase(article: Article | undefined): boolean {
  return article?.texts[0]?.kind === 'case';
}

/** Every figure, step by step. */
function lines(slices: Slice[], { bank, ctx }: { bank: LiveBank; ctx: Ctx }): Insight[] {
  const whole = slices.flatMap(({ queries }) => queries);
  const langs = seenIn(whole, ({ lang }) => lang);
  const channels = seenIn(whole, ({ channel }) => channel);
  const line = (of: string, figure: (slice: Slice) => Figure): Series => ({
    of,
    points: slices.map((slice) => shown(figure(slice))),
  });
  const one = (name: string, unit: Insight['unit'], figure: (slice: Slice) => Figure): Insight => ({
    name,
    unit,
    series: [line('', figure)],
  });
  const by = (
    name: string,
    unit: Insight['unit'],
    { field, values }: { field: 'lang' | 'channel'; values: string[] },
    figure: (slice: Slice, value: string) => Figure,
  ): Insight => ({
    name,
    unit,
    series: values.map((value) =>
      line(value, (slice) => {
        const queries = slice.queries.filter((query) => query[field] === value);
        return figure({ ...slice, queries }, value);
      }),
    ),
  });
  const byLang = { field: 'lang' as const, values: langs };
  const byChannel = { field: 'channel' as const, values: channels };
  const replies = repliesIn(bank, whole);
  const asked = ({ queries }: Slice) => questions(queries);
  const answered = ({ queries }: Slice) => answeredShare(queries);
  const accepted = ({ queries, all }: Slice) => acceptance(queries, all.events);
  return [
    one('questions', 'count', asked),
    by('questions-by-language', 'count', byLang, asked),
    by('questions-by-channel', 'count', byChannel, asked),
    one('answered-share', 'share', answered),
    by('answered-share-by-language', 'share', byLang, answered),
    by('answered-share-by-channel', 'share', byChannel, answered),
    {
      name: 'abstention',
      unit: 'share',
      series: REASONS.map((reason) => line(reason, ({ queries }) => abstention(queries, reason))),
    },
    one('acceptance', 'share', accepted),
    by('acceptance-by-language', 'share', byLang, accepted),
    by('acceptance-by-channel', 'share', byChannel, accepted),
    one('edit-distance', 'share', ({ events }) => editDistance(events, replies)),
    one('time-to-insert', 'seconds', ({ events }) => timeToInsert(events)),
    one('link-rate', 'share', ({ events }) => linkRate(events)),
    one('reuse', 'share', ({ events, newCases }) => reuse(events, newCases)),
    by('coverage-by-language', 'share', byLang, ({ queries }) => coverage(queries, canSend(bank, 'language'))),
    by('coverage-by-channel', 'share', byChannel, ({ queries }) => coverage(queries, canSend(bank, 'channel'))),
    {
      name: 'top-questions',
      unit: 'count',
      series: topArticles(whole, TOP).map((id) => ({
        ...line(id, ({ queries }) => askedFor(queries, id)),
        title: nameOf(id, { bank, ctx }).title,
      })),
    },
    {
      name: 'time-to-reply',
      unit: 'seconds',
      series: [
        line('with-suggestion', ({ events, all }) => timeToReply(all.queries, events, true)),
        line('without-suggestion', ({ events, all }) => timeToReply(all.queries, events, false)),
      ],
    },
    {
      name: 'cases-by-cause-owner',
      unit: 'count',
      series: causeOwners(bank).map((owner) => line(owner, ({ events }) => casesOf(events, isCausedBy(owner, bank)))),
    },
    one('solved-on-first-reply', 'share', ({ events, all }) => solvedOnFirstReply(events, all.events)),
    one('reopened-within-7-days', 'share', ({ events, all }) => reopened(events, all.events)),
    one('rating', 'rating', ({ events }) => rating(events)),
  ];
}

function seenIn(queries: LedgerQuery[], of: (query: LedgerQuery) => string | null): string[] {
  return [...new Set(queries.flatMap((query) => of(query) ?? []))].sort();
}
