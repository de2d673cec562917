import { html, type TemplateResult } from 'lit';

/** Words of context kept before the first marked one, in characters. */
const LEAD = 48;

/** A text with its matching words marked, beginning near the first of them. */
export function marked(text: string, highlights: [number, number][]): TemplateResult {
  const spans = highlights
    .filter(([start, end]) => start >= 0 && end > start && end <= text.length)
    .sort(([a], [b]) => a - b);
  const from = beginning(text, spans[0]?.[0] ?? 0);
  const parts: unknown[] = from > 0 ? ['…'] : [];
  let at = from;
  for (const [start, end] of spans) {
    if (start < at) continue;
    parts.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  parts.push(text.slice(at));
  return html`${parts}`;
}

function beginning(text: string, first: number): number {
  if (first <= LEAD * 1.5) return 0;
  const space = text.indexOf(' ', first - LEAD);
  return space < 0 || space > first ? first : space + 1;
}

/** Inserted words with their blanks shown as such. */
export function withBlanks(text: string, tokens: string[]): TemplateResult {
  if (tokens.length === 0) return html`${text}`;
  const pattern = new RegExp(
    `(${[...new Set(tokens)].map((token) => token.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`,
  );
  return html`${text.split(pattern).map((part) => (tokens.includes(part) ? html`<span class="blank">${part}</span>` : part))}`;
}
