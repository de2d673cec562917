import type { ImportFormat, ReadRecord } from '../../ports/import-format.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { type Fields, isFields, readLists, wordsIn } from './json-records.ts';
import { recordOf } from './record.ts';

/**
 * Intercom: answers of `GET /articles`, with every language below `translated_content`.
 * Source: https://developers.intercom.com/docs/references/rest-api/api.intercom.io/articles/ (read 2026-11-23).
 */
export const intercom: ImportFormat = {
  name: 'intercom',
  takes: 'Intercom: the JSON of api.intercom.io/articles, a file or a folder of pages',
  async read(path) {
    return readLists(path, ['data', 'articles'], (fields, place) => {
      const ref = wordsIn(fields, 'id');
      const inLang = (content: Fields, lang: string | null): ReadRecord[] =>
        recordOf({
          place: lang === null ? place : `${place} (${lang})`,
          ref,
          lang,
          title: wordsIn(content, 'title'),
          resolution: htmlToMarkdown(wordsIn(content, 'body')),
          url: wordsIn(content, 'url') || wordsIn(fields, 'url') || null,
          wasPublic: content.state === 'published',
        });
      const translated = isFields(fields.translated_content) ? fields.translated_content : {};
      const main = wordsIn(fields, 'default_locale') || null;
      const others = Object.entries(translated).filter(
        (entry): entry is [string, Fields] => isFields(entry[1]) && entry[0] !== main,
      );
      return [...inLang(fields, main), ...others.flatMap(([lang, content]) => inLang(content, lang))];
    });
  },
};
