import { css } from 'lit';
import { toastStyles } from './toast-styles.ts';

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

  .over.preview > *,
  .over.search > * {
    flex: 1;
    min-height: 0;
    max-width: none;
  }
  .over.preview > *::part(frame),
  .over.search > *::part(frame) {
    border: 0;
    border-radius: 0;
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
  .foot .caution + .actions {
    margin-top: var(--erfara-space-2);
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
    flex: 0 0 min(140px, 45%);
  }
  .keys dd {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  @media (prefers-reduced-motion: reduce) {
    .over {
      animation: none;
    }
  }
  .measure {
    flex: none;
    min-height: calc(13px + 1.45 * var(--erfara-text-xs));
    padding: 6px var(--erfara-space-4);
    border-top: 1px solid var(--erfara-line);
  }
  /* Keeps the room of what will be told there. */
  .measure:not(:has(*)) {
    border-color: transparent;
  }
  ${toastStyles}
`;
