import type { ImportedRecord, ReadRecord } from '../../ports/import-format.ts';
import { oneLine } from './html-to-markdown.ts';

type Given = Pick<ImportedRecord, 'place' | 'ref' | 'title'> & Partial<ImportedRecord>;

/** A record, or why there is none: it must have a reference, a title and something to say. */
export function recordOf(given: Given): ReadRecord[] {
  const { place } = given;
  const title = oneLine(given.title);
  const blank = (words: string | null | undefined) => (words ?? '').trim() === '';
  if (given.ref === '') return [{ place, reason: 'it has no id' }];
  if (title === '') return [{ place, reason: 'it has no title' }];
  if (blank(given.resolution) && blank(given.reply) && (given.about ?? 'knowledge') === 'knowledge')
    return [{ place, reason: 'it has a title and nothing else' }];
  return [
    {
      lang: null,
      question: null,
      resolution: null,
      reply: null,
      tags: [],
      url: null,
      wasPublic: false,
      about: 'knowledge',
      ...given,
      title,
    },
  ];
}

/** What reading answers, or why it could not be read: one record that breaks the reader never costs the others. */
export function orUnread(place: string, read: () => ReadRecord[]): ReadRecord[] {
  try {
    return read();
  } catch (error) {
    // The one way in which HTML and Markdown can break their readers.
    const deep = error instanceof RangeError;
    return [{ place, reason: deep ? 'it is nested too deep to be read' : `it cannot be read (${String(error)})` }];
  }
}
