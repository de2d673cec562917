import { css } from 'lit';

/** The height of a row, which the list counts with. */
export const ROW = 48;

export const articlesStyles = css`
  :host {
    height: 100%;
  }
  .room {
    display: grid;
    /* Enlarged fourfold, the list keeps some rows and the page scrolls. */
    grid-template-rows: auto auto minmax(min(240px, 100vh), 1fr);
    height: 100%;
  }
  .head {
    margin: 0;
    padding: var(--erfara-space-4) var(--erfara-space-5) var(--erfara-space-3);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--erfara-space-2);
    padding: 0 var(--erfara-space-5) var(--erfara-space-3);
    border-bottom: 1px solid var(--erfara-line);
  }
  .filters input {
    flex: 1 1 240px;
  }
  .filters select {
    max-width: 180px;
    font-size: var(--erfara-text-s);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--erfara-space-2);
    flex-basis: 100%;
    font-size: var(--erfara-text-s);
  }
  .list {
    overflow: auto;
    position: relative;
    outline: none;
  }
  .rows {
    position: relative;
  }
  .item {
    position: absolute;
    left: 0;
    right: 0;
    display: grid;
    grid-template-columns: 32px minmax(0, 1fr) 160px 112px 100px 84px 44px;
    align-items: center;
    gap: var(--erfara-space-3);
    height: 48px;
    padding-inline: var(--erfara-space-5);
    border-bottom: 1px solid var(--erfara-line);
    cursor: default;
  }
  .item:hover {
    background: var(--erfara-sunken);
  }
  .item[aria-selected='true'] {
    background: var(--erfara-accent-soft);
  }
  .item:focus-visible {
    outline-offset: -2px;
  }
  .item input {
    display: block;
  }
  .check {
    display: grid;
    place-items: center;
    width: 32px;
    height: 40px;
    margin-left: -8px;
  }
  .name {
    min-width: 0;
  }
  .name a {
    display: block;
    overflow: hidden;
    color: inherit;
    font-weight: 600;
    text-decoration: none;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name a:hover {
    color: var(--erfara-accent);
    text-decoration: underline;
  }
  .name span, .cell {
    display: block;
    overflow: hidden;
    font-size: var(--erfara-text-s);
    color: var(--erfara-muted);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name span {
    font-size: var(--erfara-text-xs);
  }
  .cell.number {
    text-align: end;
  }
  .langs a {
    display: inline-block;
    min-width: 24px;
    padding: 3px 4px;
    border-radius: 4px;
    color: var(--erfara-muted);
    font-size: var(--erfara-text-xs);
    text-align: center;
    text-decoration: none;
  }
  .langs a:hover {
    background: var(--erfara-accent-soft);
    color: var(--erfara-accent);
  }
  .langs .stale {
    color: var(--erfara-warning);
    text-decoration: underline dotted;
  }
  .files {
    display: grid;
    gap: var(--erfara-space-3);
  }
  .files p {
    margin-bottom: 4px;
  }
  @media (max-width: 1100px) {
    .item {
      grid-template-columns: 32px minmax(0, 1fr) 160px 104px;
    }
    .wide {
      display: none;
    }
  }
  @media (max-width: 640px) {
    .head, .filters {
      padding-inline: var(--erfara-space-4);
    }
    .filters select {
      flex: 1 1 40%;
    }
    .item {
      grid-template: auto auto / 32px minmax(0, 1fr);
      align-content: center;
      gap: 0 var(--erfara-space-2);
      padding-inline: var(--erfara-space-4);
    }
    .item > :first-child {
      grid-row: 1 / 3;
    }
    .langs, .name span {
      display: none;
    }
    .badge {
      display: block;
      width: fit-content;
      line-height: 18px;
    }
  }
`;
