import { html, nothing, type TemplateResult } from 'lit';
import type { Gap } from '../../../server/http/contract.ts';
import { channelName } from '../../channels/channel-name.ts';
import { fill, languageName } from '../../words.ts';
import type { RoomWords } from '../room/strings/strings.ts';
import { trendView } from '../room/trend-view.ts';
import { editorPath } from '../shell/routes.ts';
import type { GapsWords } from './strings/strings.ts';

export interface GapHost {
  strings: GapsWords;
  common: RoomWords;
  lang: string;
  open: boolean;
  busy: boolean;
  toggle(): void;
  write(): void;
  answered(): void;
  silence(): void;
  reopen(): void;
}

/** One question that nothing answered: its most typical phrasing, how often, and the three things to do about it. */
export function gapView(gap: Gap, host: GapHost): TemplateResult {
  const { strings, common, lang, open, busy } = host;
  const { id, name, count, cases, languages, channels, trend } = gap;
  const about = [
    fill(strings.times, { n: count, cases }),
    languages.map((code) => languageName(code, lang)).join(', '),
    channels.map((code) => channelName(code, common)).join(', '),
  ];
  return html`<li class="gap box">
    <button type="button" class="name opens" aria-expanded=${open} aria-controls=${`gap-${id}`} @click=${host.toggle}>
      <q class="phrase" lang=${languages[0] ?? nothing}>${name}</q><span class="muted tiny">${about.filter(Boolean).join('\u00a0· ')}</span></button>
    ${trendView(trend, fill(strings.trend, { values: trend.join(', ') }))}
    <div class="row acts">${
      gap.state === 'open'
        ? html`<button type="button" class="main" ?disabled=${busy} @click=${host.write}>${strings.write}</button>
          <button type="button" ?disabled=${busy} @click=${host.answered}>${strings.answers}</button>
          <button type="button" class="quiet" ?disabled=${busy} @click=${host.silence}>${strings.silence}</button>`
        : gap.state === 'silenced'
          ? html`<button type="button" ?disabled=${busy} @click=${host.reopen}>${strings.reopen}</button>`
          : nothing
    }</div>
    <div id=${`gap-${id}`} class="why" ?hidden=${!open}>${open ? detail(gap, strings) : nothing}</div>
  </li>`;
}

function detail({ phrasings, sent, nearest }: Gap, strings: GapsWords): TemplateResult {
  return html`<div><p class="label">${strings.phrasings}</p><ul role="list" class="said">${phrasings.map((phrase) => html`<li>${phrase}</li>`)}</ul></div>
    ${
      sent.length > 0
        ? html`<div><p class="label">${strings.sent}</p><ul role="list" class="said">${sent.map(({ lang, markdown, count }) => html`<li lang=${lang}>${markdown} <span class="muted tiny">${fill(strings.sentTimes, { n: count })}</span></li>`)}</ul></div>`
        : nothing
    }
    ${nearest ? html`<p class="small"><span class="label">${strings.nearest}</span> <a lang=${nearest.lang} href=${`#${editorPath(nearest.id, nearest.lang)}`}>${nearest.title}</a></p>` : nothing}`;
}
