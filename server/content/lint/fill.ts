import { factValue } from '../../domain/facts.ts';
import type { TextView } from './text-view.ts';

/** Longest plausible values of what the agent's system fills in. */
const SAMPLES: Record<string, string> = {
  'customer.first_name': 'Christina',
  'agent.first_name': 'Christina',
  'order.number': 'NB-123456',
  'trip.date': '22 September',
  'trip.destination': 'Thessaloniki',
};

/** The markets a text holds in; a bank without markets has one without a name. */
export function marketsOf(view: TextView): (string | null)[] {
  const markets = view.text.markets ?? Object.keys(view.settings.markets);
  return markets.length === 0 ? [null] : markets;
}

/** A fact's value in one market; null when it has none. */
export function valueIn(view: TextView, fact: string, market: string | null): string | null {
  const value = factValue(view.bank.bank.facts, fact, market, view.bank.on);
  if (value === null) return null;
  return 'value' in value ? value.value : (Object.values(value.choices)[0] ?? null);
}

/** A reply as it is sent in one market: facts and sample values in the place of `{{...}}`. */
export function filledIn(view: TextView, markdown: string, market: string | null): string {
  return markdown.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (token, name: string) => {
    if (name.startsWith('fact.')) return valueIn(view, name.slice('fact.'.length), market) ?? token;
    return SAMPLES[name] ?? token;
  });
}
