import { css } from 'lit';

/** The list at the cursor of the reply box. */
export const pickerStyles = css`
  .panel.picker {
    inset: auto;
    translate: none;
    width: min(380px, calc(100vw - 16px));
    height: auto;
    max-height: min(340px, 60vh);
    margin: 0;
    background: var(--erfara-raised);
  }
  .picker ul {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
  }
  .picker [role='option'] {
    padding: 6px var(--erfara-space-3);
  }
  .picker [role='option']:first-child {
    border-top: 0;
  }
  .picker .result-line {
    -webkit-line-clamp: 1;
  }
  .picker .status,
  .picker .caution {
    margin: 0;
    padding: var(--erfara-space-2) var(--erfara-space-3);
  }
  .picker .hints {
    padding: 4px var(--erfara-space-3);
  }
  .said {
    position: fixed;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
