const YES = new Set([
  'yes',
  'ja',
  'jo',
  'jep',
  'kyllä',
  'joo',
  'ναι',
  'absolutely',
  'absolut',
  'självklart',
  'selvsagt',
  'selvfølgelig',
  'totta',
]);
const NO = new Set([
  'no',
  'nej',
  'nei',
  'ei',
  'οχι',
  'όχι',
  'tyvärr',
  'dessverre',
  'desværre',
  'valitettavasti',
  'unfortunately',
  'δυστυχώς',
]);
/** Words that turn a sentence round. */
const TURNING = new Set(
  'not no never cannot can’t cant won’t without neither nor inte ej aldrig inga ingen inget utan varken ikke aldri aldrig ingen intet ei eivät emme älä ette eikä ilman δεν μην όχι χωρίς ποτέ ούτε'.split(
    ' ',
  ),
);
const WORD = /\p{L}[\p{L}\p{M}’]*/gu;
/** Two sentences with more of their words in common say the same, but for a few words. */
const ALMOST_THE_SAME = 0.7;

/**
 * Whether one answer says yes where the other says no: in its first word, or in a sentence that both have almost word for
 * word, which only one of them turns round. Answers the words; null where neither is so.
 */
export function oppositeAnswers(a: string, b: string): { a: string; b: string } | null {
  const [first, other] = [wordsOf(a)[0] ?? '', wordsOf(b)[0] ?? ''];
  if ((YES.has(first) && NO.has(other)) || (NO.has(first) && YES.has(other))) return { a: first, b: other };
  const theirs = sentences(b);
  for (const sentence of sentences(a)) {
    const turned = theirs.find((each) => turnsRound(sentence, each));
    if (turned !== undefined) return { a: sentence, b: turned };
  }
  return null;
}

function turnsRound(a: string, b: string): boolean {
  const [own, other] = [wordsOf(a), wordsOf(b)];
  const turnings = (words: string[]) => words.filter((word) => TURNING.has(word)).length;
  if (turnings(own) % 2 === turnings(other) % 2) return false;
  const rest = (words: string[]) => new Set(words.filter((word) => !TURNING.has(word)));
  const [left, right] = [rest(own), rest(other)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return left.size > 2 && shared / new Set([...left, ...right]).size >= ALMOST_THE_SAME;
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?;])\s+/).map((sentence) => sentence.trim());
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().replaceAll("'", '’').match(WORD) ?? [];
}
