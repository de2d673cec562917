import type { WorkItem } from '../../domain/curation.ts';
import type { LiveBank } from '../live-bank.ts';
import { counted, isLasting, isOfferedState, named } from './about.ts';
import type { TrafficSource, WorkSource } from './work-source.ts';
import { workId } from './work-source.ts';

/** So many cases or uses in the days that traffic counts make a translation worth an editor's time. */
const ENOUGH = 5;
/** Of customers who get a text that its source has left behind, about so many read something that is not so any more. */
const LEFT_BEHIND = 0.2;
/** Of customers whose answer is there in another language only, most get it translated by an agent, or not at all. */
const FALLBACK = 0.5;

export interface TranslationDeps {
  bank: () => LiveBank;
  traffic: TrafficSource;
}

/** Answers that customers wanted lately in a language of the bank which the article lacks. */
export function missingTranslations({ bank, traffic }: TranslationDeps): WorkSource {
  return async (ctx) => {
    const { byId, settings } = bank();
    const { asked, days } = await traffic(ctx);
    return asked.flatMap(({ articleId, lang, cases, firstAt }): WorkItem[] => {
      const article = byId.get(articleId);
      const [source] = article?.texts.filter((text) => isLasting(text) && isOfferedState(text)) ?? [];
      const there = article?.texts.some((text) => text.lang === lang) ?? true;
      if (!source || there || cases < ENOUGH || !Object.hasOwn(settings.languages, lang)) return [];
      return [
        {
          id: workId('translation-missing', source.id, lang),
          kind: 'translation-missing',
          weight: ((cases * 7) / days) * FALLBACK,
          articles: [named(source)],
          owner: source.owner,
          languages: [lang],
          since: firstAt,
          evidence: [counted('asked-in-language', cases, days)],
          action: 'translate',
        },
      ];
    });
  };
}

/** Translations that are used although what they were translated from has changed since. */
export function oldTranslations({ bank, traffic }: TranslationDeps): WorkSource {
  return async (ctx) => {
    const { articles, stale } = bank();
    if (!stale || stale.size === 0) return [];
    const { uses, usesAWeek, days } = await traffic(ctx);
    return articles.flatMap(({ texts }) =>
      texts.flatMap((text): WorkItem[] => {
        const used = uses(text.id, text.lang);
        if (!stale.has(text.path) || !isLasting(text) || used < ENOUGH) return [];
        const source = texts.find(({ lang }) => lang === text.translatedFrom?.lang);
        return [
          {
            id: workId('translation-old', text.id, text.lang),
            kind: 'translation-old',
            weight: usesAWeek(text.id, text.lang) * LEFT_BEHIND,
            articles: [named(text), ...(source ? [named(source)] : [])],
            owner: text.owner,
            languages: [text.lang],
            since: source?.verifiedAt ?? text.verifiedAt ?? ctx.now.toISOString().slice(0, 10),
            evidence: [counted('uses', used, days)],
            action: 'translate',
          },
        ];
      }),
    );
  };
}
