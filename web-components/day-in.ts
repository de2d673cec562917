import { dateLocale } from './words.ts';

/** A day, or a moment's (ISO 8601), as the interface's language writes it: "23 Nov 2026". What is no day stays as it is. */
export function dayIn(iso: string, lang: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  // A day without a time is the same day everywhere.
  const zone = iso.length === 10 ? { timeZone: 'UTC' } : {};
  return new Intl.DateTimeFormat(dateLocale(lang), { dateStyle: 'medium', ...zone }).format(at);
}
