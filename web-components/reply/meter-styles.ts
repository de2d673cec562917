import { css } from 'lit';

/** The length bar, alike in the panel and under the reply box. */
export const meterStyles = css`
  .length {
    display: flex;
    align-items: center;
    gap: var(--erfara-space-2);
    font: 400 var(--erfara-text-xs) / var(--erfara-line-height) var(--erfara-font);
    font-variant-numeric: tabular-nums;
    color: var(--erfara-muted);
  }
  .length .bar {
    flex: 1;
    height: 3px;
    display: block;
  }
  .length .rail {
    fill: var(--erfara-line);
  }
  .length .fill {
    fill: var(--erfara-muted);
  }
  .length.long,
  .length.over {
    font-weight: 600;
  }
  .length.long {
    color: var(--erfara-warning);
  }
  .length.long .fill {
    fill: var(--erfara-warning);
  }
  .length.over {
    color: var(--erfara-danger);
  }
  .length.over .fill {
    fill: var(--erfara-danger);
  }
  .length .count {
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    .length .rail { fill: GrayText; }
    .length .fill { fill: CanvasText; }
  }
`;
