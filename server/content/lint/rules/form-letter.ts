import type { Finding, Rule } from '../rule.ts';

export const formLetter: Rule = {
  id: 'form-letter',
  severity: 'hint',
  fix: 'Say it as you would to somebody who stands before you.',
  text(view) {
    const phrases = view.settings.languages[view.text.lang]?.formLetter ?? [];
    return view.replies.flatMap((section) =>
      phrases.flatMap((phrase): Finding[] => {
        const at = section.markdown.toLowerCase().indexOf(phrase.toLowerCase());
        return at < 0 ? [] : [{ place: view.inside(section, at), message: `"${phrase}" reads like a form letter.` }];
      }),
    );
  },
};
