import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Gap } from '../../../server/http/contract.ts';
import { curationOf } from '../../client/curation.ts';
import { RequestFailure } from '../../client/failure.ts';
import { followChanges } from '../../client/follow.ts';
import { defineElement } from '../../define-element.ts';
import { tokens } from '../../tokens.ts';
import { fill, languageName, languageOf } from '../../words.ts';
import { type Picker, pickable, pickerView } from '../room/article-picker.ts';
import { RoomElement } from '../room/room-element.ts';
import { roomStyles } from '../room/room-styles.ts';
import { sheetStyles } from '../room/sheet-styles.ts';
import { editorPath } from '../shell/routes.ts';
import { GapsController } from './controller.ts';
import { gapView } from './gap-view.ts';
import { type GapsWords, gapsWords } from './strings/strings.ts';
import { gapsStyles } from './styles.ts';

interface Answering extends Picker {
  gap: Gap;
  phrasing: string;
  failure: unknown;
  /** What it takes to add it although other questions are lost. */
  accepting: { token: string; accept: string[] } | null;
}

class GapsRoom extends RoomElement<GapsWords> {
  static override styles = [tokens, roomStyles, sheetStyles, gapsStyles];

  protected override readonly words = gapsWords;
  readonly #controller = new GapsController({
    gaps: (input, signal) => curationOf(this.client).gaps(input, signal),
    act: (id, action) => curationOf(this.client).settleGap(id, action),
    changed: () => this.requestUpdate(),
  });
  #answering: Answering | null = null;
  #stops: (() => void)[] = [];
  /** The gap that the queue sent here for, until it was shown. */
  #sought: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    const read = () => void this.#controller.read();
    this.#stops = [
      this.bank.listen(() => this.requestUpdate()),
      followChanges(this.client, ['index-changed'], read),
      () => this.#controller.stop(),
    ];
    read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('query')) this.#sought = this.query.item ?? null;
    const found = this.#controller.gaps.find(({ id }) => this.#sought?.endsWith(id));
    if (found) this.#controller.open.add(found.id);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const dialog = this.renderRoot.querySelector('dialog');
    if (this.#answering && !dialog?.open) dialog?.showModal();
    if (!this.#answering && dialog?.open) dialog.close();
    const sought = this.#controller.gaps.find(({ id }) => this.#sought?.endsWith(id));
    if (!sought) return;
    this.#sought = null;
    this.renderRoot.querySelector<HTMLElement>(`[aria-controls="gap-${CSS.escape(sought.id)}"]`)?.focus();
  }

  protected override render(): TemplateResult {
    const { strings, bank } = this;
    const controller = this.#controller;
    const { gaps, state, lang, loaded, failure } = controller;
    return html`<div class="page">
      <div class="head"><h1>${strings.gaps}</h1><p>${fill(strings.hint, { n: controller.from })}</p></div>
      <div class="row filters">${(['open', 'silenced', 'closed'] as const).map(
        (each) =>
          html`<button type="button" aria-pressed=${state === each} @click=${() => controller.narrow({ state: each })}>${strings[each]}</button>`,
      )}<span class="spacer"></span>
        <select aria-label=${strings.allLanguages} @change=${(event: Event) => controller.narrow({ lang: (event.target as HTMLSelectElement).value })}>
          <option value="">${strings.allLanguages}</option>${bank.desk.languages.map(({ code }) => html`<option value=${code} ?selected=${code === lang}>${languageName(code, languageOf(this))}</option>`)}</select></div>
      ${failure ? this.failed(failure, () => void controller.read()) : nothing}
      ${loaded || failure ? nothing : html`<div role="img" aria-label=${this.common.loading}><div class="skeleton"></div><div class="skeleton"></div></div>`}
      ${loaded && gaps.length === 0 ? html`<p class="empty">${state === 'open' ? strings.empty : strings.emptyOther}</p>` : nothing}
      <ul class="gaps" role="list">${gaps.map((gap) => this.#gap(gap))}</ul>
      <dialog aria-labelledby="answer-title" @close=${() => this.#answering && this.#answer(null)}>${this.#answering ? this.#sheet(this.#answering) : nothing}</dialog>
    </div>`;
  }

  #gap(gap: Gap): TemplateResult {
    const controller = this.#controller;
    const { strings, common, shell } = this;
    const reopen = () => void this.#try(() => controller.act(gap, { action: 'reopen' }));
    return gapView(gap, {
      ...{ strings, common, lang: languageOf(this) },
      open: controller.open.has(gap.id),
      busy: controller.busy === gap.id,
      toggle: () => controller.toggle(gap.id),
      write: () => void this.#try(() => this.#write(gap)),
      answered: () =>
        this.#answer({
          gap,
          phrasing: gap.phrasings[0] ?? gap.name,
          words: '',
          picked: gap.nearest,
          failure: null,
          accepting: null,
        }),
      silence: () =>
        void this.#try(async () => {
          await controller.act(gap, { action: 'silence' });
          shell.toast(fill(strings.silencedNow, { name: gap.name }), reopen);
        }),
      reopen,
    });
  }

  /** A draft with the phrasings as questions, and as reply what colleagues sent most. */
  async #write(gap: Gap): Promise<void> {
    const { id, lang } = await curationOf(this.client).draftGap(gap.id);
    this.shell.go(editorPath(id, lang));
  }

  #answer(answering: Answering | null): void {
    this.#answering = answering;
    this.requestUpdate();
  }

  #sheet(answering: Answering): TemplateResult {
    const { strings, common, bank } = this;
    const { gap, phrasing, words, picked, failure, accepting } = answering;
    const [lang = languageOf(this)] = gap.languages;
    const submit = (event: Event) => {
      event.preventDefault();
      if (picked) void this.#add(answering);
    };
    return html`<form @submit=${submit}>
      <div class="sheet"><h2 id="answer-title">${strings.answerTitle}</h2><p class="muted small">${strings.answerMeans}</p>
        ${accepting ? html`<p class="notice bad" role="alert">${fill(strings.loses, { n: accepting.accept.length })}</p>` : this.failed(failure)}
        <div class="field"><label for="phrasing">${strings.phrasing}</label>
          <select id="phrasing" @change=${(event: Event) => this.#answer({ ...answering, accepting: null, phrasing: (event.target as HTMLSelectElement).value })}>${gap.phrasings.map((each) => html`<option value=${each} ?selected=${each === phrasing}>${each}</option>`)}</select></div>
        ${pickerView(answering, pickable(bank.rows, words, lang), {
          label: strings.searchArticle,
          change: (picker) => this.#answer({ ...answering, accepting: null, ...picker }),
        })}
      </div>
      <footer><button type="submit" class="main" ?disabled=${!picked || this.#controller.busy !== null}>${accepting ? strings.addAnyway : strings.add}</button>
        <button type="button" @click=${() => this.#answer(null)}>${common.cancel}</button></footer>
    </form>`;
  }

  async #add(answering: Answering): Promise<void> {
    const { gap, phrasing, picked, accepting } = answering;
    if (!picked) return;
    const { id, lang, title } = picked;
    try {
      await this.#controller.act(gap, { action: 'answered-by', article: { id, lang }, phrasing, ...accepting });
      this.#answer(null);
      this.shell.toast(fill(this.strings.added, { title }));
    } catch (failure) {
      const about = failure instanceof RequestFailure ? failure.about : null;
      const lost =
        about?.lost && about.token ? { token: about.token, accept: about.lost.map((each) => each.id) } : null;
      this.#answer({ ...answering, failure, accepting: lost });
    }
  }

  async #try(work: () => Promise<unknown>): Promise<void> {
    await work().catch((failure: unknown) => this.shell.toast(this.said(failure)));
  }
}

defineElement('erfara-console-gaps', GapsRoom);
