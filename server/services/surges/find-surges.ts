import { atLeast } from './poisson.ts';

const HOUR = 3_600_000;

/** One message of a customer: `key` is the same for all messages of one case. */
export interface Asked {
  id: string;
  /** Milliseconds. */
  at: number;
  key: string;
  /** Centred and of unit length: a dot product says how alike two messages are, beyond what all have in common. */
  vector: Float32Array;
}

export interface FoundSurge<T extends Asked> {
  members: T[];
  centre: Float32Array;
  /** The most typical message. */
  typical: T;
  from: number;
  lastAt: number;
  cases: number;
  /** Cases usual in as long a time. */
  usual: number;
  /** How likely as many would be by chance. */
  chance: number;
}

export const SURGE = {
  /** Hours in which many come; and how far apart windows begin, as a share of them. */
  windows: [1, 3, 8],
  step: 0.25,
  /** Two messages are alike. */
  alike: 0.36,
  /** A message is about what others are about: it is nearer to their middle than to most of them. */
  about: 0.44,
  /** Distinct cases: fewer are not many. */
  cases: 6,
  /** Distinct cases outside the window, so that one can speak of a usual level. */
  history: 40,
  /** As many would come by chance once in so many windows; there are a thousand a week, each with some subjects. */
  chance: 1e-7,
  /** Times the usual level. */
  times: 4,
  /** What comes this long before and after is part of it, not of the usual level. */
  flank: 12 * HOUR,
  /** Messages of a window that are compared with one another. */
  compared: 400,
};

/**
 * Times in which far more customers than usual wrote about one thing. The usual level is the larger of two: the subject's
 * share of all messages at other times, of this window's messages; and what came at the same hours of other days. So neither
 * a busy day nor a busy hour is a surge, only one subject that outgrows the others. `asked` by time; windows begin after
 * `since` (milliseconds).
 */
export async function findSurges<T extends Asked>(
  asked: T[],
  since: number,
  pause: () => Promise<void> = async () => undefined,
): Promise<FoundSurge<T>[]> {
  const found: FoundSurge<T>[] = [];
  for (const hours of SURGE.windows) {
    const length = hours * HOUR;
    const last = asked.at(-1)?.at ?? 0;
    for (let start = Math.max(since, asked[0]?.at ?? last); start <= last; start += length * SURGE.step) {
      const inside = between(asked, start, start + length);
      if (distinct(inside) < SURGE.cases) continue;
      await pause();
      found.push(...surgesIn(inside, asked, { start, length }));
    }
  }
  return withoutRepeats(found.sort((a, b) => a.chance - b.chance || b.cases - a.cases));
}

interface Window {
  start: number;
  length: number;
}

/** One subject after the other, the largest first. */
function surgesIn<T extends Asked>(inside: T[], asked: T[], window: Window): FoundSurge<T>[] {
  const found: FoundSurge<T>[] = [];
  let left = sample(inside);
  const like = alikeIn(left);
  for (;;) {
    const seed = mostAlike(left, like);
    if (distinct(seed) < SURGE.cases) return found;
    const centre = middle(middleMembers(middle(seed), left, seed));
    const members = left.filter(({ vector }) => dot(vector, centre) >= SURGE.about);
    const gone = new Set(members.length > 0 ? members : seed);
    left = left.filter((each) => !gone.has(each));
    const surge = distinct(members) >= SURGE.cases ? judged(members, centre, { inside, asked, window }) : null;
    if (surge) found.push(surge);
  }
}

/** Each message with those that are like it, itself included. */
function alikeIn<T extends Asked>(messages: T[]): Map<T, T[]> {
  const like = new Map(messages.map((each) => [each, [each]]));
  messages.forEach((one, i) => {
    for (const other of messages.slice(0, i)) {
      if (dot(one.vector, other.vector) < SURGE.alike) continue;
      like.get(one)?.push(other);
      like.get(other)?.push(one);
    }
  });
  return like;
}

function middleMembers<T extends Asked>(centre: Float32Array, left: T[], otherwise: T[]): T[] {
  const near = left.filter(({ vector }) => dot(vector, centre) >= SURGE.about);
  return near.length > 0 ? near : otherwise;
}

/** The message that is like the most others that are left, with those. */
function mostAlike<T extends Asked>(left: T[], like: Map<T, T[]>): T[] {
  const there = new Set(left);
  let best: T[] = [];
  let most = 0;
  for (const each of left) {
    const all = like.get(each) ?? [];
    if (all.length <= most) continue;
    const others = all.filter((other) => there.has(other));
    const cases = distinct(others);
    if (cases > most) [best, most] = [others, cases];
  }
  return best;
}

function judged<T extends Asked>(
  members: T[],
  centre: Float32Array,
  { inside, asked, window: { start, length } }: { inside: T[]; asked: T[]; window: Window },
): FoundSurge<T> | null {
  const outside = asked.filter(({ at }) => at < start - SURGE.flank || at >= start + length + SURGE.flank);
  const others = distinct(outside);
  if (others < SURGE.history) return null;
  const cases = distinct(members);
  const about = outside.filter(({ vector }) => dot(vector, centre) >= SURGE.about);
  const share = (distinct(about) + 0.5) / (others + 1);
  const usual = Math.max(share * distinct(inside), atSameHours(about, outside, { start, length }));
  const chance = atLeast(cases, usual);
  if (chance > SURGE.chance || cases < SURGE.times * usual) return null;
  const whole = asked.filter(
    ({ at, vector }) => at >= start - length && at < start + 2 * length && dot(vector, centre) >= SURGE.about,
  );
  const typical = whole.reduce((a, b) => (dot(b.vector, centre) > dot(a.vector, centre) ? b : a));
  const from = whole[0]?.at ?? start;
  const lastAt = whole.at(-1)?.at ?? start;
  return { members: whole, centre, typical, from, lastAt, cases: distinct(whole), usual, chance };
}

/** Cases a day at the hours of the window, on the days that are known. */
function atSameHours(about: Asked[], outside: Asked[], { start, length }: Window): number {
  const DAY = 24 * HOUR;
  const days = new Map<number, Set<string> | null>();
  const dayOf = (at: number) => Math.floor((at - start) / DAY);
  for (const { at } of outside) if (!days.has(dayOf(at))) days.set(dayOf(at), null);
  for (const { at, key } of about) {
    const into = at - start - dayOf(at) * DAY;
    if (into >= length) continue;
    const known = days.get(dayOf(at)) ?? new Set();
    days.set(dayOf(at), known.add(key));
  }
  const counts = [...days.values()].map((keys) => keys?.size ?? 0);
  return counts.length === 0 ? 0 : counts.reduce((sum, count) => sum + count, 0) / counts.length;
}

/** Windows overlap: what shares its messages with a likelier one, or goes on with the same subject, is the same surge. */
function withoutRepeats<T extends Asked>(found: FoundSurge<T>[]): FoundSurge<T>[] {
  const kept: FoundSurge<T>[] = [];
  for (const each of found) {
    const same = kept.find((other) => overlap(each, other) || goesOn(each, other));
    if (!same) kept.push(each);
    else if (goesOn(each, same)) extend(same, each);
  }
  return kept;
}

function overlap<T extends Asked>(a: FoundSurge<T>, b: FoundSurge<T>): boolean {
  const ids = new Set(b.members.map(({ id }) => id));
  return a.members.filter(({ id }) => ids.has(id)).length * 3 >= a.members.length;
}

function goesOn<T extends Asked>(a: FoundSurge<T>, b: FoundSurge<T>): boolean {
  const apart = Math.max(a.from - b.lastAt, b.from - a.lastAt);
  return apart < SURGE.flank && dot(a.centre, b.centre) >= SURGE.alike;
}

function extend<T extends Asked>(surge: FoundSurge<T>, by: FoundSurge<T>): void {
  const known = new Set(surge.members.map(({ id }) => id));
  surge.members = [...surge.members, ...by.members.filter(({ id }) => !known.has(id))].sort((a, b) => a.at - b.at);
  surge.from = Math.min(surge.from, by.from);
  surge.lastAt = Math.max(surge.lastAt, by.lastAt);
  surge.cases = distinct(surge.members);
}

function sample<T>(all: T[]): T[] {
  const step = Math.ceil(all.length / SURGE.compared);
  return step <= 1 ? all : all.filter((_, i) => i % step === 0);
}

function between<T extends Asked>(asked: T[], from: number, until: number): T[] {
  return asked.slice(firstAt(asked, from), firstAt(asked, until));
}

function firstAt(asked: Asked[], at: number): number {
  let [low, high] = [0, asked.length];
  while (low < high) {
    const between = (low + high) >> 1;
    if ((asked[between]?.at ?? 0) < at) low = between + 1;
    else high = between;
  }
  return low;
}

function distinct(asked: Asked[]): number {
  return new Set(asked.map(({ key }) => key)).size;
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function middle(asked: Asked[]): Float32Array {
  const sum = new Float32Array(asked[0]?.vector.length ?? 0);
  for (const { vector } of asked)
    for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] as number) + (vector[i] as number);
  return unit(sum);
}

export function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((each) => each / length);
}
