import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Flag, WorkItem } from '../../../server/http/contract.ts';
import { curationOf } from '../../client/curation.ts';
import { followChanges } from '../../client/follow.ts';
import { defineElement } from '../../define-element.ts';
import { tokens } from '../../tokens.ts';
import { fill, languageName, languageOf } from '../../words.ts';
import { diffStyles } from '../room/diff-view.ts';
import { RoomElement } from '../room/room-element.ts';
import { roomStyles } from '../room/room-styles.ts';
import { sheetStyles } from '../room/sheet-styles.ts';
import { takeBack } from '../room/take-back.ts';
import {
  archive,
  confirmText,
  draftChange,
  type MergeChoice,
  merge,
  mergeOf,
  placeOf,
  previewMerge,
} from './acting.ts';
import { TodayController } from './controller.ts';
import { itemView } from './item-view.ts';
import { keepFilters, keptFilters } from './kept-filters.ts';
import { mergeView } from './merge-view.ts';
import { RemarkAnswers } from './remark-answers.ts';
import { type TodayWords, todayWords } from './strings/strings.ts';
import { todayStyles } from './styles.ts';

class TodayRoom extends RoomElement<TodayWords> {
  static override styles = [tokens, roomStyles, sheetStyles, diffStyles, todayStyles];

  protected override readonly words = todayWords;
  readonly #controller = new TodayController(
    (input, signal) => curationOf(this.client).health(input, signal),
    () => this.requestUpdate(),
    (filters) => this.#remember(filters),
  );
  readonly #remarks = new RemarkAnswers(this.client, () => this.requestUpdate());
  #busy: string | null = null;
  #merging: MergeChoice | null = null;
  #stops: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    const read = () => void this.#controller.read();
    this.#stops = [
      this.bank.listen(() => this.requestUpdate()),
      followChanges(this.client, ['index-changed', 'incident', 'flag-answered', 'case-captured'], read),
      () => this.#controller.stop(),
    ];
    const asked = new URLSearchParams(this.query);
    this.#controller.begin(asked.size > 0 ? asked : keptFilters(this.server ?? ''));
    this.#remember(this.#controller.address);
    read();
  }

  protected override willUpdate(changed: PropertyValues): void {
    // Another address while the room stands: back and forward.
    if (!changed.has('query') || changed.get('query') === undefined) return;
    if (this.#controller.begin(new URLSearchParams(this.query))) void this.#controller.read();
  }

  #remember(filters: string): void {
    keepFilters(this.server ?? '', filters);
    // In place: going there would take the focus from the filter.
    history.replaceState(history.state, '', `#/today${filters && `?${filters}`}`);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const dialog = this.renderRoot.querySelector('dialog');
    if (this.#merging && !dialog?.open) dialog?.showModal();
    if (!this.#merging && dialog?.open) dialog.close();
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    const { items, loaded, failure, narrowed } = this.#controller;
    return html`<div class="page">
      <div class="head"><h1>${strings.today}</h1><p>${strings.hint}</p>
        <p class="more"><a href="#/today/decisions">${strings.decisions}</a> <a href="#/today/coaching">${strings.coaching}</a></p></div>
      ${this.#filters()}
      ${failure ? this.failed(failure, () => void this.#controller.read()) : nothing}
      ${loaded || failure ? nothing : html`<div role="img" aria-label=${this.common.loading}>${[1, 2, 3].map(() => html`<div class="skeleton"></div>`)}</div>`}
      ${loaded && items.length === 0 ? html`<p class="empty">${narrowed ? strings.emptyFiltered : strings.empty}</p>` : nothing}
      <ul class="queue" role="list" aria-description=${strings.keys} @keydown=${this.#onKey}>${items.map((item) => this.#item(item))}</ul>
      <dialog aria-labelledby="merge-title" @close=${() => this.#merging && this.#merge(null)}>${this.#sheet()}</dialog>
    </div>`;
  }

  #item(item: WorkItem): TemplateResult {
    const controller = this.#controller;
    const open = controller.open.has(item.id);
    const [first] = item.articles;
    return itemView(item, {
      ...{ strings: this.strings, common: this.common, lang: languageOf(this), open },
      busy: this.#busy === item.id,
      flags: open && item.action === 'answer' && first ? this.#remarks.of(first.id) : null,
      toggle: () => controller.toggle(item.id),
      act: () => void this.#act(item),
      answer: (flag, text) => void this.#answer(item, flag, text),
    });
  }

  #filters(): TemplateResult | typeof nothing {
    const { strings, bank } = this;
    const controller = this.#controller;
    const { filters, counts } = controller;
    if (!controller.loaded || (counts.length === 0 && !controller.narrowed)) return nothing;
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    const chip = (kind: string, name: string, count: number) =>
      html`<button type="button" aria-pressed=${filters.kind === kind} @click=${() => controller.narrow({ kind })}>${name} ${count}</button>`;
    const choose = (key: 'owner' | 'lang', label: string, options: [string, string][]) =>
      html`<select aria-label=${label} @change=${(event: Event) => controller.narrow({ [key]: (event.target as HTMLSelectElement).value })}>
        <option value="">${label}</option>${options.map(([value, name]) => html`<option value=${value} ?selected=${filters[key] === value}>${name}</option>`)}</select>`;
    return html`<div class="filters">${chip('', strings.everything, total)}${counts.map(({ kind, count }) =>
      chip(kind, (strings as Record<string, string>)[`kind-${kind}`] ?? kind, count),
    )}<span class="spacer"></span>
      <button type="button" aria-pressed=${filters.mine} @click=${() => controller.narrow({ mine: !filters.mine })}>${strings.mine}</button>
      ${choose(
        'owner',
        strings.allOwners,
        bank.owners.map((owner) => [owner, owner]),
      )}
      ${choose(
        'lang',
        strings.allLanguages,
        bank.desk.languages.map(({ code }) => [code, languageName(code, languageOf(this))]),
      )}</div>`;
  }

  async #act(item: WorkItem): Promise<void> {
    const place = placeOf(item, this.bank);
    const [first] = item.articles;
    if (place) {
      if (item.kind === 'rewrite') await this.#run(item, () => draftChange(this.desk, item));
      return this.shell.go(place);
    }
    if (item.action === 'answer')
      return this.#controller.open.has(item.id) ? undefined : this.#controller.toggle(item.id);
    if (item.action === 'merge') return this.#merge(mergeOf(item));
    if (!first) return;
    const { desk, strings } = this;
    const { title } = first;
    await this.#run(item, async () => {
      if (item.action === 'translate') {
        const { beginTranslation } = await import('../editor/begin-translation.ts');
        const to = item.languages[0] ?? first.lang;
        return this.shell.go(await beginTranslation(desk, { from: first, to, settings: this.bank.desk }));
      }
      if (item.action === 'archive') {
        const { undo } = await archive(desk, first.id);
        this.#done(item, fill(strings.archivedNow, { title }), undo);
        return;
      }
      const { uses } = await confirmText(this.client, first);
      const said = fill(strings.confirmedUses, { title, n: uses.count, days: uses.days });
      this.#done(item, said, () => takeBack(desk, first));
    });
  }

  #done(item: WorkItem, said: string, undo: () => Promise<unknown>): void {
    this.#controller.done(item.id);
    this.shell.toast(said, () => void this.#takeBack(item, undo));
  }

  async #run(item: WorkItem, work: () => Promise<unknown>): Promise<void> {
    this.#busy = item.id;
    this.requestUpdate();
    await work().catch((failure: unknown) => this.shell.toast(this.said(failure)));
    this.#busy = null;
    this.requestUpdate();
  }

  async #takeBack(item: WorkItem, undo: () => Promise<unknown>): Promise<void> {
    await this.#run(item, async () => {
      await undo();
      this.shell.toast(this.common.undone);
    });
    this.#controller.back(item.id);
  }

  async #answer(item: WorkItem, flag: Flag, text: string): Promise<void> {
    await this.#run(item, async () => {
      await this.#remarks.answer(flag, text);
      this.shell.toast(this.strings.answered);
      if (this.#remarks.of(flag.article.id)?.length === 0) this.#controller.done(item.id);
    });
  }

  #merge(choice: MergeChoice | null): void {
    this.#merging = choice;
    this.requestUpdate();
    if (!choice || choice.previewed) return;
    previewMerge(this.desk, choice).then(
      (previewed) => this.#merging?.from === choice.from && this.#merge({ ...choice, previewed }),
      (failure: unknown) => {
        this.#merging = this.#merging && { ...choice, failure };
        this.requestUpdate();
      },
    );
  }

  #sheet(): TemplateResult | typeof nothing {
    const choice = this.#merging;
    if (!choice) return nothing;
    const { strings, common } = this;
    const { from, into, item } = choice;
    return mergeView({
      ...{ choice, strings, common, failure: this.failed(choice.failure) },
      turn: () => this.#merge({ ...choice, from: into, into: from, previewed: null, failure: null }),
      close: () => this.#merge(null),
      merge: () =>
        void this.#run(item, async () => {
          const { undo } = await merge(this.desk, choice);
          this.#merge(null);
          this.#done(item, fill(strings.mergedNow, { title: from.title, other: into.title }), undo);
        }),
    });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.sentence')];
    const at = rows.findIndex((row) => row.closest('.item')?.contains(event.target as Node));
    rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus();
  };
}

defineElement('erfara-console-today', TodayRoom);
