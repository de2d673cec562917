import { createHash } from 'node:crypto';
import { Field, FixedSizeList, Float32, Float64, Int32, Schema, Utf8 } from 'apache-arrow';
import type { Kind, State } from '../domain/article.ts';
import type { Audience } from '../domain/audience.ts';
import type { IndexablePassage, Passage, PassageKind } from '../domain/passage.ts';

/** Raise when the columns, their indices or what stands in them change: the table is then written anew, without embedding again. */
export const COLUMNS_VERSION = 2;

/** One row of the table. Lists are `|a|b|` so that one literal finds a member; null = all. */
export interface Row {
  id: string;
  articleId: string;
  lang: string;
  kind: string;
  position: number;
  text: string;
  embedText: string;
  questionKey: string | null;
  audience: string;
  state: string;
  articleKind: string;
  markets: string | null;
  brands: string | null;
  tags: string;
  validFrom: number | null;
  validUntil: number | null;
  terms: string;
  /** Terms and grams: what lexical search looks through. */
  searched: string;
  contentHash: string;
  rowHash: string;
  vector?: Float32Array | number[];
}

export const PASSAGE_COLUMNS = [
  'id',
  'articleId',
  'lang',
  'kind',
  'position',
  'text',
  'embedText',
  'questionKey',
  'audience',
  'state',
  'articleKind',
  'markets',
  'brands',
  'tags',
  'validFrom',
  'validUntil',
] as const;

const TEXT_COLUMNS = [
  'id',
  'articleId',
  'lang',
  'kind',
  'text',
  'embedText',
  'audience',
  'state',
  'articleKind',
] as const;

/** The table's schema; `dimensions` null leaves the vector out (keyword mode). */
export function schemaFor(dimensions: number | null): Schema {
  const text = (name: string, nullable = false) => new Field(name, new Utf8(), nullable);
  return new Schema([
    ...TEXT_COLUMNS.map((name) => text(name)),
    new Field('position', new Int32(), false),
    text('questionKey', true),
    text('markets', true),
    text('brands', true),
    text('tags'),
    new Field('validFrom', new Float64(), true),
    new Field('validUntil', new Float64(), true),
    text('terms'),
    text('searched'),
    text('contentHash'),
    text('rowHash'),
    ...(dimensions === null
      ? []
      : [new Field('vector', new FixedSizeList(dimensions, new Field('item', new Float32(), true)), false)]),
  ]);
}

/** Hash of what is embedded: equal hashes share a vector. */
export function contentHash(passage: Pick<Passage, 'embedText'>): string {
  return digest(passage.embedText);
}

const made = new WeakMap<IndexablePassage, Row>();

/** The row of a passage; made once for each, because every save compares them all. */
export function rowOf(passage: IndexablePassage): Row {
  const row = made.get(passage) ?? makeRow(passage);
  made.set(passage, row);
  return { ...row };
}

function makeRow(passage: IndexablePassage): Row {
  const row = {
    id: passage.id,
    articleId: passage.articleId,
    lang: passage.lang,
    kind: passage.kind,
    position: passage.position,
    text: passage.text,
    embedText: passage.embedText,
    questionKey: passage.questionKey,
    audience: passage.audience,
    state: passage.state,
    articleKind: passage.articleKind,
    markets: passage.markets && listed(passage.markets),
    brands: passage.brands && listed(passage.brands),
    tags: listed(passage.tags),
    validFrom: passage.validFrom,
    validUntil: passage.validUntil,
    terms: passage.terms.join(' '),
    searched: [...passage.terms, ...passage.grams].join(' '),
    contentHash: contentHash(passage),
  };
  return { ...row, rowHash: digest(JSON.stringify(row)) };
}

/** A row's value by its column's name. */
export type ReadColumn = (name: string) => unknown;

/** A row as it comes from the table, back to a passage. */
export function passageOf(read: ReadColumn): Passage {
  return {
    id: String(read('id')),
    articleId: String(read('articleId')),
    lang: String(read('lang')),
    kind: read('kind') as PassageKind,
    position: Number(read('position')),
    text: String(read('text')),
    embedText: String(read('embedText')),
    questionKey: (read('questionKey') as string | null) ?? null,
    audience: read('audience') as Audience,
    state: read('state') as State,
    articleKind: read('articleKind') as Kind,
    markets: given(read('markets'), unlisted),
    brands: given(read('brands'), unlisted),
    tags: unlisted(read('tags')),
    validFrom: given(read('validFrom'), Number),
    validUntil: given(read('validUntil'), Number),
  };
}

/** A list as one text, `|a|b|`, in which `|a|` is found exactly where `a` is a member. */
export function listed(values: string[]): string {
  const escaped = values.map((value) => value.replace(/[%|]/g, encodeURIComponent));
  return escaped.length === 0 ? '' : `|${escaped.join('|')}|`;
}

function unlisted(value: unknown): string[] {
  const list = String(value);
  if (list === '') return [];
  return list
    .slice(1, -1)
    .split('|')
    .map((item) => item.replace(/%(25|7C)/g, decodeURIComponent));
}

function given<T>(value: unknown, as: (value: unknown) => T): T | null {
  return value === null || value === undefined ? null : as(value);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
