import { css } from 'lit';

/** Controls and text of every room of the console. */
export const roomStyles = css`
  :host {
    display: block;
    min-width: 0;
    color: var(--erfara-text);
    font: 400 var(--erfara-text-m) / var(--erfara-line-height) var(--erfara-font);
    font-variant-numeric: tabular-nums;
    overflow-wrap: break-word;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before {
    box-sizing: border-box;
  }
  h1, h2, h3, h4, p, ol, ul, dl, dd, pre, fieldset, figure {
    margin: 0;
    padding: 0;
  }
  fieldset {
    border: 0;
    min-width: 0;
  }
  ol, ul {
    list-style: none;
  }
  h1 {
    font-size: var(--erfara-text-xl);
    font-weight: 600;
    letter-spacing: -0.01em;
    line-height: 1.25;
  }
  h2 {
    font-size: var(--erfara-text-l);
    font-weight: 600;
  }
  h3, h4 {
    font-size: var(--erfara-text-m);
    font-weight: 600;
  }
  a {
    color: var(--erfara-accent);
  }
  .muted {
    color: var(--erfara-muted);
  }
  .small {
    font-size: var(--erfara-text-s);
  }
  .tiny {
    font-size: var(--erfara-text-xs);
  }
  .spacer {
    flex: 1;
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  kbd {
    font: 400 11px / 1 var(--erfara-font);
    padding: 2px 4px;
    border-radius: 4px;
    border: 1px solid color-mix(in oklab, currentColor 35%, transparent);
    white-space: nowrap;
  }
  code, .code {
    font-family: ui-monospace, 'Cascadia Code', Menlo, Consolas, monospace;
    font-size: 0.93em;
  }
  button, select, input, textarea {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  button, .button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 32px;
    padding: 3px 12px;
    border: 1px solid var(--erfara-edge);
    border-radius: var(--erfara-radius);
    background: var(--erfara-raised);
    color: var(--erfara-text);
    font-size: var(--erfara-text-s);
    line-height: 1.3;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  button:hover, .button:hover {
    background: var(--erfara-sunken);
  }
  .main {
    background: var(--erfara-accent);
    border-color: var(--erfara-accent);
    color: var(--erfara-accent-text);
    font-weight: 600;
  }
  .main:hover {
    background: color-mix(in oklab, var(--erfara-accent) 88%, var(--erfara-text));
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--erfara-muted);
    padding-inline: 8px;
  }
  button.quiet:hover, button.quiet[aria-expanded='true'] {
    color: var(--erfara-text);
    background: color-mix(in oklab, var(--erfara-text) 7%, transparent);
  }
  button.link {
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--erfara-accent);
    font-weight: 600;
  }
  button.link:hover {
    text-decoration: underline;
  }
  button.danger {
    color: var(--erfara-danger);
    border-color: var(--erfara-danger);
  }
  button:disabled {
    cursor: default;
    opacity: 0.6;
  }
  :focus-visible {
    outline: 2px solid var(--erfara-accent);
    outline-offset: 1px;
  }
  input, select, textarea {
    min-height: 32px;
    padding: 4px 8px;
    border: 1px solid var(--erfara-edge);
    border-radius: var(--erfara-radius);
    background: var(--erfara-raised);
    font-size: var(--erfara-text-m);
    min-width: 0;
  }
  input[type='checkbox'], input[type='radio'] {
    flex: none;
    width: 16px;
    height: 16px;
    min-height: 0;
    padding: 0;
    accent-color: var(--erfara-accent);
  }
  input[list] {
    height: 32px;
  }
  textarea {
    width: 100%;
    min-height: 72px;
    resize: vertical;
  }
  select option {
    background: var(--erfara-raised);
    color: var(--erfara-text);
  }
  label, legend, .label {
    font-size: var(--erfara-text-xs);
    font-weight: 600;
    color: var(--erfara-muted);
  }
  .field {
    align-content: start;
    display: grid;
    gap: 4px;
    min-width: 0;
  }
  legend {
    padding: 0;
  }
  .opens {
    position: relative;
  }
  .opens::before {
    content: '';
    position: absolute;
    left: 12px;
    top: 18px;
    width: 6px;
    height: 6px;
    border: solid var(--erfara-muted);
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(-45deg);
  }
  .opens[aria-expanded='true']::before {
    transform: rotate(45deg);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--erfara-space-2);
  }
  .page {
    max-width: 960px;
    margin: 0 auto;
    padding: var(--erfara-space-5) var(--erfara-space-5) 64px;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--erfara-space-2) var(--erfara-space-3);
    margin-bottom: var(--erfara-space-4);
  }
  .head p {
    flex-basis: 100%;
    color: var(--erfara-muted);
  }
  .box {
    border: 1px solid var(--erfara-line);
    border-radius: var(--erfara-radius-panel);
    background: var(--erfara-raised);
  }
  .badge {
    display: inline-block;
    padding: 0 6px;
    border-radius: 4px;
    font-size: var(--erfara-text-xs);
    font-weight: 600;
    white-space: nowrap;
    background: color-mix(in oklab, var(--erfara-text) 8%, transparent);
  }
  .badge.good {
    color: var(--erfara-positive);
  }
  .badge.warning {
    color: var(--erfara-warning);
  }
  .badge.danger {
    color: var(--erfara-danger);
  }
  .badge.internal {
    background: var(--erfara-internal-soft);
    color: var(--erfara-internal);
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--erfara-space-2);
    padding: var(--erfara-space-2) var(--erfara-space-3);
    border-radius: var(--erfara-radius);
    background: var(--erfara-accent-soft);
    font-size: var(--erfara-text-s);
  }
  .notice p {
    flex: 1 1 200px;
  }
  .notice.bad {
    background: color-mix(in oklab, var(--erfara-danger) 9%, var(--erfara-surface));
  }
  .empty {
    padding: var(--erfara-space-6) var(--erfara-space-4);
    color: var(--erfara-muted);
    text-align: center;
  }
  .skeleton {
    height: 44px;
    border-radius: var(--erfara-radius);
    background: color-mix(in oklab, var(--erfara-text) 6%, transparent);
    animation: appear 0.2s 0.15s both;
  }
  .skeleton + .skeleton {
    margin-top: 6px;
  }
  @media (forced-colors: active) {
    [aria-pressed='true'],
    [aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;
