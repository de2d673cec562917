import { html, nothing, type TemplateResult } from 'lit';
import type { ArticleOutput } from '../../../server/http/contract.ts';
import { safeNodes } from '../../suggest/safe-html.ts';
import { fill, languageName } from '../../words.ts';
import { editorPath } from '../shell/routes.ts';
import type { EditorHost } from './host.ts';

export interface Beside {
  /** The article as it is saved; null while it is fetched, or when it is new. */
  article: ArticleOutput | null;
  lang: string;
  choose(lang: string): void;
  translate(to: string): void;
}

/** The article's other languages, one of them beside the text to translate by, and those it lacks. */
export function languagesView(host: EditorHost, { article, lang, choose, translate }: Beside): TemplateResult {
  const { strings, controller, bank } = host;
  const { name } = controller;
  const row = bank.row(name.id);
  const others = row?.texts.filter((text) => text.lang !== name.lang) ?? [];
  const missing = bank.desk.languages.filter(
    ({ code }) => code !== name.lang && !others.some((text) => text.lang === code),
  );
  const shown =
    article?.texts.find((text) => text.lang === lang) ?? article?.texts.find((text) => text.lang !== name.lang);
  return html`${
    others.length === 0
      ? html`<p class="muted">${strings.noOther}</p>`
      : html`<div class="pills" role="group" aria-label=${strings.beside}>${others.map(
          (text) =>
            html`<button type="button" aria-pressed=${text.lang === shown?.lang} @click=${() => choose(text.lang)}>${languageName(text.lang, host.lang)}${text.stale ? html` <span class="badge warning">${strings.stale}</span>` : nothing}</button>`,
        )}</div>`
  }
  ${others.length > 0 && !article ? html`<p class="empty">${host.common.loading} …</p>` : nothing}
  ${
    shown && shown.lang !== name.lang
      ? html`<article class="read box" lang=${shown.lang}><h2>${shown.title}</h2>${shown.sections.map(
          (section) => html`<section><h3>${section.heading}</h3>${safeNodes(section.html)}</section>`,
        )}</article><a class="button" href=${`#${editorPath(name.id, shown.lang)}`}>${strings.open}</a>`
      : nothing
  }
  ${
    controller.source && missing.length > 0
      ? html`<div class="row missing">${missing.map(
          ({ code }) =>
            html`<button type="button" @click=${() => translate(code)}>${fill(strings.translateTo, { language: languageName(code, host.lang) })}</button>`,
        )}</div>`
      : nothing
  }`;
}
