import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Insight, InsightsInput, InsightsOutput } from '../../../server/http/contract.ts';
import { defineElement } from '../../define-element.ts';
import { tokens } from '../../tokens.ts';
import { fill, languageName, languageOf } from '../../words.ts';
import { wordFor } from '../room/channel-name.ts';
import { RoomElement } from '../room/room-element.ts';
import { roomStyles } from '../room/room-styles.ts';
import { InsightsController, type Step } from './controller.ts';
import { valueIn } from './number.ts';
import type { plotOf } from './plot.ts';
import { type InsightsWords, insightsWords } from './strings/strings.ts';

const STEPS: Step[] = ['day', 'week', 'month'];
const WEEKS = [4, 12, 26, 52];

class InsightsRoom extends RoomElement<InsightsWords> {
  static override styles = [
    tokens,
    roomStyles,
    css`
      .plots {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr));
        gap: var(--erfara-space-4);
      }
      figure {
        min-width: 0;
        padding: var(--erfara-space-3) var(--erfara-space-4);
      }
      figcaption {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--erfara-space-3);
      }
      .latest {
        font-size: var(--erfara-text-xl);
        font-weight: 600;
      }
      .plot {
        min-height: 190px;
      }
      .plot svg {
        display: block;
        max-width: 100%;
        overflow: visible;
      }
      .plot text {
        white-space: pre;
      }
      summary {
        width: fit-content;
        min-height: 24px;
        color: var(--erfara-muted);
        font-size: var(--erfara-text-s);
        cursor: pointer;
      }
      .scroll {
        overflow: auto;
      }
      table {
        border-collapse: collapse;
        font-size: var(--erfara-text-xs);
      }
      th,
      td {
        padding: 2px 8px 2px 0;
        text-align: end;
        white-space: nowrap;
      }
      th:first-child {
        text-align: start;
      }
    `,
  ];

  protected override readonly words = insightsWords;
  readonly #controller = new InsightsController(
    (input, signal) => this.client.request<InsightsOutput>(`/v1/insights?${query(input)}`, { signal }),
    () => this.requestUpdate(),
  );
  #plot: typeof plotOf | null = null;
  #drawn: unknown = null;
  #stops: (() => void)[] = [];
  readonly #sized = new ResizeObserver(() => {
    this.#drawn = null;
    this.requestUpdate();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stops = [this.bank.listen(() => this.requestUpdate())];
    this.#sized.observe(this);
    void this.#controller.read();
    import('./plot.ts').then(
      ({ plotOf }) => {
        this.#plot = plotOf;
        this.requestUpdate();
      },
      () => undefined,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
    this.#sized.disconnect();
    this.#controller.stop();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { output } = this.#controller;
    const key = `${output?.requestId} ${languageOf(this)} ${this.bank.loaded}`;
    if (!output || !this.#plot || key === this.#drawn) return;
    this.#drawn = key;
    for (const place of this.renderRoot.querySelectorAll<HTMLElement>('.plot')) {
      const insight = output.insights[Number(place.dataset.at)];
      if (!insight) continue;
      const chart = this.#plot(insight, {
        ...{ steps: output.steps, changes: output.changes, width: Math.max(260, place.clientWidth) },
        label: this.#nameOf(insight),
        nameOf: (of) => this.#seriesName(of),
        format: (value) => this.#said(insight, value),
      });
      place.replaceChildren(chart);
    }
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    const controller = this.#controller;
    const { output, failure, asked } = controller;
    const choose = (event: Event) => (event.target as HTMLSelectElement).value;
    return html`<div class="page">
      <div class="head"><h1>${strings.insights}</h1><span class="spacer"></span>
        <select aria-label=${strings.period} @change=${(event: Event) => controller.choose({ weeks: Number(choose(event)) })}>${WEEKS.map((n) => html`<option value=${n} ?selected=${n === controller.weeks}>${fill(strings.weeks, { n })}</option>`)}</select>
        <select aria-label=${strings.step} @change=${(event: Event) => controller.choose({ step: choose(event) as Step })}>${STEPS.map((step) => html`<option value=${step} ?selected=${step === controller.step}>${strings[step]}</option>`)}</select>
        <a class="button" download href=${`${this.client.base}/v1/insights?${query({ ...asked, format: 'csv' })}`}>${strings.csv}</a>
        <p>${strings.hint}</p></div>
      ${failure ? this.failed(failure, () => void controller.read()) : nothing}
      ${output && output.insights.length === 0 ? html`<p class="empty">${strings.none}</p>` : nothing}
      <div class="plots">${output?.insights.map((insight, i) => this.#figure(insight, i, output)) ?? nothing}</div>
    </div>`;
  }

  #figure(insight: Insight, at: number, { steps }: InsightsOutput): TemplateResult {
    const { strings } = this;
    const [first] = insight.series;
    const latest = insight.series.length === 1 ? first?.points.findLast((point) => point !== null) : null;
    const empty = insight.series.every(({ points }) => points.every((point) => point === null));
    return html`<figure class="box"><figcaption><h2>${this.#nameOf(insight)}</h2>${latest === null || latest === undefined ? nothing : html`<span class="latest">${this.#said(insight, latest)}</span>`}</figcaption>
      ${
        empty
          ? html`<p class="empty">${strings.tooFew}</p>`
          : html`<div class="plot" data-at=${at}></div>
            <details><summary>${strings.table}</summary><div class="scroll" tabindex="0" role="group" aria-label=${this.#nameOf(insight)}><table>
              <thead><tr><th></th>${steps.map((step) => html`<th scope="col">${step}</th>`)}</tr></thead>
              <tbody>${insight.series.map(
                ({ of, points }) =>
                  html`<tr><th scope="row">${this.#seriesName(of)}</th>${points.map((point) => html`<td>${point === null ? '–' : this.#said(insight, point)}</td>`)}</tr>`,
              )}</tbody></table></div></details>`
      }</figure>`;
  }

  #nameOf({ name }: Insight): string {
    return (this.strings as Record<string, string>)[name] ?? name;
  }

  #said({ unit }: Insight, value: number): string {
    return valueIn(unit, value, { lang: languageOf(this), strings: this.strings });
  }

  /** A series is of a language, a channel, an article or a team; nothing but its code says which. */
  #seriesName(of: string): string {
    if (of === '') return this.strings.whole;
    const { desk } = this.bank;
    if (desk.languages.some(({ code }) => code === of)) return languageName(of, languageOf(this));
    const row = this.bank.row(of);
    return row ? this.bank.title(of, languageOf(this)) : wordFor(of, this.common);
  }
}

function query(input: InsightsInput): string {
  return new URLSearchParams(Object.entries(input).map(([name, value]) => [name, String(value)])).toString();
}

defineElement('erfara-console-insights', InsightsRoom);
