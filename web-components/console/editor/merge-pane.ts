import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { merge } from 'node-diff3';
import type { SaveConflict } from '../../../server/http/contract.ts';
import { writing } from './code-pane.ts';

export interface MergePaneOptions {
  parent: HTMLElement;
  root: ShadowRoot;
  lang: string;
  phrases: Record<string, string>;
  labels: { theirs: string; yours: string; take: string };
}

/** Below this there is no room for two texts side by side. */
const NARROW = 720;
/** Lines shown around a difference, and as many as are worth hiding. */
const COLLAPSED = { margin: 2, minSize: 4 };

/** What of two people's changes fits together; where it does not, one's own stands. */
export function startFrom({ base, theirs, yours }: SaveConflict): string {
  if (base === null || theirs === null) return yours;
  const { conflict, result } = merge(yours.split('\n'), base.split('\n'), theirs.split('\n'), {
    excludeFalseConflicts: true,
  });
  if (!conflict) return result.join('\n');
  const kept: string[] = [];
  let side: 'both' | 'yours' | 'theirs' = 'both';
  for (const line of result) {
    if (line.startsWith('<<<<<<<')) side = 'yours';
    else if (line.startsWith('=======') && side === 'yours') side = 'theirs';
    else if (line.startsWith('>>>>>>>') && side === 'theirs') side = 'both';
    else if (side !== 'theirs') kept.push(line);
  }
  return kept.join('\n');
}

/** Theirs and yours, side by side or (in little room) in one text; answers what stands in yours. */
export class MergePane {
  readonly #view: MergeView | EditorView;

  constructor(conflict: SaveConflict, options: MergePaneOptions) {
    const { parent, root, lang, phrases, labels } = options;
    const theirs = conflict.theirs ?? '';
    const mine = writing({ label: labels.yours, phrases, lang });
    const doc = startFrom(conflict);
    if (parent.clientWidth < NARROW) {
      const state = EditorState.create({
        doc,
        extensions: [mine, unifiedMergeView({ original: theirs, collapseUnchanged: COLLAPSED })],
      });
      this.#view = new EditorView({ parent, root, state });
      return;
    }
    this.#view = new MergeView({
      ...{ parent, root },
      a: { doc: theirs, extensions: [writing({ label: labels.theirs, phrases, lang }), EditorState.readOnly.of(true)] },
      b: { doc, extensions: mine },
      revertControls: 'a-to-b',
      renderRevertControl: () => {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = '→';
        button.title = labels.take;
        button.setAttribute('aria-label', labels.take);
        return button;
      },
      collapseUnchanged: COLLAPSED,
    });
  }

  get text(): string {
    return (this.#view instanceof MergeView ? this.#view.b : this.#view).state.doc.toString();
  }

  focus(): void {
    (this.#view instanceof MergeView ? this.#view.b : this.#view).focus();
  }

  destroy(): void {
    this.#view.destroy();
  }
}
