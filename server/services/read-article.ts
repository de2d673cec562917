import type { Section, Text } from '../domain/article.ts';
import { maySee } from '../domain/audience.ts';
import { ErfaraError } from '../domain/errors.ts';
import type { Ctx } from '../domain/principal.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { PastArticle } from './article-at.ts';
import { composeReply, fillFacts } from './compose-reply.ts';
import { inEveryMarket } from './in-every-market.ts';
import type { LiveBank } from './live-bank.ts';
import { readableTexts } from './may-read.ts';
import { requireScope } from './scope.ts';

/** Uses are counted over this many days. */
const USES_DAYS = 30;
/** Parts that colleagues alone read, whatever the article's audience. */
const INSIDE = new Set<Section['name']>(['mandate', 'internal', 'hand-over']);

export interface ReadArticleDeps {
  bank: () => LiveBank;
  ledger: Pick<Ledger, 'uses'>;
  /** Markdown to HTML that is safe to show. */
  renderHtml: (markdown: string) => string;
  /** The article as it was. */
  past: (id: string, at: string, ctx: Ctx) => Promise<PastArticle>;
}

export interface ReadArticleInput {
  id: string;
  /** Facts are filled with this market's values. */
  market?: string;
  /** Replies are composed for this channel. */
  channel?: string;
  /** A day (ISO date) or a moment (ISO 8601): the article as it was then, with the facts of that day. */
  at?: string;
}

/** Every text of an article that the reader may see; a redirected id leads to its article. */
export function readArticle(deps: ReadArticleDeps) {
  return async (input: ReadArticleInput, ctx: Ctx) => {
    requireScope(ctx, 'search');
    const bank = deps.bank();
    const past = input.at === undefined ? null : await deps.past(input.id, input.at, ctx);
    const article = past?.article ?? bank.byId.get(input.id);
    const texts = article ? readableTexts(article, ctx) : [];
    const [first] = texts;
    if (!article || !first) throw new ErfaraError('not-found');
    const since = new Date(ctx.now.getTime() - USES_DAYS * 86_400_000).toISOString();
    const uses = (await deps.ledger.uses(since)).get(article.id) ?? 0;
    const inside = maySee(ctx.principal.audience, 'internal');
    const market = input.market ?? null;
    const now = past ? new Date(past.on) : ctx.now;
    const filled = { facts: past?.facts ?? bank.facts, market, now };
    const { settings, stale } = bank;
    const setting = { ...filled, settings, channel: input.channel ?? null, greeted: false, thread: null, stale };
    const describe = (section: Section, text: Text) => {
      const known = fillFacts(section.markdown, filled);
      const { name, channel, alternative, heading } = section;
      const html = deps.renderHtml(inEveryMarket(known, text, settings));
      return { name, channel, alternative, heading, markdown: known.markdown, html };
    };
    const describeText = (text: Text) => ({
      lang: text.lang,
      title: text.title,
      state: text.state,
      verifiedAt: text.verifiedAt,
      etag: text.etag,
      translatedFrom: text.translatedFrom?.lang ?? null,
      stale: stale?.has(text.path) ?? false,
      source: inside ? (text.source ?? null) : null,
      questions: inside ? text.questions : [],
      sections: text.sections
        .filter((section) => inside || !INSIDE.has(section.name))
        .map((section) => describe(section, text)),
    });
    return {
      id: article.id,
      kind: first.kind,
      audience: first.audience,
      governance: first.governance,
      handling: first.handling,
      markets: first.markets,
      owner: inside ? first.owner : null,
      tags: first.tags,
      redirectedFrom: input.id === article.id ? null : input.id,
      uses,
      texts: texts.map(describeText),
      replies: texts.flatMap((text) => composeReply(text, setting) ?? []),
      ...(past ? { asOf: { moment: past.moment, revisions: past.revisions } } : {}),
    };
  };
}
