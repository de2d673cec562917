import { css } from 'lit';

export const gapsStyles = css`
  .filters {
    margin-bottom: var(--erfara-space-4);
  }
  .filters button[aria-pressed='true'] {
    border-color: var(--erfara-accent);
    background: var(--erfara-accent-soft);
    color: var(--erfara-accent);
    font-weight: 600;
  }
  .gaps {
    display: grid;
    gap: var(--erfara-space-2);
  }
  .gap {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 72px auto;
    align-items: center;
    gap: 0 var(--erfara-space-4);
    padding-right: var(--erfara-space-3);
  }
  .name {
    display: grid;
    gap: 2px;
    min-height: 60px;
    padding: 8px 8px 8px 32px;
    border: 0;
    border-radius: var(--erfara-radius-panel);
    background: none;
    font-size: var(--erfara-text-m);
  }
  .name:hover {
    background: none;
  }
  .phrase {
    font-style: italic;
  }
  .trend {
    color: var(--erfara-accent);
  }
  .why:not([hidden]) {
    grid-column: 1 / -1;
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
  label.pick {
    flex-wrap: nowrap;
    min-height: 28px;
    color: inherit;
    font-size: var(--erfara-text-m);
    font-weight: 400;
  }
  @media (max-width: 760px) {
    .gap {
      grid-template-columns: minmax(0, 1fr) auto;
      padding-right: var(--erfara-space-4);
    }
    .acts {
      grid-column: 1 / -1;
      padding: 0 0 var(--erfara-space-3) 32px;
    }
  }
`;
