import { dot } from '../domain/vector.ts';
import type { Embedder } from '../ports/embedder.ts';

/** In each language a message, the same in other words, and something else. */
const TRIPLES: Record<string, [message: string, same: string, other: string]> = {
  sv: ['Min väska kom inte fram', 'Jag saknar mitt bagage efter flyget', 'Vilken vegetarisk mat finns ombord?'],
  nb: ['Kofferten min kom ikke fram', 'Jeg mangler bagasjen etter flyturen', 'Hvilken vegetarmat finnes om bord?'],
  da: [
    'Min kuffert kom ikke frem',
    'Jeg mangler min bagage efter flyveturen',
    'Hvilken vegetarmad findes der om bord?',
  ],
  fi: ['Laukkuni ei tullut perille', 'Matkatavarani puuttuvat lennon jälkeen', 'Mitä kasvisruokaa koneessa on?'],
  el: ['Η βαλίτσα μου δεν έφτασε', 'Μου λείπουν οι αποσκευές μετά την πτήση', 'Ποια χορτοφαγικά γεύματα υπάρχουν;'],
  en: [
    'My suitcase did not arrive',
    'My luggage is missing after the flight',
    'Which vegetarian meals are there on board?',
  ],
};
/** How far from 1 a vector's length may be. */
const TOLERANCE = 0.01;

export interface Verdict {
  /** Languages in which the same thing in other words was nearer than something else. */
  understands: string[];
  others: string[];
  /** What makes the model useless; null when nothing does. */
  fault: string | null;
}

/** Embeds known sentences and says what of them the model gets right. */
export async function verifyModel(embedder: Embedder): Promise<Verdict> {
  const understands: string[] = [];
  const others: string[] = [];
  for (const [lang, [message, same, other]] of Object.entries(TRIPLES)) {
    const [asked] = await embedder.embed([message], 'query');
    const [near, far] = await embedder.embed([same, other], 'passage');
    if (!asked || !near || !far) return { understands, others, fault: 'It answers without vectors.' };
    const length = Math.sqrt(dot(asked, asked));
    if (!(Math.abs(length - 1) < TOLERANCE)) {
      return { understands, others, fault: `Its vectors have length ${length} instead of 1.` };
    }
    (dot(asked, near) > dot(asked, far) ? understands : others).push(lang);
  }
  const lost = understands.length === 0;
  return { understands, others, fault: lost ? 'It finds sentences that mean the same no nearer than others.' : null };
}
