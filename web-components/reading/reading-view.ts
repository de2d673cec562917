import { css, html, nothing, type TemplateResult } from 'lit';
import { safeNodes } from '../suggest/safe-html.ts';
import type { Reading } from './reading.ts';

/** The article below its mention; nothing while another one, or none, is open. */
export function readingView(key: string, reading: Reading, gone: string): TemplateResult | typeof nothing {
  if (reading.open !== key) return nothing;
  if (reading.gone) return html`<p class="reading">${gone}</p>`;
  if (!reading.text) return html`<div class="reading" aria-busy="true"></div>`;
  const { lang, title } = reading.text;
  return html`<section class="reading" lang=${lang} aria-label=${title}>
    ${reading.parts.map(
      ({ name, heading, html: source }) =>
        html`<div class="part ${name === 'mandate' ? 'inside' : ''}"><p class="name">${heading}</p>${safeNodes(source)}</div>`,
    )}
  </section>`;
}

export const readingStyles = css`
  .reading {
    margin-top: var(--erfara-space-2);
    padding: var(--erfara-space-2) var(--erfara-space-3);
    min-height: 40px;
    border: 1px solid var(--erfara-line);
    border-radius: var(--erfara-radius);
    background: var(--erfara-raised);
    color: var(--erfara-text);
    font-size: var(--erfara-text-s);
    font-weight: 400;
  }
  .reading .part + .part {
    margin-top: var(--erfara-space-2);
  }
  .reading .name {
    font-size: var(--erfara-text-xs);
    font-weight: 600;
    color: var(--erfara-muted);
  }
  .reading p + p {
    margin-top: 6px;
  }
  .reading ul,
  .reading ol {
    padding-left: 18px;
    list-style: revert;
  }
  .reading .inside {
    margin-inline: calc(-1 * var(--erfara-space-2));
    padding: 4px var(--erfara-space-2);
    border-radius: var(--erfara-radius);
    background: var(--erfara-internal-soft);
    color: var(--erfara-internal);
  }
  .reading .inside .name {
    color: inherit;
  }
`;
