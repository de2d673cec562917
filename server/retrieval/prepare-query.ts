import type { Lang } from '../domain/language.ts';
import type { SuggestInput } from '../domain/suggestion.ts';
import { isGreekInLatin } from '../language/detect.ts';
import { toGreekLetters } from '../language/greek-in-latin.ts';
import type { Analyser, LanguageDetector } from '../ports/analyser.ts';

/** Longer messages say nothing more about what is asked. */
const LONGEST = 4_000;
/** Sentences that are told apart; a longer message is cut into so many stretches. */
const MOST_PARTS = 6;
/** Shorter parts are greetings and the like. */
const SHORTEST_PART = 12;

/** A message made ready to be searched. */
export interface PreparedQuery {
  /** The customer's words as they came: the latest turns, cut to what is read. */
  text: string;
  lang: Lang;
  langConfidence: number;
  /** What is embedded: the message's sentences, without greeting and closing. */
  parts: string[];
  terms: string[];
  /** Pieces of its words. */
  grams: string[];
}

/** The customer's words: `message`, or the customer's turns since the last agent's, or the last customer turn. */
export function customerWords(input: Pick<SuggestInput, 'message' | 'turns'>): string {
  if (input.message !== undefined) return input.message;
  const turns = (input.turns ?? []).filter((turn) => turn.from !== 'bot' && turn.from !== 'other');
  const lastAgent = turns.findLastIndex((turn) => turn.from === 'agent');
  const latest = turns.slice(lastAgent + 1);
  const words = latest.length > 0 ? latest : turns.filter((turn) => turn.from === 'customer').slice(-1);
  return words.map((turn) => turn.text).join('\n');
}

/** Language, parts and index terms of a message. */
export function prepareQuery(
  raw: string,
  tools: { analyser: Analyser; detector: LanguageDetector },
  hint?: Lang,
): PreparedQuery {
  const text = raw.normalize('NFC').slice(0, LONGEST).trim();
  const { lang, confidence } = tools.detector.detect(text, hint);
  const searched = lang === 'el' && isGreekInLatin(text) ? toGreekLetters(text) : text;
  const core = withoutFrame(searched);
  const terms = tools.analyser.terms(core, lang);
  return {
    text,
    lang,
    langConfidence: confidence,
    parts: partsOf(core),
    terms,
    grams: tools.analyser.grams(core),
  };
}

const GREETING =
  /^\s*(?:hej(?:san)?|hei(?:sann)?|hallå?|hallo|god (?:morgon|kväll|dag|kveld|aften|morgen)|goddag|moi(?:kka)?|terve|hyvää (?:päivää|iltaa|huomenta)|γει[αά](?: σας| σου)?|καλημέρα(?: σας)?|καλησπέρα(?: σας)?|χαίρετε|hi(?: there)?|hello(?: there)?|hey(?: there)?|dear \p{L}+|good (?:morning|evening|afternoon))(?:\s+(?:nordbris|alla|alle|kaikki))?\s*[!,.:\n-]+\s*/iu;
const CLOSING =
  /(?:^|[\n.!?,;]\s*)(?:mvh|m\.v\.h\.?|med vänlig hälsning\p{L}*|vänliga hälsningar|hälsningar|tack på förhand|tack så mycket|tack|med vennlig hilsen|vennlig hilsen|hilsen|på forhånd takk|takk|venlig hilsen|med venlig hilsen|på forhånd tak|tak|ystävällisin terveisin|terveisin|t\.|kiitos(?: etukäteen| jo etukäteen)?|με εκτίμηση|ευχαριστώ(?: πολύ| εκ των προτέρων)?|(?:kind |best )?regards|thanks(?: in advance)?|thank you|cheers)[\s!.,:)]*(?:(?:\p{Lu}|\[)[\p{L} ./&[\]-]{0,40})?\s*$/u;
const NAME = '(?:\\p{Lu}\\p{L}{1,20}(?: \\p{Lu}\\p{L}{1,20})?|\\[\\p{L}{1,20}\\])';
/** "… tack på förhand /Jonas", "… Mvh Eva": thanks and a name with no full stop before them. */
const SIGNED = new RegExp(
  `\\s(?:/\\s?${NAME}|(?:[Mm][Vv][Hh]|[Tt]ack på förhand|[Pp]å forhånd takk?|[Kk]iitos etukäteen|[Tt]hanks in advance|[Εε]υχαριστώ εκ των προτέρων)\\s*${NAME}?)\\s*$`,
  'u',
);

/** Without the greeting before and the thanks and name after, where something remains. */
export function withoutFrame(text: string): string {
  const opened = text.replace(SIGNED, '').replace(SIGNED, '').replace(GREETING, '');
  const closed = opened.replace(new RegExp(CLOSING.source, 'iu'), (all) => (/^[.!?;]/.test(all) ? all.charAt(0) : ''));
  const core = closed.trim();
  return core.length >= SHORTEST_PART ? core : text;
}

/** "pr. person", "t.ex. en cykel": the full stop is the abbreviation's. */
const ABBREVIATED =
  '(?<![\\s(](?:pr|ca|kl|nr|tlf|tel|min|max|evt|inkl|ekskl|exkl|osv|m\\.?m|t\\.?\\s?ex|f\\.?\\s?eks|bl\\.?\\s?a|dvs|p\\.?g\\.?a|esim|n|klo|ym|π\\.?χ|τηλ|αρ|e\\.?g|i\\.?e|approx)\\.)';
const SENTENCE_END = new RegExp(`(?<=[.!?;…])${ABBREVIATED}\\s+|\\n+`, 'iu');
/**
 * Where a sentence starts after one that was left without a full stop: a pronoun or a verb with a capital between words
 * without. Names do not look so, and English, which writes titles in capitals, is left alone.
 */
const NEW_START =
  /(?<=[\p{Ll}\d]\s)(?=(?:Jag|Vi|Har|Hade|Kan|Jeg|Kunne|Olen|Olemme|Minä|Voiko|Voisiko|Έχω|Είμαι|Μπορ\p{Ll}+)\s\p{Ll})/u;

/** Its sentences; what is too short to mean anything stays with its neighbour. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (const sentence of text
    .split(SENTENCE_END)
    .flatMap((part) => part.split(NEW_START))
    .map((part) => part.trim())) {
    const last = parts.at(-1);
    if (sentence === '') continue;
    if (last !== undefined && (sentence.length < SHORTEST_PART || last.length < SHORTEST_PART)) {
      parts[parts.length - 1] = `${last} ${sentence}`;
    } else parts.push(sentence);
  }
  if (parts.length === 0) return [text];
  const size = Math.ceil(parts.length / MOST_PARTS);
  return Array.from({ length: Math.ceil(parts.length / size) }, (_, i) =>
    parts.slice(i * size, (i + 1) * size).join(' '),
  );
}

/** Questions that are answered one by one; a message with more is answered as a whole. */
const MOST_QUESTIONS = 3;

/**
 * Where one sentence asks twice: "…, and can I …", with a verb or question word after it. Without a verb of its own ("and how
 * much") it is still the first question.
 */
const AND_ASKS =
  /[,.]?\s+(?:och|samt|og|sekä|ja|και|and)\s+(?:också\s+|även\s+|også\s+|samtidig\s+|sitten\s+|also\s+|then\s+)?(?=(?:(?:kan|får|må|måste|skal|ska|vill|vil|behöver|trenger|hur|hvordan|hvornår|når|när|var|hvor|varför|hvorfor|finns|finnes|går|voiko|voinko|voimmeko|saako|saanko|saammeko|pitääkö|täytyykö|onko|miten|milloin|missä|miksi|can|could|do|does|will|must|may|is|are|how|when|where|why|what|μπορώ|μπορούμε|μπορεί|πώς|πως|πότε|ποτε|πού|πρέπει|γίνεται|υπάρχει)\s)\S+\s+\S+)/iu;

/** A question found in a message, with where it stands. */
export interface Question {
  text: string;
  span: [number, number];
}

/** The sentences that end as questions do, in their own words; with `atAnd`, those that ask twice are cut in two. */
export function questionsIn({ text, lang }: PreparedQuery, { atAnd = false } = {}): Question[] {
  const mark = lang === 'el' ? /[?;]$/ : /\?$/;
  const questions = partsOf(text)
    .filter((part) => mark.test(part))
    .flatMap((part) => (atAnd ? part.split(AND_ASKS) : [part]))
    .filter((part) => part.length > SHORTEST_PART);
  if (questions.length > MOST_QUESTIONS) return [];
  return questions.flatMap((part) => {
    const start = text.indexOf(part);
    return start === -1 ? [] : [{ text: part, span: [start, start + part.length] as [number, number] }];
  });
}
