import { css } from 'lit';

export const editorStyles = css`
  :host {
    height: 100%;
  }
  .editor {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px var(--erfara-space-2);
    padding: var(--erfara-space-2) var(--erfara-space-4);
    border-bottom: 1px solid var(--erfara-line);
  }
  .bar .id {
    max-width: 40ch;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bar .back {
    font-size: var(--erfara-text-s);
  }
  .bar .langs a {
    display: inline-block;
    min-width: 28px;
    padding: 4px 6px;
    border-radius: 4px;
    color: var(--erfara-muted);
    font-size: var(--erfara-text-xs);
    text-align: center;
    text-decoration: none;
  }
  .bar .langs a[aria-current='true'] {
    background: var(--erfara-accent-soft);
    color: var(--erfara-accent);
    font-weight: 600;
  }
  .bar .langs .stale {
    color: var(--erfara-warning);
    text-decoration: underline dotted;
  }
  .wrong {
    color: var(--erfara-danger);
  }
  .editor > .notice {
    margin: var(--erfara-space-2) var(--erfara-space-4) 0;
  }
  .two {
    flex: 1;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1.15fr) minmax(0, 1fr);
    min-height: 0;
  }
  .left {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    border-right: 1px solid var(--erfara-line);
  }
  .code-pane {
    flex: 1;
    min-height: 160px;
    overflow: hidden;
  }
  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 150px 150px;
    gap: var(--erfara-space-2) var(--erfara-space-3);
    padding: var(--erfara-space-3) var(--erfara-space-4);
    border-bottom: 1px solid var(--erfara-line);
  }
  .form details {
    grid-column: 1 / -1;
  }
  summary {
    width: fit-content;
    max-width: 100%;
    min-height: 24px;
    padding-block: 2px;
    font-size: var(--erfara-text-s);
    font-weight: 600;
    cursor: pointer;
  }
  summary .muted {
    margin-left: var(--erfara-space-2);
    font-weight: 400;
  }
  .form .more {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--erfara-space-2) var(--erfara-space-3);
    max-height: 44vh;
    padding: var(--erfara-space-2) 2px 2px;
    overflow: auto;
  }
  .form .wide {
    grid-column: 1 / -1;
  }
  .form input, .form textarea {
    width: 100%;
  }
  .strip {
    display: flex;
    align-items: flex-start;
    gap: var(--erfara-space-2);
    padding: 2px var(--erfara-space-2) 2px var(--erfara-space-4);
    border-top: 1px solid var(--erfara-line);
    background: var(--erfara-surface);
    font-size: var(--erfara-text-s);
  }
  .strip button {
    min-height: 28px;
  }
  .problems {
    flex: 1;
    min-width: 0;
  }
  .problems summary {
    padding-block: 4px;
    font-weight: 400;
    color: var(--erfara-muted);
  }
  .problems ul {
    display: grid;
    gap: 6px;
    max-height: 32vh;
    padding-block: 4px 8px;
    overflow: auto;
  }
  .problems li {
    display: grid;
    grid-template-columns: 76px auto minmax(0, 1fr) auto;
    align-items: start;
    gap: var(--erfara-space-2);
  }
  .problems .badge {
    justify-self: start;
    margin-top: 2px;
  }
  .side {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    background: var(--erfara-surface);
  }
  .tabs {
    flex: none;
    display: flex;
    gap: 2px;
    padding: 0 var(--erfara-space-3);
    border-bottom: 1px solid var(--erfara-line);
    overflow-x: auto;
  }
  .tabs button {
    flex: none;
    min-height: 38px;
    padding: 0 10px;
    border: 0;
    border-bottom: 2px solid transparent;
    border-radius: 0;
    background: none;
    color: var(--erfara-muted);
  }
  .tabs button[aria-selected='true'] {
    border-bottom-color: var(--erfara-accent);
    color: var(--erfara-text);
    font-weight: 600;
  }
  .tabs button:focus-visible {
    outline-offset: -3px;
  }
  .panel {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: var(--erfara-space-3);
    min-height: 0;
    padding: var(--erfara-space-3) var(--erfara-space-4) var(--erfara-space-6);
    overflow: auto;
  }
  .panel > * {
    flex: none;
  }
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
  .versions .diff {
    justify-self: stretch;
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
    display: flex;
    justify-content: space-between;
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
  @media (max-width: 640px) {
    .bar, .form, .panel {
      padding-inline: var(--erfara-space-3);
    }
    .form {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .form .title {
      grid-column: 1 / -1;
    }
    .problems li {
      grid-template-columns: auto auto;
    }
    .problems li p {
      grid-column: 1 / -1;
    }
  }
`;
