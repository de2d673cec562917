import type { Article, Text } from '../domain/article.ts';
import { maySee } from '../domain/audience.ts';
import type { Filter } from '../domain/filter.ts';
import type { Ctx } from '../domain/principal.ts';

/** Milliseconds; null = no bound. */
interface Validity {
  from: number | null;
  until: number | null;
}

/** The article's texts that the principal may read, however they were found. */
export function readableTexts(article: Article, ctx: Ctx): Text[] {
  const { principal } = ctx;
  const inside = principal.audience === 'internal';
  const edits = principal.scopes.includes('edit');
  return article.texts.filter((text) => {
    if (!maySee(principal.audience, text.audience)) return false;
    if (!inside && (text.state !== 'validated' || text.incident?.template)) return false;
    if (text.state === 'wip' && !edits) return false;
    return principal.filter === null || holdsFor(principal.filter, text);
  });
}

/**
 * A filter on passages, asked of a whole text: what only a passage has (its id, kind, question) never equals. `validity`
 * is the text's own unless it holds as long as something else does.
 */
export function holdsFor(filter: Filter, text: Text, validity: Validity = ownValidity(text)): boolean {
  switch (filter.op) {
    case 'and':
      return filter.of.every((each) => holdsFor(each, text, validity));
    case 'or':
      return filter.of.some((each) => holdsFor(each, text, validity));
    case 'not':
      return !holdsFor(filter.of, text, validity);
    case 'eq':
      return fieldOf(text, filter.field) === filter.value;
    case 'in':
      return filter.values.includes(fieldOf(text, filter.field) ?? '');
    case 'has': {
      const list = { market: text.markets, brand: text.brands, tag: text.tags }[filter.field];
      return list === null || list.includes(filter.value);
    }
    case 'valid-at': {
      const { from, until } = validity;
      return (from === null || from <= filter.at) && (until === null || filter.at < until);
    }
  }
}

function fieldOf(text: Text, field: Extract<Filter, { op: 'eq' }>['field']): string | null {
  const values: Partial<Record<typeof field, string>> = {
    articleId: text.id,
    lang: text.lang,
    audience: text.audience,
    state: text.state,
    articleKind: text.kind,
  };
  return values[field] ?? null;
}

function ownValidity(text: Text): Validity {
  const moment = (iso: string | null) => (iso === null ? null : Date.parse(iso));
  return { from: moment(text.validFrom), until: moment(text.validUntil) };
}
