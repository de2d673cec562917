import { css } from 'lit';

export const editorStyles = css`
  :host {
    height: 100%;
  }
  [hidden] {
    display: none !important;
  }
  .editor {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px var(--erfara-space-2);
    padding: var(--erfara-space-2) var(--erfara-space-4);
    border-bottom: 1px solid var(--erfara-line);
  }
  .bar .id {
    max-width: 40ch;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bar .back {
    padding-block: 3px;
    font-size: var(--erfara-text-s);
  }
  .bar .langs a {
    display: inline-block;
    min-width: 28px;
    padding: 4px 6px;
    border-radius: 4px;
    color: var(--erfara-muted);
    font-size: var(--erfara-text-xs);
    text-align: center;
    text-decoration: none;
  }
  .bar .langs a[aria-current='true'] {
    background: var(--erfara-accent-soft);
    color: var(--erfara-accent);
    font-weight: 600;
  }
  .bar .langs .stale {
    color: var(--erfara-warning);
    text-decoration: underline dotted;
  }
  .wrong {
    color: var(--erfara-danger);
  }
  .editor > .notice {
    margin: var(--erfara-space-2) var(--erfara-space-4) 0;
  }
  .two {
    flex: 1;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1.15fr) minmax(0, 1fr);
    min-height: 0;
  }
  .left {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    border-right: 1px solid var(--erfara-line);
  }
  .code-pane {
    flex: 1;
    min-height: 160px;
    overflow: hidden;
  }
  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 150px 150px;
    gap: var(--erfara-space-2) var(--erfara-space-3);
    padding: var(--erfara-space-3) var(--erfara-space-4);
    border-bottom: 1px solid var(--erfara-line);
  }
  .form details {
    grid-column: 1 / -1;
  }
  summary {
    width: fit-content;
    max-width: 100%;
    min-height: 24px;
    padding-block: 2px;
    font-size: var(--erfara-text-s);
    font-weight: 600;
    cursor: pointer;
  }
  summary .muted {
    margin-left: var(--erfara-space-2);
    font-weight: 400;
  }
  .form .more {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--erfara-space-2) var(--erfara-space-3);
    max-height: 44vh;
    padding: var(--erfara-space-2) 2px 2px;
    overflow: auto;
  }
  .form .wide {
    grid-column: 1 / -1;
  }
  .form input, .form textarea {
    width: 100%;
  }
  .strip {
    display: flex;
    align-items: flex-start;
    gap: var(--erfara-space-2);
    padding: 2px var(--erfara-space-2) 2px var(--erfara-space-4);
    border-top: 1px solid var(--erfara-line);
    background: var(--erfara-surface);
    font-size: var(--erfara-text-s);
  }
  .strip button {
    min-height: 28px;
  }
  .problems {
    flex: 1;
    min-width: 0;
  }
  .problems summary {
    padding-block: 4px;
    font-weight: 400;
    color: var(--erfara-muted);
  }
  .problems ul {
    display: grid;
    gap: 6px;
    max-height: 32vh;
    padding-block: 4px 8px;
    overflow: auto;
  }
  .problems li {
    display: grid;
    grid-template-columns: 76px auto minmax(0, 1fr) auto;
    align-items: start;
    gap: var(--erfara-space-2);
  }
  .problems .badge {
    justify-self: start;
    margin-top: 2px;
  }
  .side {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    background: var(--erfara-surface);
  }
  .tabs {
    flex: none;
    display: flex;
    gap: 2px;
    padding: 0 var(--erfara-space-3);
    border-bottom: 1px solid var(--erfara-line);
    overflow-x: auto;
  }
  .tabs button {
    flex: none;
    min-height: 38px;
    padding: 0 10px;
    border: 0;
    border-bottom: 2px solid transparent;
    border-radius: 0;
    background: none;
    color: var(--erfara-muted);
  }
  .tabs button[aria-selected='true'] {
    border-bottom-color: var(--erfara-accent);
    color: var(--erfara-text);
    font-weight: 600;
  }
  .tabs button:focus-visible {
    outline-offset: -3px;
  }
  .panel {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: var(--erfara-space-3);
    min-height: 0;
    padding: var(--erfara-space-3) var(--erfara-space-4) var(--erfara-space-6);
    overflow: auto;
  }
  .panel > * {
    flex: none;
  }
`;
