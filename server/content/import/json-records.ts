import type { ReadRecord, UnreadRecord } from '../../ports/import-format.ts';
import { filesAt } from './export-files.ts';
import { orUnread } from './record.ts';

export type Fields = Record<string, unknown>;

export interface JsonPage {
  name: string;
  data: unknown;
}

/** Every JSON file at a path, parsed. One that is cut off or broken is unread, with where it breaks. */
export function jsonPages(path: string): (JsonPage | UnreadRecord)[] {
  return filesAt(path, ['.json']).map((file) => {
    if (!('text' in file)) return file;
    try {
      return { name: file.name, data: JSON.parse(file.text.replace(/^\uFEFF/, '')) as unknown };
    } catch (error) {
      return { place: file.name, reason: `it is not JSON, or is cut off: ${(error as Error).message.slice(0, 160)}` };
    }
  });
}

/** Reads records that stand in a list, under one of `keys` or alone in the file. */
export function readLists(path: string, keys: string[], read: (fields: Fields, place: string) => ReadRecord[]) {
  return jsonPages(path).flatMap((page): ReadRecord[] => {
    if (!('data' in page)) return [page];
    const list = listIn(page.data, keys);
    if (!list) return [{ place: page.name, reason: `there is no list in it (looked for ${keys.join(', ')})` }];
    return list.flatMap((value, i) => {
      const place = `${page.name}, record ${i + 1}`;
      if (!isFields(value)) return [{ place, reason: 'it is no object with fields' }];
      return orUnread(place, () => read(value, place));
    });
  });
}

function listIn(data: unknown, keys: string[]): unknown[] | null {
  if (Array.isArray(data)) return data;
  if (!isFields(data)) return null;
  const key = keys.find((name) => Array.isArray(data[name]));
  return key === undefined ? null : (data[key] as unknown[]);
}

export function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** A field's words; an absent one, and what is neither words nor a number, is empty. */
export function wordsIn(fields: Fields, ...names: string[]): string {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return '';
}

/** A field's list of words; `name` picks from objects. */
export function listOfWords(value: unknown, name = 'name'): string[] {
  if (typeof value === 'string') return value.split(',').map((word) => word.trim());
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry) =>
    typeof entry === 'string' ? [entry] : isFields(entry) ? [wordsIn(entry, name, 'value')] : [],
  );
}
