import { css } from 'lit';

/** What stands beside the text and opens over it, and what holds in little room. */
export const sideStyles = css`
  .pills {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
  }
  .pills button {
    border-color: transparent;
    background: none;
    color: var(--erfara-muted);
    min-height: 28px;
    padding-inline: 8px;
  }
  .pills button[aria-pressed='true'] {
    background: var(--erfara-accent-soft);
    color: var(--erfara-accent);
    font-weight: 600;
  }
  .pills select {
    min-height: 28px;
    max-width: 150px;
    padding-block: 2px;
    font-size: var(--erfara-text-s);
  }
  .read h2 {
    margin-bottom: var(--erfara-space-3);
  }
  .read.box {
    padding: var(--erfara-space-3) var(--erfara-space-4);
  }
  .read section + section {
    margin-top: var(--erfara-space-3);
  }
  .read h3 {
    margin-bottom: 2px;
    color: var(--erfara-muted);
    font-size: var(--erfara-text-xs);
  }
  .read section > p + p {
    margin-top: 6px;
  }
  .read ul, .read ol {
    padding-left: 20px;
    list-style: revert;
  }
  .read .inside {
    margin-inline: calc(-1 * var(--erfara-space-2));
    padding: var(--erfara-space-2);
    border-radius: var(--erfara-radius);
    background: var(--erfara-internal-soft);
  }
  .read .inside h3 {
    color: var(--erfara-internal);
  }
  .bubble {
    max-width: 60ch;
    padding: var(--erfara-space-3) var(--erfara-space-4);
    border-radius: 12px 12px 12px 2px;
    background: var(--erfara-accent-soft);
    white-space: pre-wrap;
  }
  .meter {
    height: 3px;
    max-width: 60ch;
    margin-top: var(--erfara-space-3);
    border-radius: 2px;
    background: var(--erfara-line);
    overflow: hidden;
  }
  .meter i {
    display: block;
    height: 100%;
    background: var(--erfara-muted);
  }
  .meter.long i {
    background: var(--erfara-warning);
  }
  .meter.over i {
    background: var(--erfara-danger);
  }
  .meter-text {
    margin-top: 4px;
  }
  .meter-text.long {
    color: var(--erfara-warning);
  }
  .meter-text.over {
    color: var(--erfara-danger);
  }
  .try, .tried, .related, .versions {
    display: grid;
    gap: var(--erfara-space-3);
  }
  .tried .box {
    display: grid;
    gap: var(--erfara-space-2);
    padding: var(--erfara-space-3);
  }
  .rank strong.good {
    color: var(--erfara-positive);
  }
  .rank strong.bad {
    color: var(--erfara-danger);
  }
  .sides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
    gap: var(--erfara-space-3);
    font-size: var(--erfara-text-s);
  }
  .sides ol {
    padding-left: 20px;
    list-style: decimal;
  }
  .versions li, .related li {
    display: grid;
    justify-items: start;
    gap: 4px;
    padding-bottom: var(--erfara-space-3);
    border-bottom: 1px solid var(--erfara-line);
  }
  .versions .diff, .blame pre, .against, .against select {
    justify-self: stretch;
    min-width: 0;
    max-width: 100%;
  }
  .against {
    display: grid;
    gap: 4px;
  }
  .blame pre {
    margin: 0;
    font-size: var(--erfara-text-xs);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .that-day {
    display: grid;
    gap: var(--erfara-space-2);
    margin-bottom: var(--erfara-space-4);
    padding-bottom: var(--erfara-space-4);
    border-bottom: 1px solid var(--erfara-line);
  }
  .that-day label {
    font-weight: 600;
  }
  .that-day .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--erfara-space-2);
  }
  .that-day .box {
    margin-top: var(--erfara-space-2);
  }
  .judged {
    margin: 4px 0 var(--erfara-space-2);
    padding-left: var(--erfara-space-3);
    border-left: 2px solid var(--erfara-line);
    font-size: var(--erfara-text-s);
  }
  .gained {
    color: var(--erfara-positive);
    font-weight: 600;
  }
  .lost {
    color: var(--erfara-danger);
    font-weight: 600;
  }
  .fails {
    color: var(--erfara-warning);
  }
  section > h3 {
    margin-bottom: 4px;
  }
  dialog.merge {
    width: min(1200px, calc(100vw - 24px));
  }
  .merge-pane {
    height: 56vh;
    border: 1px solid var(--erfara-line);
    border-radius: var(--erfara-radius);
    overflow: auto;
  }
  .merge-names {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 26px;
  }
  .cm-merge-revert {
    width: 26px;
  }
  .cm-merge-revert button {
    min-height: 24px;
    width: 24px;
    padding: 0;
    justify-content: center;
    border-radius: 4px;
  }
  .switch {
    display: none;
  }
  .new {
    display: grid;
    gap: var(--erfara-space-4);
    max-width: 640px;
  }
  .new .head {
    margin: 0;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
    gap: var(--erfara-space-3);
  }
  @media (max-width: 800px) {
    .merge-names {
      display: none;
    }
  }
  @media (max-width: 960px) {
    .switch {
      display: flex;
      padding: var(--erfara-space-2) var(--erfara-space-4) 0;
    }
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
    .two.writing .side, .two:not(.writing) .left {
      display: none;
    }
    .left {
      border-right: 0;
    }
  }
  @media (max-width: 1200px) {
    .form {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .form .title {
      grid-column: 1 / -1;
    }
  }
  @media (max-width: 640px) {
    .bar, .form, .panel {
      padding-inline: var(--erfara-space-3);
    }
    .problems li {
      grid-template-columns: auto auto;
    }
    .problems li p {
      grid-column: 1 / -1;
    }
  }
`;
