import type { Filter } from './filter.ts';
import type { Passage } from './passage.ts';

/** Whether a passage satisfies a filter, as the index judges it; without a filter every passage does. */
export function admits(filter: Filter | null, passage: Passage): boolean {
  if (filter === null) return true;
  switch (filter.op) {
    case 'and':
      return filter.of.every((part) => admits(part, passage));
    case 'or':
      return filter.of.some((part) => admits(part, passage));
    case 'not':
      return !admits(filter.of, passage);
    case 'eq':
      return columnOf(passage, filter.field) === filter.value;
    case 'in':
      return filter.values.includes(columnOf(passage, filter.field) ?? '\u0000');
    case 'has': {
      const list = { market: passage.markets, brand: passage.brands, tag: passage.tags }[filter.field];
      return list === null || list.includes(filter.value);
    }
    case 'valid-at':
      return (
        (passage.validFrom === null || passage.validFrom <= filter.at) &&
        (passage.validUntil === null || passage.validUntil > filter.at)
      );
  }
}

function columnOf(passage: Passage, field: Extract<Filter, { op: 'eq' }>['field']): string | null {
  return field === 'passageId' ? passage.id : passage[field];
}
