import { parse } from 'csv-parse/sync';
import type { ImportFormat, ReadRecord } from '../../ports/import-format.ts';
import { filesAt } from './export-files.ts';
import { fitMarkdown, htmlToMarkdown } from './html-to-markdown.ts';
import { type Fields, wordsIn } from './json-records.ts';
import { orUnread, recordOf } from './record.ts';

/** Names of columns, in the first row, in any order and in small or capital letters. */
const COLUMNS: Record<string, string[]> = {
  id: ['id', 'ref', 'nr', 'number'],
  title: ['title', 'titel', 'rubrik', 'subject', 'name', 'tittel', 'otsikko', 'τίτλος'],
  question: ['question', 'fråga', 'spørsmål', 'spørgsmål', 'kysymys', 'ερώτηση'],
  reply: ['reply', 'answer', 'svar', 'vastaus', 'απάντηση'],
  resolution: ['resolution', 'solution', 'body', 'content', 'text', 'lösning', 'løsning', 'ratkaisu', 'λύση'],
  lang: ['lang', 'language', 'locale', 'språk', 'sprog', 'kieli', 'γλώσσα'],
  tags: ['tags', 'labels', 'taggar'],
  url: ['url', 'link'],
  public: ['public', 'published'],
};

/** CSV (RFC 4180) with a first row of names; commas, semicolons or tabs between, quoted fields may hold lines. */
export const csv: ImportFormat = {
  name: 'csv',
  takes:
    'CSV with a first row of names: title or question, reply or resolution; id, lang, tags, url, public if there are',
  async read(path) {
    return filesAt(path, ['.csv', '.tsv']).flatMap((file): ReadRecord[] => {
      if (!('text' in file)) return [file];
      const firstLine = file.text.split('\n', 1)[0] ?? '';
      const delimiter = [';', '\t', ','].find((sign) => firstLine.includes(sign)) ?? ',';
      const broken: ReadRecord[] = [];
      const rows = parse(file.text, {
        bom: true,
        delimiter,
        info: true,
        columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        skip_records_with_error: true,
        on_skip: (error) => {
          broken.push({ place: `${file.name}, line ${error?.lines ?? '?'}`, reason: `it is no CSV: ${error?.code}` });
          return undefined;
        },
      }) as unknown as { record: Fields; info: { lines: number } }[];
      const records = rows.flatMap(({ record, info }) => {
        const place = `${file.name}, line ${info.lines}`;
        return orUnread(place, () => rowRecord(record, place, file.name));
      });
      return [...records, ...broken];
    });
  },
};

function rowRecord(row: Fields, place: string, file: string): ReadRecord[] {
  const of = (name: string) => wordsIn(row, ...(COLUMNS[name] ?? []));
  const title = of('title') || of('question');
  const markdown = (words: string) => (/<\/?[a-z][^>]*>/i.test(words) ? htmlToMarkdown(words) : fitMarkdown(words));
  return recordOf({
    place,
    // Rows without an id are known again by their title.
    ref: of('id') || `${file} ${title}`,
    lang: of('lang') || null,
    title,
    question: of('question') || null,
    reply: markdown(of('reply')) || null,
    resolution: markdown(of('resolution')) || null,
    tags: of('tags')
      .split(/[,;|]/)
      .map((tag) => tag.trim()),
    url: of('url') || null,
    wasPublic: /^(?:1|true|yes|ja|published|public)$/i.test(of('public')),
  });
}
