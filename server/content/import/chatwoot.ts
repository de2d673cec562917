import type { ImportFormat } from '../../ports/import-format.ts';
import { fitMarkdown } from './html-to-markdown.ts';
import { isFields, listOfWords, readLists, wordsIn } from './json-records.ts';
import { recordOf } from './record.ts';

const ARCHIVED = new Set(['archived', '2']);
const PUBLISHED = new Set(['published', '1']);

/**
 * Chatwoot help centre: answers of `GET /api/v1/accounts/{id}/portals/{slug}/articles`, whose `content` is Markdown.
 * Source: https://developers.chatwoot.com/api-reference/help-center/add-a-new-article (read 2026-11-23).
 */
export const chatwoot: ImportFormat = {
  name: 'chatwoot',
  takes: 'Chatwoot help centre: the JSON of /api/v1/accounts/{id}/portals/{slug}/articles, a file or a folder of pages',
  async read(path) {
    return readLists(path, ['payload', 'articles'], (fields, place) => {
      const status = wordsIn(fields, 'status');
      if (ARCHIVED.has(status)) return [{ place, reason: 'it is archived there' }];
      const category = isFields(fields.category) ? fields.category : {};
      return recordOf({
        place,
        ref: wordsIn(fields, 'id', 'slug'),
        lang: wordsIn(fields, 'locale') || wordsIn(category, 'locale') || null,
        title: wordsIn(fields, 'title'),
        resolution: fitMarkdown(wordsIn(fields, 'content')),
        tags: isFields(fields.meta) ? listOfWords(fields.meta.tags) : [],
        url: wordsIn(fields, 'link', 'url') || null,
        wasPublic: PUBLISHED.has(status),
      });
    });
  },
};
