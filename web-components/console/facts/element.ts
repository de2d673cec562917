import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { followChanges } from '../../client/follow.ts';
import { defineElement } from '../../define-element.ts';
import { tokens } from '../../tokens.ts';
import { fill, languageOf } from '../../words.ts';
import { diffStyles } from '../room/diff-view.ts';
import { RoomElement } from '../room/room-element.ts';
import { roomStyles } from '../room/room-styles.ts';
import { sheetStyles } from '../room/sheet-styles.ts';
import { FactsController } from './controller.ts';
import { type FactHost, factSheetView, factView } from './fact-view.ts';
import { type FactsWords, factsWords } from './strings/strings.ts';

class FactsRoom extends RoomElement<FactsWords> {
  static override styles = [
    tokens,
    roomStyles,
    sheetStyles,
    diffStyles,
    css`
      .facts {
        display: grid;
        gap: var(--erfara-space-2);
        margin-top: var(--erfara-space-3);
      }
      .find {
        width: 100%;
      }
      .fact {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        padding-right: var(--erfara-space-3);
      }
      .name {
        display: grid;
        gap: 2px;
        min-height: 60px;
        padding: 8px 8px 8px 32px;
        border: 0;
        background: none;
        font-size: var(--erfara-text-m);
      }
      .name:hover {
        background: none;
      }
      .why:not([hidden]) {
        grid-column: 1 / -1;
        display: grid;
        gap: var(--erfara-space-3);
        padding: 0 var(--erfara-space-4) var(--erfara-space-4) 32px;
        font-size: var(--erfara-text-s);
      }
      @media (max-width: 640px) {
        .fact {
          grid-template-columns: minmax(0, 1fr);
        }
        .fact > button:not(.name) {
          justify-self: start;
          margin: 0 0 var(--erfara-space-3) 32px;
        }
      }
      .texts {
        columns: 280px;
        font-size: var(--erfara-text-s);
      }
      .texts li {
        break-inside: avoid;
        padding-block: 2px;
      }
      .values {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(180px, 1fr));
        gap: var(--erfara-space-3);
      }
    `,
  ];

  protected override readonly words = factsWords;
  readonly #controller = new FactsController(this.desk, () => this.requestUpdate());
  #stops: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    const read = () => void this.#controller.read();
    this.#stops = [this.bank.listen(() => this.requestUpdate()), followChanges(this.client, ['index-changed'], read)];
    read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const dialog = this.renderRoot.querySelector('dialog');
    const { sheet } = this.#controller;
    if (sheet && !dialog?.open) dialog?.showModal();
    if (!sheet && dialog?.open) dialog.close();
  }

  protected override render(): TemplateResult {
    const { strings, common, bank } = this;
    const controller = this.#controller;
    const { shown, loaded, failure, sheet } = controller;
    const host: FactHost = { controller, strings, common, markets: bank.desk.markets, lang: languageOf(this) };
    const saved = () => this.shell.toast(fill(strings.saved, { name: sheet?.name ?? '' }));
    return html`<div class="page">
      <div class="head"><h1>${strings.facts}</h1><span class="spacer"></span><button type="button" @click=${() => controller.edit(null)}>${strings.newFact}</button><p>${strings.hint}</p></div>
      <input type="search" class="find" aria-label=${strings.search} placeholder=${strings.search} .value=${controller.words} @input=${(event: Event) => controller.search((event.target as HTMLInputElement).value)} />
      ${failure ? this.failed(failure, () => void controller.read()) : nothing}
      ${loaded && shown.length === 0 ? html`<p class="empty">${strings.none}</p>` : nothing}
      <ul class="facts" role="list">${shown.map((fact) => factView(fact, host))}</ul>
      <dialog aria-labelledby="fact-title" @close=${() => controller.sheet && controller.close()}>${sheet ? factSheetView(sheet, host, { failure: this.failed(sheet.failure), saved }) : nothing}</dialog>
    </div>`;
  }
}

defineElement('erfara-console-facts', FactsRoom);
