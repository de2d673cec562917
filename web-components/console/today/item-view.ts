import { html, nothing, type TemplateResult } from 'lit';
import type { Flag, WorkItem } from '../../../server/http/contract.ts';
import { ago, fill } from '../../words.ts';
import type { RoomWords } from '../room/strings/strings.ts';
import { editorPath } from '../shell/routes.ts';
import { evidenceView } from './evidence-view.ts';
import { sentenceOf } from './sentence.ts';
import type { TodayWords } from './strings/strings.ts';

export interface ItemHost {
  strings: TodayWords;
  common: RoomWords;
  lang: string;
  open: boolean;
  busy: boolean;
  /** Open remarks on the first article, where the item is about them. */
  flags: Flag[] | null;
  toggle(): void;
  act(): void;
  answer(flag: Flag, text: string): void;
}

/** One thing to do: a sentence, its evidence on opening, and its action. */
export function itemView(item: WorkItem, host: ItemHost): TemplateResult {
  const { strings, common, lang, open, busy } = host;
  const [first] = item.articles;
  const action = (strings as Record<string, string>)[item.action] ?? strings.edit;
  const kind = (strings as Record<string, string>)[`kind-${item.kind}`] ?? item.kind;
  return html`<li class="item box">
    <div class="line">
      <button type="button" class="sentence opens" aria-expanded=${open} aria-controls=${`why-${item.id}`} @click=${host.toggle}>
        <span class="what">${sentenceOf(item, strings, lang)}</span>
        <span class="about muted tiny">${[kind, item.owner, fill(strings.since, { when: ago(item.since, lang) })].filter(Boolean).join('\u00a0· ')}</span>
      </button>
      <button type="button" class="main" ?disabled=${busy} @click=${host.act}>${action}</button>
    </div>
    <div id=${`why-${item.id}`} class="why" ?hidden=${!open}>${
      open
        ? html`${evidenceView(item, strings, common)}
          ${host.flags?.map((flag) => flagView(flag, host)) ?? nothing}
          ${first && item.action !== 'write' ? html`<p><a href=${`#${editorPath(first.id, first.lang)}`}>${strings.open}</a></p>` : nothing}`
        : nothing
    }</div>
  </li>`;
}

function flagView(flag: Flag, { strings, answer }: ItemHost): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get('answer') ?? '').trim();
    if (text !== '') answer(flag, text);
  };
  return html`<form class="field" @submit=${submit}>
    <p class="label">${strings['from-agent']}</p><p class="said">${flag.comment || flag.problem}${flag.phrasing ? html` <span class="muted">“${flag.phrasing}”</span>` : nothing}</p>
    <label for=${`answer-${flag.id}`}>${strings.answerLabel}</label>
    <textarea id=${`answer-${flag.id}`} name="answer" rows="2" required></textarea>
    <div><button type="submit">${strings.send}</button></div>
  </form>`;
}
