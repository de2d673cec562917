import { css } from 'lit';

/** What slides over the list: the article, the search, the keys. */
export const overlayStyles = css`
  .over {
    background: var(--erfara-surface);
    display: flex;
    flex-direction: column;
    animation: slide var(--erfara-appear);
  }
  .over.form > * {
    flex: 1;
    min-height: 0;
    max-width: none;
  }
  .over.form > *::part(frame) {
    height: 100%;
    border: 0;
    border-radius: 0;
  }
  .over .scroll {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    position: relative;
  }
  .bar-row {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--erfara-space-1);
    padding: 6px var(--erfara-space-2);
  }
  @keyframes slide {
    from {
      opacity: 0;
      transform: translateX(12px);
    }
  }

  .preview .scroll {
    padding: 0 var(--erfara-space-4) var(--erfara-space-4);
  }
  .preview h3 {
    font-size: var(--erfara-text-l);
  }
  .languages {
    display: flex;
    flex-wrap: wrap;
  }
  .languages [aria-pressed='true'] {
    color: var(--erfara-text);
    font-weight: 600;
    box-shadow: inset 0 -2px var(--erfara-accent);
    border-radius: 0;
  }
  .asked-now {
    margin-top: var(--erfara-space-1);
    font-size: var(--erfara-text-s);
  }
  .section {
    margin-top: var(--erfara-space-4);
  }
  .section h4 {
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
  .section.in-house h4 {
    color: var(--erfara-internal);
  }
  .section.in-house .badge {
    padding: 0;
    margin-inline-start: auto;
    margin-inline-end: 0;
  }
  .questions {
    color: var(--erfara-muted);
    font-size: var(--erfara-text-s);
  }
  .matching {
    background: var(--erfara-mark);
    color: var(--erfara-text);
    border-radius: 3px;
  }
  .foot {
    flex: none;
    margin: 0;
    padding: var(--erfara-space-2) var(--erfara-space-4);
    border-top: 1px solid var(--erfara-line);
  }
  .foot .caution,
  .foot .actions {
    margin-top: 0;
  }
  .foot .actions {
    margin-top: var(--erfara-space-2);
  }

  .search-box {
    flex: none;
    display: flex;
    align-items: center;
    gap: var(--erfara-space-2);
    margin: 0 var(--erfara-space-4);
    padding: 0 var(--erfara-space-2);
    border: 1px solid var(--erfara-edge);
    border-radius: var(--erfara-radius);
    background: var(--erfara-raised);
    color: var(--erfara-muted);
  }
  .search-box:focus-within {
    outline: 2px solid var(--erfara-accent);
    outline-offset: 1px;
  }
  .search-box input {
    flex: 1;
    min-width: 0;
    min-height: 34px;
    border: 0;
    outline: 0;
    background: none;
    color: var(--erfara-text);
  }
  .search-box input::placeholder {
    color: var(--erfara-muted);
    opacity: 1;
  }
  .search .quiet-line {
    min-height: 32px;
    padding-block: 6px;
    font-size: var(--erfara-text-xs);
  }
  .filters {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    gap: var(--erfara-space-1);
    padding: var(--erfara-space-2) var(--erfara-space-4) 0;
  }
  .filters select,
  .chip {
    min-height: 26px;
    max-width: 130px;
    padding: 0 6px;
    border: 1px solid transparent;
    border-radius: var(--erfara-radius);
    background: var(--erfara-surface);
    color: var(--erfara-muted);
    font-size: var(--erfara-text-xs);
  }
  .filters select:hover {
    border-color: var(--erfara-edge);
  }
  .filters .chip {
    max-width: none;
    border-color: var(--erfara-edge);
    background: var(--erfara-accent-soft);
    color: var(--erfara-text);
  }
  .recent,
  .ways-on {
    padding: 0 var(--erfara-space-4) var(--erfara-space-3);
    font-size: var(--erfara-text-s);
  }
  .recent .quiet {
    margin-inline-start: -6px;
  }
  [role='option'] {
    padding: var(--erfara-space-2) var(--erfara-space-4);
    border-top: 1px solid var(--erfara-line);
    cursor: pointer;
  }
  [role='option'].active {
    background: var(--erfara-accent-soft);
  }
  .result-title {
    font-weight: 600;
  }
  .keys dl {
    padding: var(--erfara-space-2) var(--erfara-space-4);
  }
  .keys dl div {
    display: flex;
    gap: var(--erfara-space-3);
    padding: 6px 0;
    border-bottom: 1px solid var(--erfara-line);
    font-size: var(--erfara-text-s);
  }
  .keys dt {
    flex: 0 0 140px;
  }
  @media (prefers-reduced-motion: reduce) {
    .over {
      animation: none;
    }
  }
  .measure {
    flex: none;
    padding: 6px var(--erfara-space-4);
    border-top: 1px solid var(--erfara-line);
  }
  .toast {
    flex: none;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--erfara-space-3);
    margin: 0 var(--erfara-space-3) var(--erfara-space-3);
    padding: var(--erfara-space-2) var(--erfara-space-2) var(--erfara-space-2) var(--erfara-space-3);
    min-height: 40px;
    border: 1px solid var(--erfara-line);
    border-radius: var(--erfara-radius);
    background: var(--erfara-raised);
    box-shadow: var(--erfara-shadow);
    font-weight: 600;
    font-size: var(--erfara-text-s);
    animation: rise var(--erfara-appear);
  }
  .toast.grave {
    border-color: var(--erfara-warning);
    color: var(--erfara-warning);
  }
  .toast small {
    display: block;
    font-size: var(--erfara-text-xs);
    font-weight: 400;
    color: var(--erfara-muted);
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }
`;
