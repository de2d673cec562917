import { css, html, nothing, type TemplateResult } from 'lit';
import type { Caution } from '../../reply/cautions.ts';

export const cautionStyles = css`
  .cautions { list-style: none; margin: var(--erfara-space-2) 0 0; padding: 0; font-size: var(--erfara-text-s); }
  .cautions:empty { display: none; }
  .cautions li { display: flex; gap: 6px; margin-top: 2px; overflow-wrap: anywhere; }
  .cautions li::before { content: '!'; flex: none; width: 14px; text-align: center; font-weight: 600; }
  .cautions .error { color: var(--erfara-danger); font-weight: 600; }
  .cautions .ask, .cautions .warning { color: var(--erfara-warning); }
  .cautions .note { color: var(--erfara-muted); }
  .cautions .note::before { content: '·'; }
  .wording { margin-top: var(--erfara-space-1); }
  .measure .cautions { margin: 0; }
  .in-box { padding: 0 var(--erfara-space-4) var(--erfara-space-2); }
`;

/** What to know, the gravest first. */
export function cautionList(cautions: Caution[]): TemplateResult | typeof nothing {
  if (cautions.length === 0) return nothing;
  const order = ['error', 'ask', 'warning', 'note'];
  const sorted = [...cautions].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  return html`<ul class="cautions" role="list">${sorted.map(({ kind, level, text }) => html`<li class=${level} data-kind=${kind}><span>${text}</span></li>`)}</ul>`;
}
