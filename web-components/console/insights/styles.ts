import { css } from 'lit';

export const insightsStyles = css`
  .page {
    max-width: 1180px;
  }
  .plots {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr));
    gap: var(--erfara-space-4);
    margin-bottom: var(--erfara-space-5);
  }
  figure {
    min-width: 0;
    padding: var(--erfara-space-3) var(--erfara-space-4);
  }
  figcaption {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--erfara-space-3);
    min-height: 30px;
  }
  figcaption h2 {
    font-size: var(--erfara-text-m);
  }
  .latest {
    font-size: var(--erfara-text-xl);
    font-weight: 600;
  }
  .plot {
    min-height: 190px;
  }
  .plot svg {
    display: block;
    max-width: 100%;
    overflow: visible;
  }
  .plot text {
    white-space: pre;
  }
  summary {
    width: fit-content;
    min-height: 24px;
    color: var(--erfara-muted);
    font-size: var(--erfara-text-s);
    cursor: pointer;
  }
  .scroll {
    overflow: auto;
  }
  table {
    border-collapse: collapse;
    font-size: var(--erfara-text-xs);
  }
  th, td {
    padding: 2px 8px 2px 0;
    text-align: end;
    white-space: nowrap;
  }
  th[scope='row'] {
    text-align: start;
  }
  section {
    margin-bottom: var(--erfara-space-5);
  }
  .causes, .changes {
    display: grid;
    gap: var(--erfara-space-2);
    margin-top: var(--erfara-space-2);
    font-size: var(--erfara-text-s);
  }
  .causes li {
    padding: var(--erfara-space-2) var(--erfara-space-4);
  }
  .cause .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--erfara-space-3);
  }
  .cause .line > span {
    flex: 1 1 260px;
  }
  .cause span span {
    display: block;
  }
  .dates {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--erfara-space-3);
    padding-block: var(--erfara-space-2);
  }
  .dates label {
    display: grid;
    gap: 2px;
  }
  .dates input {
    font-weight: 400;
  }
  .new {
    max-width: 560px;
    margin-top: var(--erfara-space-3);
    font-size: var(--erfara-text-s);
  }
  .trend {
    flex: none;
    color: var(--erfara-accent);
  }
`;
