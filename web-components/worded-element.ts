import { LitElement } from 'lit';
import { languageOf } from './language-of.ts';
import type { Words } from './words.ts';

/** An element that speaks the page's language, and asks one server. */
export abstract class WordedElement<W> extends LitElement {
  static override properties = { server: {}, lang: {} };

  /** Address of the Erfara server; '' is the page's own origin. */
  server = '';
  /** Interface language; absent, the page's. */
  override lang = '';

  protected abstract readonly words: Words<W>;

  get strings(): W {
    return this.words.in(languageOf(this));
  }

  /** Words are fetched before they are first drawn, so that no other language flashes by. */
  protected override async scheduleUpdate(): Promise<void> {
    await this.words.load(languageOf(this));
    super.scheduleUpdate();
  }

  /** Puts the focus on what matches once it is drawn; answers whether it was there. */
  protected async focusOn(selector: string): Promise<boolean> {
    await this.updateComplete;
    const found = this.renderRoot.querySelector<HTMLElement>(selector);
    found?.focus();
    return found !== null;
  }
}
