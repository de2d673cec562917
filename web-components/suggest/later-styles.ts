import { css } from 'lit';

/** What belongs to `styles` and the first drawing of the panel can do without: it comes with the code for the first click. */
export const laterStyles = css`
  button:hover {
    background: var(--erfara-sunken);
  }
  button.main:hover {
    background: color-mix(in oklab, var(--erfara-accent) 88%, var(--erfara-text));
  }
  button.quiet:hover {
    color: var(--erfara-text);
    background: color-mix(in oklab, var(--erfara-text) 7%, transparent);
  }
  .reads select:hover {
    border-color: var(--erfara-line);
  }
  a {
    color: var(--erfara-accent);
  }
  code {
    font-family: ui-monospace, 'Cascadia Code', Menlo, Consolas, monospace;
    font-size: 0.93em;
  }
  .caution {
    margin-top: var(--erfara-space-2);
    font-size: var(--erfara-text-s);
    color: var(--erfara-warning);
  }
  /* Of a long reply only the actions are always in view. */
  .actions > .caution {
    flex-basis: 100%;
    margin: 0;
  }
  .caution.refused {
    color: var(--erfara-danger);
  }
  .mandate[open] span {
    flex: 1;
  }
  .mandate[open] .icon:last-child {
    rotate: 180deg;
  }
  button:disabled {
    cursor: default;
    opacity: 0.6;
  }
  .footer:focus-visible,
  .incident-line button:focus-visible {
    outline-offset: -2px;
  }
  .panel:focus {
    outline: none;
  }
  .notice.lost {
    color: var(--erfara-warning);
  }
  .notice.lost button {
    color: var(--erfara-accent);
    font-weight: 600;
  }
  .notice.danger {
    color: var(--erfara-danger);
  }
  .empty {
    padding: var(--erfara-space-5) var(--erfara-space-4);
  }
  .empty p {
    margin-top: var(--erfara-space-1);
    color: var(--erfara-muted);
  }
  .list.stale .cards,
  .list.stale .empty {
    filter: grayscale(1);
    color: var(--erfara-muted);
  }
  /* On the line and not on the panel: the panel must stay as wide as what is in it where a page lets it. */
  header {
    container-type: inline-size;
  }
  @container (max-width: 290px) {
    .reads > span {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  @container (max-width: 230px) {
    header > h2 {
      font-size: var(--erfara-text-s);
    }
  }
  @media (forced-colors: active) {
    button,
    .card,
    .badge {
      border: 1px solid ButtonBorder;
    }
    .card.open {
      border: 2px solid Highlight;
    }
    .mandate,
    .hand-over {
      border: 1px solid CanvasText;
    }
    mark {
      background: Mark;
      color: MarkText;
    }
  }
`;
