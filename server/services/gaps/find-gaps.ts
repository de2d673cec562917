import type { ArticleName, Gap, GapState } from '../../domain/curation.ts';
import type { Lang } from '../../domain/language.ts';
import type { Ctx } from '../../domain/principal.ts';
import { dot } from '../../domain/vector.ts';
import type { Ledger, LedgerEvent, LedgerGap, LedgerQuery } from '../../ports/ledger.ts';
import type { PassageIndex } from '../../ports/passage-index.ts';
import type { LiveBank } from '../live-bank.ts';
import { readableTexts } from '../may-read.ts';
import { type AskAgainDeps, askAgain } from './ask-again.ts';
import { type AskedInVain, askedInVain, helpedBy, sameWords } from './asked-in-vain.ts';
import { clusters, mostTypical } from './clusters.ts';
import { withoutAnswered, withoutHelped } from './doubtful.ts';
import { isEvent } from './is-event.ts';
import { sameGaps } from './same-gaps.ts';
import { repliesTo, type SentInsteadDeps, sentInstead } from './sent-instead.ts';
import { withoutUsualFrames } from './usual-frames.ts';
import { type VectorsOfDeps, vectorsOf } from './vectors-of.ts';

const DAY_MS = 86_400_000;
/** As far back as is looked. */
const DAYS = 90;
/** Weeks of a trend. */
const WEEKS = 8;
/** Questions that are compared: the latest. */
const MOST_ASKS = 1_500;
const MOST_PHRASINGS = 20;
/**
 * Where so many different questions were asked, the very same words from several cases are one text that goes round (a form,
 * a robot, a forwarded mail): customers who lack one answer ask for it in several ways.
 */
const MANY_QUESTIONS = 100;
/** Two texts so alike (cosine) are one, give or take a greeting or a slip. */
const ONE_TEXT = 0.93;
/** A question that the bank missed comes in the same words, or their translation, again and again. */
const WAYS = 3;
/** A longer phrasing names a gap only where there is no other. */
const LONGEST_NAME = 200;

export interface FindGapsDeps extends AskAgainDeps, VectorsOfDeps, SentInsteadDeps {
  ledger: Pick<Ledger, 'queries' | 'eventsBetween' | 'gaps' | 'keepGaps'>;
  index: Pick<PassageIndex, 'current'>;
  bank: () => LiveBank;
}

/** A gap, and what it was made of. */
export interface FoundGap extends Gap {
  /** The market, where all asked in one. */
  market: string | null;
  /** Its phrasings, the most typical first. */
  asked: { text: string; lang: Lang | null }[];
  /** Ids of the requests in which it was asked. */
  requests: string[];
}

export type FindGaps = (ctx: Ctx) => Promise<FoundGap[]>;

/**
 * Clusters of questions that nothing answered, over languages, those of most cases first. Only what at least `gaps.from`
 * distinct cases asked; open as long as so many of them would still be left without an answer today. Empty without a model.
 */
export function findGaps(deps: FindGapsDeps): FindGaps {
  const vectors = vectorsOf(deps);
  const again = askAgain(deps);
  let working: Promise<unknown> = Promise.resolve();
  const look = async (ctx: Ctx): Promise<FoundGap[]> => {
    const until = new Date(ctx.now.getTime() + 1).toISOString();
    const since = new Date(ctx.now.getTime() - DAYS * DAY_MS).toISOString();
    const [queries, events] = await Promise.all([
      deps.ledger.queries({ since, until }),
      deps.ledger.eventsBetween(since, until),
    ]);
    const frameless = withoutUsualFrames(queries.flatMap(({ asks }) => asks.flatMap(({ text }) => text ?? [])));
    const inVain = askedInVain(queries, events)
      .slice(-MOST_ASKS)
      .map((one) => ({ ...one, text: frameless(one.text) }));
    const helped = helpedBy(queries, events).map((one) => ({ ...one, text: frameless(one.text) }));
    const asked = await withoutHelped(inVain, helped, vectors);
    const made = await vectors(asked);
    if (!made) return [];
    const from = deps.bank().settings.gaps.from;
    const moments = queries.map(({ at }) => Date.parse(at)).sort((a, b) => a - b);
    const severalWays = distinctQuestions(queries) >= MANY_QUESTIONS;
    const enough = (await clusters(made)).filter((members) => {
      const sure = members.filter((i) => asked[i]?.sure);
      const own = sure.map((i) => asked[i] as AskedInVain);
      return casesOf(own) >= from && (!severalWays || inSeveralWays(sure, { asked, made })) && !isEvent(own, moments);
    });
    const found = await withoutAnswered(enough, { asked, made }, helped, vectors);
    const inOrder = found.map((members) => [...members].sort((a, b) => a - b));
    const known = await deps.ledger.gaps();
    const kept = sameGaps(
      inOrder.map((members) => members.map((i) => asked[i]?.id ?? '')),
      known,
      ctx.now.toISOString(),
    );
    await deps.ledger.keepGaps(kept.filter((gap) => !known.includes(gap)));
    const gaps: FoundGap[] = [];
    for (const [place, members] of inOrder.entries()) {
      const about = { asked, vectors: made, events, stored: kept[place] as LedgerGap, from };
      gaps.push(await gapOf(members, about, { deps, again, ctx }));
    }
    return gaps.sort((a, b) => b.cases - a.cases || b.count - a.count || b.lastAt.localeCompare(a.lastAt));
  };
  return (ctx) => {
    const looking = working.then(
      () => look(ctx),
      () => look(ctx),
    );
    working = looking;
    return looking;
  };
}

interface About {
  asked: AskedInVain[];
  vectors: Float32Array[];
  events: LedgerEvent[];
  stored: LedgerGap;
  from: number;
}

interface Looking {
  deps: FindGapsDeps;
  again: ReturnType<typeof askAgain>;
  ctx: Ctx;
}

async function gapOf(members: number[], about: About, looking: Looking): Promise<FoundGap> {
  const { asked, vectors, events, stored, from } = about;
  const { deps, ctx } = looking;
  const { left, nearest } = await stillUnanswered(members, asked, looking);
  const answered = casesOf(left.map((i) => asked[i])) < from;
  const state: GapState = stored.silenced ? 'silenced' : answered ? 'closed' : 'open';
  const shown = state === 'open' ? left : members;
  const typical = mostTypical(shown, vectors).map((i) => asked[i] as AskedInVain);
  const own = shown.map((i) => asked[i] as AskedInVain);
  const moments = own.map(({ at }) => at).sort();
  const phrasings = inEveryLanguage(typical).slice(0, MOST_PHRASINGS);
  return {
    id: stored.id,
    name: (typical.find(({ text, sure }) => sure && text.length <= LONGEST_NAME) ?? typical[0])?.text ?? '',
    state,
    count: own.length,
    cases: casesOf(own),
    trend: trendOf(moments, ctx.now),
    languages: commonest(own.map(({ lang }) => lang)),
    channels: commonest(own.map(({ channel }) => channel)),
    phrasings: phrasings.map(({ text }) => text),
    firstAt: moments[0] ?? '',
    lastAt: moments.at(-1) ?? '',
    nearest: nameOf(nearest, commonest(own.map(({ lang }) => lang))[0], { bank: deps.bank(), ctx }),
    sent: await sentInstead([...repliesTo(own, events).values()], deps),
    market: new Set(own.map(({ market }) => market)).size === 1 ? (own[0]?.market ?? null) : null,
    requests: members.map((i) => asked[i]?.queryId ?? ''),
    asked: distinct(typical),
  };
}

/** Those that the bank would leave without an answer today, with the article that most of them come near. */
async function stillUnanswered(members: number[], asked: AskedInVain[], { deps, again, ctx }: Looking) {
  const version = (await deps.index.current())?.version.version ?? 0;
  const left: number[] = [];
  const near: (string | null)[] = [];
  for (const member of members) {
    ctx.signal?.throwIfAborted();
    const { answered, nearest } = await again(asked[member] as AskedInVain, version, ctx);
    near.push(nearest);
    if (!answered) left.push(member);
  }
  return { left, nearest: commonest(near)[0] ?? null };
}

function distinctQuestions(queries: LedgerQuery[]): number {
  return new Set(queries.flatMap(({ asks }) => asks.flatMap(({ text }) => (text === null ? [] : [sameWords(text)]))))
    .size;
}

/** Whether they are more than one text and another, with other greetings; no text goes round in two languages. */
function inSeveralWays(members: number[], { asked, made }: { asked: AskedInVain[]; made: Float32Array[] }): boolean {
  const ways: number[] = [];
  for (const member of members) {
    const vector = made[member] as Float32Array;
    if (ways.every((way) => dot(made[way] as Float32Array, vector) < ONE_TEXT)) ways.push(member);
  }
  return ways.length >= WAYS || (ways.length > 1 && new Set(ways.map((way) => asked[way]?.lang)).size > 1);
}

/** Distinct cases of those that are sure. */
function casesOf(asked: (AskedInVain | undefined)[]): number {
  return new Set(asked.flatMap((one) => (one?.sure ? [one.whose] : []))).size;
}

/** In each of the last weeks, oldest first. */
function trendOf(moments: string[], now: Date): number[] {
  const trend = Array.from({ length: WEEKS }, () => 0);
  for (const moment of moments) {
    const ago = Math.floor((now.getTime() - Date.parse(moment)) / (7 * DAY_MS));
    if (ago >= 0 && ago < WEEKS) trend[WEEKS - 1 - ago] = (trend[WEEKS - 1 - ago] ?? 0) + 1;
  }
  return trend;
}

function commonest<T extends string>(values: (T | null)[]): T[] {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}

/** Distinct words, the most typical of each language before the others. */
function inEveryLanguage(typical: AskedInVain[]): AskedInVain[] {
  const phrasings = distinct(typical);
  const first = new Set(new Map([...phrasings].reverse().map((one) => [one.lang, one])).values());
  return [...phrasings.filter((one) => first.has(one)), ...phrasings.filter((one) => !first.has(one))];
}

/** The first of those that say the same in the same words. */
function distinct(asked: AskedInVain[]): AskedInVain[] {
  const seen = new Set<string>();
  return asked.filter(({ text }) => {
    const words = sameWords(text);
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}

function nameOf(
  id: string | null,
  lang: Lang | undefined,
  { bank, ctx }: { bank: LiveBank; ctx: Ctx },
): ArticleName | null {
  const article = id === null ? undefined : bank.byId.get(id);
  const texts = article ? readableTexts(article, ctx) : [];
  const text = texts.find((each) => each.lang === lang) ?? texts.find((each) => each.lang === ctx.locale) ?? texts[0];
  return text ? { id: text.id, lang: text.lang, title: text.title } : null;
}
