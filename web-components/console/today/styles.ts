import { css } from 'lit';

export const todayStyles = css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    margin-bottom: var(--erfara-space-4);
  }
  .filters button {
    min-height: 28px;
    padding: 2px 10px;
    border-radius: 14px;
    border-color: var(--erfara-line);
    color: var(--erfara-muted);
  }
  .filters button[aria-pressed='true'] {
    border-color: var(--erfara-accent);
    background: var(--erfara-accent-soft);
    color: var(--erfara-accent);
    font-weight: 600;
  }
  .filters select {
    min-height: 28px;
    padding-block: 2px;
    font-size: var(--erfara-text-s);
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    gap: var(--erfara-space-1) var(--erfara-space-4);
    font-size: var(--erfara-text-s);
  }
  .record {
    display: grid;
    gap: 4px;
    padding: var(--erfara-space-3) var(--erfara-space-4);
  }
  .filters input {
    font-weight: 400;
  }
  .record ul {
    margin: 0;
    padding-left: var(--erfara-space-4);
  }
  .queue {
    display: grid;
    gap: var(--erfara-space-2);
  }
  .line {
    display: flex;
    align-items: center;
    gap: var(--erfara-space-3);
    padding-right: var(--erfara-space-3);
  }
  .sentence {
    flex: 1;
    display: grid;
    gap: 2px;
    min-width: 0;
    min-height: 56px;
    padding: 8px 8px 8px 32px;
    border: 0;
    border-radius: var(--erfara-radius-panel);
    background: none;
    font-size: var(--erfara-text-m);
  }
  .sentence:hover {
    background: none;
  }
  .sentence:hover .what {
    text-decoration: underline;
    text-decoration-color: var(--erfara-line);
  }
  .line .main {
    flex: none;
  }
  .item:not(:first-child, :focus-within, :hover) .line .main {
    border-color: var(--erfara-edge);
    background: var(--erfara-raised);
    color: var(--erfara-accent);
  }
  .side-name {
    font-weight: 600;
  }
  .why:not([hidden]) {
    display: grid;
    gap: var(--erfara-space-3);
    padding: 0 var(--erfara-space-4) var(--erfara-space-4) 32px;
  }
  .said {
    padding-left: var(--erfara-space-3);
    border-left: 2px solid var(--erfara-line);
    font-size: var(--erfara-text-s);
  }
  .said li + li {
    margin-top: 4px;
  }
  .sides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
    gap: var(--erfara-space-4);
    font-size: var(--erfara-text-s);
  }
  .sides p {
    white-space: pre-line;
  }
  label.keep {
    color: inherit;
    font-size: var(--erfara-text-m);
    font-weight: 400;
  }
  @media (max-width: 520px) {
    .line {
      flex-wrap: wrap;
      gap: 0;
      padding: 0 var(--erfara-space-4) var(--erfara-space-3) 32px;
    }
    .sentence {
      flex: 1 0 calc(100% + 32px);
      margin-left: -32px;
      padding-right: 0;
    }
  }
`;
