import { html, type PropertyValues, type TemplateResult } from 'lit';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { clientFor } from '../../client/client.ts';
import { tokens } from '../../tokens.ts';
import { WordedElement } from '../../worded-element.ts';
import { INTERFACE_LANGUAGES, languageOf } from '../../words.ts';
import { liveArticlesOf } from '../room/live-articles.ts';
import type { Shell } from '../room/room-element.ts';
import { roomStyles } from '../room/room-styles.ts';
import { sheetStyles } from '../room/sheet-styles.ts';
import { icon } from './icons.ts';
import { type PaletteHost, paletteView } from './palette-view.ts';
import { fetchRoom, tagOf } from './rooms.ts';
import { ROOMS, type Route, routeOf } from './routes.ts';
import { type ShellWords, shellWords } from './strings/strings.ts';
import { shellStyles } from './styles.ts';

/**
 * The editor's desk: what to write, what to fix, the articles and what a change does. Its rooms are addresses after `#`.
 *
 * @element erfara-console
 * @attr {string} server - address of the Erfara server; '' is the page's own origin
 * @attr {string} lang - interface language; absent, the page's
 */
export class ErfaraConsole extends WordedElement<ShellWords> implements PaletteHost {
  static override styles = [tokens, roomStyles, sheetStyles, shellStyles];

  protected override readonly words = shellWords;
  /** @internal */
  asked: string | null = null;
  /** @internal */
  chosen = 0;
  #route: Route = routeOf(location.hash);
  #shown: Route['view'] = null;
  #failed = false;
  #open = false;
  #toast: { text: string; undo: (() => void) | null } | null = null;
  #stop: (() => void) | null = null;

  /** @internal */
  get bank() {
    return liveArticlesOf(clientFor(this.server ?? ''));
  }

  readonly #shell: Shell = {
    go: (path) => {
      location.hash = path;
    },
    toast: (text, undo) => {
      this.#toast = { text, undo: undo ?? null };
      this.requestUpdate();
    },
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.bank.listen(() => this.requestUpdate());
    addEventListener('hashchange', this.#follow);
    addEventListener('keydown', this.#onKey);
    void this.#fetch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    removeEventListener('hashchange', this.#follow);
    removeEventListener('keydown', this.#onKey);
  }

  /** @internal */
  go(path: string): void {
    this.ask(null);
    this.#shell.go(path);
  }

  /** @internal Opens, fills or (null) closes the way to go anywhere. */
  ask(words: string | null): void {
    this.asked = words;
    this.chosen = 0;
    this.requestUpdate();
  }

  readonly #follow = (): void => {
    this.#route = routeOf(location.hash);
    this.#open = false;
    this.#toast = null;
    void this.#fetch().then(() => this.renderRoot.querySelector<HTMLElement>('main')?.focus());
  };

  async #fetch(): Promise<void> {
    const { view } = this.#route;
    this.#failed = false;
    try {
      if (view) await fetchRoom(view);
    } catch {
      this.#failed = true;
    }
    if (this.#route.view === view) this.#shown = view;
    this.requestUpdate();
    await this.updateComplete;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return;
    event.preventDefault();
    this.ask(this.asked === null ? '' : null);
  };

  #speak(event: Event): void {
    document.documentElement.lang = (event.target as HTMLSelectElement).value;
    this.lang = document.documentElement.lang;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { room } = this.#route;
    const { name } = this.bank.desk;
    document.title = [room && this.strings[room], name, this.strings.console].filter(Boolean).join(' · ');
    const dialog = this.renderRoot.querySelector('dialog');
    if (this.asked !== null && !dialog?.open) dialog?.showModal();
    if (this.asked === null && dialog?.open) dialog.close();
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    return html`<div class="shell">
      <header class="side ${this.#open ? 'open' : ''}">
        <button type="button" class="skip" @click=${this.#toMain}>${strings.skip}</button>
        <div class="brand">
          <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true"><rect width="32" height="32" rx="8" /><path d="M7 21c4-9 8-9 11-4s5 3 7-3" /></svg>
          <span>${this.bank.desk.name || 'Erfara'}<span>${strings.console}</span></span>
          <button type="button" class="quiet menu" aria-expanded=${this.#open} @click=${this.#toggle}>${icon('menu')}<span>${strings.menu}</span></button>
        </div>
        <button type="button" class="go" aria-haspopup="dialog" @click=${() => this.ask('')}>${strings.goTo}<kbd>Ctrl K</kbd></button>
        <nav class="nav" aria-label=${strings.rooms}>${ROOMS.map(
          (name) =>
            html`<a href="#/${name}" aria-current=${this.#route.room === name ? 'page' : 'false'}>${icon(name)}${strings[name]}</a>`,
        )}</nav>
        <div class="foot"><a href="/">${strings.inbox}</a>
          <select aria-label=${strings.language} @change=${this.#speak}>${INTERFACE_LANGUAGES.map(
            (code) =>
              html`<option value=${code} lang=${code} ?selected=${code === languageOf(this)}>${ownName(code)}</option>`,
          )}</select></div>
      </header>
      <main id="main" tabindex="-1">${this.#room()}</main>
      <div role="status">${this.#toast ? this.#toastView(this.#toast) : ''}</div>
      ${paletteView(this, strings)}
    </div>`;
  }

  #room(): TemplateResult {
    const { strings } = this;
    const { view, path, query, room } = this.#route;
    if (!view) return html`<p class="empty">${strings.gone} <a href="#/today">${strings.today}</a></p>`;
    if (this.#failed) return html`<p class="empty" role="alert">${strings.notLoaded}</p>`;
    if (this.#shown !== view)
      return html`<div class="page" aria-busy="true"><h1>${room ? strings[room] : ''}</h1>${[1, 2, 3].map(() => html`<div class="skeleton"></div>`)}</div>`;
    const tag = unsafeStatic(tagOf(view));
    return staticHtml`<${tag} .server=${this.server} .lang=${languageOf(this)} .path=${path} .query=${query} .shell=${this.#shell}></${tag}>`;
  }

  #toastView({ text, undo }: { text: string; undo: (() => void) | null }): TemplateResult {
    const done = () => {
      this.#toast = null;
      this.requestUpdate();
      undo?.();
    };
    return html`<div class="toast"><span>${text}</span>${undo ? html`<button type="button" @click=${done}>${this.strings.undo}</button>` : ''}
      <button type="button" aria-label=${this.strings.dismiss} @click=${this.#dismiss}>×</button></div>`;
  }

  readonly #dismiss = (): void => {
    this.#toast = null;
    this.requestUpdate();
  };

  readonly #toggle = (): void => {
    this.#open = !this.#open;
    this.requestUpdate();
  };

  readonly #toMain = (): void => {
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  };
}

/** A language's name in itself, with a capital where the language writes none. */
function ownName(code: string): string {
  const name = new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}
