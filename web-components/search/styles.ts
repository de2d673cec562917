import { css } from 'lit';

/** The search, on top of the panel's frame and what stands in it. */
export const searchStyles = css`
  :host {
    max-width: none;
  }
  .panel.alone,
  .panel[popover] {
    border: 1px solid var(--erfara-line);
    border-radius: var(--erfara-radius-panel);
  }
  .panel[popover] {
    display: none;
    position: fixed;
    inset: 12vh auto auto 50%;
    translate: -50% 0;
    width: min(560px, calc(100vw - 24px));
    height: min(640px, 76vh);
    box-shadow: var(--erfara-shadow);
  }
  .panel[popover]:popover-open {
    display: flex;
  }
  .stage {
    flex: 1 1 auto;
  }
  .finding {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .finding[inert] {
    visibility: hidden;
  }
  .search-row {
    flex: none;
    display: flex;
    align-items: center;
    gap: var(--erfara-space-1);
    padding: var(--erfara-space-2) var(--erfara-space-4) var(--erfara-space-1);
  }
  .search-box {
    flex: 1;
    min-width: 0;
    display: flex;
    align-items: center;
    gap: var(--erfara-space-2);
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
  .search-box button {
    min-height: 24px;
    padding: 2px 4px;
  }
  .filters {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px var(--erfara-space-1);
    padding: 0 var(--erfara-space-4) var(--erfara-space-1) calc(var(--erfara-space-4) - 4px);
  }
  .filters select {
    appearance: none;
    field-sizing: content;
    max-width: 130px;
    min-height: 26px;
    padding: 2px 18px 2px 6px;
    border: 1px solid transparent;
    border-radius: var(--erfara-radius);
    color: var(--erfara-muted);
    font-size: var(--erfara-text-s);
    background: linear-gradient(45deg, transparent 50%, currentColor 50%) calc(100% - 9px) 55% / 4px 4px no-repeat,
      linear-gradient(-45deg, transparent 50%, currentColor 50%) calc(100% - 5px) 55% / 4px 4px no-repeat;
    cursor: pointer;
  }
  .filters select:hover {
    border-color: var(--erfara-line);
    color: var(--erfara-text);
  }
  .filters option {
    background: var(--erfara-raised);
    color: var(--erfara-text);
  }
  .chip {
    gap: 4px;
    max-width: 100%;
    min-height: 26px;
    padding: 0 4px 0 10px;
    border-color: var(--erfara-accent);
    border-radius: 999px;
    background: var(--erfara-accent-soft);
    font-weight: 600;
  }
  .chip .icon {
    color: var(--erfara-muted);
  }
  .status {
    flex: none;
    min-height: 20px;
    padding: 0 var(--erfara-space-4) 4px;
    font-size: var(--erfara-text-xs);
    color: var(--erfara-muted);
  }
  .status:empty {
    min-height: 0;
    padding-bottom: 0;
  }
  .scroll:focus-visible {
    outline: 2px solid transparent;
    outline-offset: -2px;
    box-shadow: inset 3px 0 var(--erfara-accent);
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    position: relative;
  }
  .list-name {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 28px;
    padding: var(--erfara-space-1) var(--erfara-space-4);
    font-size: var(--erfara-text-xs);
    font-weight: 600;
    color: var(--erfara-muted);
  }
  .recent-words {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    padding: 0 var(--erfara-space-4) var(--erfara-space-2);
  }
  .recent-words button {
    max-width: 100%;
    border-color: var(--erfara-line);
    border-radius: 999px;
    overflow-wrap: anywhere;
  }
  [role='option'] {
    padding: var(--erfara-space-2) var(--erfara-space-4);
    border-top: 1px solid var(--erfara-line);
    cursor: pointer;
  }
  [role='option']:hover {
    background: color-mix(in oklab, var(--erfara-text) 3%, transparent);
  }
  [role='option'].active {
    background: var(--erfara-accent-soft);
    box-shadow: inset 3px 0 var(--erfara-accent);
  }
  ul.stale {
    filter: grayscale(1);
    color: var(--erfara-muted);
  }
  .result-title {
    display: block;
    font-weight: 600;
  }
  .result-line {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    font-size: var(--erfara-text-s);
    color: var(--erfara-muted);
  }
  .result-line mark {
    color: var(--erfara-text);
  }
  .badge.warning {
    color: var(--erfara-warning);
  }
  .more {
    width: 100%;
    min-height: 40px;
    justify-content: center;
    border-radius: 0;
    border-top: 1px solid var(--erfara-line);
  }
  .empty {
    padding: var(--erfara-space-4);
  }
  .empty p {
    margin: 0;
  }
  .reply-line {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    min-height: calc(2 * 1.45 * var(--erfara-text-s));
    margin-top: var(--erfara-space-1);
    padding-inline-start: var(--erfara-space-2);
    border-inline-start: 2px solid var(--erfara-accent);
    font-size: var(--erfara-text-s);
  }
  /* As high as the passage that it takes the place of and itself. */
  .reply-line.found {
    -webkit-line-clamp: 4;
    min-height: calc(4 * 1.45 * var(--erfara-text-s));
  }
  .chosen {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--erfara-space-2);
    padding: var(--erfara-space-2) var(--erfara-space-4);
    border-top: 1px solid var(--erfara-line);
  }
  /* Seen where there is room beside the buttons; below them it would stand alone. */
  .chosen .keys {
    flex: 1 1 0;
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    height: 18px;
    overflow: hidden;
    color: var(--erfara-muted);
  }
  .chosen .keys::before {
    content: '';
    flex: 0 0 1px;
    height: 18px;
  }
  .hints {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--erfara-space-3);
    padding: 6px var(--erfara-space-4);
    border-top: 1px solid var(--erfara-line);
    font-size: var(--erfara-text-xs);
    color: var(--erfara-muted);
  }
  .preview {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--erfara-surface);
  }
  .preview > * {
    flex: 1;
    min-height: 0;
  }
  .preview > *::part(frame) {
    border: 0;
    border-radius: 0;
  }
  @media (hover: none) {
    kbd,
    .hints,
    .chosen {
      display: none;
    }
    .filters select,
    .chip,
    .recent-words button {
      min-height: 36px;
    }
    .search-box input {
      min-height: 44px;
      font-size: var(--erfara-text-l);
    }
  }
  @media (forced-colors: active) {
    [role='option'].active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .panel {
      border: 1px solid CanvasText;
    }
  }
`;
