import { html, type TemplateResult } from 'lit';
import type { FlaggedArticle } from '../../flag/controller.ts';
import type { SentCase } from '../capture-line.ts';
import type { PanelElement } from '../panel-element.ts';

/** What a form over the list begins with. */
export type Form = { view: 'flag'; article: FlaggedArticle } | { view: 'capture'; sent: SentCase };

/** Fetches the form's element. */
export function fetchForm(view: Form['view']): Promise<unknown> {
  return view === 'flag' ? import('../../flag/define.ts') : import('../../capture/define.ts');
}

/** A remark on an article, or a solved case to save, over the list. */
export function formView(form: Form, host: PanelElement, on: { close(): void; captured(): void }): TemplateResult {
  return html`<section class="over form">${form.view === 'flag' ? remark(form.article, host, on.close) : solved(form.sent, host, on)}</section>`;
}

function remark(
  article: FlaggedArticle,
  { language, server, question, channel, case: reference, controller }: PanelElement,
  close: () => void,
) {
  const phrasing = controller.input.keep === false ? '' : question;
  return html`<erfara-flag data-focus lang=${language} .server=${server} .article=${article} .phrasing=${phrasing}
    .channel=${channel} .case=${reference} @erfara-close=${close}></erfara-flag>`;
}

function solved(sent: SentCase, { language, server }: PanelElement, on: { close(): void; captured(): void }) {
  return html`<erfara-capture data-focus lang=${language} .server=${server} .question=${sent.question} .solution=${sent.text}
    .channel=${sent.channel} .market=${sent.market} .case=${sent.case} .variables=${sent.variables}
    @erfara-captured=${on.captured} @erfara-close=${on.close}></erfara-capture>`;
}
