import { type SVGTemplateResult, svg } from 'lit';

const mark = (path: unknown): SVGTemplateResult =>
  svg`<svg class="mark" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false"
    fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${path}</svg>`;

const bubble = svg`<path d="M3.5 5.5a2 2 0 0 1 2-2h9a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H9l-3.5 3v-3a2 2 0 0 1-2-2z" />`;

const MARKS: Record<string, SVGTemplateResult> = {
  'facebook-comment': mark(
    svg`<circle cx="10" cy="10" r="7" /><path d="M10.6 16.8v-6.3c0-1.6.7-2.3 2.2-2.3M8.4 10.9h4" />`,
  ),
  messenger: mark(
    svg`<path d="M10 3c-4 0-7 2.8-7 6.4 0 2 .9 3.7 2.4 4.9V17l2.5-1.4c.7.2 1.4.2 2.1.2 4 0 7-2.8 7-6.4S14 3 10 3z" /><path d="m6.8 10.8 2.2-2.2 2 1.6 2.2-2" />`,
  ),
  x: mark(svg`<path d="m4.5 4 11 12M15.2 4 4.8 16" />`),
  email: mark(svg`<rect x="3" y="4.5" width="14" height="11" rx="2" /><path d="m3.5 6 6.5 5 6.5-5" />`),
  sms: mark(svg`${bubble}<path d="M7 8.5h.01M10 8.5h.01M13 8.5h.01" />`),
  chat: mark(svg`${bubble}<path d="M6.8 7.2h6.4M6.8 10h4" />`),
  forum: mark(
    svg`<path d="M3 5a1.5 1.5 0 0 1 1.5-1.5h7A1.5 1.5 0 0 1 13 5v3.5a1.5 1.5 0 0 1-1.5 1.5H7l-2.5 2V10A1.5 1.5 0 0 1 3 8.5z" /><path d="M15.5 7.5A1.5 1.5 0 0 1 17 9v3.5a1.5 1.5 0 0 1-1.5 1.5v2L13 14H9.5" />`,
  ),
  whatsapp: mark(
    svg`<path d="M10 3a7 7 0 0 0-6 10.5L3.2 17l3.6-.9A7 7 0 1 0 10 3z" /><path d="M7.6 7.2c0 3 2.2 5.2 5.2 5.2l.5-1.5-1.7-.8-.8.8a4 4 0 0 1-1.7-1.7l.8-.8-.8-1.7z" />`,
  ),
  phone: mark(
    svg`<path d="M6.2 3.5c-1.3 0-2.4 1-2.3 2.4.4 5.4 4.8 9.8 10.2 10.2 1.4.1 2.4-1 2.4-2.3v-1.3l-3.3-1.3-1.4 1.4a8 8 0 0 1-3.4-3.4L10.2 8 8.9 4.7z" />`,
  ),
};

/** A channel's mark; an envelope for one this page does not know. */
export function channelMark(channel: string): SVGTemplateResult {
  return MARKS[channel] ?? (MARKS.email as SVGTemplateResult);
}
