import { html, type TemplateResult } from 'lit';
import type { FlaggedArticle } from '../../flag/controller.ts';
import type { PanelElement } from '../panel-element.ts';

/** What a form over the list begins with. */
export type Form = { view: 'flag'; article: FlaggedArticle } | { view: 'capture'; question: string; solution: string };

/** Fetches the form's element. */
export function fetchForm(view: Form['view']): Promise<unknown> {
  return view === 'flag' ? import('../../flag/define.ts') : import('../../capture/define.ts');
}

/** A remark on an article, or a solved case to save, over the list. */
export function formView(form: Form, host: PanelElement, close: () => void): TemplateResult {
  const { server, channel, market, variables } = host;
  const reference = host.case;
  return html`<section class="over form">
    ${
      form.view === 'flag'
        ? html`<erfara-flag data-focus lang=${host.language} .server=${server} .article=${form.article} .phrasing=${host.question} .channel=${channel} .case=${reference} @erfara-close=${close}></erfara-flag>`
        : html`<erfara-capture data-focus lang=${host.language} .server=${server} .question=${form.question} .solution=${form.solution} .channel=${channel} .market=${market} .case=${reference} .variables=${variables} @erfara-close=${close}></erfara-capture>`
    }
  </section>`;
}
