import { html, svg, type TemplateResult } from 'lit';
import type { RoomName } from './routes.ts';

const SHAPES: Record<RoomName | 'menu', TemplateResult> = {
  today: svg`<path d="M3 4.5h10M3 8h10M3 11.5h6" /><path d="m11 12 1.3 1.3L15 10.6" />`,
  articles: svg`<path d="M4 2.5h6l3 3v8H4z" /><path d="M10 2.5v3h3M6 8.5h5M6 11h5" />`,
  gaps: svg`<circle cx="8" cy="8" r="5.5" /><path d="M6.4 6.6a1.6 1.6 0 1 1 2.2 1.5c-.4.2-.6.5-.6.9M8 11.2v.1" />`,
  facts: svg`<path d="M2.5 8.2V3h5.2l5.8 5.8-5.2 5.2z" /><circle cx="5.3" cy="5.8" r="0.7" />`,
  incidents: svg`<path d="M8 2.5 14 13H2z" /><path d="M8 6.5v3M8 11.3v.1" />`,
  insights: svg`<path d="M2.5 13.5h11" /><path d="m3 10.5 3-3 2.5 2L13 4.5" />`,
  menu: svg`<path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />`,
};

/** A drawing that says nothing its label does not. */
export function icon(name: keyof typeof SHAPES): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${SHAPES[name]}</svg>`;
}
