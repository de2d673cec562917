import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { CoachOutput } from '../../../server/http/contract.ts';
import { curationOf } from '../../client/curation.ts';
import { RequestFailure } from '../../client/failure.ts';
import { defineElement } from '../../define-element.ts';
import { tokens } from '../../tokens.ts';
import { dateLocale, fill, languageOf } from '../../words.ts';
import { Asked } from '../room/asked.ts';
import { RoomElement } from '../room/room-element.ts';
import { roomStyles } from '../room/room-styles.ts';
import { editorPath } from '../shell/routes.ts';
import { type TodayWords, todayWords } from './strings/strings.ts';
import { todayStyles } from './styles.ts';

/** Five recent texts of a contributor against the content standard; the server shows them to that person and a coach alone. */
class CoachingRoom extends RoomElement<TodayWords> {
  static override styles = [tokens, roomStyles, todayStyles];

  protected override readonly words = todayWords;
  readonly #asked = new Asked<CoachOutput>(() => this.requestUpdate());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asked.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('query')) this.#read();
  }

  #read(): void {
    const { of } = this.query;
    void this.#asked.ask((signal) => curationOf(this.client).coaching(of ? { contributor: of } : {}, signal));
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    const { output, failure } = this.#asked;
    const hidden = failure instanceof RequestFailure && failure.code === 'not-found';
    const ask = (event: SubmitEvent) => {
      event.preventDefault();
      const of = String(new FormData(event.currentTarget as HTMLFormElement).get('of') ?? '').trim();
      this.shell.go(`/today/coaching${of && `?${new URLSearchParams({ of })}`}`);
    };
    return html`<div class="page">
      <p class="more"><a href="#/today">${strings.back}</a></p>
      <div class="head"><h1>${strings.coaching}</h1><p>${fill(strings.coachingHint, { days: output?.days ?? 90 })}</p></div>
      <form class="filters" @submit=${ask}><label>${strings.contributor} <input name="of" autocomplete="off" .value=${this.query.of ?? output?.contributor ?? ''} /></label>
        <button type="submit">${strings.show}</button></form>
      ${hidden ? html`<p class="empty" role="alert">${strings.notYours}</p>` : this.failed(failure, () => this.#read())}
      ${output || failure ? nothing : html`<div role="img" aria-label=${this.common.loading}><div class="skeleton"></div></div>`}
      ${output?.texts.length === 0 ? html`<p class="empty">${fill(strings.noTexts, { name: output.contributor, days: output.days })}</p>` : nothing}
      <ul class="queue" role="list">${failure ? nothing : output?.texts.map((text) => this.#text(text))}</ul>
    </div>`;
  }

  #text({ article, at, message, problems }: CoachOutput['texts'][number]): TemplateResult {
    const { strings } = this;
    const when = new Date(at).toLocaleDateString(dateLocale(languageOf(this)), { dateStyle: 'medium' });
    return html`<li class="box record">
      <p><a href="#${editorPath(article.id, article.lang)}"><strong lang=${article.lang}>${article.title}</strong></a></p>
      <p class="muted small"><time datetime=${at}>${when}</time> · ${message.split('\n')[0]}</p>
      ${
        problems.length === 0
          ? html`<p>${strings.meetsStandard}</p>`
          : html`<ul>${problems.map(({ line, message: said, fix }) => html`<li><span class="muted">${fill(strings.line, { n: line })}</span> ${said} <span class="muted">${fix}</span></li>`)}</ul>`
      }
    </li>`;
  }
}

defineElement('erfara-console-coaching', CoachingRoom);
