import type { LedgerWords } from '../ports/ledger.ts';

/** Columns that hold what a person wrote, or a host's reference of a person's case. */
export const WORDS_IN: Record<LedgerWords['table'], string[]> = {
  events: ['case_ref', 'subject', 'text', 'reason'],
  flags: ['comment', 'phrasing', 'answer'],
  captures: ['question'],
  queries: ['case_ref', 'customer', 'text'],
  asks: ['text'],
};

/** What stands in a column whose words are gone: nothing, except where something must. */
export function emptied(field: string): string | null {
  return field === 'comment' ? '[erased]' : null;
}
