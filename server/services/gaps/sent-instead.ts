import type { Gap } from '../../domain/curation.ts';
import { dot } from '../../domain/vector.ts';
import type { LanguageDetector } from '../../ports/analyser.ts';
import type { Embedder } from '../../ports/embedder.ts';
import type { LedgerEvent } from '../../ports/ledger.ts';
import { type AskedInVain, grouped, sameWords } from './asked-in-vain.ts';
import { mostTypical } from './clusters.ts';

/** Replies that are looked at, newest first, and that are shown. */
const LOOKED_AT = 60;
const SHOWN = 5;
/** Replies at least so alike (cosine) say the same. */
const SAME_REPLY = 0.85;

export interface SentInsteadDeps {
  embedder: () => Embedder | null;
  detector: LanguageDetector;
}

/** What agents wrote themselves where nothing answered, as it was kept: without personal data. By the query it was for. */
export function repliesTo(asked: AskedInVain[], events: LedgerEvent[]): Map<string, string> {
  const own = events.filter(
    ({ type, article, text }) => type === 'sent' && article === undefined && text !== undefined && text.trim() !== '',
  );
  const byRequest = grouped(own, ({ requestId }) => requestId);
  const byCase = grouped(own, (event) => event.case);
  const replies = new Map<string, string>();
  for (const { id, queryId, caseRef, at } of asked) {
    const inCase = caseRef === null ? [] : (byCase.get(caseRef) ?? []);
    const reply = byRequest.get(queryId)?.at(-1) ?? inCase.find((event) => event.at >= at);
    if (reply?.text) replies.set(id, reply.text);
  }
  return replies;
}

/** Replies that say the same in one language, each by its most typical wording; what most cases got first. */
export async function sentInstead(texts: string[], { embedder, detector }: SentInsteadDeps): Promise<Gap['sent']> {
  const looked = texts.slice(-LOOKED_AT);
  const model = embedder();
  const vectors = model && looked.length > 0 ? await model.embed(looked, 'passage') : null;
  const langs = looked.map((text) => detector.detect(text).lang);
  const places = [...looked.keys()];
  const groups = vectors
    ? [...grouped(places, (i) => langs[i]).values()].flatMap((members) => alike(members, vectors))
    : [...grouped(places, (i) => sameWords(looked[i] ?? '')).values()];
  return groups
    .map((members) => {
      const [first = 0] = members;
      return { lang: langs[first] ?? '', markdown: looked[first] ?? '', count: members.length };
    })
    .sort((a, b) => b.count - a.count)
    .slice(0, SHOWN);
}

/** Those near the most typical one, then those near the most typical of the others, and so on. */
function alike(members: number[], vectors: Float32Array[]): number[][] {
  const groups: number[][] = [];
  let left = mostTypical(members, vectors);
  while (left.length > 0) {
    const first = vectors[left[0] ?? 0] as Float32Array;
    const isNear = (i: number) => i === left[0] || dot(vectors[i] as Float32Array, first) >= SAME_REPLY;
    groups.push(left.filter(isNear));
    left = left.filter((i) => !isNear(i));
  }
  return groups;
}
