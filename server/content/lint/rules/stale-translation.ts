import { normaliseLang } from '../../../domain/language.ts';
import { translationHash } from '../../translation-hash.ts';
import type { Rule } from '../rule.ts';

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
