import { html, nothing, type TemplateResult } from 'lit';
import type { DecisionsOutput } from '../../../server/http/contract.ts';
import { curationOf } from '../../client/curation.ts';
import { dayIn } from '../../day-in.ts';
import { defineElement } from '../../define-element.ts';
import { tokens } from '../../tokens.ts';
import { dateLocale, fill, languageOf } from '../../words.ts';
import { Asked } from '../room/asked.ts';
import { RoomElement } from '../room/room-element.ts';
import { roomStyles } from '../room/room-styles.ts';
import { editorPath } from '../shell/routes.ts';
import { type TodayWords, todayWords } from './strings/strings.ts';
import { todayStyles } from './styles.ts';

type Decision = DecisionsOutput['decisions'][number];

/** What was done to articles by rule, with its reason and the way to its history. */
class DecisionsRoom extends RoomElement<TodayWords> {
  static override styles = [tokens, roomStyles, todayStyles];

  protected override readonly words = todayWords;
  readonly #asked = new Asked<DecisionsOutput>(() => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asked.stop();
  }

  #read(): void {
    void this.#asked.ask((signal) => curationOf(this.client).decisions({}, signal));
  }

  protected override render(): TemplateResult {
    const { strings } = this;
    const { output, failure } = this.#asked;
    return html`<div class="page">
      <p class="more"><a href="#/today">${strings.back}</a></p>
      <div class="head"><h1>${strings.decisions}</h1><p>${strings.decisionsHint}</p></div>
      ${failure ? this.failed(failure, () => this.#read()) : nothing}
      ${output || failure ? nothing : html`<div role="img" aria-label=${this.common.loading}><div class="skeleton"></div></div>`}
      ${output?.decisions.length === 0 ? html`<p class="empty">${strings.noDecisions}</p>` : nothing}
      <ul class="queue" role="list">${output?.decisions.map((decision) => this.#row(decision))}</ul>
    </div>`;
  }

  #row({ at, what, article, reason, because }: Decision): TemplateResult {
    const { strings } = this;
    const lang = languageOf(this);
    const said = (strings as Record<string, string>)[`what-${what}`] ?? `${what}: {title}`;
    const why = (strings as Record<string, string>)[`why-${what}`];
    const when = new Date(at).toLocaleString(dateLocale(lang), { dateStyle: 'medium', timeStyle: 'short' });
    return html`<li class="box record">
      <p><a href="#${editorPath(article.id, article.lang)}"><strong>${fill(said, { title: article.title })}</strong></a></p>
      ${why && because ? html`<p>${fill(why, { ...because, since: dayIn(because.since, lang) })}</p>` : html`<p lang="en">${reason}</p>`}
      <p class="muted small"><time datetime=${at}>${when}</time> · <a href="#${editorPath(article.id, article.lang, { at: at.slice(0, 10) })}">${strings.history}</a></p>
    </li>`;
  }
}

defineElement('erfara-console-decisions', DecisionsRoom);
