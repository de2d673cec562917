import { css } from 'lit';

/** The panel's frame and its controls. Everything stands inside `.panel`, which takes nothing from the host page. */
export const styles = css`
  :host {
    display: block;
    min-width: 0;
    max-width: 520px;
  }
  :host([hidden]) {
    display: none;
  }
  .panel {
    all: initial;
    /* All six languages are written from left to right, also on a page that is not; "all" leaves this out. */
    direction: ltr;
    unicode-bidi: isolate;
    color-scheme: inherit;
    visibility: inherit;
    box-sizing: border-box;
    position: relative;
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
    overflow: hidden;
    background: var(--erfara-surface);
    color: var(--erfara-text);
    font: 400 var(--erfara-text-m) / var(--erfara-line-height) var(--erfara-font);
    font-variant-numeric: tabular-nums;
    overflow-wrap: break-word;
  }
  .panel *,
  .panel *::before {
    box-sizing: border-box;
  }
  h2, h3, h4, p, ol, ul, dl, dd {
    margin: 0;
    padding: 0;
  }
  ol, ul {
    list-style: none;
  }
  h2 {
    font-size: var(--erfara-text-m);
    font-weight: 600;
    line-height: 1.2;
  }
  h3 {
    font-size: var(--erfara-text-m);
    font-weight: 600;
    line-height: 1.35;
  }
  .spacer {
    flex: 1;
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Heard also where the host hides the panel: the agent works beside it. */
  .live {
    visibility: visible;
  }
  .icon {
    flex: none;
    display: inline-block;
    vertical-align: -3px;
  }
  mark {
    background: var(--erfara-mark);
    color: inherit;
    border-radius: 2px;
    padding: 0 1px;
  }
  kbd {
    font: 400 11px/1 var(--erfara-font);
    padding: 2px 4px;
    border-radius: 4px;
    border: 1px solid color-mix(in oklab, currentColor 35%, transparent);
    white-space: nowrap;
  }

  button,
  select,
  input {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    padding: 4px 10px;
    border: 1px solid var(--erfara-edge);
    border-radius: var(--erfara-radius);
    background: var(--erfara-raised);
    font-size: var(--erfara-text-s);
    line-height: 1.3;
    text-align: start;
    cursor: pointer;
  }
  button.main {
    background: var(--erfara-accent);
    border-color: var(--erfara-accent);
    color: var(--erfara-accent-text);
    font-weight: 600;
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--erfara-muted);
    padding: 2px 6px;
  }
  :focus-visible {
    outline: 2px solid var(--erfara-accent);
    outline-offset: 1px;
  }

  header {
    flex: none;
    display: flex;
    align-items: center;
    gap: var(--erfara-space-1);
    min-height: 44px;
    padding: 0 var(--erfara-space-2) 0 var(--erfara-space-4);
    border-bottom: 1px solid var(--erfara-line);
  }
  header .from,
  .reads {
    color: var(--erfara-muted);
    font-size: var(--erfara-text-xs);
    white-space: nowrap;
  }
  .reads {
    display: inline-flex;
    align-items: center;
    gap: 2px;
  }
  .reads select {
    appearance: none;
    padding: 4px 18px 4px 6px;
    min-height: 24px;
    border: 1px solid transparent;
    border-radius: var(--erfara-radius);
    font-size: var(--erfara-text-s);
    font-weight: 600;
    color: var(--erfara-text);
    background: linear-gradient(45deg, transparent 50%, var(--erfara-muted) 50%) calc(100% - 10px) 55% / 4px 4px no-repeat,
      linear-gradient(-45deg, transparent 50%, var(--erfara-muted) 50%) calc(100% - 6px) 55% / 4px 4px no-repeat;
    background-color: transparent;
    cursor: pointer;
  }
  .reads option {
    background: var(--erfara-raised);
    color: var(--erfara-text);
  }
  .key-help {
    width: 28px;
    justify-content: center;
    font-weight: 600;
  }

  .stage {
    flex: 1 1 auto;
    min-height: 0;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }
  .stage > * {
    grid-area: 1 / 1;
    min-height: 0;
  }
  .list {
    overflow-y: auto;
    outline: none;
  }
  .list[inert] {
    visibility: hidden;
  }
  button.footer {
    flex: none;
    width: 100%;
    min-height: 40px;
    padding: 0 var(--erfara-space-4);
    border: 0;
    border-top: 1px solid var(--erfara-line);
    border-radius: 0;
  }
  @media (prefers-reduced-motion: reduce) {
    .card.open,
    .toast,
    .skeleton i {
      animation: none;
    }
  }
`;
