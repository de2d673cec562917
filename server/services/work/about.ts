import type { Text } from '../../domain/article.ts';
import type { ArticleName, Evidence } from '../../domain/curation.ts';

/** A text as the queue names it. */
export function named({ id, lang, title }: Text): ArticleName {
  return { id, lang, title };
}

/** "Used 14 times in 14 days"; what is counted in `of` is one of a few words that a client translates. */
export function counted(of: string, value: number, days: number | null): Evidence {
  return { kind: 'count', of, value, days };
}

/** What a rule found, in words that say where. */
export function byRule(text: string, lang: string | null = null): Evidence {
  return { kind: 'words', from: 'rule', text, lang };
}

/** Offered to agents as an answer. */
export function isOfferedState({ state }: Text): boolean {
  return state === 'validated' || state === 'not-validated';
}

/** Neither an incident nor one of its answers, which come and go. */
export function isLasting({ kind, incident }: Text): boolean {
  return kind !== 'incident' && incident === null;
}
