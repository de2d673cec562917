import { html, nothing, type TemplateResult } from 'lit';
import type { Cause, InsightsOutput } from '../../../server/http/contract.ts';
import { dayIn } from '../../day-in.ts';
import { fill } from '../../words.ts';
import { type Picker, pickable, pickerView } from '../room/article-picker.ts';
import { trendView } from '../room/trend-view.ts';
import { editorPath } from '../shell/routes.ts';
import { around, type CauseChange, nextStep, STEPS } from './causes.ts';
import type { Step } from './controller.ts';
import type { Naming } from './names.ts';
import { valueIn } from './number.ts';

/** What the causes' part of the room asks for. */
export interface CausesHost {
  naming: Naming;
  step: Step;
  /** The article that is looked for, to name its cause. */
  picker: Picker;
  busy: boolean;
  today: string;
  pick(picker: Picker): void;
  change(article: { id: string; title: string }, change: CauseChange, before: CauseChange): void;
}

/** What somebody in the company could end: who, the cases it makes, how far it has come, and what became of it since. */
export function causesView({ causes, steps }: InsightsOutput, host: CausesHost): TemplateResult {
  const { strings } = host.naming;
  return html`<section aria-labelledby="causes"><h2 id="causes">${strings.causes}</h2><p class="muted small">${strings.causesHint}</p>
    ${causes.length === 0 ? html`<p class="empty">${strings.noCauses}</p>` : nothing}
    <ul role="list" class="causes">${causes.map((cause) => causeView(cause, steps, host))}</ul>
    ${newCauseView(host)}</section>`;
}

function causeView(cause: Cause, steps: string[], host: CausesHost): TemplateResult {
  const { naming, busy, today, change } = host;
  const { strings, common, lang } = naming;
  const { owner, article, points, fixed } = cause;
  const before = { owner, told: cause.told, accepted: cause.accepted, fixed };
  const dates = STEPS.flatMap((step) => {
    const day = cause[step];
    return day ? [`${strings[step]} ${dayIn(day, lang)}`] : [];
  });
  const label = fill(strings.casesByStep, { values: points.map((point) => point ?? '–').join(', ') });
  const next = nextStep(cause);
  const now = { told: strings.tellNow, accepted: strings.acceptNow, fixed: strings.fixNow };
  const at = fixed === null ? -1 : steps.findLastIndex((day) => day <= fixed);
  const save = (event: Event) => {
    event.preventDefault();
    const given = new FormData(event.target as HTMLFormElement);
    const of = (name: string) => String(given.get(name) ?? '').trim() || null;
    change(
      article,
      { owner: of('owner') ?? owner, told: of('told'), accepted: of('accepted'), fixed: of('fixed') },
      before,
    );
  };
  return html`<li class="box cause" data-cause=${article.id}>
    <div class="line"><span><a lang=${article.lang} href=${`#${editorPath(article.id, article.lang)}`}>${article.title}</a><span class="muted tiny">${[owner, ...dates].join('\u00a0· ')}</span>${aroundView(cause, steps, host)}</span>
      ${trendView(points, label, at)}
      ${next ? html`<button type="button" ?disabled=${busy} @click=${() => change(article, { [next]: today }, { [next]: null })}>${now[next]}</button>` : nothing}</div>
    <details><summary>${strings.causeDates}</summary><form class="dates" @submit=${save}>
      <label>${strings.causeOwner}<input name="owner" required maxlength="120" .value=${owner} /></label>
      ${STEPS.map((step) => html`<label>${strings[step]}<input type="date" name=${step} .value=${cause[step] ?? ''} /></label>`)}
      <button type="submit" ?disabled=${busy}>${common.save}</button></form></details></li>`;
}

function aroundView({ points, fixed }: Cause, steps: string[], { naming, step }: CausesHost) {
  const means = fixed === null ? null : around(points, steps, fixed);
  if (!means) return nothing;
  const { strings } = naming;
  const said = (value: number | null) => (value === null ? '–' : valueIn('rating', value, naming));
  const words = fill(strings.aroundFix, {
    step: strings[step].toLocaleLowerCase(),
    before: said(means.before),
    after: said(means.after),
  });
  return html`<span class="tiny">${words}</span>`;
}

function newCauseView({ naming, picker, busy, pick, change }: CausesHost): TemplateResult {
  const { strings, common, bank, lang } = naming;
  const save = (event: Event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const owner = String(new FormData(form).get('owner') ?? '').trim();
    if (!picker.picked || owner === '') return;
    change(picker.picked, { owner }, { owner: null });
    form.reset();
  };
  return html`<details class="new"><summary>${strings.nameCause}</summary><form @submit=${save}>
    ${pickerView(picker, pickable(bank.rows, picker.words, lang), { label: strings.causeArticle, change: pick })}
    <div class="dates"><label>${strings.causeOwner}<input name="owner" required maxlength="120" autocomplete="off" /></label>
    <button type="submit" ?disabled=${busy || !picker.picked}>${common.save}</button></div></form></details>`;
}

/** Changes to articles, newest first, with what their answers were taken for before and after. */
export function changesView({ changes }: InsightsOutput, naming: Naming): TemplateResult | typeof nothing {
  const { strings, lang } = naming;
  if (changes.length === 0) return nothing;
  return html`<details><summary>${strings.changes}</summary><ul role="list" class="changes">${[...changes]
    .reverse()
    .map(({ at, article, message, effect }) => {
      const [before, after] = [effect.before, effect.after].map((part) =>
        part === null ? null : valueIn('share', part, naming),
      );
      const came = before && after ? fill(strings.effect, { before, after }) : '';
      return html`<li><time class="muted" datetime=${at}>${dayIn(at, lang)}</time> <a lang=${article.lang} href=${`#${editorPath(article.id, article.lang)}`}>${article.title}</a>: ${message} <span class="muted">${came}</span></li>`;
    })}</ul></details>`;
}
