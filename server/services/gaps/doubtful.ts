import { dot } from '../../domain/vector.ts';
import type { AskedInVain, Helped } from './asked-in-vain.ts';
import type { vectorsOf } from './vectors-of.ts';

/** Two questions so alike (cosine) ask the same. */
const SAME_QUESTION = 0.8;
/** Of one article's helped questions the latest are compared. */
const COMPARED = 60;

/**
 * Who writes a reply of their own beside an answer that helped most others who asked the same had no gap before them: such
 * questions are not sure any more.
 */
export async function withoutHelped(
  asked: AskedInVain[],
  helped: Helped[],
  vectors: ReturnType<typeof vectorsOf>,
): Promise<AskedInVain[]> {
  const doubtful = asked.filter(({ sure, shown }) => sure && shown !== null);
  const byArticle = new Map<string, { own: AskedInVain[]; others: Helped[] }>();
  for (const one of doubtful) {
    const id = one.shown?.id ?? '';
    const known = byArticle.get(id);
    if (known) known.own.push(one);
    else byArticle.set(id, { own: [one], others: helped.filter(({ articleId }) => articleId === id).slice(-COMPARED) });
  }
  const unsure = new Set<AskedInVain>();
  for (const { own, others } of byArticle.values()) {
    if (others.length === 0) continue;
    const made = await vectors([...own, ...others]);
    if (!made) return asked;
    own.forEach((one, i) => {
      const alike = made.map((vector) => dot(vector, made[i] as Float32Array) >= SAME_QUESTION);
      const inVain = alike.slice(0, own.length).filter(Boolean).length;
      const used = alike.slice(own.length).filter(Boolean).length;
      if (used >= inVain) unsure.add(one);
    });
  }
  return asked.map((one) => (unsure.has(one) ? { ...one, sure: false } : one));
}
