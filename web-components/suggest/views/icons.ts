import { svg } from 'lit';

/** Sixteen pixels of stroke in the colour of the text. */
export const icon = (path: unknown) =>
  svg`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"
    fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${path}</svg>`;

export const searchIcon = icon(svg`<circle cx="7" cy="7" r="4.25" /><path d="M10.2 10.2 13.5 13.5" />`);
export const closeIcon = icon(svg`<path d="m4 4 8 8M12 4l-8 8" />`);
export const alertIcon = icon(svg`<path d="M8 2.2 14.3 13.3H1.7ZM8 6.4v3.2M8 11.5v.1" />`);
export const houseIcon = icon(svg`<path d="M2.5 7.5 8 3l5.5 4.5M4 6.8V13h8V6.8" />`);
export const rotateIcon = icon(svg`<path d="M13 8a5 5 0 1 1-1.6-3.7M13.2 2.3v2.4h-2.4" />`);
export const handIcon = icon(svg`<path d="M2.5 8h9M8 4.5 11.5 8 8 11.5M13.5 3v10" />`);
export const chevronIcon = icon(svg`<path d="m4.5 6.5 3.5 3.5 3.5-3.5" />`);
export const offlineIcon = icon(
  svg`<path d="M2 2l12 12M4.8 8.8a4.7 4.7 0 0 1 2.4-1.4M2.3 6.4A8 8 0 0 1 5 4.8M8 12.4h.01M10.9 8.6l.4.3M8.2 4.1a8 8 0 0 1 5.5 2.3" />`,
);
