import type { Lang } from '../domain/language.ts';
import type { IndexablePassage } from '../domain/passage.ts';
import { tellingWords, type WordTally } from '../evaluation/telling-words.ts';
import type { Analyser } from '../ports/analyser.ts';
import type { Bank } from '../ports/article-store.ts';
import type { RetrievalOutcome, Rival } from './test-retrieval.ts';

const WORD = /\p{L}[\p{L}\p{M}\p{N}-]+/gu;
/** A word that is about as likely in both articles by chance (two sided, one in ten). */
const TELLING_Z = 1.645;
const MOST_WORDS = 8;

/** A question whose article another one outranks. */
export interface LostQuestion {
  outcome: RetrievalOutcome;
  to: Rival;
}

/** What would tell an article from its rival, in one language. */
export interface Wording {
  articleId: string;
  lang: Lang;
  /** Words that stand here and hardly there, most telling first. */
  telling: string[];
  /** Those of them that the title lacks, and that no question has. */
  notInTitle: string[];
  notInQuestions: string[];
  /** Questions of the other article to write under `not_for`. */
  notFor: string[];
}

/** Two articles whose questions bring each other up. */
export interface CompetingPair {
  articles: [string, string];
  lost: LostQuestion[];
  wording: Wording[];
}

/** Pairs of articles of which one outranks the other for the other's own questions; those with most such questions first. */
export function competingPairs(
  bank: Pick<Bank, 'articles'>,
  passages: IndexablePassage[],
  { outcomes, analyser }: { outcomes: RetrievalOutcome[]; analyser: Analyser },
): CompetingPair[] {
  const pairs = new Map<string, CompetingPair>();
  for (const outcome of outcomes.filter(({ kind }) => kind === 'question')) {
    for (const to of outcome.rivals.filter(({ rank }) => outcome.rank === null || rank < outcome.rank)) {
      const articles = [outcome.articleId, to.articleId].sort() as [string, string];
      const pair = pairs.get(articles.join()) ?? { articles, lost: [], wording: [] };
      pairs.set(articles.join(), pair);
      pair.lost.push({ outcome, to });
    }
  }
  const words = wordsOf(passages, analyser);
  const ordered = [...pairs.values()].sort((a, b) => b.lost.length - a.lost.length);
  for (const pair of ordered) {
    const langs = [...new Set(pair.lost.map(({ outcome }) => outcome.lang))].sort();
    pair.wording = langs.flatMap((lang) =>
      pair.articles.map((own, i) => wordingOf({ own, other: pair.articles[1 - i] ?? '', lang }, { bank, pair, words })),
    );
  }
  return ordered;
}

interface Words {
  tallyOf(articleId: string, lang: Lang): WordTally;
  background(lang: Lang): WordTally;
  /** The commonest form of a term. */
  form(term: string, lang: Lang): string;
  terms(text: string, lang: Lang): Set<string>;
}

function wordingOf(
  at: { own: string; other: string; lang: Lang },
  { bank, pair, words }: { bank: Pick<Bank, 'articles'>; pair: CompetingPair; words: Words },
): Wording {
  const { own, other, lang } = at;
  const text = bank.articles.find(({ id }) => id === own)?.texts.find((candidate) => candidate.lang === lang);
  const telling = tellingWords(words.tallyOf(own, lang), words.tallyOf(other, lang), words.background(lang))
    .filter(({ z }) => z >= TELLING_Z)
    .slice(0, MOST_WORDS)
    .map(({ word }) => word);
  const lacking = (texts: string[]) => {
    const present = words.terms(texts.join('\n'), lang);
    return telling.filter((term) => !present.has(term)).map((term) => words.form(term, lang));
  };
  const taken = pair.lost.filter(({ outcome, to }) => to.articleId === own && outcome.lang === lang);
  return {
    articleId: own,
    lang,
    telling: telling.map((term) => words.form(term, lang)),
    notInTitle: text ? lacking([text.title]) : [],
    notInQuestions: text ? lacking(text.questions) : [],
    notFor: taken.map(({ outcome }) => outcome.question).filter((question) => !text?.notFor.includes(question)),
  };
}

function wordsOf(passages: IndexablePassage[], analyser: Analyser): Words {
  const byText = new Map<string, IndexablePassage[]>();
  const backgrounds = new Map<Lang, WordTally>();
  for (const passage of passages) {
    const key = `${passage.articleId} ${passage.lang}`;
    byText.set(key, [...(byText.get(key) ?? []), passage]);
    const background = backgrounds.get(passage.lang) ?? new Map<string, number>();
    backgrounds.set(passage.lang, background);
    for (const term of passage.terms) background.set(term, (background.get(term) ?? 0) + 1);
  }
  const forms = new Map<string, Map<string, number>>();
  const read = new Set<string>();
  const readForms = (own: IndexablePassage[]) => {
    for (const { id, embedText, lang } of own) {
      if (read.has(id)) continue;
      read.add(id);
      for (const [word] of embedText.toLowerCase().matchAll(WORD)) {
        for (const term of analyser.terms(word, lang)) {
          const known = forms.get(`${lang} ${term}`) ?? new Map<string, number>();
          forms.set(`${lang} ${term}`, known);
          known.set(word, (known.get(word) ?? 0) + 1);
        }
      }
    }
  };
  return {
    tallyOf(articleId, lang) {
      const own = byText.get(`${articleId} ${lang}`) ?? [];
      readForms(own);
      const tally: WordTally = new Map();
      for (const term of own.flatMap(({ terms }) => terms)) tally.set(term, (tally.get(term) ?? 0) + 1);
      return tally;
    },
    background: (lang) => backgrounds.get(lang) ?? new Map(),
    form(term, lang) {
      const [best] = [...(forms.get(`${lang} ${term}`) ?? [])].sort((a, b) => b[1] - a[1]);
      return best?.[0] ?? term;
    },
    terms: (text, lang) => new Set(analyser.terms(text, lang)),
  };
}
