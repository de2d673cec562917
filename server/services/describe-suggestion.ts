import { type Article, sectionsNamed, type Text } from '../domain/article.ts';
import { maySee } from '../domain/audience.ts';
import { incidentOf } from '../domain/incident.ts';
import type { Hit } from '../domain/passage.ts';
import type { Ctx } from '../domain/principal.ts';
import type { SuggestInput, Suggestion, Why } from '../domain/suggestion.ts';
import type { Analyser } from '../ports/analyser.ts';
import { textToRead, textToSend, textToSendInstead } from '../retrieval/choose.ts';
import type { RankedArticle } from '../retrieval/find-articles.ts';
import type { PreparedQuery } from '../retrieval/prepare-query.ts';
import { alreadySent } from './already-sent.ts';
import { composeReply, fillFacts, hasGreeted, type ReplySetting } from './compose-reply.ts';
import type { LiveBank } from './live-bank.ts';

/** Passages named as the reason of one suggestion, out of so many of its best. */
const REASONS = 2;
const CONSIDERED = 5;

export interface ToDescribe {
  article: Article;
  ranked: RankedArticle;
  rank: number;
  /** The question it answers. */
  ask: string;
  query: PreparedQuery;
  input: SuggestInput;
}

export interface Seen {
  bank: LiveBank;
  ctx: Ctx;
  analyser: Analyser;
}

/** A ranked article as the agent sees it: in their language, with the customer's reply for the channel, and why. */
export function describeSuggestion(found: ToDescribe, seen: Seen): Suggestion {
  const { article, ranked, query, input } = found;
  const { settings, facts } = seen.bank;
  const shown = textToRead(article, input.reads ?? [query.lang], settings) as Text;
  const send = textToSend(article, query.lang);
  // In an outage nobody has time to read over another language: what is not translated cannot be inserted.
  const none = send !== undefined || incidentOf(article) !== null;
  const instead = none ? undefined : textToSendInstead(article, query.lang, { settings, writes: input.writes ?? [] });
  const setting: ReplySetting = {
    channel: input.channel ?? null,
    market: input.market ?? null,
    setting: input.setting,
    now: seen.ctx.now,
    facts,
    settings,
    greeted: hasGreeted(input.turns),
    thread: {
      key: input.case ?? input.customer ?? query.text,
      sent: (input.turns ?? []).filter(({ from }) => from === 'agent' || from === 'other').map(({ text }) => text),
    },
    stale: seen.bank.stale,
  };
  return {
    ask: found.ask,
    rank: found.rank,
    article: {
      id: article.id,
      lang: shown.lang,
      etag: shown.etag,
      title: shown.title,
      kind: shown.kind,
      state: shown.state,
      audience: shown.audience,
      verifiedAt: shown.verifiedAt,
      languages: article.texts.map((text) => text.lang),
      mandate: internalSection(shown, 'mandate', setting, seen.ctx),
      handOver: internalSection(shown, 'hand-over', setting, seen.ctx),
      alreadySent: alreadySent(article, input.turns),
      incident: incidentOf(article) !== null,
    },
    relevance: ranked.relevance,
    why: reasons(ranked.hits, query, seen),
    reply: send ? composeReply(send, setting) : null,
    replyFallback: instead ? composeReply(instead, setting) : null,
  };
}

function internalSection(text: Text, name: 'mandate' | 'hand-over', setting: ReplySetting, ctx: Ctx): string | null {
  if (!maySee(ctx.principal.audience, 'internal')) return null;
  const section = sectionsNamed(text, name)[0];
  return section ? fillFacts(section.markdown, setting).markdown : null;
}

/** The best passages, a customer's question before others and in the customer's language first; outside the house no question is quoted. */
export function reasons(hits: Hit[], query: PreparedQuery, seen: Pick<Seen, 'ctx' | 'analyser'>): Why[] {
  const inside = seen.ctx.principal.audience === 'internal';
  const pieces = hits.filter(({ passage }) => passage.kind !== 'whole');
  const quotable = (pieces.length > 0 ? pieces : hits).filter(({ passage }) => inside || passage.kind !== 'question');
  const terms = new Set(query.terms);
  const best = quotable.slice(0, CONSIDERED);
  const questions = best.filter(({ passage }) => passage.kind === 'question');
  const own = questions.filter(({ passage }) => passage.lang === query.lang);
  const asked = [...own, ...questions.filter((hit) => !own.includes(hit))];
  return [...asked, ...best.filter((hit) => !asked.includes(hit))].slice(0, REASONS).map(({ passage }) => ({
    kind: passage.kind,
    lang: passage.lang,
    text: passage.text,
    highlights: seen.analyser.matches(passage.text, passage.lang, terms),
  }));
}
