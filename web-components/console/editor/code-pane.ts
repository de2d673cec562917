import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { yamlFrontmatter } from '@codemirror/lang-yaml';
import { codeFolding, foldEffect, HighlightStyle, syntaxHighlighting, unfoldEffect } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { completions, type KnownFact } from './completions.ts';
import type { Splice } from './front-matter.ts';
import { frontMatterOf } from './front-matter.ts';

const highlighting = HighlightStyle.define([
  { tag: tags.heading, color: 'var(--erfara-accent)', fontWeight: '600' },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--erfara-accent)' },
  { tag: [tags.link, tags.url], color: 'var(--erfara-accent)' },
  { tag: tags.strong, fontWeight: '600' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: [tags.processingInstruction, tags.meta, tags.comment], color: 'var(--erfara-muted)' },
]);

const theme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--erfara-raised)', fontSize: 'var(--erfara-text-m)' },
  // An outline would lie below the line numbers.
  '&.cm-focused': { outline: 'none' },
  '&.cm-focused::after': {
    ...{ content: '""', position: 'absolute', inset: '0', zIndex: '201' },
    ...{ border: '2px solid var(--erfara-accent)', pointerEvents: 'none' },
  },
  '.cm-scroller': { fontFamily: 'var(--erfara-font)', lineHeight: '1.6' },
  '.cm-content': { padding: '12px 0 40vh', caretColor: 'var(--erfara-text)' },
  '.cm-line': { padding: '0 16px 0 8px' },
  '.cm-cursor': { borderLeftColor: 'var(--erfara-text)' },
  '.cm-gutters': { backgroundColor: 'var(--erfara-raised)', color: 'var(--erfara-muted)', border: '0' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in oklab, var(--erfara-text) 3%, transparent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--erfara-accent-soft)',
  },
  '.cm-foldPlaceholder': {
    background: 'var(--erfara-sunken)',
    border: '1px solid var(--erfara-line)',
    color: 'var(--erfara-muted)',
    padding: '0 8px',
  },
  '.cm-tooltip, .cm-panels': {
    background: 'var(--erfara-surface)',
    color: 'var(--erfara-text)',
    border: '1px solid var(--erfara-line)',
  },
  '.cm-panels input, .cm-panels button': { fontSize: 'var(--erfara-text-s)', backgroundImage: 'none' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--erfara-accent)',
    color: 'var(--erfara-accent-text)',
  },
  '.cm-diagnosticAction': { background: 'var(--erfara-accent)', color: 'var(--erfara-accent-text)' },
  '.cm-diagnostic': { maxWidth: '480px' },
  '.cm-collapsedLines': { background: 'var(--erfara-sunken)', color: 'var(--erfara-muted)', cursor: 'pointer' },
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '""' },
  '.cm-deletedChunk': { background: 'color-mix(in oklab, var(--erfara-danger) 8%, transparent)' },
  '.cm-chunkButtons button': {
    minHeight: '24px',
    background: 'var(--erfara-accent)',
    color: 'var(--erfara-accent-text)',
  },
});

export interface CodePaneOptions {
  parent: HTMLElement;
  root: ShadowRoot;
  /** What a reader of the screen hears. */
  label: string;
  /** What stands for the front matter while a form shows it. */
  folded: string;
  lang: string;
  /** Words of CodeMirror's own controls, by its English ones. */
  phrases: Record<string, string>;
  facts(): Promise<KnownFact[]>;
  changed(text: string): void;
}

/** Chromium carries the style of a selection over to what is typed in its place, inline, which a strict policy reports. */
const typesOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data, inputType, isComposing } = event;
    const { ranges } = view.state.selection;
    const plain = inputType === 'insertText' && data && !isComposing && !view.state.readOnly;
    if (!plain || ranges.every(({ empty }) => empty)) return false;
    view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
    return true;
  },
});

/** How a text is written: Markdown with front matter, findings in the margin. */
export function writing(options: Pick<CodePaneOptions, 'label' | 'phrases' | 'lang'>): Extension {
  return [
    history(),
    drawSelection(),
    typesOver,
    EditorView.lineWrapping,
    yamlFrontmatter({ content: markdown() }),
    syntaxHighlighting(highlighting),
    theme,
    EditorState.phrases.of(options.phrases),
    EditorView.contentAttributes.of({
      'aria-label': options.label,
      lang: options.lang,
      spellcheck: 'true',
      tabindex: '0',
    }),
    keymap.of([...lintKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
  ];
}

/** The text's editor. Its styles are constructed sheets of the shadow root, which a strict policy lets through. */
export class CodePane {
  readonly #view: EditorView;
  readonly #state: (doc: string) => EditorState;
  #quiet = false;

  constructor(options: CodePaneOptions) {
    const { parent, root, folded, changed } = options;
    const extensions = [
      lineNumbers(),
      lintGutter(),
      highlightActiveLine(),
      search({ top: true }),
      completions(options.facts),
      codeFolding({ placeholderText: folded }),
      new Compartment().of(writing(options)),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !this.#quiet) changed(update.state.doc.toString());
      }),
    ];
    this.#state = (doc) => EditorState.create({ doc, extensions });
    this.#view = new EditorView({ parent, root, state: this.#state('') });
  }

  /** Another text: nothing of the one before can be undone into it. */
  open(text: string, folded: boolean): void {
    this.#quiet = true;
    this.#view.setState(this.#state(text));
    this.#quiet = false;
    this.fold(folded);
  }

  /** A change by a form or a button; it is undone like any other. */
  splice({ from, to, insert }: Splice): void {
    this.#view.dispatch({ changes: { from, to, insert } });
  }

  /** Hides the front matter, which a form shows then, or shows it as it is written. */
  fold(folded: boolean): void {
    const matter = frontMatterOf(this.#view.state.doc.toString());
    if (!matter) return;
    const range = { from: matter.from - 1, to: matter.to + 3 };
    this.#view.dispatch({ effects: (folded ? foldEffect : unfoldEffect).of(range) });
  }

  show(findings: Diagnostic[]): void {
    const length = this.#view.state.doc.length;
    const inside = findings.filter(({ to }) => to <= length);
    this.#view.dispatch(setDiagnostics(this.#view.state, inside));
  }

  goTo(offset: number): void {
    this.#view.dispatch({
      selection: { anchor: Math.min(offset, this.#view.state.doc.length) },
      effects: EditorView.scrollIntoView(offset, { y: 'center' }),
    });
    this.focus();
  }

  focus(): void {
    this.#view.focus();
  }

  destroy(): void {
    this.#view.destroy();
  }
}
