/** The columns a filter may compare with one value. */
export type FilterField =
  | 'passageId'
  | 'articleId'
  | 'lang'
  | 'kind'
  | 'audience'
  | 'state'
  | 'articleKind'
  | 'questionKey';

/**
 * A condition on passages, never a SQL string. `has` holds when the passage's list (`market`, `brand`, `tag`) contains the
 * value, or when a `market`/`brand` list is null, meaning all. `valid-at` holds when `at` (milliseconds) lies in the passage's
 * validity; a null bound is open.
 */
export type Filter =
  | { op: 'and' | 'or'; of: Filter[] }
  | { op: 'not'; of: Filter }
  | { op: 'eq'; field: FilterField; value: string }
  | { op: 'in'; field: FilterField; values: string[] }
  | { op: 'has'; field: 'market' | 'brand' | 'tag'; value: string }
  | { op: 'valid-at'; at: number };

export const and = (...of: Filter[]): Filter => ({ op: 'and', of });
export const not = (of: Filter): Filter => ({ op: 'not', of });

/** True for a condition that every passage fulfils. */
export function isEverything(filter: Filter): boolean {
  return filter.op === 'and' && filter.of.every(isEverything);
}
