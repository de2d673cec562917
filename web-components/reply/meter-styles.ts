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
  .blanks {
    margin: 2px 0 0;
    font: 400 var(--erfara-text-xs) / var(--erfara-line-height) var(--erfara-font);
    color: var(--erfara-warning);
    overflow-wrap: anywhere;
  }
  @media (forced-colors: active) {
    /* An outline that fills: in two greys, an empty bar would look full. */
    .length .bar { height: 7px; border: 1px solid CanvasText; forced-color-adjust: none; }
    .length .rail { fill: Canvas; height: 7px; rx: 0; }
    .length .fill,
    .length.long .fill,
    .length.over .fill { fill: CanvasText; height: 7px; rx: 0; }
  }
`;
