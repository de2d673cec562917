import { html, nothing, type TemplateResult } from 'lit';
import type { ArticleOutput } from '../../../server/http/contract.ts';
import { safeNodes } from '../../suggest/safe-html.ts';
import { dateLocale, fill } from '../../words.ts';
import type { EditorHost } from './host.ts';
import type { Past } from './past.ts';

/** A day, and what customers were told on it: the replies with the facts that held then, and who had written them. */
export function dayView(host: EditorHost, past: Past): TemplateResult {
  const { strings, common, controller } = host;
  const { day } = past;
  const ask = (event: SubmitEvent) => {
    event.preventDefault();
    const at = String(new FormData(event.currentTarget as HTMLFormElement).get('at') ?? '');
    void past.lookBack(controller.name, at);
  };
  const today = new Date().toISOString().slice(0, 10);
  return html`<form class="that-day" @submit=${ask}>
    <label for="at">${strings.dayAsked}</label>
    <div class="row"><input id="at" name="at" type="date" required max=${today} .value=${day?.at ?? ''} />
    <button type="submit">${strings.show}</button>
    ${day ? html`<button type="button" @click=${() => past.lookBack(controller.name, '')}>${common.close}</button>` : nothing}</div>
    <div aria-live="polite">${day ? answer(day, host) : nothing}</div>
  </form>`;
}

function answer({ at, article, failure }: NonNullable<Past['day']>, host: EditorHost): TemplateResult {
  if (failure) return html`<p class="notice bad">${host.said(failure)}</p>`;
  if (!article) return html`<p class="empty">${host.common.loading}</p>`;
  return told(article, at, host);
}

function told({ texts, asOf }: ArticleOutput, at: string, { strings, controller, lang }: EditorHost): TemplateResult {
  const text = texts.find((each) => each.lang === controller.name.lang) ?? texts[0];
  const replies = text?.sections.filter(({ name }) => name === 'reply') ?? [];
  const revision = asOf?.revisions.find((each) => each.lang === text?.lang);
  const day = new Date(`${at}T12:00:00`).toLocaleDateString(dateLocale(lang), { dateStyle: 'long' });
  return html`<p class="muted small">${fill(strings.toldOn, { day })}${revision ? html` · ${revision.author} · <time datetime=${revision.at}>${new Date(revision.at).toLocaleDateString(dateLocale(lang), { dateStyle: 'medium' })}</time>` : nothing}</p>
    <article class="read box" lang=${text?.lang ?? nothing}><h2>${text?.title}</h2>
    ${replies.length === 0 ? html`<p class="empty" lang=${lang}>${strings.noReplyThen}</p>` : replies.map(({ heading, html: source }) => html`<section><h3>${heading}</h3>${safeNodes(source)}</section>`)}</article>`;
}
