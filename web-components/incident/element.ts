import { css, html, type nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Mention } from '../article/mention.ts';
import { clientFor } from '../client/client.ts';
import { laterStyles } from '../suggest/later-styles.ts';
import { styles } from '../suggest/styles.ts';
import { tokens } from '../tokens.ts';
import { WordedElement } from '../worded-element.ts';
import { languageOf } from '../words.ts';
import { IncidentController } from './controller.ts';
import { incidentLines } from './incident-lines.ts';
import { incidentStyles } from './incident-styles.ts';
import { OpenLines } from './open-lines.ts';
import { type IncidentWords, incidentWords } from './strings/strings.ts';

/**
 * The running incidents as a banner: one line each with until when, its answers below. It takes no room while nothing runs.
 *
 * @element erfara-incident
 * @attr {string} server - address of the Erfara server; '' is the page's own origin
 * @attr {string} market - only what holds in this market
 * @attr {string} reads - languages the agent reads, best first, separated by spaces
 * @attr {string} lang - interface language; absent, the page's
 * @fires erfara-open - an answer was chosen to be read; cancel it to show it in the host's own way
 * @csspart frame - the banner
 */
export class ErfaraIncident extends WordedElement<IncidentWords> {
  static override styles = [
    tokens,
    styles,
    laterStyles,
    incidentStyles,
    css`
      :host {
        max-width: none;
      }
      .panel {
        height: auto;
      }
      .incident-line .about {
        max-width: 720px;
      }
    `,
  ];
  static override properties = {
    ...WordedElement.properties,
    market: {},
    reads: { converter: (value: string | null) => (value ?? '').split(/[\s,]+/).filter(Boolean) },
  };

  market = '';
  reads: string[] = [];

  protected override readonly words = incidentWords;
  #controller: IncidentController | null = null;
  #followed = '';
  readonly #lines = new OpenLines(() => this.requestUpdate());
  readonly #reading = new Mention(() => this.requestUpdate());
  #said = '';

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('server')) this.#stop();
    if (this.isConnected) this.#follow();
    this.#lines.see(this.#controller?.incidents ?? []);
  }

  /** Called again with the same it does nothing: a framework may set the same list at every drawing. */
  #follow(): void {
    const reads = this.reads.length > 0 ? this.reads : [languageOf(this)];
    const where = { reads, ...(this.market ? { market: this.market } : {}) };
    if (this.#controller && JSON.stringify(where) === this.#followed) return;
    this.#followed = JSON.stringify(where);
    this.#controller ??= new IncidentController(clientFor(this.server), () => this.requestUpdate());
    this.#controller.follow(where);
  }

  #stop(): void {
    this.#controller?.stop();
    this.#controller = null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { incidents = [], ended = [] } = this.#controller ?? {};
    if (incidents.length + ended.length === 0) return html`<div class="sr" role="status"></div>`;
    const board = {
      strings: this.strings,
      lang: languageOf(this),
      isIncidentOpen: (id: string) => this.#lines.isOpen(id),
      toggleIncident: (id: string) => this.#lines.toggle(id),
      answer: ({ id, lang, title }: { id: string; lang: string; title: string }) => html`
        <button type="button" class="link" lang=${lang} aria-expanded=${this.#reading.open === id} @click=${() =>
          this.#reading.toggle(id, { id, lang }, { host: this, client: clientFor(this.server) })}>${title}</button>
        ${this.#reading.view(id, languageOf(this))}`,
    };
    return html`<section class="panel" part="frame" aria-label=${this.strings.incidents}>
        ${incidentLines({ incidents, ended }, board)}
      </section>
      <div class="sr" role="status">${this.#status(incidents)}</div>`;
  }

  /** A new or changed incident is said once. */
  #status(incidents: { line: string }[]): string {
    const lines = incidents.map(({ line }) => line).join(' ');
    if (lines !== '') this.#said = lines;
    return this.#said;
  }
}
