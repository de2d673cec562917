import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument, stringify } from 'yaml';

/** A piece of the text that gives way to another, at offsets in the whole file. */
export interface Splice {
  from: number;
  to: number;
  insert: string;
}

export interface FrontMatter {
  /** Where the YAML begins and ends in the file, without the lines of dashes. */
  from: number;
  to: number;
  /** What it says; null while it cannot be read. */
  fields: Record<string, unknown> | null;
}

/** New fields come after the last of these that is there. */
const ORDER = [
  ...['schema', 'id', 'lang', 'kind', 'title', 'state', 'audience', 'governance', 'markets', 'brands', 'owner'],
  ...['cause_owner', 'handling', 'verified_at', 'review_every', 'tags', 'questions', 'not_for', 'translated_from'],
];
const LISTS = new Set(['questions', 'not_for']);
const OPENING = /^\uFEFF?---[ \t]*\r?\n/;

/** The front matter of a file; null when it has none. */
export function frontMatterOf(source: string): FrontMatter | null {
  const opening = OPENING.exec(source);
  if (!opening) return null;
  const from = opening[0].length;
  const closing = /^---[ \t]*$/m.exec(source.slice(from).replace(/\r/g, ' '));
  if (!closing) return null;
  const to = from + closing.index;
  const document = parseDocument(source.slice(from, to));
  const fields = document.errors.length === 0 && isMap(document.contents) ? (document.toJS() as object) : null;
  return { from, to, fields: fields as Record<string, unknown> | null };
}

/** Sets a field, or (undefined, an empty list) takes it away; every other line stays as it was. null = it cannot be done. */
export function setField(source: string, key: string, value: unknown): Splice | null {
  const matter = frontMatterOf(source);
  if (!matter?.fields) return null;
  const yaml = source.slice(matter.from, matter.to);
  const document = parseDocument(yaml);
  const at = placeOf(document, key, yaml);
  const gone = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (!at) {
    if (gone) return null;
    const place = matter.from + placeForNew(document, key, yaml);
    return { from: place, to: place, insert: `${written(key, value, null, yaml)}\n` };
  }
  const { from, to } = at;
  if (gone) return { from: matter.from + from, to: matter.from + lineEnd(yaml, to), insert: '' };
  return { from: matter.from + from, to: matter.from + to, insert: written(key, value, at.pair, yaml) };
}

interface Place {
  pair: Pair;
  from: number;
  to: number;
}

function placeOf(document: Document, key: string, yaml: string): Place | null {
  if (!isMap(document.contents)) return null;
  const pair = document.contents.items.find(({ key: name }) => isScalar(name) && name.value === key);
  const start = (pair?.key as { range?: [number, number, number] } | undefined)?.range?.[0];
  if (!pair || start === undefined) return null;
  const end = (pair.value as { range?: [number, number, number] } | null)?.range?.[1] ?? lineEnd(yaml, start) - 1;
  return { pair: pair as Pair, from: start, to: start + yaml.slice(start, end).trimEnd().length };
}

function placeForNew(document: Document, key: string, yaml: string): number {
  const before = ORDER.slice(0, Math.max(0, ORDER.indexOf(key))).reverse();
  for (const name of ORDER.includes(key) ? before : []) {
    const place = placeOf(document, name, yaml);
    if (place) return lineEnd(yaml, place.to);
  }
  return yaml.length;
}

/** Just after the line break that ends the line at `offset`. */
function lineEnd(yaml: string, offset: number): number {
  const end = yaml.indexOf('\n', offset);
  return end === -1 ? yaml.length : end + 1;
}

/** `key: value`. Items of a list that were there keep their quotes. */
function written(key: string, value: unknown, pair: Pair | null, yaml: string): string {
  if (!Array.isArray(value)) return stringify({ [key]: value }, { lineWidth: 0 }).trimEnd();
  const known = new Map<unknown, string>();
  if (isSeq(pair?.value)) {
    for (const item of pair.value.items)
      if (isScalar(item) && item.range) known.set(item.value, yaml.slice(item.range[0], item.range[1]).trimEnd());
  }
  const flow = isSeq(pair?.value) ? pair.value.flow === true : !LISTS.has(key);
  const words = value.map((item) => known.get(item) ?? (flow ? plainOrQuoted(String(item)) : JSON.stringify(item)));
  return flow ? `${key}: [${words.join(', ')}]` : `${key}:\n${words.map((word) => `  - ${word}`).join('\n')}`;
}

function plainOrQuoted(word: string): string {
  return /^[\p{L}][\p{L}\p{N} _-]*$/u.test(word) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(word)
    ? word
    : JSON.stringify(word);
}
