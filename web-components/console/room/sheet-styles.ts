import { css } from 'lit';

/** What opens over a room, and what holds in little room. */
export const sheetStyles = css`
  dialog {
    width: min(720px, calc(100vw - 24px));
    max-height: min(88vh, 900px);
    padding: 0;
    border: 1px solid var(--erfara-line);
    border-radius: var(--erfara-radius-panel);
    background: var(--erfara-surface);
    color: inherit;
    box-shadow: var(--erfara-shadow);
    overflow: auto;
  }
  dialog::backdrop {
    background: oklch(0.2 0.02 230 / 0.45);
  }
  dialog .sheet {
    display: grid;
    gap: var(--erfara-space-4);
    padding: var(--erfara-space-4) var(--erfara-space-5);
  }
  dialog footer {
    position: sticky;
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--erfara-space-2);
    padding: var(--erfara-space-3) var(--erfara-space-5);
    border-top: 1px solid var(--erfara-line);
    background: var(--erfara-surface);
  }
  @media (max-width: 640px) {
    .page {
      padding: var(--erfara-space-4) var(--erfara-space-4) 64px;
    }
    dialog .sheet, dialog footer {
      padding-inline: var(--erfara-space-4);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .badge, .notice, .skeleton {
      border: 1px solid CanvasText;
    }
  }
`;
