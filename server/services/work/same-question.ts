import type { Text } from '../../domain/article.ts';
import type { Evidence, WorkItem } from '../../domain/curation.ts';
import { dayOf } from '../../domain/moments.ts';
import type { Ctx } from '../../domain/principal.ts';
import { dot } from '../../domain/vector.ts';
import { conflictingValues } from '../../language/stated-values.ts';
import { oppositeAnswers } from '../../language/yes-or-no.ts';
import type { Embedder } from '../../ports/embedder.ts';
import type { LiveBank } from '../live-bank.ts';
import { answerWords } from './answer-words.ts';
import { type AskedAlike, aboveChance } from './asked-alike.ts';
import type { Traffic } from './traffic.ts';
import { type TrafficSource, type WorkSource, workId } from './work-source.ts';

export interface SameQuestionDeps {
  bank: () => LiveBank;
  askedAlike: () => Promise<AskedAlike[]>;
  embedder: () => Embedder | null;
  traffic: TrafficSource;
  /** Of answers, by their words: kept between two looks. */
  vectors: Map<string, Float32Array>;
  /** How long answers are read, beyond those that have to be. */
  patienceMs: number;
}

/** Answers less alike than this (cosine) mean something else: reworded doubles lie above it, answers of other content below. */
const SAME_MEANING = 0.855;
/** Where the answers are as alike as this, the questions may be a little less so; few questions say less than many. */
const SAME_ANSWER = 0.9;
const little = ({ count }: AskedAlike) => (count <= 3 ? 0.055 : 0.02);
/** Of pairs whose answers have to tell, those most alike are looked at: each costs the model two texts. */
const LOOKED_AT = 40;
/** One of two customers gets the wrong one of two answers that contradict each other; of two that agree, one is kept in step in vain. */
const HARMED = { contradiction: 0.5, duplicate: 0.05 };
/** Whether or not anybody met them lately. */
const UNMET = { contradiction: 0.9, duplicate: 0.2 };
/** A line of `not_for` so alike (cosine) is the other's question. */
const NOT_FOR = 0.85;
const LONGEST = 600;
/** Answers whose vectors are kept between two looks. */
const MOST_KEPT = 2_000;

/** What two answers to one question are to each other, with what tells them apart. */
interface Judged {
  kind: 'duplicate' | 'contradiction';
  pair: AskedAlike;
  words: [string, string];
  differ: string[];
}

/**
 * Articles that answer the same question: `contradiction` where their answers differ in amounts, times, yes and no or
 * meaning, otherwise `duplicate`. One item for two articles, with both sides in the language in which they are most alike.
 */
export function sameQuestion(deps: SameQuestionDeps): WorkSource {
  return async (ctx) => {
    const all = await deps.askedAlike();
    const alike = all
      .map((pair) => (isTogether(pair, all, deps.bank()) ? pair : { ...pair, together: null }))
      .filter(
        (pair) => (aboveChance(pair) >= -little(pair) || isSure(pair)) && pair.texts.every((text) => holds(text, ctx)),
      );
    const sure = alike.filter(isSure);
    const perhaps = alike
      .filter((pair) => !isSure(pair))
      .sort((a, b) => aboveChance(b) - aboveChance(a))
      .slice(0, LOOKED_AT);
    const byArticles = new Map<string, Judged[]>();
    const started = performance.now();
    for (const pair of [...sure, ...perhaps]) {
      if (ctx.signal?.aborted) break;
      if (perhaps.includes(pair) && performance.now() - started > deps.patienceMs) break;
      const judged = await judge(pair, { deps, ctx });
      if (!judged) continue;
      const ids = pair.texts.map(({ id }) => id).sort();
      const key = ids.join(' ');
      byArticles.set(key, [...(byArticles.get(key) ?? []), judged]);
    }
    const traffic = byArticles.size > 0 ? await deps.traffic(ctx) : null;
    return mostAlikeOfEach([...byArticles.values()]).map((all) => itemOf(all, traffic, ctx));
  };
}

/** An article that is like several stands with the one it is most like: what is done about those two decides about the rest. */
function mostAlikeOfEach(all: Judged[][]): Judged[][] {
  const likeness = (judged: Judged[]) =>
    Math.max(...judged.map(({ pair }) => Math.max(aboveChance(pair), pair.together ?? -1)));
  const taken = new Set<string>();
  return all
    .sort((a, b) => likeness(b) - likeness(a))
    .filter((judged) => {
      const ids = judged.flatMap(({ pair }) => pair.texts.map(({ id }) => id));
      if (ids.some((id) => taken.has(id))) return false;
      for (const id of ids) taken.add(id);
      return true;
    });
}

interface Judging {
  deps: SameQuestionDeps;
  ctx: Ctx;
}

async function judge(pair: AskedAlike, { deps, ctx }: Judging): Promise<Judged | null> {
  const { facts, settings } = deps.bank();
  const [a, b] = pair.texts;
  if (aboveChance(pair) < 0 && isSure(pair) && (await toldApart(a, b, deps))) return null;
  const market = a.markets?.find((each) => b.markets?.includes(each) ?? true) ?? b.markets?.[0] ?? null;
  const on = dayOf(ctx.now, settings.timeZone);
  const words = [answerWords(a, facts, { market, on }), answerWords(b, facts, { market, on })] as [string, string];
  const opposite = oppositeAnswers(...words);
  const differ = [
    ...conflictingValues(...words).map(({ unit, a: own, b: other }) => `${said(own, unit)} ≠ ${said(other, unit)}`),
    ...(opposite ? [`“${opposite.a}” ≠ “${opposite.b}”`] : []),
  ];
  const sure = isSure(pair);
  const decided = sure && differ.length > 0;
  const likeness = decided ? null : await answersAlike(words, deps.embedder(), deps.vectors);
  if (!sure && (likeness ?? 0) < SAME_ANSWER) return null;
  const same = differ.length === 0 && (likeness ?? 1) >= SAME_MEANING;
  return { kind: same ? 'duplicate' : 'contradiction', pair, words, differ };
}

const isSure = (pair: AskedAlike) => aboveChance(pair) >= 0 || (pair.together ?? -1) >= 0;

/** Two that stand side by side in several languages answer one question where most of these say so, not where one happens to. */
function isTogether({ texts, together }: AskedAlike, all: AskedAlike[], { byId }: LiveBank): boolean {
  if ((together ?? -1) < 0) return false;
  const [a, b] = texts;
  const langs = (byId.get(a.id)?.texts ?? []).filter(({ lang }) => byId.get(b.id)?.texts.some((x) => x.lang === lang));
  const said = all.filter((pair) => {
    const ids = pair.texts.map(({ id }) => id);
    return (pair.together ?? -1) >= 0 && ids.includes(a.id) && ids.includes(b.id);
  });
  return said.length > langs.length / 2;
}

/** Whether one's editors said that what the other answers is not for it. */
async function toldApart(a: Text, b: Text, { embedder, vectors }: SameQuestionDeps): Promise<boolean> {
  const model = embedder();
  if (!model) return false;
  const isAsked = async (lines: string[], questions: string[]) => {
    if (lines.length === 0) return false;
    const [own, other] = [await embedded(lines, model, vectors), await embedded(questions, model, vectors)];
    return own.some((line) => other.some((question) => dot(line, question) >= NOT_FOR));
  };
  return (await isAsked(a.notFor, [b.title, ...b.questions])) || (await isAsked(b.notFor, [a.title, ...a.questions]));
}

/** A cosine; null where it cannot be told. */
async function answersAlike(
  words: [string, string],
  embedder: Embedder | null,
  vectors: Map<string, Float32Array>,
): Promise<number | null> {
  if (words[0] === words[1]) return words[0] === '' ? null : 1;
  if (!embedder || words.includes('')) return null;
  const [a, b] = await embedded(words, embedder, vectors);
  return a && b ? dot(a, b) : null;
}

/** In their order; what is known is not made again. */
async function embedded(
  words: string[],
  embedder: Embedder,
  vectors: Map<string, Float32Array>,
): Promise<Float32Array[]> {
  if (vectors.size > MOST_KEPT) vectors.clear();
  const missing = words.filter((each) => !vectors.has(each));
  const made = missing.length > 0 ? await embedder.embed(missing, 'passage') : [];
  missing.forEach((each, i) => {
    const vector = made[i];
    if (vector) vectors.set(each, vector);
  });
  return words.flatMap((each) => vectors.get(each) ?? []);
}

function itemOf(judged: Judged[], traffic: Traffic | null, { now }: Ctx): WorkItem {
  const kind = judged.some((each) => each.kind === 'contradiction') ? 'contradiction' : 'duplicate';
  const [best] = judged.filter((each) => each.kind === kind).sort((x, y) => y.pair.likeness - x.pair.likeness);
  if (!best) throw new RangeError('Nothing was judged.');
  const uses = (text: Text) => traffic?.usesAWeek(text.id) ?? 0;
  const sides = best.pair.texts
    .map((text, i) => ({ text, words: best.words[i] ?? '', question: best.pair.questions[i] ?? '' }))
    .sort((a, b) => uses(a.text) - uses(b.text) || uncheckedFirst(a.text, b.text));
  const met = sides.reduce((sum, { text }) => sum + uses(text), 0);
  const [first] = sides;
  const evidence: Evidence[] = [
    ...sides.map(
      ({ text, question }): Evidence => ({ kind: 'words', from: 'customer', text: question, lang: text.lang }),
    ),
    ...sides.map(
      ({ text, words }): Evidence => ({ kind: 'side', article: nameOf(text), text: words.slice(0, LONGEST) }),
    ),
    ...best.differ.map((text): Evidence => ({ kind: 'words', from: 'rule', text, lang: null })),
    ...(met > 0
      ? [
          {
            kind: 'count',
            of: 'uses',
            value: sides.reduce((sum, { text }) => sum + (traffic?.uses(text.id) ?? 0), 0),
            days: traffic?.days ?? null,
          } as const,
        ]
      : []),
  ];
  const ids = sides.map(({ text }) => text.id).sort();
  return {
    id: workId(kind, ...ids),
    kind,
    weight: UNMET[kind] + met * HARMED[kind],
    articles: sides.map(({ text }) => nameOf(text)),
    owner: first?.text.owner ?? null,
    languages: [...new Set(judged.map(({ pair }) => pair.texts[0].lang))].sort(),
    since: since(
      sides.map(({ text }) => text),
      now,
    ),
    evidence,
    action: kind === 'duplicate' ? 'merge' : 'edit',
  };
}

/** Whose turn it is to change: what nobody checked, or not for longest. */
function uncheckedFirst(a: Text, b: Text): number {
  const unchecked = Number(b.state === 'not-validated') - Number(a.state === 'not-validated');
  return unchecked || (a.verifiedAt ?? '').localeCompare(b.verifiedAt ?? '') || (a.id < b.id ? 1 : -1);
}

function since(texts: Text[], now: Date): string {
  const dates = texts.flatMap(({ verifiedAt }) => verifiedAt ?? []).sort();
  return dates.at(-1) ?? now.toISOString().slice(0, 10);
}

function holds({ validFrom, validUntil }: Text, { now }: Ctx): boolean {
  return (
    (validFrom === null || Date.parse(validFrom) <= now.getTime()) &&
    (validUntil === null || now.getTime() < Date.parse(validUntil))
  );
}

const SHOWN_UNITS: Record<string, string> = { money: '', number: '', percent: '%', kg: 'kg', free: '' };

function said(values: number[], unit: string): string {
  const shown = values.slice(0, 4).map((value) => {
    if (unit === 'h') return value >= 24 && value % 24 === 0 ? `${value / 24} d` : `${value} h`;
    if (unit === 'date') return value % 100 === 0 ? `${value / 100}.` : `${value % 100}/${Math.floor(value / 100)}`;
    if (unit === 'month') return value % 12 === 0 ? `${value / 12} y` : `${value} mo`;
    return `${value} ${SHOWN_UNITS[unit] ?? unit}`.trim();
  });
  return shown.join(', ');
}

function nameOf({ id, lang, title }: Text): { id: string; lang: string; title: string } {
  return { id, lang, title };
}
