/** A first name, an initial, and up to two family names. Letters of any script; a name begins with a capital. */
const PART = "\\p{Lu}[\\p{L}\\p{M}]*(?:['’-]\\p{Lu}?[\\p{L}\\p{M}]+)*";
const REST = `(?: \\p{Lu}\\.)?(?: (?:(?:von|af|de|van|der|al|el) )?${PART})`;
const NAME = `${PART}(?:${REST}{1,2})?`;
/** First and family name: where the words before it may stand before other words, too. */
const FULL_NAME = `${PART}${REST}{1,2}`;

const GREETINGS =
  'hej|hejsan|hei|hallå|hallo|heisann|hejsa|moi|moikka|terve|hyvä|γεια σου|γεια σας|γεια|αγαπητέ|αγαπητή|καλημέρα|καλησπέρα|hi|hello|dear|kära|bästa|kjære|kære|god dag|goddag|god morgon|god morgen';
/** Words that say who writes, or whom it is about. */
const INTRODUCTIONS =
  "jag heter|mitt namn är|jeg heter|jeg hedder|mit navn er|mitt navn er|navnet mitt er|nimeni on|olen nimeltäni|minun nimeni on|με λένε|λέγομαι|ονομάζομαι|το όνομά μου είναι|my name is|my name’s|my name's|i am called|" +
  'namn:|navn:|nimi:|passagerare:|resenär:|passasjer:|passager:|matkustaja:|επιβάτης:|passenger:|traveller:|kontakt:|contact:|on behalf of|på vegne av|på vegne af|' +
  'όνομα:|ονοματεπώνυμο:|name:|i namnet|i navnet|in the name of|στο όνομα|under namnet|under the name|' +
  'pratade med|talade med|snakket med|snakkede med|talte med|spoke to|spoke with|talked to|μίλησα χθες με τον|μίλησα χθες με την|μίλησα με τον|μίλησα με την|μίλησα με τη';
/** Words that say who writes where a whole name follows. */
const SELF = "jag är|jeg er|olen|täällä|i am|i’m|i'm|είμαι ο|είμαι η|εγώ είμαι ο|εγώ είμαι η";
/** The same, at the beginning of a letter alone: elsewhere they point at anything. */
const SELF_AT_FIRST = "det är|det er|dette er|her er|this is|it’s|it's|εδώ ο|εδώ η|tässä";
const KIN =
  '(?:min|vår|vores|hans|hennes|hendes) (?:man|make|maka|fru|sambo|son|sons|dotter|dotters|mamma|pappa|mor|far|syster|bror|vän|kollega|mann|mand|kone|samboer|kæreste|kjæreste|sønn|søn|datter|søster|venn|ven)|' +
  'mitt barn|mit barn|(?:my|our|his|her) (?:husband|wife|partner|son|daughter|mother|father|mum|mom|dad|sister|brother|friend|colleague)|' +
  '(?:vaimo|miehe|tyttäre|poika|äiti|isä|sisare|velje|ystävä)\\p{Ll}{0,6}ni|' +
  '(?:ο σύζυγός|η σύζυγός|ο άντρας|η γυναίκα|ο γιος|ο γιός|η κόρη|η μητέρα|η μαμά|ο πατέρας|ο μπαμπάς|του γιου|της κόρης|του συζύγου|της συζύγου) μου';
const CLOSINGS =
  'mvh|med vänlig hälsning|med vänliga hälsningar|vänliga hälsningar|vänligen|bästa hälsningar|hälsningar|hälsning|hälsn|hälsar|kram|kramar|vennlig hilsen|med vennlig hilsen|venlig hilsen|med venlig hilsen|beste hilsen|hilsen|hilsner|de bedste hilsner|vh|kh|klem|knus|allt gott|alt godt|alt det bedste|kiitoksin|ystävällisesti|ystävällisin terveisin|parhain terveisin|terveisin|terveiset|terkuin|terv|t|με εκτίμηση|με φιλικούς χαιρετισμούς|φιλικά|χαιρετισμούς|χαιρετισμοί|τα χαιρετίσματά μου|χαιρετώ|ευχαριστώ|ευχαριστώ πολύ|ευχαριστώ εκ των προτέρων|kind regards|kindest regards|best regards|warm regards|regards|best wishes|all the best|best|yours sincerely|yours faithfully|yours truly|sincerely|thanks|thank you|many thanks|cheers|ta|tack|tack på förhand|takk|tak|på forhånd tak|kiitos|kiitos etukäteen';

/** Names of one text that are looked for in the rest of it; no letter has more, and each reads the text again. */
const MOST = 40;

/** What stands after "my name is" and is none. */
const SAID_OF_NAMES =
  'fel felstavat felskrivet inte samma numera egentligen nu ju ändrat wrong misspelled misspelt not incorrect spelled now missing the same feil feilstavet ikke stavet forkert staveforkert stavet väärin väärä kirjoitettu sama ei λάθος λάθως δεν όχι σωστά med mig för er dig oss teamet alla';
/** Addressed are also roles, and everybody. */
const NO_NAMES = new Set(
  (
    'alla allihop allihopa ni team kundtjänst kundservice support där igen alle kundeservice kunderservice dere i jer der igjen kaikki ' +
    'asiakaspalvelu te siellä taas vaan päivää huomenta iltaa all there everyone again team customer service sir madam folks both to ' +
    'όλους όλες ομάδα σας και kan kann can det den jag jeg min mitt mit vi we i my the when what where why how hur vad var när varför ' +
    'hva hvor når hvorfor hvad hvornår miten mitä missä milloin miksi πώς τι πού πότε γιατί θα μπορώ is are do does har är er får ' +
    'takk tack tak kiitos thanks thank ευχαριστώ god hyvää gate terminal flight visa mastercard swish vipps facebook ' +
    SAID_OF_NAMES
  ).split(' '),
);

/** Words that announce a number: they end a name. */
const ANNOUNCES = / (?:ΑΜΚΑ|ΑΦΜ|AMKA|AFM|CPR|HETU|IBAN|PNR|Tel|TEL|Tlf|Tfn|Mob|Mobil|Puh|Τηλ|Κιν)$/u;

const source = (words: string) => words.replaceAll(' ', '[ \\u00a0]+');
const AFTER_GREETING = new RegExp(
  `(?:^|\\n)[ \\t>]*(?:${source(GREETINGS)})[ \\t,]+(${NAME})(?=[ \\t]*(?:[!,.:;–-]|\\n|$)| (?:här|her|here|igen|igjen|heter jag|er navnet|speaking)(?!\\p{L}))(?!-\\p{L})`,
  'gu',
);
const AFTER_INTRODUCTION = new RegExp(`(?<!\\p{L})(?:${source(INTRODUCTIONS)})[ \\t]+(${NAME})(?![\\p{L}])`, 'gu');
const AFTER_SELF = new RegExp(`(?<!\\p{L})(?:${source(SELF)})[ \\t]+(${FULL_NAME})(?![\\p{L}])`, 'gu');
const AFTER_SELF_AT_FIRST = new RegExp(
  `^[ \\t>]*(?:(?:${source(GREETINGS)})[ \\t]*[,!.]?\\s+)?(?:${source(SELF_AT_FIRST)})[ \\t]+(${FULL_NAME})(?![\\p{L}])`,
  'gu',
);
const AFTER_KIN = new RegExp(
  `(?<!\\p{L})(?:${source(KIN)})(?: (?:namn|navn|name))?,?[ \\t]+(${NAME})(?![\\p{L}])`,
  'gu',
);
const AFTER_CLOSING = new RegExp(
  `(?<!\\p{L})(?:${source(CLOSINGS)})(?:[ \\t]+(?:från|fra|from|oss|til|to))?[ \\t]*(?:[,.!–/-][ \\t]*)?(?:\\n[ \\t]*){0,2}[ \\t]*(${NAME})(?=[ \\t.!]*x{0,3}[ \\t]*(?:\\n|$))`,
  'gu',
);
/** More may follow a whole name. */
const NAMED_AFTER_CLOSING = new RegExp(`(?<!\\p{L})(?:${source(CLOSINGS)})[ \\t]+(${FULL_NAME})(?=,)`, 'gu');
const AFTER_TITLE = new RegExp(
  `(?<!\\p{L})(?:Mr|Mrs|Ms|Dr|Herr|Fru|Hr|Frk|κ|κα|κος|κύριος|κύριο|κυρία)\\.? (${NAME})(?![\\p{L}])`,
  'gu',
);
/** A signature on a line of its own: a dash or slash, then the name. A slash tells it after the last sentence too. */
const AFTER_DASH = new RegExp(`(?:\\n[ \\t]*(?:[-–—~]|/{1,2})|[.!?][ \\t]+/{1,2})[ \\t]?(${NAME})[ \\t.!]*$`, 'gu');
/** "Jag, Anna Ek, har bokat": who writes, between commas. */
const BESIDE_SELF = new RegExp(`(?:^|[.!?\\n])[ \\t>]*(?:[Jj]ag|[Jj]eg|[Mm]inä|I|[Εε]γώ), (${FULL_NAME}),`, 'gu');
const CALLED = new RegExp(`(?<!\\p{L})(?:heter|hedder)[ \\t]+(${FULL_NAME})(?![\\p{L}])`, 'gu');
const ALONE_AFTER_SELF = new RegExp(
  `(?:^|[.!?\\n])[ \\t>]*(?:${source('jag är|jeg er|είμαι ο|είμαι η')})[ \\t]+(${PART})(?=,)`,
  'gu',
);
/** A closing, a whole name and how to reach them, on one line. */
const BEFORE_PHONE = new RegExp(
  `(?<!\\p{L})(?:${source(CLOSINGS)})[.,]?[ \\t]+(${FULL_NAME})(?=,?[ \\t]+(?:[Tt]el|[Tt]lf|[Tt]fn|[Mm]ob|[Pp]uh|[Ττ]ηλ|[Κκ]ιν|\\+?\\d))`,
  'gu',
);
/** Many write their names in small letters: then what follows must end it, as a name in the middle would not be told. */
const SMALL = "\\p{Ll}[\\p{L}\\p{M}'’-]+(?: \\p{Ll}[\\p{L}\\p{M}'’-]+)?";
const SMALL_AFTER_INTRODUCTION = new RegExp(
  `(?<!\\p{L})(?:${source("jag heter|mitt namn är|jeg heter|jeg hedder|mit navn er|mitt navn er|navnet mitt er|nimeni on|με λένε|λέγομαι|ονομάζομαι|my name is|my name's|my name’s")})[ \\t]+(${SMALL})(?=[ \\t]*(?:[,.!;\\n]|$)|[ \\t]+(?:och|og|ja|and|και)(?!\\p{L}))`,
  'gu',
);
const SMALL_AFTER_CLOSING = new RegExp(
  `(?<!\\p{L})(?:${source('mvh|vänliga hälsningar|hälsningar|vennlig hilsen|venlig hilsen|hilsen|terveisin|kind regards|best regards|regards|με εκτίμηση')})[ \\t]*[,.!]?(?:\\s+)(${SMALL})[\\s.!]*$`,
  'gu',
);
const PATTERNS = [
  ...[AFTER_GREETING, AFTER_INTRODUCTION, AFTER_SELF, AFTER_SELF_AT_FIRST],
  ...[AFTER_KIN, AFTER_CLOSING, NAMED_AFTER_CLOSING, AFTER_DASH, AFTER_TITLE],
  ...[BESIDE_SELF, CALLED, ALONE_AFTER_SELF, BEFORE_PHONE, SMALL_AFTER_INTRODUCTION, SMALL_AFTER_CLOSING],
];

/**
 * Spans of names where letters greet and sign, where a writer says what they are called or whom it is about, in six
 * languages, and wherever else in the text those names stand. A name that nothing announces is not found; `ourselves` are
 * names that are no person's, such as the company's.
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
    const told = PATTERNS.flatMap((pattern) =>
      [...lowered.matchAll(pattern)].flatMap((match): [number, number][] => {
        const name = (match[1] ?? '').replace(ANNOUNCES, '');
        const start = match.index + match[0].lastIndexOf(match[1] ?? '');
        return isName(name) ? [[start, start + name.length]] : [];
      }),
    );
    const names = [...new Set(told.map((span) => text.slice(...span)))].filter(isCapital).slice(0, MOST);
    const everywhere = [...told, ...names.flatMap((name) => standsAt(name, text))];
    return [...new Map(everywhere.map((span) => [span.join(), span])).values()];
  };
}

/** A name in small letters may be any word elsewhere. */
const isCapital = (name: string) => /^\p{Lu}/u.test(name);

/** Every place of a name as it is written, alone or with the s of a genitive. */
function standsAt(name: string, text: string): [number, number][] {
  const word = new RegExp(
    `(?<![\\p{L}\\p{M}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=['’]?s?(?![\\p{L}\\p{M}]))`,
    'gu',
  );
  return [...text.matchAll(word)].map(({ index }) => [index, index + name.length]);
}

const OPENING = new RegExp(
  `(?<!\\p{L})(?:${source([GREETINGS, INTRODUCTIONS, SELF, SELF_AT_FIRST, KIN, CLOSINGS].join('|'))})(?![\\p{L}])`,
  'giu',
);

/** The text with greetings, closings and introductions in small letters, unit for unit: names alone tell by their capital. */
function withSmallOpenings(text: string): string {
  return text.replace(OPENING, (opening) => {
    const small = opening.toLowerCase();
    return small.length === opening.length ? small : opening;
  });
}
