import type { ImportFormat } from '../../ports/import-format.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { listOfWords, readLists, wordsIn } from './json-records.ts';
import { recordOf } from './record.ts';

/**
 * Guru: the array of cards that `GET /api/v1/search/query` answers.
 * Source: https://developer.getguru.com/docs/syncing-cards (read 2026-11-23).
 */
export const guru: ImportFormat = {
  name: 'guru',
  takes: 'Guru: the JSON of api.getguru.com/api/v1/search/query, a file or a folder of pages',
  async read(path) {
    return readLists(path, ['cards', 'results'], (fields, place) => {
      const slug = wordsIn(fields, 'slug');
      return recordOf({
        place,
        ref: wordsIn(fields, 'id'),
        title: wordsIn(fields, 'preferredPhrase', 'title'),
        resolution: htmlToMarkdown(wordsIn(fields, 'content')),
        tags: listOfWords(fields.tags, 'value'),
        url: slug === '' ? null : `https://app.getguru.com/card/${slug}`,
        wasPublic: fields.shareStatus === 'PUBLIC',
      });
    });
  },
};
