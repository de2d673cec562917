import { ErfaraError } from '../domain/errors.ts';
import type { Filter, FilterField } from '../domain/filter.ts';
import { listed } from './rows.ts';

/** The index's columns, by the filter's field names. A name that is not here is refused, never passed on. */
const COLUMNS: Record<FilterField, string> = {
  passageId: 'id',
  articleId: 'articleId',
  lang: 'lang',
  kind: 'kind',
  audience: 'audience',
  state: 'state',
  articleKind: 'articleKind',
  questionKey: 'questionKey',
};
const LISTS = { market: 'markets', brand: 'brands', tag: 'tags' } as const;

/**
 * A filter tree as a DataFusion predicate. Values become quoted literals with quotes doubled; a null list of markets or
 * brands holds everywhere.
 */
export function toSql(filter: Filter): string {
  switch (filter.op) {
    case 'and':
      return joined(filter.of, ' AND ', 'true');
    case 'or':
      return joined(filter.of, ' OR ', 'false');
    case 'not':
      return `(NOT COALESCE(${toSql(filter.of)}, false))`;
    case 'eq':
      return `(${column(COLUMNS, filter.field)} = ${literal(filter.value)})`;
    case 'in':
      return filter.values.length === 0
        ? 'false'
        : `(${column(COLUMNS, filter.field)} IN (${filter.values.map(literal)}))`;
    case 'has': {
      const list = column(LISTS, filter.field);
      return `(${list} IS NULL OR contains(${list}, ${literal(listed([filter.value]))}))`;
    }
    case 'valid-at': {
      const at = Number(filter.at);
      if (!Number.isFinite(at)) throw wrong('valid-at', 'at is not a number of milliseconds');
      return `((validFrom IS NULL OR validFrom <= ${at}) AND (validUntil IS NULL OR validUntil > ${at}))`;
    }
    default:
      throw wrong('op', 'there is no such operator');
  }
}

function joined(filters: Filter[], operator: string, empty: string): string {
  return filters.length === 0 ? empty : `(${filters.map(toSql).join(operator)})`;
}

function column<Field extends string>(columns: Record<Field, string>, field: Field): string {
  if (!Object.hasOwn(columns, field)) throw wrong(String(field), 'there is no such field');
  return columns[field];
}

/** A SQL string literal. Only the quote is special in one: DataFusion knows no escapes. */
export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function wrong(path: string, message: string): ErfaraError {
  return new ErfaraError('bad-request', { details: [{ path, rule: 'filter', message }] });
}
