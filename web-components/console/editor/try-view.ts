import { html, nothing, type TemplateResult } from 'lit';
import type { MessageCheck, RankedForMessage } from '../../../server/http/contract.ts';
import { fill } from '../../words.ts';
import type { EditorHost } from './host.ts';

/** Real messages, and where the article ranks for each before and after the change. */
export function tryView(host: EditorHost): TemplateResult {
  const { strings, controller } = host;
  const { checks, messages } = controller;
  const submit = (event: Event) => {
    event.preventDefault();
    const words = new FormData(event.target as HTMLFormElement).get('messages');
    controller.tryMessages(messagesIn(String(words ?? '')));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
      (event.currentTarget as HTMLFormElement).requestSubmit();
  };
  const results = messages.length > 0 ? (checks.output?.messages ?? []) : [];
  return html`<form class="try" @submit=${submit} @keydown=${onKey}>
      <p class="muted small">${strings.tryHint}</p>
      <div class="field"><label for="messages">${strings.tryLabel}</label>
        <textarea id="messages" name="messages" rows="5" .defaultValue=${messages.join('\n\n')}></textarea></div>
      <div class="row"><button type="submit" class="main">${strings.tryNow} <kbd>Ctrl Enter</kbd></button>
        <span class="muted small" role="status">${checks.pending && messages.length > 0 ? strings.checking : ''}</span></div>
    </form>
    ${checks.failure && !checks.pending ? html`<p class="notice bad">${host.said(checks.failure)}</p>` : nothing}
    <ul class="tried" role="list">${results.map((result) => resultOf(result, host))}</ul>`;
}

/** Messages stand apart by an empty line; without one each line is a message. */
export function messagesIn(words: string): string[] {
  const parts = /\n\s*\n/.test(words.trim()) ? words.split(/\n\s*\n/) : words.split('\n');
  return parts.flatMap((part) => part.trim() || []).slice(0, 20);
}

function resultOf({ text, before, after, rankBefore, rankAfter }: MessageCheck, host: EditorHost): TemplateResult {
  const { strings } = host;
  const better = (rankAfter ?? 99) < (rankBefore ?? 99);
  const worse = (rankAfter ?? 99) > (rankBefore ?? 99);
  const rank = (n: number | null) => (n === null ? strings.notFound : fill(strings.place, { n }));
  const side = (label: string, ranked: RankedForMessage[]) =>
    html`<div><p class="label">${label}</p><ol>${ranked.slice(0, 3).map(({ id, shown }) => placeOf(id, shown, host))}</ol></div>`;
  return html`<li class="box"><p>${text}</p>
    <p class="rank"><span>${rank(rankBefore)}</span> <span aria-hidden="true">→</span> <strong class=${better ? 'good' : worse ? 'bad' : ''}>${rank(rankAfter)}</strong></p>
    <div class="sides">${side(strings.before, before)}${side(strings.after, after)}</div></li>`;
}

function placeOf(id: string, shown: boolean, { controller, bank, strings }: EditorHost): TemplateResult {
  const own = id === controller.name.id;
  return html`<li class=${shown ? '' : 'muted'}>${own ? html`<strong>${bank.title(id, controller.name.lang)}</strong> <span class="badge">${strings.thisArticle}</span>` : bank.title(id, controller.name.lang)}${shown ? nothing : html` <span class="tiny">(${strings.notShown})</span>`}</li>`;
}
