import { dot } from '../../domain/vector.ts';

/** What a text is asked and what it tells, as vectors. */
export interface AskedAndTold {
  id: string;
  lang: string;
  questions: Float32Array[];
  sections: Float32Array[];
}

/** Of fewer texts in a language their middle says nothing. */
const TEXTS = 30;
/** Less alike in either than this, nothing else is looked at. */
const ASKED = 0.4;
const TOLD = 0.45;
const OTHERS = 5;
/** How much being ahead of every other text counts. */
const AHEAD = 0.8;
/**
 * From here on two texts answer one question. Chosen on nine doubles that were written apart from the articles they double, in
 * other words and with fewer questions: eight lie above it. Of 2,600 pairs of neighbouring articles three do, which their
 * authors told apart by `not_for`.
 */
const TOGETHER = 1.27;

interface Centred extends AskedAndTold {
  told: Float32Array;
  alikeTo: Map<Centred, number>;
}

/**
 * How far two texts are above (or below) what tells one question from a neighbouring one when the questions, the answers and
 * the distance to every other text of the language are taken together; null where that cannot be told. Questions worded by
 * two authors may lie no nearer than those of neighbours, but then the answers say the same, and no third text comes as near.
 * `a` is the one with fewer questions.
 */
export function alikeTogether(all: AskedAndTold[]): (a: AskedAndTold, b: AskedAndTold) => number | null {
  const byText = new Map<AskedAndTold, Centred>();
  const byLang = new Map<string, Centred[]>();
  for (const lang of new Set(all.map((text) => text.lang))) {
    const own = all.filter((text) => text.lang === lang && text.questions.length > 0 && text.sections.length > 0);
    if (own.length < TEXTS) continue;
    const [asked, told] = [middle(own.flatMap((text) => text.questions)), middle(own.flatMap((text) => text.sections))];
    const centred = own.map(
      (text): Centred => ({
        ...text,
        questions: text.questions.map((vector) => unit(without(vector, asked))),
        told: unit(without(middle(text.sections), told)),
        alikeTo: new Map(),
      }),
    );
    byLang.set(lang, centred);
    for (const [i, text] of own.entries()) byText.set(text, centred[i] as Centred);
  }
  const alike = (one: Centred, other: Centred) => {
    const known = one.alikeTo.get(other) ?? alikeTo(one.questions, other.questions);
    one.alikeTo.set(other, known);
    return known;
  };
  return (a, b) => {
    const [one, other] = [byText.get(a), byText.get(b)];
    if (!one || !other) return null;
    const asked = alike(one, other);
    const told = dot(one.told, other.told);
    if (asked < ASKED || told < TOLD) return null;
    const rest = (byLang.get(one.lang) ?? []).filter(({ id }) => id !== one.id && id !== other.id);
    const ahead = (from: Centred, to: Centred) => alike(from, to) - mostAlike(rest.map((third) => alike(from, third)));
    return asked + told + AHEAD * (ahead(one, other) + ahead(other, one)) - TOGETHER;
  };
}

/** Of the few that are most alike, on average. */
function mostAlike(likenesses: number[]): number {
  const most = likenesses.sort((a, b) => b - a).slice(0, OTHERS);
  return most.reduce((sum, each) => sum + each, 0) / Math.max(1, most.length);
}

/** Each question to the nearest of the other's, on average. */
function alikeTo(own: Float32Array[], other: Float32Array[]): number {
  const best = own.map((one) => Math.max(-1, ...other.map((each) => dot(one, each))));
  return best.reduce((sum, each) => sum + each, 0) / best.length;
}

function middle(vectors: Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
  return sum.map((each) => each / Math.max(1, vectors.length));
}

function without(vector: Float32Array, centre: Float32Array): Float32Array {
  return vector.map((each, i) => each - (centre[i] ?? 0));
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((each) => each / length);
}
