import type { ImportFormat, ReadRecord } from '../../ports/import-format.ts';
import { type ExportFile, filesAt } from './export-files.ts';
import { htmlToMarkdown, pageOf } from './html-to-markdown.ts';
import { listOfWords, readLists, wordsIn } from './json-records.ts';
import { orUnread, recordOf } from './record.ts';

const PAGE = /\.html?$/i;
/** In a page's own address, and in the names of files that exporters write. */
const ID_OF_PAGE = [/<link[^>]+rel=["']canonical["'][^>]*\/articles\/(\d+)/i, /(?:^|\/)(\d{4,})[^/]*$/];

/**
 * Zendesk Guide: answers of `GET /api/v2/help_center/articles.json`, one file or one for each page; or its pages as HTML.
 * Source: https://developer.zendesk.com/api-reference/help_center/help-center-api/articles/ (read 2026-11-23).
 */
export const zendesk: ImportFormat = {
  name: 'zendesk',
  takes: 'Zendesk Guide: the JSON of /api/v2/help_center/articles.json, or its pages as HTML, a file or a folder',
  async read(path) {
    const files = filesAt(path, ['.json', '.html', '.htm']);
    const pages = files.filter((file) => PAGE.test('text' in file ? file.name : file.place));
    const read = pages.flatMap((page): ReadRecord[] =>
      'text' in page ? orUnread(page.name, () => pageRecord(page)) : [page],
    );
    return pages.length === files.length ? read : [...read, ...jsonRecords(path)];
  },
};

function pageRecord({ name, text }: ExportFile): ReadRecord[] {
  const { title, lang, markdown } = pageOf(text);
  const ref = ID_OF_PAGE[0]?.exec(text)?.[1] ?? ID_OF_PAGE[1]?.exec(name)?.[1] ?? name;
  return recordOf({ place: name, ref, lang, title: title ?? '', resolution: markdown });
}

function jsonRecords(path: string): ReadRecord[] {
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
}
