import { css } from 'lit';

/** The article, on top of the panel's frame and what stands in it. */
export const articleStyles = css`
  :host {
    max-width: none;
    container-type: inline-size;
  }
  .panel.alone {
    border: 1px solid var(--erfara-line);
    border-radius: var(--erfara-radius-panel);
  }
  .panel.compact {
    height: auto;
    margin-top: var(--erfara-space-2);
    border: 1px solid var(--erfara-line);
    border-radius: var(--erfara-radius);
    background: var(--erfara-raised);
  }
  .compact .scroll {
    padding: var(--erfara-space-1) var(--erfara-space-3) var(--erfara-space-3);
  }
  .compact .section,
  .compact .skeleton {
    margin-top: var(--erfara-space-3);
    padding-inline: 0;
  }
  .compact .section.in-house {
    padding-inline: var(--erfara-space-2);
  }
  .compact .top {
    padding: 2px var(--erfara-space-2) 0;
  }
  .top {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px var(--erfara-space-2);
    padding: 6px var(--erfara-space-2);
  }
  .languages {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin-inline-start: auto;
  }
  .languages [aria-pressed='true'],
  .tabs [aria-selected='true'] {
    color: var(--erfara-text);
    font-weight: 600;
    box-shadow: inset 0 -2px var(--erfara-accent);
    border-radius: 0;
  }
  .beside {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: var(--erfara-space-1);
    min-height: 28px;
    padding: 2px 6px;
    border-radius: var(--erfara-radius);
    font-size: var(--erfara-text-s);
    color: var(--erfara-muted);
  }
  .beside:hover,
  .beside.on {
    color: var(--erfara-text);
  }
  .beside.on {
    font-weight: 600;
  }
  .beside:hover {
    background: color-mix(in oklab, var(--erfara-text) 7%, transparent);
  }
  .beside:focus-within {
    outline: 2px solid var(--erfara-accent);
    outline-offset: 1px;
  }
  .beside select {
    position: absolute;
    inset: 0;
    width: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .beside option {
    background: var(--erfara-raised);
    color: var(--erfara-text);
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    position: relative;
    padding: var(--erfara-space-2) var(--erfara-space-4) var(--erfara-space-4);
  }
  .scroll:focus-visible {
    outline: 2px solid transparent;
    outline-offset: -2px;
    box-shadow: inset 3px 0 var(--erfara-accent);
  }
  h2 {
    font-size: var(--erfara-text-l);
    line-height: 1.35;
  }
  .hint {
    margin-top: var(--erfara-space-1);
    font-size: var(--erfara-text-xs);
    color: var(--erfara-muted);
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--erfara-space-5);
  }
  .pair > .column + .column {
    padding-top: var(--erfara-space-4);
    border-top: 1px solid var(--erfara-line);
  }
  @container (min-width: 640px) {
    .pair.two {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .pair > .column + .column {
      padding-top: 0;
      border-top: 0;
      padding-inline-start: var(--erfara-space-5);
      border-inline-start: 1px solid var(--erfara-line);
    }
  }
  .column-name {
    font-size: var(--erfara-text-xs);
    font-weight: 600;
    color: var(--erfara-muted);
  }
  .asked-now {
    margin-top: var(--erfara-space-1);
    font-size: var(--erfara-text-s);
  }
  .lost {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--erfara-space-2);
    margin-top: var(--erfara-space-2);
  }
  .caution[data-stale] {
    margin-bottom: var(--erfara-space-2);
  }
  .lost .caution {
    flex: 1;
    margin: 0;
  }
  .section {
    margin-top: var(--erfara-space-4);
  }
  .section h3 {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: var(--erfara-text-xs);
    font-weight: 600;
    color: var(--erfara-muted);
    margin-bottom: 2px;
  }
  .section p + p,
  .section li + li {
    margin-top: var(--erfara-space-1);
  }
  .section ol {
    list-style: decimal;
    padding-left: 20px;
  }
  .section ul {
    list-style: disc;
    padding-left: 18px;
  }
  .section table {
    display: block;
    overflow-x: auto;
    border-collapse: collapse;
    font-size: var(--erfara-text-s);
  }
  .section td,
  .section th {
    border: 1px solid var(--erfara-line);
    padding: 2px 6px;
    text-align: start;
  }
  .section.in-house {
    padding: var(--erfara-space-2);
    border-radius: var(--erfara-radius);
    background: var(--erfara-internal-soft);
  }
  .section.in-house h3 {
    flex-wrap: wrap;
    color: var(--erfara-internal);
  }
  .section.in-house .badge {
    padding: 0;
    margin-inline-start: auto;
    margin-inline-end: 0;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    margin-inline-start: -6px;
  }
  .reply {
    margin-top: var(--erfara-space-1);
    white-space: normal;
  }
  .wording-name {
    font-size: var(--erfara-text-xs);
    color: var(--erfara-muted);
  }
  div + .wording-name {
    margin-top: var(--erfara-space-3);
  }
  .section .questions {
    list-style: none;
    padding: 0;
    color: var(--erfara-muted);
    font-size: var(--erfara-text-s);
  }
  .matching {
    background: var(--erfara-mark);
    color: var(--erfara-text);
    border-radius: 3px;
  }
  .about {
    margin-top: var(--erfara-space-5);
    padding-top: var(--erfara-space-3);
    border-top: 1px solid var(--erfara-line);
    font-size: var(--erfara-text-s);
  }
  .about dl {
    display: grid;
    gap: var(--erfara-space-1);
  }
  .about dl > div {
    display: grid;
    grid-template-columns: minmax(96px, 3fr) 7fr;
    gap: var(--erfara-space-2);
  }
  .about dt {
    color: var(--erfara-muted);
  }
  .about dd {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .about .badge {
    font-weight: 400;
  }
  .history {
    margin-top: var(--erfara-space-3);
  }
  .history .skeleton {
    padding: var(--erfara-space-2) 0;
  }
  .history li {
    padding: var(--erfara-space-1) 0;
  }
  .history .who {
    display: block;
    font-size: var(--erfara-text-xs);
  }
  .history .what {
    color: var(--erfara-text);
    overflow-wrap: anywhere;
  }
  .foot {
    flex: none;
    margin: 0;
    padding: var(--erfara-space-2) var(--erfara-space-4);
    border-top: 1px solid var(--erfara-line);
  }
  .foot .actions,
  .foot .caution {
    margin-top: 0;
  }
  .foot .caution + .actions {
    margin-top: var(--erfara-space-2);
  }
  .spoken {
    font-size: var(--erfara-text-xl);
    line-height: 1.4;
  }
  .spoken-foot button.main {
    flex: 1;
    justify-content: center;
    min-height: 44px;
    font-size: var(--erfara-text-l);
  }
  @media (hover: none) {
    kbd {
      display: none;
    }
    .languages button,
    .beside,
    .tabs button {
      min-height: 36px;
    }
  }
  @media (forced-colors: active) {
    .matching {
      background: Mark;
      color: MarkText;
    }
    [aria-pressed='true'],
    [aria-selected='true'] {
      border-bottom: 3px solid Highlight;
    }
  }
`;
