import type { MessageCheck, RankedForMessage } from '../domain/check.ts';
import { runningIncidents, supersededIds } from '../domain/incident.ts';
import type { Ctx } from '../domain/principal.ts';
import { type Corpus, corpusOf } from '../evaluation/passage-change.ts';
import { RecordingReader } from '../evaluation/recording-reader.ts';
import { RememberingEmbedder } from '../evaluation/remembering-embedder.ts';
import type { IndexReader } from '../ports/passage-index.ts';
import { findArticles } from '../retrieval/find-articles.ts';
import { prepareQuery } from '../retrieval/prepare-query.ts';
import { show } from '../retrieval/show.ts';
import type { LiveBank } from './live-bank.ts';
import { offered, readable } from './scope.ts';
import type { RetrievalTestDeps } from './test-retrieval.ts';

const LISTED = 5;
const SHOWN = 3;

/** A bank and what it is searched in. */
export interface Searched {
  bank: LiveBank;
  reader: IndexReader;
  corpus: Corpus;
}

/** What messages bring up in two states of the bank, as this principal would be suggested it with no market known. */
export function tryMessages(deps: Omit<RetrievalTestDeps, 'reader'>, ctx: Ctx) {
  const embedder = deps.embedder && new RememberingEmbedder(deps.embedder, new Map());
  const ranked = (state: Searched) => {
    const reader = new RecordingReader(state.reader, state.corpus);
    const running = runningIncidents(state.bank.articles, ctx.now);
    const withheld = supersededIds(state.bank.articles, running, null);
    const scope = offered(ctx, { market: null, brand: null, withheld });
    return async (text: string) => {
      reader.begin([]);
      const query = prepareQuery(text, deps);
      const found = await findArticles(query, { ...deps, embedder, reader, audience: readable(ctx), scope });
      const { shown } = show(found, reader.version.calibration?.bar ?? 1, SHOWN);
      return found.map((article) => ({
        id: article.articleId,
        relevance: article.relevance,
        shown: shown.includes(article),
      }));
    };
  };
  return async (texts: string[], states: { before: Searched; after: Searched }, changed: Set<string>) => {
    const [inBefore, inAfter] = [ranked(states.before), ranked(states.after)];
    const checks: MessageCheck[] = [];
    for (const text of texts) {
      const [before, after] = [await inBefore(text), await inAfter(text)];
      const rank = (list: RankedForMessage[]) => list.findIndex(({ id }) => changed.has(id)) + 1 || null;
      checks.push({
        text,
        before: before.slice(0, LISTED),
        after: after.slice(0, LISTED),
        rankBefore: rank(before),
        rankAfter: rank(after),
      });
    }
    return checks;
  };
}

/** What is published, ready to be searched. */
export async function searched(bank: LiveBank, reader: IndexReader): Promise<Searched> {
  return { bank, reader, corpus: await corpusOf(reader) };
}
