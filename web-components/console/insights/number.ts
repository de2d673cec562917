import type { Insight } from '../../../server/http/contract.ts';
import { fill } from '../../words.ts';
import type { InsightsWords } from './strings/strings.ts';

/** A value in its unit, in the reader's way of writing numbers. */
export function valueIn(unit: Insight['unit'], value: number, by: { lang: string; strings: InsightsWords }): string {
  const { lang, strings } = by;
  const whole = (n: number, digits = 0) => n.toLocaleString(lang, { maximumFractionDigits: digits });
  if (unit === 'share') return value.toLocaleString(lang, { style: 'percent', maximumFractionDigits: 0 });
  if (unit === 'seconds') return fill(strings.seconds, { n: whole(value, value < 10 ? 1 : 0) });
  if (unit === 'characters') return fill(strings.characters, { n: whole(value) });
  return whole(value, unit === 'rating' ? 1 : 0);
}
