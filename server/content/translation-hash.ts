import { createHash } from 'node:crypto';
import type { Article, SectionName, Text } from '../domain/article.ts';
import { normaliseLang } from '../domain/language.ts';
import { withoutMarkers } from '../domain/optional-paragraph.ts';

/** What a customer can be shown; a change in Mandate, Internal or Hand over makes no translation stale. */
const CUSTOMER_FACING: SectionName[] = ['issue', 'environment', 'cause', 'resolution', 'reply', 'status'];

/**
 * sha256 (hex) of a text's title and customer-facing sections in file order, without the editors' marks and with white space normalised:
 * `translated_from.hash` of the texts that are translated from it.
 */
export function translationHash(text: Text): string {
  const parts = text.sections
    .filter((section) => CUSTOMER_FACING.includes(section.name))
    .map(({ name, channel, alternative, markdown }) => [name, channel, alternative, normalised(markdown)]);
  return createHash('sha256')
    .update(JSON.stringify([normalised(text.title), ...parts]))
    .digest('hex');
}

function normalised(words: string): string {
  return withoutMarkers(words).normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Paths of the translations whose source has changed since they were made. */
export function staleTranslations(articles: Article[]): Set<string> {
  const stale = new Set<string>();
  for (const { texts } of articles) {
    for (const { translatedFrom: from, path } of texts) {
      const source = from && texts.find(({ lang }) => lang === normaliseLang(from.lang));
      if (source && translationHash(source) !== from.hash) stale.add(path);
    }
  }
  return stale;
}
