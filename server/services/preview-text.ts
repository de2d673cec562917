import type { Text } from '../domain/article.ts';
import type { PreviewInput, PreviewOutput } from '../domain/article-list.ts';
import type { Ctx } from '../domain/principal.ts';
import { bankAfter, type ReadText } from './bank-after.ts';
import { composeReply, fillFacts } from './compose-reply.ts';
import { inEveryMarket } from './in-every-market.ts';
import type { LiveBank } from './live-bank.ts';
import { requireInside, requireScope } from './scope.ts';

export interface PreviewDeps {
  bank: () => LiveBank;
  readText: ReadText;
  /** Markdown to HTML that is safe to show. */
  renderHtml: (markdown: string) => string;
  /** `translated_from.hash` of a translation of this text. */
  hashOf: (text: Text) => string;
}

/** A text that nobody saved yet, as an agent would read it and a customer get it. */
export function previewText(deps: PreviewDeps) {
  return async ({ markdown, channels, market, ...named }: PreviewInput, ctx: Ctx): Promise<PreviewOutput> => {
    requireScope(ctx, 'edit');
    requireInside(ctx);
    const bank = deps.bank();
    const { texts, problems } = bankAfter(bank, { texts: [{ ...named, markdown }] }, deps.readText, ctx);
    const text = texts[0]?.text;
    const { requestId } = ctx;
    if (!text) return { requestId, text: null, replies: [], hash: null, problems };
    const { facts, settings, stale } = bank;
    const filled = { facts, market: market ?? null, now: ctx.now };
    const sections = text.sections.map((section) => {
      const { name, channel, alternative, heading } = section;
      const html = deps.renderHtml(inEveryMarket(fillFacts(section.markdown, filled), text, settings));
      return { name, channel, alternative, heading, html };
    });
    const setting = { ...filled, settings, greeted: false, thread: null, stale };
    return {
      requestId,
      text: { id: text.id, lang: text.lang, title: text.title, sections },
      replies: channels.map((channel) => ({ channel, reply: composeReply(text, { ...setting, channel }) })),
      hash: deps.hashOf(text),
      problems,
    };
  };
}
