import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { followChanges } from '../../client/follow.ts';
import { incidentDeskOf } from '../../client/incident-desk.ts';
import { defineElement } from '../../define-element.ts';
import { tokens } from '../../tokens.ts';
import { fill, languageOf } from '../../words.ts';
import { RoomElement } from '../room/room-element.ts';
import { roomStyles } from '../room/room-styles.ts';
import { sheetStyles } from '../room/sheet-styles.ts';
import { IncidentsController } from './controller.ts';
import { type IncidentHost, incidentView, momentOf } from './incident-view.ts';
import { raiseView } from './raise-view.ts';
import { type IncidentsWords, incidentsWords } from './strings/strings.ts';
import { incidentsStyles } from './styles.ts';

class IncidentsRoom extends RoomElement<IncidentsWords> {
  static override styles = [tokens, roomStyles, sheetStyles, incidentsStyles];

  protected override readonly words = incidentsWords;
  readonly #controller = new IncidentsController({
    list: () => incidentDeskOf(this.client).list(),
    change: (input) => incidentDeskOf(this.client).change(input),
    changed: () => this.requestUpdate(),
  });
  #stops: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    const read = () => void this.#controller.read();
    this.#stops = [
      this.bank.listen(() => this.requestUpdate()),
      followChanges(this.client, ['incident', 'index-changed'], read),
    ];
    read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const dialog = this.renderRoot.querySelector('dialog');
    const { raising, ending } = this.#controller;
    if (raising && !dialog?.open) {
      dialog?.showModal();
      this.renderRoot.querySelector<HTMLElement>('input[name="template"]:checked')?.focus();
    }
    if (!raising && dialog?.open) dialog.close();
    if (ending) this.renderRoot.querySelector<HTMLElement>('[data-sure]')?.focus();
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    const controller = this.#controller;
    const { incidents, templates, loaded, failure, raising } = controller;
    return html`<div class="page">
      <div class="head"><h1>${strings.incidents}</h1><span class="spacer"></span>
        <button type="button" class="main" ?disabled=${templates.length === 0} @click=${() => controller.begin()}>${strings.raise}</button><p>${strings.hint}</p></div>
      ${failure ? this.failed(failure, () => void controller.read()) : nothing}
      ${this.#surges()}
      ${loaded && templates.length === 0 ? html`<p class="notice">${strings.noTemplates}</p>` : nothing}
      ${loaded && incidents.length === 0 ? html`<p class="empty">${strings.none}</p>` : nothing}
      <ul class="list" role="list">${incidents.map((incident) => incidentView(incident, this.#host))}</ul>
      <dialog aria-labelledby="raise-title" @close=${() => controller.raising && controller.cancel()}>${
        raising
          ? raiseView({
              ...{ controller, raising, strings, common: this.common, lang: languageOf(this) },
              ...{ markets: this.bank.desk.markets, failure: this.failed(raising.failure) },
              raise: () => void this.#raise(),
            })
          : nothing
      }</dialog>
    </div>`;
  }

  get #host(): IncidentHost {
    const { strings, common, bank } = this;
    const lang = languageOf(this);
    return {
      ...{ controller: this.#controller, strings, common, bank, lang },
      extend: (incident, hours) =>
        void this.#try(async () => {
          const until = await this.#controller.extend(incident, hours);
          return fill(strings.extended, { time: momentOf(until, lang) });
        }),
      end: (incident) =>
        void this.#try(async () => {
          await this.#controller.end(incident);
          return strings.endedNow;
        }),
    };
  }

  #surges(): TemplateResult | typeof nothing {
    const { strings } = this;
    const controller = this.#controller;
    if (controller.surges.length === 0) return nothing;
    return html`<section class="surges" aria-labelledby="surges"><h2 id="surges">${strings.surges}</h2>${controller.surges.map(
      ({ name, count, usual, from, template, languages, markets }) =>
        html`<div class="surge"><p><strong lang=${languages[0] ?? nothing}>“${name}”</strong><br /><span class="small">${fill(strings.surge, { n: count, usual: Math.round(usual), time: momentOf(from, languageOf(this)) })}</span></p>
          <button type="button" class="main" @click=${() => controller.begin(template?.id, markets)}>${template ? fill(strings.useTemplate, { title: template.title }) : strings.raise}</button></div>`,
    )}</section>`;
  }

  async #raise(): Promise<void> {
    if (await this.#controller.raise()) this.shell.toast(this.strings.raised);
  }

  async #try(work: () => Promise<string>): Promise<void> {
    const said = await work().catch((failure: unknown) => this.said(failure));
    this.shell.toast(said);
  }
}

defineElement('erfara-console-incidents', IncidentsRoom);
