import type {
  CheckInput,
  CheckOutput,
  Draft,
  PreviewOutput,
  Problem,
  SaveConflict,
  SaveOutput,
  SearchInput,
  SearchOutput,
  SearchResult,
  SourceOutput,
} from '../../../server/http/contract.ts';
import type { Desk, TextName } from '../../client/desk.ts';
import { Latest } from '../../client/latest.ts';
import { DraftKeeper } from './drafts.ts';
import { frontMatterOf } from './front-matter.ts';
import { draftOf, orNone, relatedWords } from './opening.ts';
import { checkSheet, openSheet, type SaveSheet, save } from './saving.ts';
import { Soon } from './soon.ts';

export interface EditorDeps {
  desk: Desk;
  search: (input: SearchInput, signal: AbortSignal) => Promise<SearchOutput>;
  /** Channels whose replies are previewed. */
  channels: () => string[];
  /** Whether an article of this id is there, in any language. */
  exists: (id: string) => boolean;
  changed: () => void;
  /** The text in the editor is to be another one: it was opened, restored, merged or saved. */
  replaced: (text: string) => void;
}

/** One text being written: its draft, what is found in it, how it looks, and its way into the bank. */
export class EditorController {
  phase: 'loading' | 'ready' | 'gone' | 'failed' = 'loading';
  name: TextName = { id: '', lang: '' };
  /** As it stands in the bank; null for a new text. */
  source: SourceOutput | null = null;
  text = '';
  failure: unknown = null;
  /** The draft that was gone on with, until it is saved or discarded. */
  restored: Draft | null = null;
  /** Somebody else's proposal, to decide on. */
  proposal: Draft | null = null;
  conflict: SaveConflict | null = null;
  sheet: SaveSheet | null = null;
  messages: string[] = [];
  folder: string | null = null;
  market = '';
  readonly drafts: DraftKeeper;
  readonly checks: Soon<CheckInput, CheckOutput>;
  readonly preview: Soon<string, PreviewOutput>;
  readonly related: Soon<string, SearchResult[]>;
  readonly #deps: EditorDeps;
  readonly #opening = new Latest();
  readonly #saving = new Latest();
  #base: string | null = null;
  #relatedTo = '';

  constructor(deps: EditorDeps) {
    this.#deps = deps;
    const { desk, changed } = deps;
    this.drafts = new DraftKeeper(desk, changed);
    this.checks = new Soon(700, (input, signal) => desk.check(input, signal), changed);
    this.preview = new Soon(
      200,
      (markdown, signal) =>
        desk.preview(
          { ...this.name, markdown, channels: deps.channels(), ...(this.market ? { market: this.market } : {}) },
          signal,
        ),
      changed,
    );
    this.related = new Soon(
      500,
      async (q, signal) => (await deps.search({ q, limit: 8, reads: [this.name.lang] }, signal)).results,
      changed,
    );
  }

  get unsaved(): boolean {
    return this.phase === 'ready' && this.text !== (this.source?.markdown ?? '');
  }

  get fields(): Record<string, unknown> | null {
    return frontMatterOf(this.text)?.fields ?? null;
  }

  /** Findings in this text, as the last check saw it. */
  get problems(): Problem[] {
    const { id, lang } = this.name;
    const path = this.source?.path;
    return (this.checks.output?.problems ?? []).filter(
      (problem) => path === undefined || problem.path === path || problem.path.endsWith(`/${id}.${lang}.md`),
    );
  }

  async open(name: TextName, folder: string | null): Promise<void> {
    const { desk, changed } = this.#deps;
    this.stop();
    Object.assign(this, {
      name,
      folder,
      phase: 'loading',
      source: null,
      restored: null,
      proposal: null,
      conflict: null,
    });
    Object.assign(this, { sheet: null, failure: null, messages: [] });
    changed();
    try {
      const found = await this.#opening.run((signal) =>
        Promise.all([orNone(desk.source(name, signal)), draftOf(desk, name, signal)]),
      );
      if (found) this.#begin(...found);
    } catch (failure) {
      Object.assign(this, { phase: 'failed', failure });
    }
    changed();
  }

  #begin(source: SourceOutput | null, draft: Draft | null): void {
    this.source = source;
    const own = draft?.mine && draft.markdown !== source?.markdown ? draft : null;
    if (draft?.mine && !own) void this.drafts.discard(this.name);
    this.proposal = draft && !draft.mine ? draft : null;
    if (!source && !own && !this.proposal) {
      this.phase = 'gone';
      return;
    }
    this.restored = own && source ? own : null;
    this.phase = 'ready';
    this.#base = own?.base ?? source?.etag ?? null;
    this.#replace(own?.markdown ?? source?.markdown ?? this.proposal?.markdown ?? '');
  }

  /** The editor's text changed under its hands. */
  change(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.#keep();
    this.#look(true);
    this.#deps.changed();
  }

  /** The saved text again; what was written is gone for good. */
  async discardDraft(): Promise<void> {
    this.restored = null;
    this.#base = this.source?.etag ?? null;
    this.#replace(this.source?.markdown ?? '');
    this.#deps.changed();
    await this.drafts.discard(this.name);
  }

  /** Goes on with what somebody proposed; it is kept as the reader's own draft from the next change on. */
  takeProposal(): void {
    if (!this.proposal) return;
    this.#base = this.proposal.base ?? this.source?.etag ?? null;
    this.#replace(this.proposal.markdown);
    this.proposal = null;
    this.#deps.changed();
  }

  tryMessages(messages: string[]): void {
    this.messages = messages;
    void this.checks.now(this.#checkInput());
  }

  previewIn(market: string): void {
    this.market = market;
    void this.preview.now(this.text);
  }

  async prepareSave(): Promise<void> {
    const { name, text, folder, source } = this;
    const newArticle = source === null && !this.#deps.exists(name.id);
    const saving = { name, markdown: text, before: source?.markdown ?? '', etag: this.#base, newArticle, folder };
    await this.#check(openSheet(saving));
  }

  closeSheet(): void {
    this.#saving.stop();
    this.sheet = null;
    this.#deps.changed();
  }

  /** Answers what was saved; null when it was not, and why stands in the sheet or in `conflict`. */
  async save(reason: string): Promise<SaveOutput | null> {
    const { sheet } = this;
    if (sheet?.phase !== 'ready') return null;
    this.sheet = { ...sheet, phase: 'saving' };
    this.#deps.changed();
    const result = await save(this.#deps.desk, sheet, reason);
    if (result.kind === 'saved') await this.#saved(sheet.saving.markdown, result.output);
    else if (result.kind === 'look-again') this.sheet = result.sheet;
    else {
      this.conflict = result.conflict;
      this.sheet = null;
    }
    this.#deps.changed();
    return result.kind === 'saved' ? result.output : null;
  }

  /** What came of two people's texts; it is saved over the one that stands there now. */
  async resolve(markdown: string): Promise<void> {
    const { conflict } = this;
    if (!conflict) return;
    this.#base = conflict.etag;
    const theirs = conflict.theirs ?? '';
    if (this.source && conflict.etag) this.source = { ...this.source, markdown: theirs, etag: conflict.etag };
    this.conflict = null;
    this.#replace(markdown);
    this.#keep();
    await this.prepareSave();
  }

  /** Back to writing; the conflict comes again with the next save. */
  putOff(): void {
    this.conflict = null;
    this.#deps.changed();
  }

  /** The page goes away, or another text comes. */
  stop(): void {
    void this.drafts.flush(true);
    this.#opening.stop();
    this.#saving.stop();
    for (const each of [this.checks, this.preview, this.related]) {
      each.stop();
      Object.assign(each, { output: null, failure: null });
    }
    this.#relatedTo = '';
  }

  async #check(sheet: SaveSheet): Promise<void> {
    this.sheet = sheet;
    this.#deps.changed();
    const checked = await this.#saving.run((signal) => checkSheet(this.#deps.desk, sheet, signal));
    if (!checked || !this.sheet) return;
    this.sheet = checked;
    if (checked.check) this.checks.output = { ...checked.check, messages: this.checks.output?.messages ?? [] };
    this.#deps.changed();
  }

  async #saved(sent: string, output: SaveOutput): Promise<void> {
    const markdown = output.markdown ?? sent;
    this.sheet = null;
    if (output.what === 'proposed') {
      this.drafts.forget();
      return;
    }
    this.restored = null;
    const { id, lang } = this.name;
    const kept = this.source ?? { requestId: '', id, lang, path: '', mayPublish: true, markdown, etag: output.etag };
    this.source = { ...kept, markdown, etag: output.etag };
    this.#base = output.etag;
    this.#replace(markdown);
    await this.drafts.discard(this.name);
  }

  #keep(): void {
    const { name, text } = this;
    if (!this.unsaved) void this.drafts.discard(name);
    else this.drafts.keepSoon({ name, markdown: text, base: this.#base });
  }

  #replace(text: string): void {
    this.text = text;
    this.#deps.replaced(text);
    this.#look(false);
  }

  #look(later: boolean): void {
    const { text } = this;
    if (later) this.preview.later(text);
    else void this.preview.now(text);
    this.checks.later(this.#checkInput());
    const about = relatedWords(text, this.fields);
    if (about === this.#relatedTo || about === '') return;
    this.#relatedTo = about;
    this.related.later(about);
  }

  #checkInput(): CheckInput {
    const { name, text, messages } = this;
    return { texts: [{ ...name, markdown: text }], ...(messages.length > 0 ? { messages } : {}) };
  }
}
