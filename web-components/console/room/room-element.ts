import { html, nothing, type TemplateResult } from 'lit';
import { clientFor, type ErfaraClient } from '../../client/client.ts';
import { type Desk, deskOf } from '../../client/desk.ts';
import { RequestFailure } from '../../client/failure.ts';
import { WordedElement } from '../../worded-element.ts';
import { languageOf } from '../../words.ts';
import { type LiveArticles, liveArticlesOf } from './live-articles.ts';
import { type RoomWords, roomWords } from './strings/strings.ts';

/** What the console gives a room: where it is asked to be, and how it asks to be elsewhere. */
export interface Shell {
  go(path: string): void;
  /** A line at the bottom of the console, with a way back where there is one. */
  toast(text: string, undo?: () => void): void;
}

/** One view of the console. Its state lies in a controller that needs no page. */
export abstract class RoomElement<W> extends WordedElement<W> {
  static override properties = {
    ...WordedElement.properties,
    path: { attribute: false },
    query: { attribute: false },
    shell: { attribute: false },
  };

  /** What follows the room's name in the address. */
  path: string[] = [];
  /** What follows a question mark in the address. */
  query: Record<string, string> = {};
  shell: Shell = { go: () => undefined, toast: () => undefined };

  protected get common(): RoomWords {
    return roomWords.in(languageOf(this));
  }

  protected get client(): ErfaraClient {
    return clientFor(this.server ?? '');
  }

  protected get desk(): Desk {
    return deskOf(this.client);
  }

  protected get bank(): LiveArticles {
    return liveArticlesOf(this.client);
  }

  protected override async scheduleUpdate(): Promise<void> {
    await roomWords.load(languageOf(this));
    await super.scheduleUpdate();
  }

  /** What went wrong, in words, with a way to try again. */
  protected failed(failure: unknown, again?: () => void): TemplateResult | typeof nothing {
    if (!failure) return nothing;
    return html`<div class="notice bad" role="alert"><p>${this.said(failure)}</p>
      ${again ? html`<button type="button" @click=${again}>${this.common.again}</button>` : nothing}</div>`;
  }

  protected said(failure: unknown): string {
    if (!(failure instanceof RequestFailure)) return String(failure);
    if (failure.kind === 'unreachable') return this.common.notConnected;
    if (failure.kind === 'busy') return this.common.busy;
    const [detail] = failure.details;
    const words = this.common as Record<string, string>;
    const what = words[`error-${failure.code}`] ?? failure.message;
    return detail ? `${what} ${words[`error-${detail.rule}`] ?? detail.message}` : what;
  }
}
