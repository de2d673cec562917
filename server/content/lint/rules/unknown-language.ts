import type { Rule } from '../rule.ts';

export const unknownLanguage: Rule = {
  id: 'unknown-language',
  severity: 'warning',
  fix: 'Correct the code, or add the language to erfara.yaml.',
  text(view) {
    const { text, settings } = view;
    if (Object.hasOwn(settings.languages, text.lang)) return [];
    const known = Object.keys(settings.languages).join(', ');
    return [{ place: view.field('lang'), message: `"${text.lang}" is not a language in erfara.yaml: ${known}.` }];
  },
};
