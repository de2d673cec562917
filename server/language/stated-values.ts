/** Numbers as words, with their inflected beginnings, in the six languages; an article that also means "one" is left out. */
const NUMBER_WORDS: Record<string, number> = Object.fromEntries(
  [
    ['two två to kaksi kahden kahde kahta δύο δυο', 2],
    ['three tre kolme τρεις τρία τρια τριών', 3],
    ['four fyra fire neljä τέσσερις τέσσερα τεσσάρων', 4],
    ['five fem viisi viiden viide viittä πέντε', 5],
    ['six sex seks kuusi kuuden kuude kuutta έξι', 6],
    ['seven sju syv seitsemän seitsemä επτά εφτά', 7],
    ['eight åtta åtte otte kahdeksan kahdeksa οκτώ οχτώ', 8],
    ['nine nio ni yhdeksän yhdeksä εννέα εννιά', 9],
    ['ten tio ti kymmenen kymmene δέκα', 10],
    ['twelve tolv kahdentoista δώδεκα', 12],
    ['fourteen fjorton fjorten neljäntoista δεκατέσσερις', 14],
    ['thirty trettio tretti tredive kolmenkymmenen τριάντα', 30],
  ].flatMap(([words, value]) =>
    String(words)
      .split(' ')
      .map((word) => [word, Number(value)]),
  ),
);

/** Units by the beginnings of their words. Time is in hours, months apart: they have no fixed length. */
const UNITS: { unit: string; factor: number; starts: RegExp }[] = [
  { unit: 'money', factor: 1, starts: /^(kr|kron|sek$|nok$|dkk$|€|eur|ευρώ|ευρω)/u },
  { unit: 'percent', factor: 1, starts: /^(%|percent|procent|prosent|τοις)/u },
  { unit: 'h', factor: 1 / 60, starts: /^(min$|minut|minuut|λεπτ)/u },
  { unit: 'h', factor: 1, starts: /^(h$|t$|hour|tim|tunti|tunni|tunte|ώρ|ωρ)/u },
  {
    unit: 'h',
    factor: 24,
    starts: /^(day(?!time)|dag(?!tid|ens)|døgn|dygn|päiv|vuorokau|ημέρ|ημερ|μέρ|μερών|bankdag|arbetsdag|pankkipäiv)/u,
  },
  { unit: 'h', factor: 168, starts: /^(week(?!day)|veck(?!odag)|uke(?!dag)|uge(?!dag)|viik|εβδομάδ)/u },
  { unit: 'month', factor: 1, starts: /^(month|månad|måned|kuukau|μήν|μην)/u },
  { unit: 'month', factor: 12, starts: /^(year|år$|års|året|vuode|vuotta|vuosi|χρόν|έτη|ετών|έτος)/u },
  { unit: 'kg', factor: 1, starts: /^(kg$|kilo|κιλ)/u },
];
const TOKEN = /€|%|\d+(?:[.,:  ]\d+)*|\p{L}[\p{L}\p{M}]*/gu;
/** Months by the beginnings of their names, which no other word of an answer has. */
const MONTHS = [
  /^(januar|tammikuu|ιανουαρ)/u,
  /^(februar|helmikuu|φεβρουαρ)/u,
  /^(march$|mars$|marts$|maaliskuu|μαρτί|μάρτι|μαρτι)/u,
  /^(april|huhtikuu|απριλ)/u,
  /^(maj$|mai$|may$|toukokuu|μαΐ|μάι|μαι)/u,
  /^(june|juni$|kesäkuu|ιουνί|ιούνι|ιουνι)/u,
  /^(july|juli$|heinäkuu|ιουλί|ιούλι|ιουλι)/u,
  /^(august|elokuu|αυγούστ|αύγουστ|αυγουστ)/u,
  /^(septemb|syyskuu|σεπτ)/u,
  /^(oktob|octob|lokakuu|οκτ)/u,
  /^(novemb|marraskuu|νοεμ)/u,
  /^(decemb|desemb|joulukuu|δεκεμ)/u,
];
/** Sentences with more of their other words in common are one, with other numbers. */
const ONE_SENTENCE = 0.6;
/** Words between a number and its unit, as in "5 banking days". */
const BETWEEN = 1;
const FREE =
  /(^|[^\p{L}])(free of charge|for free|is free|gratis|kostnadsfritt|utan kostnad|uden beregning|kostar inget|ilmai(nen|sta|seksi|set)|maksut(ta|on|onta)|δωρεάν)(?!\p{L})/iu;

/**
 * The amounts, times and weights in an answer, by unit: `money`, `percent`, `h`, `month`, `kg`, `date` (100 times the month,
 * plus the day), and `free` where it says that something costs nothing. Hours, days and weeks are one unit (hours). In the six languages; others give what has a sign.
 */
export function statedValues(text: string): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  const add = (unit: string, value: number) => found.set(unit, (found.get(unit) ?? new Set()).add(value));
  const tokens = (
    text
      .replace(/https?:\S+/g, ' ')
      .toLowerCase()
      .match(TOKEN) ?? []
  ).slice(0, 4_000);
  tokens.forEach((token, at) => {
    const month = monthOf(token);
    if (month !== null) {
      const day = [tokens[at - 1], tokens[at + 1]].map((each) => (each && /^\d/.test(each) ? numberIn(each) : null));
      add('date', month * 100 + (day.find((each) => each !== null && each >= 1 && each <= 31) ?? 0));
    }
    const value = numberIn(token);
    if (value === null) return;
    const after = tokens.slice(at + 1, at + 2 + BETWEEN);
    const next = after.findIndex((word) => numberIn(word) !== null);
    const unit = (next === -1 ? after : after.slice(0, next)).map(unitOf).find((known) => known !== undefined);
    const before = unit === undefined && tokens[at - 1] !== undefined ? unitOf(tokens[at - 1] ?? '') : undefined;
    const known = unit ?? (before?.unit === 'money' ? before : undefined);
    if (known) add(known.unit, Math.round(value * known.factor * 100) / 100);
  });
  if (FREE.test(text)) add('free', 0);
  return found;
}

/** What two answers say differently: each says a value of the same unit that the other does not. Empty where none does. */
export function conflictingValues(a: string, b: string): { unit: string; a: number[]; b: number[] }[] {
  const [own, other] = [statedValues(a), statedValues(b)];
  const conflicts = [...own].flatMap(([unit, values]) => {
    const others = other.get(unit);
    if (!others) return [];
    const only = [...values].filter((value) => !others.has(value));
    const theirs = [...others].filter((value) => !values.has(value));
    return only.length > 0 && theirs.length > 0 ? [{ unit, a: only, b: theirs }] : [];
  });
  const charged = (values: typeof own) => values.has('money') && !values.has('free');
  const free = (values: typeof own) => values.has('free') && !values.has('money');
  if (charged(own) && free(other)) conflicts.push({ unit: 'money', a: [...(own.get('money') ?? [])], b: [0] });
  if (free(own) && charged(other)) conflicts.push({ unit: 'money', a: [0], b: [...(other.get('money') ?? [])] });
  return conflicts.length > 0 ? conflicts : otherNumbers(a, b);
}

/** Numbers without a unit, such as opening hours, in sentences that are the same but for them. */
function otherNumbers(a: string, b: string): { unit: string; a: number[]; b: number[] }[] {
  const theirs = sentences(b);
  for (const own of sentences(a)) {
    const other = theirs.find((each) => isOneSentence(own, each));
    if (!other) continue;
    const only = own.numbers.filter((number) => !other.numbers.includes(number));
    const others = other.numbers.filter((number) => !own.numbers.includes(number));
    if (only.length > 0 && others.length > 0) return [{ unit: 'number', a: only, b: others }];
  }
  return [];
}

interface Sentence {
  words: Set<string>;
  numbers: number[];
}

function sentences(text: string): Sentence[] {
  return text.split(/(?<=[.!?;])\s+/).map((sentence) => {
    const tokens = sentence.toLowerCase().match(TOKEN) ?? [];
    const numbers = tokens.flatMap((token) => numberIn(token) ?? []);
    return { words: new Set(tokens.filter((token) => numberIn(token) === null)), numbers };
  });
}

function isOneSentence({ words: a, numbers }: Sentence, other: Sentence): boolean {
  if (numbers.length === 0 || other.numbers.length === 0 || a.size < 3) return false;
  const shared = [...a].filter((word) => other.words.has(word)).length;
  return shared / new Set([...a, ...other.words]).size >= ONE_SENTENCE;
}

function monthOf(token: string): number | null {
  const place = MONTHS.findIndex((starts) => starts.test(token));
  return place === -1 ? null : place + 1;
}

function numberIn(token: string): number | null {
  if (/^\d/.test(token)) {
    const plain = token
      .replace(/[  .](?=\d{3}(\D|$))/g, '')
      .replace(/[,:]/, '.')
      .replace(/ /g, '');
    const value = Number(plain);
    return Number.isFinite(value) ? value : null;
  }
  return NUMBER_WORDS[token] ?? NUMBER_WORDS[token.replace(/(ssa|ssä|sta|stä|n|ä|a|ta|tä)$/u, '')] ?? null;
}

function unitOf(word: string): { unit: string; factor: number } | undefined {
  return UNITS.find(({ starts }) => starts.test(word));
}
