import type { ImportFormat, ReadRecord } from '../../ports/import-format.ts';
import { splitFile } from '../front-matter.ts';
import { filesAt } from './export-files.ts';
import { fitMarkdown } from './html-to-markdown.ts';
import { type Fields, listOfWords, wordsIn } from './json-records.ts';
import { orUnread, recordOf } from './record.ts';

const IN_NAME = /\.([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\.(?:md|markdown)$/;

/** Markdown of other tools: a title in the front matter or the first heading, the language in `lang` or the file's name. */
export const markdownFolder: ImportFormat = {
  name: 'markdown',
  takes: 'Markdown, a file or a folder of .md; front matter may name title, lang, tags, id',
  async read(path) {
    return filesAt(path, ['.md', '.markdown']).flatMap((file): ReadRecord[] => {
      if (!('text' in file)) return [file];
      const split = /^\uFEFF?---\s*\r?\n/.test(file.text) ? splitFile(file.text, file.name) : null;
      if (Array.isArray(split)) {
        const [problem] = split;
        return [{ place: `${file.name}, line ${problem?.line}`, reason: problem?.message ?? 'it cannot be read' }];
      }
      const fields: Fields = split?.data ?? {};
      const body = (split?.body ?? file.text).replace(/^\uFEFF/, '').trimStart();
      const heading = /^#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\r?\n|$)/.exec(body);
      const title = wordsIn(fields, 'title') || heading?.[1] || '';
      return orUnread(file.name, () =>
        recordOf({
          place: file.name,
          ref: wordsIn(fields, 'id', 'slug') || file.name.replace(IN_NAME, '.md'),
          lang: wordsIn(fields, 'lang', 'language', 'locale') || IN_NAME.exec(file.name)?.[1] || null,
          title,
          resolution: fitMarkdown(heading ? body.slice(heading[0].length) : body),
          tags: listOfWords(fields.tags),
          url: wordsIn(fields, 'url') || null,
        }),
      );
    });
  },
};
