import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ArticleRow, BulkOutput } from '../../../server/http/contract.ts';
import { defineElement } from '../../define-element.ts';
import { tokens } from '../../tokens.ts';
import { fill, languageOf } from '../../words.ts';
import { type BulkChoice, type BulkVerb, make, preview } from '../room/bulk.ts';
import { diffStyles } from '../room/diff-view.ts';
import { RoomElement } from '../room/room-element.ts';
import { roomStyles } from '../room/room-styles.ts';
import { sheetStyles } from '../room/sheet-styles.ts';
import { editorPath } from '../shell/routes.ts';
import { bulkView } from './bulk-view.ts';
import { ArticlesController } from './controller.ts';
import { filterView } from './filter-view.ts';
import { textShown } from './filtering.ts';
import { rowView } from './row-view.ts';
import { type ArticlesWords, articlesWords } from './strings/strings.ts';
import { articlesStyles, ROW } from './styles.ts';

/** Rows drawn above and below those in view. */
const MARGIN = 8;

interface Bulk {
  choice: BulkChoice;
  previewed: BulkOutput[] | null;
  busy: boolean;
  failure: unknown;
}

class ArticlesRoom extends RoomElement<ArticlesWords> {
  static override styles = [tokens, roomStyles, sheetStyles, diffStyles, articlesStyles];

  protected override readonly words = articlesWords;
  readonly #controller = new ArticlesController({
    rows: () => this.bank.rows,
    search: (input, signal) => this.client.search({ ...input, reads: [languageOf(this)] }, signal),
    changed: () => this.requestUpdate(),
  });
  #stop: (() => void) | null = null;
  #top = 0;
  #height = 900;
  #bulk: Bulk | null = null;
  readonly #sized = new ResizeObserver(([entry]) => {
    this.#height = entry?.contentRect.height ?? this.#height;
    this.requestUpdate();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.bank.listen(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#controller.stop();
    this.#sized.disconnect();
  }

  protected override firstUpdated(): void {
    const list = this.renderRoot.querySelector('.list');
    if (list) this.#sized.observe(list);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const dialog = this.renderRoot.querySelector('dialog');
    if (this.#bulk && !dialog?.open) dialog?.showModal();
    if (!this.#bulk && dialog?.open) dialog.close();
  }

  protected override render(): TemplateResult {
    const { strings, bank } = this;
    const controller = this.#controller;
    const rows = controller.rows;
    const first = Math.max(0, Math.floor(this.#top / ROW) - MARGIN);
    const shown = rows.slice(first, first + Math.ceil(this.#height / ROW) + 2 * MARGIN);
    const langs = [controller.filters.lang, languageOf(this)].filter(Boolean);
    return html`<div class="room">
      <div class="head"><h1>${strings.articles}</h1><span class="muted small" role="status">${bank.loaded ? fill(strings.count, { n: rows.length }) : ''}</span>
        <span class="spacer"></span><a class="button main" href="#/articles/new">${strings.newArticle}</a></div>
      ${filterView({ controller, bank, strings, common: this.common, lang: languageOf(this), bulk: (verb) => this.#open(verb) })}
      <div class="list" @scroll=${this.#onScroll}>
        ${bank.failure && !bank.loaded ? this.failed(bank.failure, () => void bank.read()) : nothing}
        ${bank.loaded || bank.failure ? nothing : html`<div class="page" role="img" aria-label=${this.common.loading}>${[1, 2, 3, 4].map(() => html`<div class="skeleton"></div>`)}</div>`}
        ${bank.loaded && rows.length === 0 ? html`<div class="empty"><p>${strings.none}</p><button type="button" class="link" @click=${() => controller.clear()}>${strings.clear}</button></div>` : nothing}
        ${
          rows.length === 0
            ? nothing
            : html`<div class="rows" role="grid" aria-label=${strings.articles} aria-description=${strings.keys} aria-multiselectable="true" aria-rowcount=${rows.length} .style=${`height:${rows.length * ROW}px`} @keydown=${this.#onKey}>
                ${shown.map((row, i) => {
                  const text = textShown(row, langs);
                  const at = first + i;
                  return text ? rowView({ row, text, at, controller, strings, common: this.common }) : nothing;
                })}
              </div>`
        }
      </div>
      <dialog aria-labelledby="bulk-title" @close=${() => this.#bulk && this.#close()}>${this.#sheet()}</dialog>
    </div>`;
  }

  #sheet(): TemplateResult | typeof nothing {
    const bulk = this.#bulk;
    if (!bulk) return nothing;
    const { strings, common, bank } = this;
    const langs = [this.#controller.filters.lang, languageOf(this)].filter(Boolean);
    const chosen = bank.rows.flatMap((row) => {
      const text = bulk.choice.ids.includes(row.id) ? textShown(row, langs) : undefined;
      return text ? [{ id: row.id, lang: text.lang, title: text.title }] : [];
    });
    return bulkView({
      ...{ strings, common, folders: bank.folders, tags: bank.tags, chosen },
      ...bulk,
      failure: this.failed(bulk.failure),
      change: (choice) => this.#set({ choice, previewed: null, failure: null }),
      look: () => void this.#run(async () => this.#set({ previewed: await preview(this.desk, bulk.choice) })),
      apply: () => void this.#run(() => this.#apply(bulk.choice, bulk.previewed ?? [])),
      close: () => this.#close(),
    });
  }

  #open(verb: BulkVerb): void {
    const ids = [...this.#controller.chosen];
    const words = verb === 'merge' ? (ids[0] ?? '') : '';
    this.#bulk = { choice: { verb, ids, words, remove: false }, previewed: null, busy: false, failure: null };
    this.requestUpdate();
  }

  #close(): void {
    this.#bulk = null;
    this.requestUpdate();
  }

  #set(change: Partial<Bulk>): void {
    if (this.#bulk) this.#bulk = { ...this.#bulk, ...change };
    this.requestUpdate();
  }

  async #run(work: () => Promise<unknown>): Promise<void> {
    this.#set({ busy: true, failure: null });
    try {
      await work();
    } catch (failure) {
      this.#set({ failure });
    }
    this.#set({ busy: false });
  }

  async #apply(choice: BulkChoice, previewed: BulkOutput[]): Promise<void> {
    const { desk, strings, common, shell } = this;
    const before: ArticleRow[] = this.bank.rows.filter(({ id }) => choice.ids.includes(id));
    const made = await make(desk, choice, previewed, before);
    this.#close();
    this.#controller.forget();
    await this.bank.read();
    shell.toast(fill(strings.done, { n: made.files }), () => {
      made.undo().then(
        () => shell.toast(common.undone),
        (failure: unknown) => shell.toast(this.said(failure)),
      );
    });
  }

  readonly #onScroll = (event: Event): void => {
    this.#top = (event.target as HTMLElement).scrollTop;
    this.requestUpdate();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const controller = this.#controller;
    const page = Math.max(1, Math.floor(this.#height / ROW) - 1);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -1e9,
      End: 1e9,
    };
    const step = steps[event.key];
    const row = controller.rows[controller.current];
    if (step !== undefined) {
      controller.move(controller.current + step, event.shiftKey);
      void this.#focusRow();
    } else if (event.key === 'Enter' && row && !(event.target instanceof HTMLAnchorElement)) this.#openRow(row);
    else if (event.key === ' ' && row && !(event.target instanceof HTMLInputElement)) controller.choose(row.id);
    else if ((event.ctrlKey || event.metaKey) && event.key === 'a') controller.chooseAll();
    else return;
    event.preventDefault();
  };

  #openRow(row: ArticleRow): void {
    const text = textShown(row, [this.#controller.filters.lang, languageOf(this)]);
    if (text) this.shell.go(editorPath(row.id, text.lang));
  }

  /** Brings the current row into view, draws it, and gives it the focus. */
  async #focusRow(): Promise<void> {
    const list = this.renderRoot.querySelector<HTMLElement>('.list');
    if (!list) return;
    const top = this.#controller.current * ROW;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + ROW > list.scrollTop + list.clientHeight) list.scrollTop = top + ROW - list.clientHeight;
    this.#top = list.scrollTop;
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.item[tabindex="0"]')?.focus({ preventScroll: true });
  }
}

defineElement('erfara-console-articles', ArticlesRoom);
