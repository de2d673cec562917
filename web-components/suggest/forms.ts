import type { TemplateResult } from 'lit';
import type { SuggestedArticle } from '../../server/http/contract.ts';
import type { CaptureLine, SentCase } from './capture-line.ts';
import type { FocusTrail } from './focus-trail.ts';
import type { PanelElement } from './panel-element.ts';
import { type Form, fetchForm, formView } from './views/forms.ts';

/** The forms that lie over the list: a remark on an article, a solved case to save. */
export class Forms {
  readonly #element: PanelElement;
  readonly #focus: FocusTrail;
  readonly #line: () => CaptureLine;
  #form: Form | null = null;

  constructor(element: PanelElement, focus: FocusTrail, line: () => CaptureLine) {
    this.#element = element;
    this.#focus = focus;
    this.#line = line;
  }

  flag({ id, lang, etag, title }: SuggestedArticle): void {
    void this.#open({ view: 'flag', article: { id, lang, etag, title } });
  }

  save(sent: SentCase): void {
    void this.#open({ view: 'capture', sent });
  }

  /** The agent answers first; once that is sent, the case is saved. Without a reply box it is written down at once. */
  answerThenSave(hasBox: boolean): void {
    const { case: reference, question, channel, market, variables, strings } = this.#element;
    if (!hasBox) {
      this.save({ text: '', inserted: 0, case: reference, question, channel, market, variables });
      return;
    }
    this.#line().promised = true;
    this.#element.say(strings.savedOnceSent);
    this.#element.changed();
    this.#focus.toReply();
  }

  /** The quiet line below the list. */
  line(): unknown {
    const line = this.#line();
    const away = (change: () => void) => () => {
      change();
      this.#element.changed();
      this.#focus.toReply();
    };
    return line.view(this.#element.strings, this.#element.controller.view !== 'list', {
      save: () => line.offered && this.save(line.offered),
      refuse: away(() => line.done()),
      cancel: away(() => {
        line.promised = false;
      }),
    });
  }

  /** The open form; null when none is. */
  view(close: () => void): TemplateResult | null {
    if (!this.#form) return null;
    return formView(this.#form, this.#element, { close, captured: () => this.#line().done() });
  }

  clear(): void {
    this.#form = null;
  }

  async #open(form: Form): Promise<void> {
    const asked = this.#element.case;
    await fetchForm(form.view).catch(() => null);
    // Another conversation was opened meanwhile: the line still offers the case.
    if (this.#element.case !== asked) return;
    this.#form = form;
    this.#focus.slideOver(form.view);
  }
}
