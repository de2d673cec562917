import type { Lang } from '../domain/language.ts';
import { oncePerAudience } from './once-per-audience.ts';

/** In which languages each article has a text, by the article's id. */
export type TextLanguages = ReadonlyMap<string, ReadonlySet<Lang>>;

/** The languages of what `audience` admits, read once for each published version. */
export const textLanguages = oncePerAudience(async (reader, audience): Promise<TextLanguages> => {
  const languages = new Map<string, Set<Lang>>();
  for (const { passage } of await reader.scan(audience, { vectors: false })) {
    const known = languages.get(passage.articleId);
    if (known) known.add(passage.lang);
    else languages.set(passage.articleId, new Set([passage.lang]));
  }
  return languages;
});
