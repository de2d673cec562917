/** How often each word stands in some texts. */
export type WordTally = Map<string, number>;

/** How strong the prior is, in words: about one article's worth. */
const PRIOR = 200;

/**
 * The words that tell one set of texts from another, most telling first: log-odds ratio with an informative Dirichlet
 * prior (Monroe, Colaresi and Quinn, "Fightin' Words", 2008, equations 15 to 22), as z-scores. `background` holds the
 * words of all texts, both sets included, and keeps words that are common everywhere from counting.
 */
export function tellingWords(own: WordTally, other: WordTally, background: WordTally): { word: string; z: number }[] {
  const [all, mine, theirs] = [sumOf(background), sumOf(own), sumOf(other)];
  return [...own.keys()]
    .map((word) => {
      const prior = (PRIOR * (background.get(word) ?? 1)) / Math.max(1, all);
      const here = (own.get(word) ?? 0) + prior;
      const there = (other.get(word) ?? 0) + prior;
      const odds = Math.log(here / (mine + PRIOR - here)) - Math.log(there / (theirs + PRIOR - there));
      return { word, z: odds / Math.sqrt(1 / here + 1 / there) };
    })
    .sort((a, b) => b.z - a.z);
}

function sumOf(tally: WordTally): number {
  let sum = 0;
  for (const times of tally.values()) sum += times;
  return sum;
}
