import type { Finding, Rule } from '../rule.ts';
import { GREETINGS } from '../words/greetings.ts';
import { findPhrase } from '../words/phrases.ts';

export const greetingInBody: Rule = {
  id: 'greeting-in-body',
  severity: 'warning',
  fix: 'Begin with the answer. The greeting is added where it belongs, with the name.',
  text(view) {
    return view.replies.flatMap((section): Finding[] => {
      const own = firstOf(section.markdown, view.settings.languages[view.text.lang]?.voice.greetingNoName ?? '');
      const found = findPhrase(GREETINGS, view.text.lang, section.markdown);
      if (!own && found?.at !== 0) return [];
      const words = found?.at === 0 ? found.words : own;
      return [{ place: view.inside(section, 0), message: `"${words}" greets; so will the greeting that is added.` }];
    });
  },
};

/** The opening of `markdown` that is `words` without their punctuation, when it is followed by a break. */
function firstOf(markdown: string, words: string): string {
  const bare = words.replace(/[\s,!.]+$/, '');
  if (bare === '' || !markdown.toLowerCase().startsWith(bare.toLowerCase())) return '';
  return /^[\s,!.]/.test(markdown.slice(bare.length)) ? markdown.slice(0, bare.length) : '';
}
