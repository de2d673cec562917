import { LitElement } from 'lit';
import type { Words } from './words.ts';
import { languageOf } from './words.ts';

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

  /** Where the focus begins, when a host puts it on the element; '' = where it puts it. */
  protected get beginning(): string {
    return '';
  }

  override focus(options?: FocusOptions): void {
    if (this.beginning === '') super.focus(options);
    else if (!this.shadowRoot?.activeElement) void this.focusOn(this.beginning);
  }

  /** Puts the focus on what matches once it is drawn; answers whether it was there. */
  protected async focusOn(selector: string): Promise<boolean> {
    await this.updateComplete;
    const found = this.renderRoot.querySelector<HTMLElement>(selector);
    found?.focus();
    return found !== null;
  }
}
