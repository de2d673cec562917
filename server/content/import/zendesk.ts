import type { ImportFormat } from '../../ports/import-format.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { listOfWords, readLists, wordsIn } from './json-records.ts';
import { recordOf } from './record.ts';

/**
 * Zendesk Guide: answers of `GET /api/v2/help_center/articles.json`, one file or one for each page.
 * Source: https://developer.zendesk.com/api-reference/help_center/help-center-api/articles/ (read 2026-11-23).
 */
export const zendesk: ImportFormat = {
  name: 'zendesk',
  takes: 'Zendesk Guide: the JSON of /api/v2/help_center/articles.json, a file or a folder of pages',
  async read(path) {
    return readLists(path, ['articles', 'results'], (fields, place) => {
      const draft = fields.draft === true;
      return recordOf({
        place,
        ref: wordsIn(fields, 'id'),
        lang: wordsIn(fields, 'locale', 'source_locale') || null,
        title: wordsIn(fields, 'title', 'name'),
        resolution: htmlToMarkdown(wordsIn(fields, 'body')),
        tags: listOfWords(fields.label_names),
        url: wordsIn(fields, 'html_url') || null,
        // Without a user segment an article is for everybody.
        wasPublic: !draft && (fields.user_segment_id ?? null) === null,
      });
    });
  },
};
