import { css } from 'lit';

/** What stands in the panel at once: notices, cards, the empty state. */
export const viewStyles = css`
  .notice {
    flex: none;
    display: flex;
    align-items: center;
    gap: var(--erfara-space-2);
    padding: 6px var(--erfara-space-2) 6px var(--erfara-space-4);
    min-height: 36px;
    border-bottom: 1px solid var(--erfara-line);
    background: var(--erfara-sunken);
    color: var(--erfara-muted);
    font-size: var(--erfara-text-s);
  }
  .notice p {
    flex: 1;
    min-width: 0;
  }
  .card {
    padding: var(--erfara-space-3) var(--erfara-space-4);
    border-bottom: 1px solid var(--erfara-line);
    cursor: pointer;
  }
  .card:hover {
    background: color-mix(in oklab, var(--erfara-text) 3%, transparent);
  }
  .card.open {
    cursor: auto;
    background: var(--erfara-raised);
    animation: rise var(--erfara-appear);
  }
  .card:focus-visible {
    outline-offset: -2px;
  }
  .title-row {
    display: flex;
    gap: var(--erfara-space-2);
  }
  .title-row h3 {
    flex: 1;
    min-width: 0;
  }
  .hide {
    flex: none;
    align-self: flex-start;
    min-height: 24px;
    margin: -3px -6px -3px 0;
  }
  .rank {
    color: var(--erfara-muted);
    font-size: var(--erfara-text-s);
    line-height: 1.45;
    min-width: 10px;
  }
  .card > :not(.title-row) {
    margin-left: 18px;
  }
  .hand-over + .label {
    margin-top: var(--erfara-space-2);
  }
  .line {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: var(--erfara-text-s);
    color: var(--erfara-muted);
    margin-top: 2px;
  }
  .why {
    margin-top: var(--erfara-space-1);
    font-size: var(--erfara-text-s);
    color: var(--erfara-muted);
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .why mark,
  .line mark {
    color: var(--erfara-text);
  }
  .label {
    font-size: var(--erfara-text-xs);
    color: var(--erfara-muted);
  }
  .state {
    margin-top: 2px;
    font-size: var(--erfara-text-xs);
    color: var(--erfara-muted);
  }
  .state span {
    white-space: nowrap;
  }
  .state .validated {
    color: var(--erfara-positive);
  }
  .state .not-validated,
  .state .wip {
    color: var(--erfara-warning);
    font-weight: 600;
  }
  .badge {
    display: inline-block;
    margin-inline-end: 6px;
    padding: 0 6px;
    border-radius: 4px;
    font-size: var(--erfara-text-xs);
    font-weight: 600;
    white-space: nowrap;
    background: color-mix(in oklab, var(--erfara-text) 9%, transparent);
    color: var(--erfara-text);
  }
  .badge.incident {
    background: var(--erfara-incident-soft);
    color: var(--erfara-incident);
  }
  .badge.internal {
    background: var(--erfara-internal-soft);
    color: var(--erfara-internal);
  }
  .reply {
    margin-top: var(--erfara-space-2);
    padding-left: var(--erfara-space-3);
    border-left: 2px solid var(--erfara-accent);
    white-space: pre-line;
  }
  .reply.spoken {
    font-size: var(--erfara-text-xl);
  }
  .blank {
    padding: 0 3px;
    border-radius: 3px;
    border: 1px dashed var(--erfara-edge);
    color: var(--erfara-warning);
    font-weight: 600;
  }
  .mandate,
  .hand-over {
    margin-top: var(--erfara-space-2);
    padding: 6px var(--erfara-space-2) 6px 30px;
    border-radius: var(--erfara-radius);
    background: var(--erfara-internal-soft);
    color: var(--erfara-internal);
    font-size: var(--erfara-text-s);
  }
  .mandate {
    user-select: none;
    white-space: pre-line;
  }
  .mandate summary,
  p.mandate,
  .hand-over strong {
    display: flex;
    gap: 6px;
  }
  .mandate .icon:first-child,
  .hand-over .icon {
    margin: 2px 0 0 -22px;
  }
  .mandate summary {
    width: auto;
    margin: -6px 0;
    padding: 6px 0;
  }
  .mandate:not([open]) span {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .none {
    margin-top: var(--erfara-space-2);
    color: var(--erfara-muted);
    font-size: var(--erfara-text-s);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--erfara-space-2);
    margin-top: var(--erfara-space-3);
  }
  .card .main:has(+ .others) {
    flex: 1 1 auto;
    justify-content: center;
  }
  .card .actions {
    gap: 6px 4px;
    position: sticky;
    bottom: 0;
    margin-top: var(--erfara-space-1);
    /* Leaves the card's focus ring free. */
    margin-bottom: calc(2px - var(--erfara-space-3));
    padding-block: var(--erfara-space-2) calc(var(--erfara-space-3) - 2px);
    background: var(--erfara-raised);
  }
  /* Stays together: the menu never stands alone on a line. */
  .actions .others {
    flex: 999 0 auto;
    margin-right: -6px;
    display: flex;
    align-items: center;
  }
  .actions .tail {
    display: flex;
    margin-inline-start: auto;
  }
  .card .actions button {
    padding-inline: 8px;
  }
  .card .actions .quiet {
    padding-inline: 4px;
  }
  .none-fit {
    margin: var(--erfara-space-2) 9px;
  }
  .quiet-line {
    padding: var(--erfara-space-3) var(--erfara-space-4);
    color: var(--erfara-muted);
    font-size: var(--erfara-text-s);
  }
  .cards + .quiet-line,
  .quiet-line:has(+ .cards) {
    border-bottom: 1px solid var(--erfara-line);
  }
  details {
    margin-top: var(--erfara-space-4);
    font-size: var(--erfara-text-s);
    color: var(--erfara-muted);
  }
  summary {
    cursor: pointer;
    width: fit-content;
    min-height: 24px;
  }

  .skeleton {
    padding: var(--erfara-space-4);
  }
  .skeleton i {
    display: block;
    height: 14px;
    margin-bottom: var(--erfara-space-2);
    border-radius: 4px;
    background: color-mix(in oklab, var(--erfara-text) 9%, transparent);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .skeleton .thin { height: 10px; }
  .skeleton .block { height: 96px; }
  .skeleton .gap { margin-top: var(--erfara-space-5); }
  .w-40 { width: 40%; }
  .w-60 { width: 60%; }
  .w-70 { width: 70%; }
  .w-80 { width: 80%; }
  .w-90 { width: 90%; }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
`;
