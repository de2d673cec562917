/** A reply that an agent has just sent. */
export interface SentReply {
  text: string;
  /** Articles that were inserted into it, or used without inserting. */
  inserted: number;
  /** The host's reference of the conversation; '' where it has none. */
  case: string;
  /** Milliseconds. */
  at: number;
}

/** What is remembered between replies, so that the line stays rare. */
export interface OfferMemory {
  /** When the line was shown, in milliseconds. */
  shown: number[];
  /** Cases of which the agent said that they are not worth saving, or that were offered once. */
  quiet: string[];
}

export const NOTHING_OFFERED: OfferMemory = { shown: [], quiet: [] };

const HOUR = 3_600_000;
const MOST_AN_HOUR = 3;
/** A shorter text solves nothing that a colleague would look for. */
const FEWEST_WORDS = 10;
const FEWEST_CHARACTERS = 50;
const MOST_REMEMBERED = 200;

/** Words that thank, greet or sign in the six languages; what is left without them is the answer. */
const POLITE = new Set(
  [
    ...[
      'hej',
      'hejsan',
      'tack',
      'tackar',
      'hälsningar',
      'vänliga',
      'varsågod',
      'mvh',
      'trevlig',
      'dag',
      'kväll',
      'helg',
    ],
    ...['hei', 'takk', 'hilsen', 'vennlig', 'mvh', 'bare', 'hyggelig', 'fin', 'god', 'helg'],
    ...['tak', 'hilsner', 'venlig', 'velbekomme', 'fortsat', 'weekend'],
    ...['moi', 'kiitos', 'kiitoksia', 'terveisin', 'ystävällisin', 'hyvää', 'päivää', 'päivänjatkoa', 'viikonloppua'],
    ...['γεια', 'σας', 'ευχαριστώ', 'ευχαριστούμε', 'πολύ', 'παρακαλώ', 'καλημέρα', 'καλησπέρα', 'εκτίμηση', 'μέρα'],
    ...['hi', 'hello', 'dear', 'thanks', 'thank', 'you', 'regards', 'best', 'kind', 'welcome', 'nice', 'day', 'cheers'],
  ].map((word) => word.normalize('NFC')),
);

/**
 * Whether the one quiet line "save what solved it" is shown after sending: nothing of the bank was used, the reply says
 * something, it was not offered for this case before, and not three times in the last hour.
 */
export function offersToCapture(sent: SentReply, memory: OfferMemory): boolean {
  if (sent.inserted > 0 || !saysSomething(sent.text)) return false;
  if (sent.case !== '' && memory.quiet.includes(sent.case)) return false;
  return memory.shown.filter((at) => at > sent.at - HOUR && at <= sent.at).length < MOST_AN_HOUR;
}

/** The memory after the line was shown: the case is not offered again. */
export function rememberOffer(
  memory: OfferMemory,
  { case: reference, at }: Pick<SentReply, 'case' | 'at'>,
): OfferMemory {
  return { ...notWorthSaving(memory, reference), shown: [...memory.shown.filter((past) => past > at - HOUR), at] };
}

/** The memory after "not worth saving", or after the case was saved. */
export function notWorthSaving(memory: OfferMemory, reference: string): OfferMemory {
  if (reference === '' || memory.quiet.includes(reference)) return memory;
  return { ...memory, quiet: [...memory.quiet, reference].slice(-MOST_REMEMBERED) };
}

/** Long enough without its politeness, and not only a question back to the customer. */
function saysSomething(text: string): boolean {
  const statements = text
    .normalize('NFC')
    .split(/(?<=[.!?;…])\s+|\n+/u)
    .filter((sentence) => !/[?;]\s*$/u.test(sentence));
  const words = statements.flatMap((sentence) => sentence.match(/[\p{L}\p{N}]+/gu) ?? []);
  const telling = words.filter((word) => !POLITE.has(word.toLowerCase()));
  return telling.length >= FEWEST_WORDS && telling.join(' ').length >= FEWEST_CHARACTERS;
}
