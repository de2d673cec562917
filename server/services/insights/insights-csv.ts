import type { InsightsOutput } from '../../domain/curation.ts';

/** The lines as a table for a spreadsheet: one row for each point. A point that may not be told is empty. */
export function insightsCsv({ steps, insights, causes }: Omit<InsightsOutput, 'requestId'>): string {
  const rows: (string | number | null)[][] = [['insight', 'unit', 'of', 'step', 'value']];
  const add = (name: string, unit: string, of: string, points: (number | null)[]) =>
    points.forEach((point, i) => void rows.push([name, unit, of, steps[i] ?? '', point]));
  for (const { name, unit, series } of insights) for (const { of, points } of series) add(name, unit, of, points);
  for (const { owner, article, points } of causes) add('cause', 'count', `${owner}: ${article.title}`, points);
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A spreadsheet takes what begins like a formula for one. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
