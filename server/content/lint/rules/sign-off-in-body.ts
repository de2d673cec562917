import type { Finding, Rule } from '../rule.ts';
import { findPhrase } from '../words/phrases.ts';
import { SIGN_OFFS } from '../words/sign-offs.ts';

export const signOffInBody: Rule = {
  id: 'sign-off-in-body',
  severity: 'warning',
  fix: 'End with the next step. The sign-off is added where it belongs, with the name.',
  text(view) {
    return view.replies.flatMap((section): Finding[] => {
      const [own = ''] = (view.settings.languages[view.text.lang]?.voice.signOff ?? '').split(/[\n{]/);
      const closing = lastSentences(section.markdown).find(
        ({ words }) =>
          findPhrase(SIGN_OFFS, view.text.lang, words)?.at === 0 ||
          (own.length > 3 && words.toLowerCase().startsWith(own.trim().toLowerCase().replace(/,$/, ''))) ||
          /^(?:\/|[–—-] ?)(?:\{\{\s*agent\.\w+\s*\}\}|\p{Lu}\p{Ll}+)$/u.test(words),
      );
      if (!closing) return [];
      const message = `"${closing.words}" signs off; so will the sign-off that is added.`;
      return [{ place: view.inside(section, closing.at), message }];
    });
  },
};

/** The last two sentences or lines. */
function lastSentences(markdown: string): { words: string; at: number }[] {
  return [...markdown.matchAll(/[^\n.!?]+[.!?]*/g)]
    .filter((match) => match[0].trim() !== '')
    .slice(-2)
    .map((match) => ({
      words: match[0].trim().replace(/[.!?]+$/, ''),
      at: match.index + match[0].length - match[0].trimStart().length,
    }));
}
