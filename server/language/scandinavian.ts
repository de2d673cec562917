import type { Lang } from '../domain/language.ts';

/**
 * What spelling tells Swedish, bokmål and Danish apart. Character statistics cannot do it in a handful of words; the
 * orthographies' own rules can. Each rule lists whole words, in which `-` stands for any letters, and speaks for one
 * language or for two against the third.
 */
const RULES: [langs: Lang[], words: string][] = [
  [['sv'], '-[äö]-'],
  [['nb', 'da'], '-[æø]-'],
  // Danish ends no word in a double consonant, and has b, d and g where the others kept p, t and k.
  [['nb', 'sv'], '-[aeiouyåæøäö](tt|kk|pp|nn|ll|mm) mitt ditt sitt'],
  [
    ['da'],
    'mit dit sit uge- bruge- brugt- tage- købe- køb bage- søge- vide gide- sidde- mad mad- ud ude uden udland- flag- sag-',
  ],
  [['nb'], 'uke- bruke- brukt- ta tar kjøp- bake- søke- vite gidder sitte- mat mat- ut ute utland- '],
  // av against af, ei and øy against ej and øj, also within words.
  [['nb', 'sv'], 'av av(best|bok|bryt|gang|gift|gjør|lys|reis|tal|vent|slut)-'],
  [['da'], 'af af(best|bryd|gang|gift|gør|hent|lever|lys|rejs|sted|tal|vent|slut|vis)-'],
  [['nb'], '-(rei|vei|lei|nei|hei|feil|beid)- -øy-'],
  [['da'], '-(rej|vej|lej|fejl|bejd)- -øj-'],
  [['da', 'sv'], 'hej nej mig dig sig nu efter igen blev'],
  // kj before e and ø; the endings -sjon, -het and -ene against -tion, -hed and -erne; past tenses; Danish polite plural.
  [['nb'], 'kje- kjø- skje- -sjon- -het(en)?'],
  [['da'], 'kør- kend- ske sker -tion(en|er|erne) -hed(en)? -[bdfgklmnprstv]erne (?!allerede)--[dfgklmnprstv]ede'],
  [['sv'], '-(or|ar|er)na (?!ansvar|forsvar|dollar)---[bdfgklmnprt]ar ---ade'],
  // nd where Norwegian has nn; Norwegian puts the possessive behind: reisen min.
  [['da'], 'ind ind(e|en|til|bakke|tast|check|gang|lever|stil|betal)- find(e|er)? fandt mand hende- kvinde- gennem-'],
  [
    ['nb'],
    'inn inn(e|en|til|boks|sjekk|stil|gang|lever|betal)- finne(r|s)? fant mann henne- kvinne- gjennom- igjen gjerne',
  ],
  [['nb'], '--(en|et|ene|a)_(min|mitt|mine|din|ditt|dine|vår|vårt|våre|deres)'],
  // Everyday words.
  [
    ['nb'],
    'hva noe noen meg deg seg nå etter bli blir ble blitt gi gir fra dere mye sjekk- penger flyplass- lurer ' +
      'vært hei ødela fått annen annet vår vårt våre koffert- bagasje- passord- bekreft- nettside- ikkje eg kor kva ka mykje ' +
      'dykk frå noko æ forsinka',
  ],
  [
    ['da'],
    'hvad noget nogen nogle blive bliver give siger? sige lade gerne jer jeres vores hvornår meget tak penge lufthavn- ' +
      'kuffert- fik gik billet billetterne tjek- lave- børn- hotel nat kat ik hedder stadig alligevel måske mails? tit hente- ' +
      'desværre adgangskode- netop slet har_i kan_i vil_i skal_i får_i',
  ],
  [
    ['sv'],
    'och inte är jag vad något någon nån nåt ni när hur vem från fran nagon nagot går boka- bokning- pengar- väsk- veck- resa- flyg- tåg- ' +
      'utan mej dej ä dä',
  ],
];

const PATTERNS = RULES.map(([langs, words]): [Lang[], RegExp] => {
  const any = words
    .trim()
    .split(/ +/)
    .map((word) =>
      word
        .replaceAll('_', ' ')
        .replaceAll('---', '\\p{L}{3,}')
        .replaceAll('--', '\\p{L}{2,}')
        .replaceAll('-', '\\p{L}*'),
    );
  return [langs, new RegExp(`(?<!\\p{L})(?:${any.join('|')})(?!\\p{L})`, 'giu')];
});

/** How many spellings in `text` speak for each of the three languages. */
export function scandinavianEvidence(text: string): Map<Lang, number> {
  const found = new Map<Lang, number>();
  for (const [langs, pattern] of PATTERNS) {
    const count = text.match(pattern)?.length ?? 0;
    if (count > 0) for (const lang of langs) found.set(lang, (found.get(lang) ?? 0) + count);
  }
  return found;
}
