import { css } from 'lit';

/** The lines of incidents, in the panel and in the banner. */
export const incidentStyles = css`
  .incident-line {
    flex: none;
    border-bottom: 1px solid var(--erfara-line);
    background: var(--erfara-incident-soft);
    color: var(--erfara-incident);
    font-size: var(--erfara-text-s);
  }
  .incident-line > button {
    width: 100%;
    min-height: 36px;
    border: 0;
    border-radius: 0;
    background: none;
    color: inherit;
    font-weight: 600;
    padding: 6px var(--erfara-space-3) 6px var(--erfara-space-4);
  }
  .incident-line > button:focus-visible {
    outline-offset: -2px;
  }
  .incident-line .text {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .incident-line .until {
    font-size: var(--erfara-text-xs);
    font-weight: 400;
    white-space: nowrap;
  }
  .incident-line.open .text {
    white-space: normal;
  }
  /* Open, its words have the whole width, and until when stands below them. */
  .incident-line.open > button {
    display: grid;
    grid-template: auto auto / auto 1fr auto;
    align-items: start;
    row-gap: 2px;
    padding-block: var(--erfara-space-2);
  }
  .incident-line.open .until {
    grid-area: 2 / 2;
    white-space: normal;
  }
  .incident-line.open .icon:last-child {
    grid-area: 1 / 3;
  }
  .incident-line.open .icon:last-child {
    rotate: 180deg;
  }
  .incident-line .about {
    padding: 0 var(--erfara-space-4) var(--erfara-space-2) 38px;
    font-size: var(--erfara-text-xs);
  }
  .incident-line .answers-label {
    margin-top: var(--erfara-space-1);
    font-weight: 600;
  }
  .incident-line li + li {
    margin-top: var(--erfara-space-1);
  }
  .incident-line .link {
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-size: var(--erfara-text-s);
    font-weight: 400;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .incident-ended {
    flex: none;
    padding: 6px var(--erfara-space-4);
    border-bottom: 1px solid var(--erfara-line);
    background: var(--erfara-sunken);
    color: var(--erfara-muted);
    font-size: var(--erfara-text-s);
  }
  .incident-ended .text {
    text-decoration: line-through;
  }
  @media (forced-colors: active) {
    .incident-line {
      border: 1px solid CanvasText;
    }
  }
`;
