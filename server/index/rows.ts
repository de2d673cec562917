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

/** A row as it comes from the table, back to a passage. */
export function passageOf(row: Record<string, unknown>): Passage {
  return {
    id: String(row.id),
    articleId: String(row.articleId),
    lang: String(row.lang),
    kind: row.kind as PassageKind,
    position: Number(row.position),
    text: String(row.text),
    embedText: String(row.embedText),
    questionKey: (row.questionKey as string | null) ?? null,
    audience: row.audience as Audience,
    state: row.state as State,
    articleKind: row.articleKind as Kind,
    markets: isNull(row.markets) ? null : unlisted(row.markets),
    brands: isNull(row.brands) ? null : unlisted(row.brands),
    tags: unlisted(row.tags),
    validFrom: isNull(row.validFrom) ? null : Number(row.validFrom),
    validUntil: isNull(row.validUntil) ? null : Number(row.validUntil),
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

function isNull(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
