import { css } from 'lit';

export const shellStyles = css`
  :host {
    height: 100%;
    background: var(--erfara-surface);
  }
  .shell {
    all: initial;
    color-scheme: inherit;
    color: var(--erfara-text);
    font: 400 var(--erfara-text-m) / var(--erfara-line-height) var(--erfara-font);
    font-variant-numeric: tabular-nums;
    display: grid;
    grid-template: minmax(0, 1fr) / 216px minmax(0, 1fr);
    height: 100%;
  }
  .skip {
    position: absolute;
    left: 8px;
    top: -60px;
    z-index: 3;
  }
  .skip:focus {
    top: 8px;
  }
  .side {
    display: flex;
    flex-direction: column;
    gap: var(--erfara-space-3);
    padding: var(--erfara-space-3);
    background: var(--erfara-sunken);
    border-right: 1px solid var(--erfara-line);
    min-width: 0;
  }
  .brand {
    display: flex;
    align-items: center;
    gap: var(--erfara-space-2);
    min-height: 32px;
    padding-inline: var(--erfara-space-2);
    font-weight: 600;
  }
  .brand > svg {
    flex: none;
  }
  .brand > svg rect {
    fill: var(--erfara-accent);
  }
  .brand > svg path {
    fill: none;
    stroke: var(--erfara-accent-text);
    stroke-width: 3;
    stroke-linecap: round;
  }
  .brand span span {
    display: block;
    font-size: var(--erfara-text-xs);
    font-weight: 400;
    color: var(--erfara-muted);
    line-height: 1.2;
  }
  .menu {
    display: none;
    margin-left: auto;
  }
  .nav a {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 34px;
    padding: 4px var(--erfara-space-2);
    border-radius: var(--erfara-radius);
    color: var(--erfara-text);
    font-size: var(--erfara-text-m);
    text-decoration: none;
  }
  .nav a .icon {
    flex: none;
    color: var(--erfara-muted);
  }
  .nav a:hover {
    background: color-mix(in oklab, var(--erfara-text) 6%, transparent);
  }
  .nav a[aria-current='page'] {
    background: color-mix(in oklab, var(--erfara-accent) 13%, transparent);
    font-weight: 600;
  }
  .nav a[aria-current='page'] .icon {
    color: var(--erfara-accent);
  }
  .go {
    justify-content: space-between;
    width: 100%;
    color: var(--erfara-muted);
  }
  .foot {
    display: grid;
    gap: var(--erfara-space-2);
    margin-top: auto;
    font-size: var(--erfara-text-s);
  }
  .foot select {
    width: 100%;
    font-size: var(--erfara-text-s);
  }
  .foot a {
    padding: 3px var(--erfara-space-2);
  }
  main {
    position: relative;
    min-width: 0;
    overflow: auto;
    outline: none;
  }
  main:focus-visible {
    outline: none;
  }
  main > * {
    min-height: 100%;
  }
  .toast {
    position: fixed;
    left: 50%;
    bottom: 16px;
    z-index: 4;
    display: flex;
    align-items: center;
    gap: var(--erfara-space-3);
    max-width: calc(100vw - 32px);
    padding: 8px 12px;
    border-radius: var(--erfara-radius);
    background: var(--erfara-text);
    color: var(--erfara-surface);
    font-size: var(--erfara-text-s);
    box-shadow: var(--erfara-shadow);
    transform: translateX(-50%);
  }
  .toast button {
    color: inherit;
    background: none;
    border: 1px solid currentColor;
    font-weight: 600;
    min-height: 26px;
  }
  .palette {
    margin-top: 12vh;
    width: min(560px, calc(100vw - 24px));
  }
  .palette input {
    width: 100%;
    min-height: 48px;
    padding: 8px 16px;
    border: 0;
    border-bottom: 1px solid var(--erfara-line);
    border-radius: 0;
    background: none;
    font-size: var(--erfara-text-l);
  }
  .palette input:focus-visible {
    outline-offset: -2px;
    border-radius: var(--erfara-radius-panel) var(--erfara-radius-panel) 0 0;
  }
  .palette li {
    display: flex;
    justify-content: space-between;
    gap: var(--erfara-space-3);
    padding: 8px 16px;
    cursor: pointer;
  }
  .palette li span + span {
    flex: none;
    max-width: 40%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--erfara-muted);
    font-size: var(--erfara-text-s);
  }
  .palette li[aria-selected='true'] {
    background: var(--erfara-accent-soft);
  }
  @media (forced-colors: active) {
    .palette li[aria-selected='true'],
    .nav a[aria-current='page'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  .palette p {
    padding: 12px 16px;
    color: var(--erfara-muted);
  }
  .palette #with-day {
    padding-block: 8px;
    border-top: 1px solid var(--erfara-line);
    font-size: var(--erfara-text-s);
  }
  @media (max-width: 860px) {
    .shell {
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    }
    .side {
      gap: 0;
      padding: 6px 8px;
      border-right: 0;
      border-bottom: 1px solid var(--erfara-line);
    }
    .menu {
      display: inline-flex;
    }
    .side:not(.open) > :not(.brand, .skip) {
      display: none;
    }
    .side.open {
      gap: var(--erfara-space-2);
    }
    .foot {
      margin-top: 0;
    }
  }
`;
