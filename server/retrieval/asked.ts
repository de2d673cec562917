import { dot } from '../domain/vector.ts';
import type { Embedder } from '../ports/embedder.ts';

/**
 * What customers write around their question, in every language: that they wait, that nobody answers, how long they have
 * been customers, what they think of it, thanks.
 */
const AROUND = [
  'Jag har väntat i flera dagar och ingen svarar.',
  'Jag har försökt ringa men kommer inte fram.',
  'Jag har varit kund hos er i många år.',
  'Det här känns inte bra.',
  'Det här är inte okej!',
  'Jag är jättebesviken på er.',
  'Tack på förhand för hjälpen.',
  'Hoppas ni kan hjälpa mig.',
  'Jag blir så trött på det här.',
  'Kan någon svara mig, tack?',
  'Usel service!',
  'Jag skrev till er förra veckan också.',
  'Vi är en familj med två barn.',
  'Jeg har ventet i flere dager og ingen svarer.',
  'Jeg har prøvd å ringe, men kommer ikke gjennom.',
  'Jeg har vært kunde hos dere i mange år.',
  'Dette er ikke greit!',
  'Jeg er veldig skuffet over dere.',
  'På forhånd takk for hjelpen.',
  'Håper dere kan hjelpe meg.',
  'Dårlig service!',
  'Kan noen svare meg?',
  'Jeg har ventet i flere dage, og ingen svarer.',
  'Jeg har prøvet at ringe, men kommer ikke igennem.',
  'Jeg har været kunde hos jer i mange år.',
  'Det er simpelthen ikke i orden!',
  'Jeg er meget skuffet over jer.',
  'På forhånd tak for hjælpen.',
  'Håber I kan hjælpe mig.',
  'Elendig service!',
  'Er der nogen, der kan svare?',
  'Olen odottanut monta päivää eikä kukaan vastaa.',
  'Yritin soittaa, mutta en pääse läpi.',
  'Olen ollut asiakkaanne monta vuotta.',
  'Tämä ei ole ok!',
  'Olen todella pettynyt teihin.',
  'Kiitos jo etukäteen avusta.',
  'Toivottavasti voitte auttaa.',
  'Surkeaa palvelua!',
  'Voisiko joku vastata?',
  'Περιμένω μέρες και δεν απαντάει κανείς.',
  'Πήρα τηλέφωνο αλλά δεν σηκώνει κανείς.',
  'Είμαι πελάτης σας πολλά χρόνια.',
  'Αυτό είναι απαράδεκτο!',
  'Είμαι πολύ απογοητευμένος με εσάς.',
  'Ευχαριστώ εκ των προτέρων για τη βοήθεια.',
  'Ελπίζω να μπορείτε να βοηθήσετε.',
  'Χάλια εξυπηρέτηση!',
  'Μπορεί κάποιος να μου απαντήσει;',
  'I have been waiting for days and nobody answers.',
  'I tried to call but cannot get through.',
  'I have been a customer of yours for many years.',
  'This is not acceptable!',
  'I am very disappointed with you.',
  'Thanks in advance for your help.',
  'I hope you can help me.',
  'Terrible service!',
  'Can someone please reply?',
];
/** How far a sentence may be behind the one that asks most, in cosine. Measured on chatty messages: 0.05 to 0.1 keep most. */
const BEHIND = 0.08;

const known = new WeakMap<Embedder, Promise<Float32Array[]>>();

/**
 * Which of a message's sentences ask something, by position: those that are nearer to the bank than to what customers
 * write around a question, or nearly as much so as the one that is most. Never none.
 * `vectors` are the sentences' and `nearest` their highest cosine to any passage.
 */
export async function askedIn(vectors: Float32Array[], nearest: number[], embedder: Embedder): Promise<number[]> {
  const around = known.get(embedder) ?? embedder.embed(AROUND, 'query');
  known.set(embedder, around);
  around.catch(() => known.delete(embedder));
  const frames = await around;
  const asks = vectors.map((vector, i) => (nearest[i] ?? -1) - Math.max(...frames.map((frame) => dot(vector, frame))));
  const most = Math.max(...asks);
  return [...asks.keys()].filter((i) => (asks[i] ?? -1) >= most - BEHIND);
}
