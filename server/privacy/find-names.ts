/** A first name, and up to two family names. Letters of any script; a name begins with a capital. */
const PART = "\\p{Lu}[\\p{L}\\p{M}]*(?:['’-]\\p{Lu}?[\\p{L}\\p{M}]+)*";
const NAME = `${PART}(?: (?:(?:von|af|de|van|der) )?${PART}){0,2}`;

const GREETINGS =
  'hej|hejsan|hei|hallå|hallo|heisann|hejsa|moi|moikka|terve|hyvä|γεια σου|γεια σας|γεια|αγαπητέ|αγαπητή|καλημέρα|καλησπέρα|hi|hello|dear|kära|bästa|kjære|kære|god dag|goddag|god morgon|god morgen';
/** Words that say who writes. */
const INTRODUCTIONS =
  'jag heter|mitt namn är|jeg heter|jeg hedder|mit navn er|mitt navn er|navnet mitt er|nimeni on|olen nimeltäni|minun nimeni on|με λένε|λέγομαι|ονομάζομαι|το όνομά μου είναι|my name is|my name’s|i am called';
const CLOSINGS =
  'mvh|med vänlig hälsning|med vänliga hälsningar|vänliga hälsningar|vänligen|hälsningar|hälsning|vennlig hilsen|med vennlig hilsen|venlig hilsen|med venlig hilsen|hilsen|hilsner|de bedste hilsner|ystävällisin terveisin|terveisin|terveiset|terv|t|με εκτίμηση|με φιλικούς χαιρετισμούς|φιλικά|χαιρετισμούς|χαιρετισμοί|ευχαριστώ|ευχαριστώ πολύ|kind regards|best regards|regards|best wishes|best|yours sincerely|sincerely|thanks|thank you|many thanks|cheers|tack|tack på förhand|takk|tak|på forhånd tak|kiitos|kiitos etukäteen';

/** Addressed are also roles, and everybody. */
const NO_NAMES = new Set(
  (
    'alla allihop allihopa ni team kundtjänst kundservice support där igen alle kundeservice kunderservice dere i jer der igjen kaikki ' +
    'asiakaspalvelu te siellä taas vaan päivää huomenta iltaa all there everyone again team customer service sir madam folks both to ' +
    'όλους όλες ομάδα σας και kan kann can det den jag jeg min mitt mit vi we i my the when what where why how hur vad var när varför ' +
    'hva hvor når hvorfor hvad hvornår miten mitä missä milloin miksi πώς τι πού πότε γιατί θα μπορώ is are do does har är er får ' +
    'takk tack tak kiitos thanks thank ευχαριστώ god hyvää'
  ).split(' '),
);

const source = (words: string) => words.replaceAll(' ', '[ \\u00a0]+');
const AFTER_GREETING = new RegExp(
  `(?:^|\\n)[ \\t>]*(?:${source(GREETINGS)})[ \\t,]+(${NAME})(?=[ \\t]*(?:[!,.:;–-]|\\n|$))`,
  'gu',
);
const AFTER_INTRODUCTION = new RegExp(`(?<!\\p{L})(?:${source(INTRODUCTIONS)})[ \\t]+(${NAME})(?![\\p{L}])`, 'gu');
const AFTER_CLOSING = new RegExp(
  `(?<!\\p{L})(?:${source(CLOSINGS)})[ \\t]*(?:[,.!–-][ \\t]*)?(?:\\n[ \\t]*){0,2}[ \\t]*(${NAME})(?=[ \\t.!]*(?:\\n|$))`,
  'gu',
);
/** A signature on a line of its own: a dash or slash, then the name. */
const AFTER_DASH = new RegExp(`\\n[ \\t]*(?:[-–—/~][ \\t]?)(${NAME})[ \\t.!]*$`, 'gu');

/**
 * Spans of names where letters greet and sign, and where a writer says what they are called, in six languages. A name in the
 * middle of a sentence is not found; `ourselves` are names that are no person's, such as the company's.
 */
export function nameFinder(ourselves: readonly string[]): (text: string) => [number, number][] {
  const own = new Set(ourselves.map((name) => name.toLowerCase()));
  const isName = (name: string) => {
    const words = name.toLowerCase().split(/\s+/);
    return (
      name.length > 1 && !words.some((word) => NO_NAMES.has(word) || own.has(word)) && !own.has(name.toLowerCase())
    );
  };
  return (text) => {
    const lowered = withSmallOpenings(text);
    return [AFTER_GREETING, AFTER_INTRODUCTION, AFTER_CLOSING, AFTER_DASH].flatMap((pattern) =>
      [...lowered.matchAll(pattern)].flatMap((match): [number, number][] => {
        const name = match[1] ?? '';
        const start = match.index + match[0].lastIndexOf(name);
        return isName(name) ? [[start, start + name.length]] : [];
      }),
    );
  };
}

const OPENING = new RegExp(`(?<!\\p{L})(?:${source(`${GREETINGS}|${INTRODUCTIONS}|${CLOSINGS}`)})(?!\\p{L})`, 'giu');

/** The text with greetings, closings and introductions in small letters, unit for unit: names alone tell by their capital. */
function withSmallOpenings(text: string): string {
  return text.replace(OPENING, (opening) => {
    const small = opening.toLowerCase();
    return small.length === opening.length ? small : opening;
  });
}
