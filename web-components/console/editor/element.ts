import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { curationOf } from '../../client/curation.ts';
import { defineElement } from '../../define-element.ts';
import { panelWords } from '../../suggest/strings/strings.ts';
import { tokens } from '../../tokens.ts';
import { languageOf } from '../../words.ts';
import { diffStyles } from '../room/diff-view.ts';
import { RoomElement } from '../room/room-element.ts';
import { roomStyles } from '../room/room-styles.ts';
import { sheetStyles } from '../room/sheet-styles.ts';
import { editorPath } from '../shell/routes.ts';
import { barView } from './bar-view.ts';
import type { CodePane } from './code-pane.ts';
import { EditorController } from './controller.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { formView } from './form-view.ts';
import { frontMatterOf, type Splice, setField } from './front-matter.ts';
import type { EditorHost } from './host.ts';
import type { MergePane } from './merge-pane.ts';
import { type NewArticle, newView } from './new-view.ts';
import { phrasesOf } from './phrases.ts';
import { problemsView } from './problems-view.ts';
import { saveView } from './save-view.ts';
import { SidePane } from './side-pane.ts';
import { sideStyles } from './side-styles.ts';
import { idFrom, newMarkdown } from './skeleton.ts';
import { type EditorWords, editorWords } from './strings/strings.ts';
import { editorStyles } from './styles.ts';

class EditorRoom extends RoomElement<EditorWords> {
  static override styles = [tokens, roomStyles, sheetStyles, diffStyles, editorStyles, sideStyles];

  protected override readonly words = editorWords;
  readonly #controller = new EditorController({
    desk: this.desk,
    search: (input, signal) => this.client.search(input, signal),
    channels: () => this.bank.desk.channels.map(({ code }) => code),
    exists: (id) => this.bank.row(id) !== null,
    changed: () => this.requestUpdate(),
    replaced: (text) => this.#pane?.open(text, !this.#asText),
  });
  readonly #side = new SidePane(() => this.#host);
  #pane: CodePane | null = null;
  #fetching = false;
  #merge: MergePane | null = null;
  #asText = false;
  #writing = true;
  #new: NewArticle | null = null;
  #failure: unknown = null;
  #marked: unknown = null;
  #stop: (() => void) | null = null;

  get #host(): EditorHost {
    const { strings, common, bank, desk, shell } = this;
    return {
      ...{ controller: this.#controller, strings, common, lang: languageOf(this), bank, desk, shell },
      set: (key, value) => {
        const splice = setField(this.#controller.text, key, value);
        if (splice) this.#pane?.splice(splice);
      },
      apply: (splice) => this.#apply(splice),
      goTo: (offset) => this.#goTo(offset),
      article: (id, where) => this.client.article(id, where),
      confirm: () => void this.#confirm(),
      said: (failure) => this.said(failure),
      requestUpdate: () => this.requestUpdate(),
    };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.bank.listen(() => {
      const { phase, preview, market } = this.#controller;
      // The channels came after the text: their replies are still to be asked for.
      const fewer = (preview.output?.replies.length ?? 0) < this.bank.desk.channels.length;
      if (phase === 'ready' && !preview.pending && fewer) this.#controller.previewIn(market);
      this.requestUpdate();
    });
    addEventListener('keydown', this.#onKey);
    addEventListener('pagehide', this.#leave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    removeEventListener('keydown', this.#onKey);
    removeEventListener('pagehide', this.#leave);
    this.#controller.stop();
    this.#pane?.destroy();
    this.#pane = null;
  }

  protected override async scheduleUpdate(): Promise<void> {
    await panelWords.load(languageOf(this));
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const [id = '', lang = ''] = this.path;
    const { name } = this.#controller;
    if (changed.has('query') && this.query.at) {
      this.#side.reset(null, this.query.at);
      this.#writing = false;
    }
    if (!changed.has('path') || (id === name.id && lang === name.lang)) return;
    this.#pane?.destroy();
    this.#pane = null;
    this.#new = id === 'new' ? this.#blank() : null;
    this.#failure = null;
    if (this.#new) this.#controller.stop();
    else void this.#controller.open({ id, lang }, this.query.folder ?? null);
    this.#side.reset(this.query.beside ?? null, this.query.at ?? null);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const controller = this.#controller;
    if (controller.phase === 'ready' && !this.#new && !this.#pane) void this.#mount();
    const { output } = controller.checks;
    if (this.#pane && output !== this.#marked) {
      this.#marked = output;
      const by = { strings: this.strings, apply: (splice: Splice) => this.#apply(splice) };
      if (!controller.checks.pending) this.#pane.show(diagnosticsOf(controller.problems, controller.text, by));
    }
    this.#dialog('.save', controller.sheet !== null);
    this.#dialog('.merge', controller.conflict !== null);
    if (controller.conflict && !this.#merge) void this.#mountMerge();
    if (!controller.conflict && this.#merge) {
      this.#merge.destroy();
      this.#merge = null;
    }
  }

  protected override render(): TemplateResult {
    if (this.#new) return this.#newView(this.#new);
    const { strings } = this;
    const controller = this.#controller;
    const host = this.#host;
    const { phase, fields, sheet } = controller;
    const ready = phase === 'ready';
    return html`<div class="editor">
      ${ready ? barView(host) : nothing}
      ${phase === 'loading' ? html`<div class="page" role="img" aria-label=${this.common.loading}>${[1, 2, 3].map(() => html`<div class="skeleton"></div>`)}</div>` : nothing}
      ${phase === 'gone' ? html`<div class="empty"><p>${strings.gone}</p><a href="#/articles">${strings.articles}</a></div>` : nothing}
      ${phase === 'failed' ? html`<div class="page">${this.failed(controller.failure, () => void controller.open(controller.name, controller.folder))}</div>` : nothing}
      <div class="switch pills" role="group" aria-label=${strings.side} ?hidden=${!ready}>${[true, false].map(
        (writing) =>
          html`<button type="button" aria-pressed=${this.#writing === writing} @click=${() => this.#show(writing)}>${writing ? strings.write : strings.side}</button>`,
      )}</div>
      <div class="two ${this.#writing ? 'writing' : ''}" ?hidden=${!ready}>
        <div class="left">
          ${ready && !this.#asText ? (fields ? formView(host, fields) : html`<p class="notice bad">${strings.brokenFields}</p>`) : nothing}
          <div class="code-pane"></div>
          ${ready ? html`<div class="strip">${problemsView(host)}<button type="button" class="quiet" aria-pressed=${this.#asText} @click=${this.#toggleText}>${this.#asText ? strings.asForm : strings.asText}</button></div>` : nothing}
        </div>
        ${ready ? this.#side.view(host) : nothing}
      </div>
      <dialog class="save" aria-labelledby="save-title" @close=${() => controller.sheet && controller.closeSheet()}>${sheet ? saveView(host, sheet, (reason) => void this.#save(reason)) : nothing}</dialog>
      <dialog class="merge" aria-labelledby="merge-title" @close=${() => controller.conflict && controller.putOff()}>
        <div class="sheet"><h2 id="merge-title">${strings.conflict}</h2><p class="muted">${strings.conflictMeans}</p>
          <div class="merge-names label"><span>${strings.theirs}</span><span>${strings.yours}</span></div>
          <div class="merge-pane"></div></div>
        <footer><button type="button" class="main" @click=${this.#resolve}>${strings.useResult}</button>
          <button type="button" @click=${() => controller.putOff()}>${strings.putOff}</button></footer>
      </dialog>
    </div>`;
  }

  #newView(draft: NewArticle): TemplateResult {
    const { strings, common, bank } = this;
    return newView({
      ...{ strings, common, bank, draft, lang: languageOf(this), failure: this.failed(this.#failure) },
      change: (more) => {
        this.#new = { ...draft, ...more };
        this.requestUpdate();
      },
      begin: () => void this.#begin(draft),
    });
  }

  #blank(): NewArticle {
    const { title = '', lang = languageOf(this) } = this.query;
    return { title, id: '', lang, kind: 'faq', folder: 'articles' };
  }

  /** A new article is a draft from its first word on. */
  async #begin(draft: NewArticle): Promise<void> {
    const { title, lang, kind, folder } = draft;
    const id = draft.id || idFrom(title);
    try {
      const markdown = newMarkdown({ id, lang, title: title.trim(), kind }, this.bank.desk);
      await this.desk.keepDraft({ id, lang }, { markdown, base: null });
      this.shell.go(editorPath(id, lang, folder ? { folder } : {}));
    } catch (failure) {
      this.#failure = failure;
      this.requestUpdate();
    }
  }

  async #mount(): Promise<void> {
    const parent = this.renderRoot.querySelector<HTMLElement>('.code-pane');
    if (!parent || this.#fetching) return;
    this.#fetching = true;
    const { CodePane } = await import('./code-pane.ts');
    this.#fetching = false;
    if (!this.isConnected || this.#pane) return;
    const { strings } = this;
    this.#pane = new CodePane({
      ...{ parent, root: this.renderRoot as ShadowRoot, label: strings.text, folded: strings.properties },
      ...{ lang: this.#controller.name.lang, phrases: phrasesOf(strings) },
      facts: async () => (await this.desk.facts()).facts,
      changed: (text) => this.#controller.change(text),
    });
    this.#pane.open(this.#controller.text, !this.#asText);
    this.#marked = null;
    this.requestUpdate();
  }

  async #mountMerge(): Promise<void> {
    const parent = this.renderRoot.querySelector<HTMLElement>('.merge-pane');
    const { MergePane } = await import('./merge-pane.ts');
    const { conflict, name } = this.#controller;
    if (!parent || !conflict || this.#merge) return;
    const { theirs, yours, takeTheirs: take } = this.strings;
    this.#merge = new MergePane(conflict, {
      ...{ parent, root: this.renderRoot as ShadowRoot, lang: name.lang, phrases: phrasesOf(this.strings) },
      labels: { theirs, yours, take },
    });
    this.#merge.focus();
  }

  #dialog(selector: string, open: boolean): void {
    const dialog = this.renderRoot.querySelector<HTMLDialogElement>(`dialog${selector}`);
    if (open && !dialog?.open) dialog?.showModal();
    if (!open && dialog?.open) dialog.close();
  }

  async #save(reason: string): Promise<void> {
    const output = await this.#controller.save(reason);
    if (!output) return;
    const { strings } = this;
    const { what } = output;
    const said = { created: strings.whatCreated, merged: strings.whatMerged, proposed: strings.whatProposed };
    this.shell.toast(said[what as keyof typeof said] ?? strings.whatChanged);
    this.#side.reset(null);
    void this.bank.read();
    this.#pane?.focus();
  }

  async #confirm(): Promise<void> {
    const { name, source, folder } = this.#controller;
    if (!source) return;
    try {
      await curationOf(this.client).confirm({ ...name, etag: source.etag });
      await this.#controller.open(name, folder);
    } catch (failure) {
      this.shell.toast(this.said(failure));
    }
  }

  #apply(splice: Splice): void {
    this.#pane?.splice(splice);
  }

  #goTo(offset: number): void {
    const matter = frontMatterOf(this.#controller.text);
    if (!this.#asText && matter && offset < matter.to) this.#toggleText();
    this.#show(true);
    void this.updateComplete.then(() => this.#pane?.goTo(offset));
  }

  #show(writing: boolean): void {
    this.#writing = writing;
    this.requestUpdate();
  }

  readonly #toggleText = (): void => {
    this.#asText = !this.#asText;
    this.#pane?.fold(!this.#asText);
    this.requestUpdate();
  };

  readonly #resolve = (): void => {
    const text = this.#merge?.text;
    if (text !== undefined) void this.#controller.resolve(text);
  };

  readonly #leave = (): void => void this.#controller.drafts.flush(true);

  readonly #onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    const controller = this.#controller;
    if (controller.unsaved && !controller.sheet && !controller.conflict && !this.#new) void controller.prepareSave();
  };
}

defineElement('erfara-console-editor', EditorRoom);
