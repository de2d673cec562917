import { css } from 'lit';

/** The last thing done, and its Undo. */
export const toastStyles = css`
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
  @media (prefers-reduced-motion: reduce) {
    .toast {
      animation: none;
    }
  }
`;
