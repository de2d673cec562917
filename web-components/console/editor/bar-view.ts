import { html, nothing, type TemplateResult } from 'lit';
import { dateLocale, fill, languageName } from '../../words.ts';
import { editorPath } from '../shell/routes.ts';
import type { EditorHost } from './host.ts';

/** Where one is, whether it is kept, and the way into the bank. */
export function barView(host: EditorHost): TemplateResult {
  const { controller, strings, bank, lang } = host;
  const { name, fields } = controller;
  const texts = bank.row(name.id)?.texts ?? [];
  const title = String(fields?.title ?? '') || bank.title(name.id, name.lang);
  return html`<div class="bar">
    <a class="back" href="#/articles">${strings.articles}</a><span class="muted" aria-hidden="true">/</span>
    <h1 class="sr" lang=${name.lang}>${title}</h1><span class="muted small id">${name.id}</span>
    <nav class="langs" aria-label=${strings.languages}>${(
      texts.some((text) => text.lang === name.lang) ? texts : [...texts, { lang: name.lang, stale: false }]
    ).map(
      (text) =>
        html`<a href=${`#${editorPath(name.id, text.lang)}`} aria-current=${text.lang === name.lang ? 'true' : 'false'} title=${`${languageName(text.lang, lang)}${text.stale ? ` (${strings.stale})` : ''}`} class=${text.stale ? 'stale' : ''}>${text.lang}${text.stale ? html`<span class="sr"> ${strings.stale}</span>` : nothing}</a>`,
    )}</nav>
    <span class="spacer"></span>
    <span class="small ${controller.drafts.state === 'failed' ? 'wrong' : 'muted'}" role="status">${statusOf(host)}</span>
    <button type="button" class="main" ?disabled=${!controller.unsaved} @click=${() => controller.prepareSave()}>${controller.source?.mayPublish === false ? strings.propose : strings.saveNow} <kbd>Ctrl S</kbd></button>
  </div>
  ${noticesView(host)}`;
}

function statusOf({ controller, strings, lang }: EditorHost): string {
  const { drafts, unsaved, source } = controller;
  if (drafts.state === 'failed') return strings.draftFailed;
  if (!source) return strings.newText;
  if (!unsaved) return strings.saved;
  if (drafts.state !== 'kept' || !drafts.at) return strings.unsaved;
  return fill(strings.draftKept, { time: drafts.at.toLocaleTimeString(dateLocale(lang), { timeStyle: 'short' }) });
}

function noticesView({ controller, strings, lang }: EditorHost): TemplateResult {
  const { restored, proposal, source } = controller;
  const when = (iso: string) =>
    new Date(iso).toLocaleString(dateLocale(lang), { dateStyle: 'medium', timeStyle: 'short' });
  return html`${
    restored
      ? html`<div class="notice" role="status"><p>${fill(strings.restored, { time: when(restored.at) })}</p>
          <button type="button" @click=${() => controller.discardDraft()}>${strings.discardDraft}</button></div>`
      : nothing
  }${
    proposal
      ? html`<div class="notice" role="status"><p>${fill(strings.proposal, { who: proposal.by, time: when(proposal.at) })}</p>
          <button type="button" @click=${() => controller.takeProposal()}>${strings.takeProposal}</button></div>`
      : nothing
  }${source?.mayPublish === false ? html`<p class="notice">${strings.ownerOnly}</p>` : nothing}`;
}
