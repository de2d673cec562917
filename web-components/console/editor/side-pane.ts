import { html, type TemplateResult } from 'lit';
import type { ArticleOutput } from '../../../server/http/contract.ts';
import { beginTranslation } from './begin-translation.ts';
import { historyView } from './history-view.ts';
import type { EditorHost, Tab } from './host.ts';
import { languagesView } from './languages-view.ts';
import { Past } from './past.ts';
import { relatedView } from './related-view.ts';
import { resultView } from './result-view.ts';
import { sideView } from './side-view.ts';
import { tryView } from './try-view.ts';

/** What stands beside the text: the tab that is open and what it has fetched. */
export class SidePane {
  readonly #host: () => EditorHost;
  #tab: Tab = 'result';
  #channel = '';
  #beside: { of: string; article: ArticleOutput | null; lang: string } = { of: '', article: null, lang: '' };
  #past: Past | null = null;
  #at: string | null = null;

  constructor(host: () => EditorHost) {
    this.#host = host;
  }

  /** Another text, or another version of it. `beside`: the language that it is translated from; `at`: a day to look back to. */
  reset(beside: string | null, at: string | null = null): void {
    this.#beside = { of: '', article: null, lang: beside ?? '' };
    this.#at = at;
    if (beside) this.#tab = 'languages';
    if (at) this.#tab = 'history';
  }

  view(host: EditorHost): TemplateResult {
    const choose = (tab: Tab) => {
      this.#tab = tab;
      host.requestUpdate();
    };
    return sideView(host, { tab: this.#tab, choose }, this.#content(host));
  }

  #content(host: EditorHost): TemplateResult {
    if (this.#tab === 'try') return tryView(host);
    if (this.#tab === 'related') return relatedView(host);
    if (this.#tab === 'history') return historyView(host, this.#history(host));
    if (this.#tab === 'languages') {
      void this.#readBeside(host);
      const { article, lang } = this.#beside;
      return html`${languagesView(host, { article, lang, choose: this.#choose, translate: this.#translate })}`;
    }
    const choose = (channel: string) => {
      this.#channel = channel;
      host.requestUpdate();
    };
    return resultView(host, { channel: this.#channel, choose });
  }

  #history({ desk, controller, article, requestUpdate }: EditorHost): Past {
    const then = (id: string, at: string) => {
      const { market } = this.#host().controller;
      return article(id, market ? { at, market } : { at });
    };
    this.#past ??= new Past({ ...desk, article: then }, requestUpdate);
    void this.#past.read(controller.name, controller.source?.etag ?? '');
    const at = this.#at;
    this.#at = null;
    if (at) void this.#past.lookBack(controller.name, at);
    return this.#past;
  }

  readonly #choose = (lang: string): void => {
    this.#beside = { ...this.#beside, lang };
    this.#host().requestUpdate();
  };

  async #readBeside({ controller, bank, article, requestUpdate }: EditorHost): Promise<void> {
    const { id } = controller.name;
    if (this.#beside.of === id || !bank.row(id)) return;
    this.#beside = { ...this.#beside, of: id };
    const found = await article(id).catch(() => null);
    if (this.#beside.of === id) this.#beside = { ...this.#beside, article: found };
    requestUpdate();
  }

  /** A translation begins as a draft with the source's fields and headings, the source beside it. */
  readonly #translate = (to: string): void => {
    const { controller, desk, bank, shell, said } = this.#host();
    beginTranslation(desk, { from: controller.name, to, settings: bank.desk }).then(shell.go, (failure: unknown) =>
      shell.toast(said(failure)),
    );
  };
}
