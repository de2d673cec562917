import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { InsightsOutput } from '../../../server/http/contract.ts';
import { insightsOf } from '../../client/insights.ts';
import { defineElement } from '../../define-element.ts';
import { tokens } from '../../tokens.ts';
import { fill, languageOf } from '../../words.ts';
import type { Picker } from '../room/article-picker.ts';
import { RoomElement } from '../room/room-element.ts';
import { roomStyles } from '../room/room-styles.ts';
import { sheetStyles } from '../room/sheet-styles.ts';
import { type CauseChange, changeCause } from './causes.ts';
import { type CausesHost, causesView, changesView } from './causes-view.ts';
import { InsightsController, type Step } from './controller.ts';
import { figureView, hasPoints } from './figure-view.ts';
import { insightName, type Naming, seriesName } from './names.ts';
import { valueIn } from './number.ts';
import type { plotOf } from './plot.ts';
import { type InsightsWords, insightsWords } from './strings/strings.ts';
import { insightsStyles } from './styles.ts';

const STEPS: Step[] = ['day', 'week', 'month'];
const WEEKS = [4, 12, 26, 52];

class InsightsRoom extends RoomElement<InsightsWords> {
  static override styles = [tokens, roomStyles, sheetStyles, insightsStyles];

  protected override readonly words = insightsWords;
  readonly #controller = new InsightsController(
    (input, signal) => insightsOf(this.client).read(input, signal),
    () => this.requestUpdate(),
  );
  #plot: typeof plotOf | null = null;
  #drawn: unknown = null;
  #picker: Picker = { words: '', picked: null };
  #busy = false;
  #unsaved: unknown = null;
  #stop: (() => void) | null = null;
  readonly #sized = new ResizeObserver(() => {
    this.#drawn = null;
    this.requestUpdate();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.bank.listen(() => this.requestUpdate());
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
    this.#stop?.();
    this.#sized.disconnect();
    this.#controller.stop();
  }

  get #naming(): Naming {
    const { strings, common, bank } = this;
    return { strings, common, bank, lang: languageOf(this) };
  }

  get #causes(): CausesHost {
    return {
      naming: this.#naming,
      step: this.#controller.step,
      picker: this.#picker,
      busy: this.#busy,
      // In Swedish a day is written as it is kept.
      today: new Date().toLocaleDateString('sv'),
      pick: (picker) => {
        this.#picker = picker;
        this.requestUpdate();
      },
      change: (article, change, before) => void this.#changeCause(article, change, before),
    };
  }

  async #changeCause(article: { id: string; title: string }, change: CauseChange, before: CauseChange | null) {
    this.#busy = true;
    this.#unsaved = null;
    this.requestUpdate();
    try {
      await changeCause(this.desk, article.id, change);
      this.#picker = { words: '', picked: null };
      const said = before ? fill(this.strings.causeSaved, { title: article.title }) : this.common.undone;
      this.shell.toast(said, before ? () => void this.#changeCause(article, before, null) : undefined);
    } catch (failure) {
      this.#unsaved = failure;
    }
    this.#busy = false;
    await this.#controller.read();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { output } = this.#controller;
    const key = `${output?.requestId} ${languageOf(this)} ${this.bank.loaded}`;
    if (!output || !this.#plot || key === this.#drawn) return;
    this.#drawn = key;
    const naming = this.#naming;
    for (const place of this.renderRoot.querySelectorAll<HTMLElement>('.plot')) {
      const insight = output.insights[Number(place.dataset.at)];
      if (!insight) continue;
      const chart = this.#plot(insight, {
        ...{ steps: output.steps, changes: output.changes, width: Math.max(260, place.clientWidth) },
        lang: naming.lang,
        label: insightName(insight, naming),
        nameOf: (series) => seriesName(series, naming),
        format: (value) => valueIn(insight.unit, value, naming),
      });
      place.replaceChildren(chart);
    }
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    const controller = this.#controller;
    const { output, failure, asked } = controller;
    const insights = insightsOf(this.client);
    const choose = (event: Event) => (event.target as HTMLSelectElement).value;
    return html`<div class="page">
      <div class="head"><h1>${strings.insights}</h1><span class="spacer"></span>
        <select aria-label=${strings.period} @change=${(event: Event) => controller.choose({ weeks: Number(choose(event)) })}>${WEEKS.map((n) => html`<option value=${n} ?selected=${n === controller.weeks}>${fill(strings.weeks, { n })}</option>`)}</select>
        <select aria-label=${strings.step} @change=${(event: Event) => controller.choose({ step: choose(event) as Step })}>${STEPS.map((step) => html`<option value=${step} ?selected=${step === controller.step}>${strings[step]}</option>`)}</select>
        <a class="button" download href=${insights.csv(asked)}>${strings.csv}</a>
        <a class="button" target="_blank" rel="noopener" href=${insights.report(asked.until.slice(0, 7), languageOf(this))}>${strings.report}</a>
        <p>${strings.hint}</p></div>
      ${failure ? this.failed(failure, () => void controller.read()) : nothing}
      ${output ? this.#figures(output) : nothing}
    </div>`;
  }

  #figures(output: InsightsOutput): TemplateResult {
    const { strings } = this;
    const naming = this.#naming;
    const told = output.insights.filter(hasPoints);
    const untold = output.insights.filter((insight) => !hasPoints(insight));
    const names = untold.map((insight) => insightName(insight, naming)).join(', ');
    return html`${told.length === 0 ? html`<p class="empty">${strings.none}</p>` : nothing}
      <div class="plots">${output.insights.map((insight, i) => (hasPoints(insight) ? figureView(insight, i, output.steps, naming) : nothing))}</div>
      ${this.failed(this.#unsaved)}${causesView(output, this.#causes)}${changesView(output, naming)}
      ${untold.length > 0 ? html`<p class="muted small">${fill(strings.notYet, { names })}</p>` : nothing}`;
  }
}

defineElement('erfara-console-insights', InsightsRoom);
