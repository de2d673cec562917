import { css } from 'lit';

export const captureStyles = css`
  .marked {
    display: grid;
    position: relative;
  }
  .marked > * {
    grid-area: 1 / 1;
  }
  /* Lies behind the words, gives them their height, and colours the places where personal data stood. */
  .behind {
    min-height: 66px;
    border-color: transparent;
    white-space: pre-wrap;
    overflow-wrap: break-word;
    color: transparent;
  }
  .marked textarea {
    height: 100%;
    min-height: 66px;
    resize: none;
    overflow: hidden;
    overflow-wrap: break-word;
    background: transparent;
  }
  .behind mark {
    padding: 0;
    color: transparent;
    background: var(--erfara-internal-soft);
    box-shadow: 0 0 0 1px var(--erfara-internal);
    border-radius: 3px;
  }
  .replaced {
    display: flex;
    flex-wrap: wrap;
    gap: 4px var(--erfara-space-3);
    font-size: var(--erfara-text-xs);
    color: var(--erfara-muted);
  }
  .chip {
    padding: 1px 6px;
    border: 1px solid var(--erfara-internal);
    border-radius: 999px;
    background: var(--erfara-internal-soft);
    color: var(--erfara-internal);
    font-weight: 600;
    white-space: nowrap;
  }
  .similar {
    padding: var(--erfara-space-3);
    border: 1px solid var(--erfara-accent);
    border-radius: var(--erfara-radius);
    background: var(--erfara-accent-soft);
  }
  .similar li {
    padding-top: var(--erfara-space-2);
  }
  .similar li + li {
    margin-top: var(--erfara-space-2);
    border-top: 1px solid var(--erfara-line);
  }
  .similar .row {
    margin-top: 6px;
  }
  .similar .why {
    font-size: var(--erfara-text-s);
    color: var(--erfara-muted);
  }
  .similar .why mark {
    color: var(--erfara-text);
  }
  .rest {
    display: grid;
    gap: var(--erfara-space-3);
    padding-top: var(--erfara-space-3);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(120px, 1fr));
    gap: var(--erfara-space-3);
  }
  .foot {
    position: sticky;
    bottom: 0;
    display: grid;
    gap: var(--erfara-space-2);
    padding: var(--erfara-space-3) var(--erfara-space-4);
    border-top: 1px solid var(--erfara-line);
    background: var(--erfara-surface);
  }
`;
