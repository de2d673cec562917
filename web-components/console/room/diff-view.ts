import { css, html, nothing, type TemplateResult } from 'lit';
import type { DiffPart } from '../../../server/http/contract.ts';
import { type Words, wordDiff } from './line-diff.ts';

export interface DiffWords {
  removed: string;
  added: string;
}

/** A difference, line by line, with the words that changed marked within their lines. */
export function diffView(parts: DiffPart[], words: DiffWords): TemplateResult {
  return html`<div class="diff code">${parts.map((part, i) => {
    const before = parts[i - 1];
    const gap = part.kind === 'same' && before?.kind === 'same';
    return html`${gap ? html`<div class="gap" aria-hidden="true"></div>` : nothing}${linesOf(part, parts, i).map(
      (line) => html`<div class=${part.kind}><span class="sign" aria-hidden="true">${SIGNS[part.kind]}</span>
        ${part.kind === 'same' ? nothing : html`<span class="sr">${part.kind === 'added' ? words.added : words.removed}: </span>`}<span>${line}</span></div>`,
    )}`;
  })}</div>`;
}

const SIGNS = { same: '', added: '+', removed: '−' };

function linesOf(part: DiffPart, parts: DiffPart[], i: number): (string | TemplateResult[])[] {
  const other = part.kind === 'removed' ? parts[i + 1] : parts[i - 1];
  const paired = part.kind === 'removed' ? other?.kind === 'added' : other?.kind === 'removed';
  if (part.kind === 'same' || !other || !paired || other.lines.length !== part.lines.length) return part.lines;
  return part.lines.map((line, at) => {
    const there = other.lines[at] ?? '';
    const found = part.kind === 'removed' ? wordDiff(line, there)?.before : wordDiff(there, line)?.after;
    return found ? found.map(marked) : line;
  });
}

function marked({ text, own }: Words): TemplateResult {
  return own ? html`<mark>${text}</mark>` : html`${text}`;
}

export const diffStyles = css`
  .diff {
    border: 1px solid var(--erfara-line);
    border-radius: var(--erfara-radius);
    background: var(--erfara-raised);
    font-size: var(--erfara-text-xs);
    line-height: 1.6;
    overflow: hidden;
  }
  .diff > div {
    display: flex;
    gap: 8px;
    padding: 0 8px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    min-height: 1.6em;
  }
  .diff .sign {
    flex: none;
    width: 10px;
    font-weight: 600;
    text-align: center;
    user-select: none;
  }
  .diff .same {
    color: var(--erfara-muted);
  }
  .diff .added {
    background: color-mix(in oklab, var(--erfara-positive) 13%, var(--erfara-raised));
  }
  .diff .removed {
    background: color-mix(in oklab, var(--erfara-danger) 8%, var(--erfara-raised));
  }
  .diff mark {
    color: inherit;
    border-radius: 2px;
    background: color-mix(in oklab, var(--erfara-positive) 26%, var(--erfara-raised));
  }
  .diff .removed mark {
    background: color-mix(in oklab, var(--erfara-danger) 22%, var(--erfara-raised));
  }
  .diff > .gap {
    min-height: 8px;
    border-block: 1px dashed var(--erfara-line);
    background: var(--erfara-sunken);
  }
`;
