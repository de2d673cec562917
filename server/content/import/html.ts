import type { ImportFormat, ReadRecord } from '../../ports/import-format.ts';
import { filesAt } from './export-files.ts';
import { pageOf } from './html-to-markdown.ts';
import { orUnread, recordOf } from './record.ts';

/** Web pages, one article each: the title is the page's, the text its main part. */
export const html: ImportFormat = {
  name: 'html',
  takes: 'HTML pages, a file or a folder of .html',
  async read(path) {
    return filesAt(path, ['.html', '.htm']).flatMap((file): ReadRecord[] => {
      if (!('text' in file)) return [file];
      return orUnread(file.name, () => {
        const { title, lang, markdown } = pageOf(file.text);
        return recordOf({ place: file.name, ref: file.name, lang, title: title ?? '', resolution: markdown });
      });
    });
  },
};
