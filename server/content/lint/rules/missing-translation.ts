import type { Rule } from '../rule.ts';

export const missingTranslation: Rule = {
  id: 'missing-translation',
  severity: 'hint',
  fix: 'Translate it where customers ask about this.',
  text(text) {
    if (text.article.texts[0] !== text.text) return [];
    const has = text.article.texts.map((other) => other.lang);
    const missing = Object.entries(text.settings.languages)
      .filter(([lang, { neighbours }]) => ![lang, ...neighbours].some((near) => has.includes(near)))
      .map(([, { name }]) => name);
    if (missing.length === 0) return [];
    return [
      { place: text.field('lang'), message: `Nobody who reads only ${missing.join(' or ')} can read this article.` },
    ];
  },
};
