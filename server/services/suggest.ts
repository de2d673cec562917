import type { Article } from '../domain/article.ts';
import { ErfaraError } from '../domain/errors.ts';
import { incidentOf, runningIncidents, standInsFor } from '../domain/incident.ts';
import type { Ctx } from '../domain/principal.ts';
import type {
  Abstention,
  AbstentionReason,
  Ask,
  SuggestInput,
  Suggestion,
  SuggestOutput,
} from '../domain/suggestion.ts';
import type { Analyser, LanguageDetector } from '../ports/analyser.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { IndexReader, PassageIndex } from '../ports/passage-index.ts';
import { findArticles, type RankedArticle } from '../retrieval/find-articles.ts';
import { asksNothing, soundsPleased } from '../retrieval/no-question.ts';
import {
  customerWords,
  type PreparedQuery,
  prepareQuery,
  type Question,
  questionsIn,
} from '../retrieval/prepare-query.ts';
import { show } from '../retrieval/show.ts';
import { channelRules } from './channel-rules.ts';
import { describeEnded, describeIncidents } from './describe-incident.ts';
import { describeSuggestion } from './describe-suggestion.ts';
import type { LiveBank } from './live-bank.ts';
import type { AskedQuery, RecordQuery } from './record-query.ts';
import { isOffered, offered, readable, requireScope } from './scope.ts';
import { type OfferedArticle, withStandIns } from './stand-in.ts';

const DEFAULT_LIMIT = 3;
/** How likely to be right the answer to a piece of a sentence must be: a piece says little, and finds something all the same. */
const OF_A_PIECE = 1 / 3;

export interface SuggestDeps {
  index: Pick<PassageIndex, 'current'>;
  bank: () => LiveBank;
  /** null = keyword mode. */
  embedder: () => Embedder | null;
  analyser: Analyser;
  detector: LanguageDetector;
  record: RecordQuery;
}

/** One question of a message, with what to show for it or why nothing. */
interface Answered {
  ask: Ask;
  query: PreparedQuery;
  shown: OfferedArticle[];
  abstention: Omit<Abstention, 'ask'> | null;
}

/** A customer's message or conversation to suggested answers, or a reason why there is none. */
export function suggest(deps: SuggestDeps) {
  return async (input: SuggestInput, ctx: Ctx): Promise<SuggestOutput> => {
    requireScope(ctx, 'suggest');
    const reader = await deps.index.current();
    if (!reader) throw new ErfaraError('no-index', { retryAfter: 5 });
    const bank = deps.bank();
    const words = customerWords(input);
    const query = prepareQuery(words, deps, conversationLanguage(input, deps.detector));
    const answers = await answer(query, input, { deps, reader, ctx });
    const running = runningIncidents(bank.articles, ctx.now);
    const suggestions = answers.flatMap(({ ask, query: own, shown }) =>
      shown.flatMap((ranked, place) => {
        const article = bank.byId.get(ranked.articleId);
        const found = { article, ranked, rank: place + 1, ask: ask.id, query: own, input };
        return article ? [describeSuggestion({ ...found, article }, { bank, ctx, analyser: deps.analyser })] : [];
      }),
    );
    if (query.text !== '' && input.keep !== false) deps.record(asked(query, input, answers, suggestions), ctx);
    const asks = query.text === '' ? [] : answers.map(({ ask }) => ask);
    return {
      requestId: ctx.requestId,
      query: { lang: query.lang, langConfidence: query.langConfidence, asks },
      incidents: describeIncidents(running, input, { bank, ctx }),
      ended: describeEnded(input, { bank, ctx }),
      suggestions,
      abstentions: answers.flatMap(({ ask, abstention }) =>
        abstention ? [{ ask: query.text === '' ? null : ask.id, ...abstention }] : [],
      ),
      mode: keywordOnly(deps, reader) ? 'keyword' : 'hybrid',
      degraded: keywordOnly(deps, reader) ? 'no-model' : null,
      history: [],
      index: {
        version: reader.version.version,
        embedding: reader.version.embedding,
        analysis: reader.version.analysis,
      },
      length: lengthOf(input.channel, bank),
      channel: channelRules(input, query.lang, bank.settings),
    };
  };
}

/** What is kept of a message and of what was shown for it. */
function asked(
  { text, lang }: PreparedQuery,
  input: SuggestInput,
  answers: Answered[],
  suggestions: Suggestion[],
): AskedQuery {
  const { channel, market, case: reference, customer, receivedAt } = input;
  const asks = answers.map(({ ask, abstention }) => {
    const first = suggestions.find((suggestion) => suggestion.ask === ask.id);
    return {
      text: ask.text,
      reason: abstention?.reason ?? null,
      article: first ? { id: first.article.id, lang: first.article.lang } : null,
      relevance: first?.relevance ?? null,
    };
  });
  return { by: 'suggest', text, lang, asks, channel, market, case: reference, customer, receivedAt };
}

interface Asked {
  deps: SuggestDeps;
  reader: IndexReader;
  ctx: Ctx;
}

async function answer(query: PreparedQuery, input: SuggestInput, asked: Asked): Promise<Answered[]> {
  const ask: Ask = { id: 'a1', text: query.text, span: [0, query.text.length] };
  const silent = (reason: AbstentionReason): Answered[] => [{ ask, query, shown: [], abstention: { reason } }];
  if (query.text === '') return silent('empty-query');
  if (asksNothing(query.text)) return silent('no-question');
  const { deps, reader, ctx } = asked;
  const bank = deps.bank();
  const market = input.market ?? null;
  const limit = input.limit ?? DEFAULT_LIMIT;
  const bar = reader.version.calibration?.bar ?? 1;
  const running = runningIncidents(bank.articles, ctx.now);
  const standIns = standInsFor(bank.articles, running, market);
  const where = { market, brand: input.brand ?? null, standIns };
  const ranked = await ranking(query, where, asked);
  const { shown, reason } = show(ranked, bar, limit);
  if (shown.length > 0) {
    const several =
      (await answerEach(questionsIn(query), { query, where, bar }, asked)) ??
      (await answerEach(cutAtAnd(query), { query, where, bar: Math.max(bar, OF_A_PIECE) }, asked));
    if (several) return several;
    const fitting = incidentsFirst(handOverAlone(shown, bank.byId), bank.byId, bar);
    return [{ ask, query, shown: fitting, abstention: null }];
  }
  if (soundsPleased(query.text)) return silent('no-question');
  const elsewhere = market === null ? [] : await ranking(query, { ...where, market: null }, asked);
  const otherMarket = show(elsewhere, bar, 1).shown.length > 0;
  const abstention = explained(otherMarket ? 'other-market' : reason, ranked, { bank, ctx, bar });
  return [{ ask, query, shown: [], abstention }];
}

interface Where {
  market: string | null;
  brand: string | null;
  /** What running incidents make wrong, with what answers instead. */
  standIns: Map<string, string[]>;
}

/** The questions of a message where one sentence asks twice; none where no sentence does. */
function cutAtAnd(query: PreparedQuery): Question[] {
  const pieces = questionsIn(query, { atAnd: true });
  return pieces.length > questionsIn(query).length ? pieces : [];
}

/**
 * A message that asks several things, question by question, each with its best answer. Null where it is one thing after
 * all: fewer than two of its questions have an answer of their own.
 */
async function answerEach(
  questions: Question[],
  { query, where, bar }: { query: PreparedQuery; where: Where; bar: number },
  asked: Asked,
): Promise<Answered[] | null> {
  if (questions.length < 2) return null;
  const { deps } = asked;
  const taken = new Set<string>();
  const answers: Answered[] = [];
  const queries = questions.map(({ text }) => prepareQuery(text, deps, query.lang));
  const rankings = await Promise.all(queries.map((own) => ranking(own, where, asked)));
  for (const [place, { text, span }] of questions.entries()) {
    const own = queries[place] as PreparedQuery;
    const { shown, reason } = show(rankings[place] ?? [], bar, 1);
    const ask: Ask = { id: `a${place + 1}`, text, span };
    const [first] = handOverAlone(shown, deps.bank().byId);
    // What answers an earlier question is not shown again.
    if (first && taken.has(first.articleId)) continue;
    if (first) taken.add(first.articleId);
    answers.push({
      ask,
      query: own,
      shown: first ? [first] : [],
      abstention: first ? null : { reason: reason ?? 'below-bar' },
    });
  }
  return taken.size < 2 ? null : answers;
}

async function ranking(query: PreparedQuery, where: Where, asked: Asked): Promise<OfferedArticle[]> {
  const { deps, reader, ctx } = asked;
  const { market, brand, standIns } = where;
  const ranked = await findArticles(query, {
    reader,
    embedder: deps.embedder(),
    analyser: deps.analyser,
    audience: readable(ctx),
    scope: offered(ctx, { market, brand, withheld: new Set() }),
  });
  const { byId } = deps.bank();
  return withStandIns(ranked, standIns, (id) => isOffered(byId.get(id), ctx));
}

/** A hand-over is shown when it is the likeliest, never as an afterthought: a death is no threat of one. */
function handOverAlone(shown: OfferedArticle[], byId: Map<string, Article>): OfferedArticle[] {
  const handsOver = ({ articleId }: OfferedArticle) => byId.get(articleId)?.texts[0]?.handling === 'hand-over';
  return shown.filter((ranked, place) => place === 0 || !handsOver(ranked));
}

/** A running incident's answers lead where they match at all themselves. */
function incidentsFirst(shown: OfferedArticle[], byId: Map<string, Article>, bar: number): OfferedArticle[] {
  const leads = (ranked: OfferedArticle) => {
    const article = byId.get(ranked.articleId);
    return !ranked.standsIn && article !== undefined && incidentOf(article) !== null && (ranked.relevance ?? 1) >= bar;
  };
  return [...shown.filter(leads), ...shown.filter((ranked) => !leads(ranked))];
}

function explained(
  reason: AbstentionReason | null,
  ranked: RankedArticle[],
  seen: { bank: LiveBank; ctx: Ctx; bar: number },
): Omit<Abstention, 'ask'> {
  const abstention = { reason: reason ?? 'below-bar' } as const;
  const [nearest] = ranked;
  const article = nearest && seen.bank.byId.get(nearest.articleId);
  if (!nearest || !article || !seen.ctx.principal.scopes.includes('edit')) return abstention;
  const title = article.texts[0]?.title ?? article.id;
  return { ...abstention, nearest: { id: article.id, title, relevance: nearest.relevance }, bar: seen.bar };
}

/** What the customer wrote earlier tells the language of a short latest turn. */
function conversationLanguage(input: SuggestInput, detector: LanguageDetector) {
  const earlier = (input.turns ?? []).filter((turn) => turn.from === 'customer').map((turn) => turn.text);
  return earlier.length > 1 ? detector.detect(earlier.join('\n')).lang : undefined;
}

/** What the channel allows of a reply, whoever writes it. */
function lengthOf(channel: string | undefined, { settings }: LiveBank): SuggestOutput['length'] {
  const known = channel ? settings.channels[channel] : undefined;
  return known ? { unit: known.unit, good: known.good, limit: known.limit } : null;
}

function keywordOnly(deps: SuggestDeps, reader: IndexReader): boolean {
  return deps.embedder() === null || reader.version.model === null;
}
