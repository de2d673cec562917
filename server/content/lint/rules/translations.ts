import { normaliseLang } from '../../../domain/language.ts';
import { translationHash } from '../../translation-hash.ts';
import type { Rule } from '../rule.ts';

export const missingTranslation: Rule = {
  id: 'missing-translation',
  severity: 'hint',
  fix: 'Translate it where customers ask about this.',
  bank(view) {
    const { languages } = view.bank.settings;
    return view.texts.flatMap((text) => {
      if (text.article.texts[0] !== text.text) return [];
      const has = text.article.texts.map((other) => other.lang);
      const missing = Object.entries(languages)
        .filter(([lang, { neighbours }]) => ![lang, ...neighbours].some((near) => has.includes(near)))
        .map(([, { name }]) => name);
      if (missing.length === 0) return [];
      return [
        { place: text.field('lang'), message: `Nobody who reads only ${missing.join(' or ')} can read this article.` },
      ];
    });
  },
};

export const staleTranslation: Rule = {
  id: 'stale-translation',
  severity: 'warning',
  fix: 'Bring the translation up to date, then write the new hash in translated_from.',
  text(view) {
    const from = view.text.translatedFrom;
    if (!from) return [];
    const source = view.article.texts.find((other) => other.lang === normaliseLang(from.lang));
    if (!source) {
      const message = `It was translated from ${from.lang}, but the article has no such text.`;
      return [{ place: view.field('translated_from'), message, fix: 'Correct translated_from, or remove it.' }];
    }
    const hash = translationHash(source);
    if (hash === from.hash) return [];
    const message = `${source.path} has changed since this was translated; its hash is now ${hash}.`;
    return [{ place: view.field('translated_from', 'hash'), message }];
  },
};
