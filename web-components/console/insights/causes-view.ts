import { html, nothing, type TemplateResult } from 'lit';
import type { Cause, InsightsOutput } from '../../../server/http/contract.ts';
import { dateLocale, fill } from '../../words.ts';
import { trendView } from '../room/trend-view.ts';
import { editorPath } from '../shell/routes.ts';
import type { Naming } from './names.ts';

/** What somebody in the company could end: who, the cases it makes, and how far it has come. */
export function causesView(causes: Cause[], { strings }: Naming): TemplateResult | typeof nothing {
  if (causes.length === 0) return nothing;
  return html`<section aria-labelledby="causes"><h2 id="causes">${strings.causes}</h2><p class="muted small">${strings.causesHint}</p>
    <ul role="list" class="causes">${causes.map(({ owner, article, told, accepted, fixed, points }) => {
      const dates = [
        [strings.told, told],
        [strings.accepted, accepted],
        [strings.fixed, fixed],
      ].flatMap(([name, day]) => (day ? [`${name} ${day}`] : []));
      const label = fill(strings.casesByStep, { values: points.map((point) => point ?? '–').join(', ') });
      return html`<li class="box"><span><a lang=${article.lang} href=${`#${editorPath(article.id, article.lang)}`}>${article.title}</a><span class="muted tiny">${[owner, ...dates].join('\u00a0· ')}</span></span>${trendView(points, label)}</li>`;
    })}</ul></section>`;
}

/** Changes to articles, newest first, with what their answers were taken for before and after. */
export function changesView({ changes }: InsightsOutput, { strings, lang }: Naming): TemplateResult | typeof nothing {
  if (changes.length === 0) return nothing;
  return html`<details><summary>${strings.changes}</summary><ul role="list" class="changes">${[...changes]
    .reverse()
    .map(({ at, article, message, effect }) => {
      const { before, after } = effect;
      const came = before === null || after === null ? '' : fill(strings.effect, { before, after });
      return html`<li><time class="muted" datetime=${at}>${new Date(at).toLocaleDateString(dateLocale(lang))}</time> <a lang=${article.lang} href=${`#${editorPath(article.id, article.lang)}`}>${article.title}</a>: ${message} <span class="muted">${came}</span></li>`;
    })}</ul></details>`;
}
