import type { KeptAnswer } from './kept-answer.ts';

/**
 * Kept answers as columns: those of a bank of some thousand articles hold millions of ids, of which a change touches
 * few, so none is made a string before it is looked at. Row `r` holds `ids` and `scores` from `start[r]` to `start[r + 1]`.
 */
export interface StoredAnswers {
  /** Place of its query; -1 in a lexical answer. */
  query: Int32Array;
  /** Place of its terms among `termLists`. */
  terms: Int32Array;
  termLists: string[];
  /** Place of its filter among `filters`, which are JSON. */
  filter: Int32Array;
  filters: string[];
  limit: Int32Array;
  all: Uint8Array;
  start: Int32Array;
  /** Places of passages. */
  ids: Int32Array;
  scores: Float32Array;
}

/** `places` of passages by id, and `queries` of vectors. */
export function storeAnswers(
  answers: KeptAnswer[],
  places: Map<string, number>,
  queries: Map<Float32Array, number>,
): StoredAnswers {
  const termLists = new Numbered();
  const filters = new Numbered();
  const start = new Int32Array(answers.length + 1);
  for (const [row, { ids }] of answers.entries()) start[row + 1] = (start[row] ?? 0) + ids.length;
  const ids = new Int32Array(start.at(-1) ?? 0);
  const scores = new Float32Array(ids.length);
  for (const [row, answer] of answers.entries()) {
    const first = start[row] ?? 0;
    for (const [i, id] of answer.ids.entries()) ids[first + i] = places.get(id) ?? -1;
    scores.set(answer.scores, first);
  }
  return {
    query: Int32Array.from(answers, ({ vector }) => (vector ? (queries.get(vector) ?? -1) : -1)),
    terms: Int32Array.from(answers, (answer) => termLists.of(answer.terms.join(' '))),
    termLists: termLists.all,
    filter: Int32Array.from(answers, (answer) => filters.of(JSON.stringify(answer.filter))),
    filters: filters.all,
    limit: Int32Array.from(answers, ({ limit }) => limit),
    all: Uint8Array.from(answers, ({ all }) => (all ? 1 : 0)),
    start,
    ids,
    scores,
  };
}

/** The answers of the rows from `first` up to `end`, read from the columns when they are looked at. */
export function readStored(stored: StoredAnswers, passages: string[], vectors: Float32Array[]) {
  const terms = stored.termLists.map((list) => (list === '' ? [] : list.split(' ')));
  const filters = stored.filters.map((filter) => JSON.parse(filter) as KeptAnswer['filter']);
  let flagged: { of: ReadonlySet<string>; flags: Uint8Array } | null = null;
  const flagsOf = (ids: ReadonlySet<string>): Uint8Array => {
    if (flagged?.of !== ids) flagged = { of: ids, flags: Uint8Array.from(passages, (id) => (ids.has(id) ? 1 : 0)) };
    return flagged.flags;
  };
  const read = (row: number): KeptAnswer => {
    const query = stored.query[row] ?? -1;
    const start = stored.start[row] ?? 0;
    const end = stored.start[row + 1] ?? 0;
    return {
      part: query === -1 ? 'lexical' : 'dense',
      vector: vectors[query] ?? null,
      terms: terms[stored.terms[row] ?? 0] ?? [],
      filter: filters[stored.filter[row] ?? 0] ?? null,
      limit: stored.limit[row] ?? 0,
      all: stored.all[row] === 1,
      scores: stored.scores.subarray(start, end),
      get ids() {
        return Array.from(stored.ids.subarray(start, end), (place) => passages[place] ?? '');
      },
      holdsAny(ids) {
        const flags = flagsOf(ids);
        for (let i = start; i < end; i++) if (flags[stored.ids[i] ?? -1] === 1) return true;
        return false;
      },
    };
  };
  return (first: number, end: number): KeptAnswer[] => Array.from({ length: end - first }, (_, i) => read(first + i));
}

/** Numbers distinct strings as they come. */
class Numbered {
  readonly all: string[] = [];
  readonly #places = new Map<string, number>();

  of(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.all.length);
    return this.all.push(text) - 1;
  }
}
