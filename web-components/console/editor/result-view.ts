import { html, nothing, type TemplateResult } from 'lit';
import type { PreviewOutput, Reply } from '../../../server/http/contract.ts';
import { channelName } from '../../channels/channel-name.ts';
import { compose } from '../../reply/compose.ts';
import { judge } from '../../reply/length.ts';
import { safeNodes } from '../../suggest/safe-html.ts';
import { panelWords } from '../../suggest/strings/strings.ts';
import { fill } from '../../words.ts';
import type { EditorHost } from './host.ts';

/** Those that get a button of their own; the others are in a list. */
const FIRST = ['email', 'sms', 'facebook-comment'];
/** Parts that colleagues alone read. */
const INSIDE = new Set(['mandate', 'internal', 'hand-over']);
/** Somebody, so that a reply reads as it would. */
const VALUES = { 'customer.first_name': 'Karin', 'agent.first_name': 'Sofia' };

export interface ResultChoice {
  /** '' = as an agent reads it. */
  channel: string;
  choose(channel: string): void;
}

/** The text as it will be: read by an agent, or sent to a customer in a channel, with its length there. */
export function resultView(host: EditorHost, { channel, choose }: ResultChoice): TemplateResult {
  const { strings, common, bank, controller } = host;
  const { output, failure } = controller.preview;
  const first = FIRST.filter((code) => bank.desk.channels.some((each) => each.code === code));
  const others = bank.desk.channels.filter(({ code }) => !first.includes(code));
  const button = (code: string, name: string) =>
    html`<button type="button" aria-pressed=${channel === code} @click=${() => choose(code)}>${name}</button>`;
  return html`<div class="pills" role="group" aria-label=${strings.result}>
      ${button('', strings.agent)}${first.map((code) => button(code, channelName(code, common)))}
      ${
        others.length === 0
          ? nothing
          : html`<select aria-label=${strings.channel} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
              <option value="" ?selected=${!others.some(({ code }) => code === channel)}>${strings.channel}</option>
              ${others.map(({ code }) => html`<option value=${code} ?selected=${code === channel}>${channelName(code, common)}</option>`)}
            </select>`
      }
      <span class="spacer"></span>
      <select aria-label=${strings.market} @change=${(event: Event) => controller.previewIn((event.target as HTMLSelectElement).value)}>
        <option value="">${strings.everyMarket}</option>
        ${bank.desk.markets.map(({ code, name }) => html`<option value=${code} ?selected=${code === controller.market}>${name}</option>`)}
      </select>
    </div>
    ${failure && !output ? html`<p class="notice bad">${host.said(failure)}</p>` : nothing}
    ${output ? shown(output, channel, host) : nothing}`;
}

function shown(output: PreviewOutput, channel: string, host: EditorHost): TemplateResult {
  const { text, replies } = output;
  if (!text) return html`<p class="notice bad">${host.strings.noPreview}</p>`;
  if (channel === '') return agentView(text, host);
  const reply = replies.find((each) => each.channel === channel)?.reply ?? null;
  if (!reply) return html`<p class="empty">${host.strings.noReply}</p>`;
  return sentView(reply, channel, host);
}

function agentView(text: NonNullable<PreviewOutput['text']>, { common }: EditorHost): TemplateResult {
  return html`<article class="read" lang=${text.lang}><h2>${text.title}</h2>
    ${text.sections.map(
      ({ name, heading, html: source }) =>
        html`<section class=${INSIDE.has(name) ? 'inside' : ''}><h3>${heading}${INSIDE.has(name) ? html` <span class="badge internal">${common.internal}</span>` : nothing}</h3>${safeNodes(source)}</section>`,
    )}</article>`;
}

function sentView(reply: Reply, channel: string, { strings, lang }: EditorHost): TemplateResult {
  const words = panelWords.in(lang);
  const around = { channel, variables: VALUES, before: '', after: '', strings: words, said: [] };
  const { text } = compose(reply, reply.markdown, around);
  const { unit, good, limit } = reply;
  const { count, level, over } = judge(text, { unit, good, limit });
  const said =
    over > 0
      ? fill(strings.over, { n: over })
      : fill(unit === 'sms' ? strings.sms : strings.length, { n: count, good });
  return html`<div class="sent"><p class="bubble" lang=${reply.lang}>${text}</p>
    <div class="meter ${level}"><i .style=${`width:${Math.min(100, (count / good) * 100)}%`}></i></div>
    <p class="tiny muted meter-text ${level}">${said}</p></div>`;
}
