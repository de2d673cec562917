import { html, nothing, type TemplateResult } from 'lit';
import type { ArticleOutput, ArticleText, RevisionOfText } from '../../../server/http/contract.ts';
import { dayIn } from '../../day-in.ts';
import { marketName } from '../../market-name.ts';
import { ago, fill, languageName } from '../../words.ts';
import { linksOf, missingLanguages, shortName } from '../shown-text.ts';
import type { ArticleView } from './view.ts';

/** "Checked 12 days ago · used 14 times": whether the text can be trusted, in one line. */
export function stateView(article: ArticleOutput, text: ArticleText, { strings, lang }: ArticleView): TemplateResult {
  const names: Record<string, string> = {
    ...{ validated: strings.validated, 'not-validated': strings.notValidated },
    ...{ wip: strings.wip, archived: strings.archived },
  };
  const when = text.verifiedAt && text.state === 'validated' ? ` ${ago(text.verifiedAt, lang)}` : '';
  const { uses } = article;
  const used = uses === 0 ? '' : uses === 1 ? strings.usedOnce : fill(strings.used, { n: uses });
  const parts = [...(article.kind === 'case' ? [strings.solvedCase] : []), ...(used ? [used] : [])];
  return html`<p class="state">${article.audience === 'internal' ? html`<span class="badge internal">${strings.internal}</span>` : nothing}<span class=${text.state}>${names[text.state] ?? text.state}${when}</span>${parts.map((part) => html` <span aria-hidden="true">·</span> ${part}`)}</p>`;
}

/** What is wrong with the translations, said where they are read. */
export function translationView(article: ArticleOutput, shown: ArticleText[], view: ArticleView): TemplateResult {
  const { strings, lang } = view;
  const missing = missingLanguages(article, view.needed).map((code) => languageName(code, lang));
  const stale = shown.filter((text) => text.stale);
  return html`${stale.map(
    (text) => html`<p class="caution" data-stale=${text.lang}>${languageName(text.lang, lang)}: ${strings.stale}</p>`,
  )}${missing.length > 0 ? html`<p class="hint" data-missing>${fill(strings.noText, { languages: missing.join(', ') })}</p>` : nothing}`;
}

/** Who answers for the article, where it holds, where it leads and where it came from. */
export function aboutView(article: ArticleOutput, text: ArticleText, view: ArticleView): TemplateResult {
  const { strings, lang } = view;
  const links = linksOf(text);
  const { source } = text;
  const checked = text.verifiedAt
    ? html`<time datetime=${text.verifiedAt}>${dayIn(text.verifiedAt, lang)}</time>`
    : strings.neverChecked;
  const markets = article.markets?.map((market) => marketName(market, lang)).join(', ') ?? strings.allMarkets;
  return html`<section class="about" aria-label=${strings.about}>
    <dl>
      ${fact(strings.lastChecked, checked)} ${article.owner ? fact(strings.owner, article.owner) : nothing}
      ${fact(strings.markets, markets)}
      ${
        article.tags.length > 0
          ? fact(
              strings.tags,
              article.tags.map((tag) => html`<span class="badge">${tag}</span>`),
            )
          : nothing
      }
      ${links.length > 0 ? fact(strings.links, html`<ul>${links.map(({ href, label }) => html`<li>${outward(href, label)}</li>`)}</ul>`) : nothing}
      ${text.translatedFrom ? fact(strings.translation, fill(strings.translatedFrom, { language: languageName(text.translatedFrom, lang) })) : nothing}
      ${source ? fact(strings.source, sourceView(source)) : nothing}
    </dl>
  </section>`;
}

/** Who changed it when; asked for when it is opened. */
export function historyView({ reading, strings, lang }: ArticleView): TemplateResult {
  const { history } = reading;
  const open = (event: Event) => (event.target as HTMLDetailsElement).open && void reading.loadHistory();
  return html`<details class="history" @toggle=${open}>
    <summary>${strings.history}</summary>
    ${
      history === null
        ? html`<div class="skeleton" role="img" aria-label=${strings.loading}><i class="w-60 thin"></i></div>`
        : history === 'refused' || history.revisions.length === 0
          ? html`<p>${strings.noHistory}</p>`
          : html`<ol role="list">${history.revisions.map((revision) => revisionView(revision, lang))}</ol>
              ${history.more ? html`<p>${strings.older}</p>` : nothing}`
    }
  </details>`;
}

function revisionView({ at, author, lang, message }: RevisionOfText, shown: string): TemplateResult {
  return html`<li><span class="who"><time datetime=${at}>${dayIn(at, shown)}</time> <span aria-hidden="true">·</span> ${shortName(author)} <span aria-hidden="true">·</span> ${lang}</span> <span class="what">${message}</span></li>`;
}

function fact(name: string, value: unknown): TemplateResult {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function sourceView({ system, ref, url }: NonNullable<ArticleText['source']>): TemplateResult {
  const name = ref ? `${system} ${ref}` : system;
  return url && /^https?:\/\//i.test(url) ? outward(url, name) : html`${name}`;
}

function outward(href: string, label: string): TemplateResult {
  return html`<a href=${href} target="_blank" rel="noopener noreferrer">${label}</a>`;
}
