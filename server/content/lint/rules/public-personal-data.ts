import type { Section } from '../../../domain/article.ts';
import type { Finding, Rule } from '../rule.ts';
import type { TextView } from '../text-view.ts';
import { tokensIn } from '../tokens.ts';
import { findPhrase } from '../words/phrases.ts';
import { ASKS, NEGATIONS, PRIVATE_MESSAGE, PRIVATE_VALUES } from '../words/private-values.ts';

export const publicPersonalData: Rule = {
  id: 'public-personal-data',
  severity: 'error',
  fix: 'Everyone reads this. Ask for a private message on the same page, and say why.',
  text(view) {
    return view.variants
      .filter(({ channel }) => view.settings.channels[channel ?? '']?.setting === 'public')
      .flatMap((section) => [...filledInPublic(view, section), ...askedForInPublic(view, section)]);
  },
};

function filledInPublic(view: TextView, section: Section): Finding[] {
  return tokensIn(section.markdown)
    .filter(({ name }) => /^(?:customer|order|trip)\./.test(name))
    .map(({ token, at }) => ({
      place: view.inside(section, at),
      message: `${token} would be written where everyone reads it.`,
      fix: 'Leave it out of this wording.',
    }));
}

function askedForInPublic(view: TextView, section: Section): Finding[] {
  const { lang } = view.text;
  let before = '';
  for (const sentence of sentencesOf(section.markdown)) {
    before += sentence.words;
    const asked = findPhrase(PRIVATE_VALUES, lang, sentence.words);
    if (!asked || !findPhrase(ASKS, lang, sentence.words) || findPhrase(PRIVATE_MESSAGE, lang, before)) continue;
    if (findPhrase(NEGATIONS, lang, clauseAt(sentence.words, asked.at))) continue;
    const message = `"${asked.words}" is asked for where everyone reads it.`;
    return [{ place: view.inside(section, sentence.at + asked.at), message }];
  }
  return [];
}

/** What stands between the commas around `at`. */
function clauseAt(sentence: string, at: number): string {
  const from = sentence.lastIndexOf(',', at) + 1;
  const until = sentence.indexOf(',', at);
  return sentence.slice(from, until === -1 ? undefined : until);
}

function sentencesOf(markdown: string): { words: string; at: number }[] {
  return [...markdown.matchAll(/[^.!?;·\n]+(?:[.!?;·](?!\s)[^.!?;·\n]*)*[.!?;·\n]*/gu)].map((match) => ({
    words: match[0],
    at: match.index,
  }));
}
