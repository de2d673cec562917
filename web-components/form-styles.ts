import { css } from 'lit';

/** Forms and lists of the smaller elements, on top of the panel's frame. */
export const formStyles = css`
  .panel {
    height: auto;
    max-height: 100%;
    overflow: auto;
    border: 1px solid var(--erfara-line);
    border-radius: var(--erfara-radius-panel);
  }
  header h2 {
    flex: 1;
    min-width: 0;
  }
  .body {
    display: grid;
    gap: var(--erfara-space-3);
    padding: var(--erfara-space-3) var(--erfara-space-4) var(--erfara-space-4);
  }
  .field {
    display: grid;
    gap: var(--erfara-space-1);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  label,
  legend,
  .label {
    padding: 0;
    font-size: var(--erfara-text-s);
    font-weight: 600;
    color: var(--erfara-text);
  }
  .hint {
    font-size: var(--erfara-text-xs);
    font-weight: 400;
    color: var(--erfara-muted);
  }
  .wrong {
    font-size: var(--erfara-text-s);
    color: var(--erfara-danger);
  }
  textarea {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  textarea,
  .behind,
  input:not([type]),
  .body select {
    width: 100%;
    padding: 6px var(--erfara-space-2);
    border: 1px solid var(--erfara-edge);
    border-radius: var(--erfara-radius);
    background: var(--erfara-raised);
    font: 400 var(--erfara-text-m) / var(--erfara-line-height) var(--erfara-font);
    letter-spacing: normal;
  }
  textarea {
    resize: vertical;
    min-height: 64px;
  }
  [aria-invalid='true'] {
    border-color: var(--erfara-danger);
  }
  .check {
    display: flex;
    align-items: center;
    gap: var(--erfara-space-2);
    min-height: 24px;
    font-size: var(--erfara-text-s);
    font-weight: 400;
    cursor: pointer;
  }
  .check input {
    width: 16px;
    height: 16px;
    accent-color: var(--erfara-accent);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--erfara-space-2);
  }
  .message {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--erfara-space-2);
    padding: var(--erfara-space-2) var(--erfara-space-3);
    border-radius: var(--erfara-radius);
    background: var(--erfara-sunken);
    font-size: var(--erfara-text-s);
  }
  .message p {
    flex: 1 1 180px;
    min-width: 0;
  }
  .message.good {
    color: var(--erfara-positive);
  }
  .message.bad {
    color: var(--erfara-danger);
  }
  .badge {
    display: inline-block;
    padding: 0 6px;
    border-radius: 4px;
    font-size: var(--erfara-text-xs);
    font-weight: 600;
    background: color-mix(in oklab, var(--erfara-text) 9%, transparent);
  }
  .badge.warning {
    color: var(--erfara-warning);
  }
  .badge.internal {
    background: var(--erfara-internal-soft);
    color: var(--erfara-internal);
  }
  button.link {
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--erfara-accent);
    font-weight: 600;
    text-align: start;
  }
  button.link:hover {
    background: none;
    text-decoration: underline;
  }
  details {
    font-size: var(--erfara-text-s);
  }
  summary {
    width: fit-content;
    color: var(--erfara-muted);
    font-weight: 600;
    cursor: pointer;
  }
  @media (forced-colors: active) {
    .panel,
    .badge,
    .message {
      border: 1px solid CanvasText;
    }
  }
`;
