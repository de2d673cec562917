import type { Article } from '../domain/article.ts';
import { sectionsNamed } from '../domain/article.ts';
import { maySee } from '../domain/audience.ts';
import { endedIncidents, incidentOf } from '../domain/incident.ts';
import type { Ctx } from '../domain/principal.ts';
import type { EndedIncident, RunningIncident, SuggestInput } from '../domain/suggestion.ts';
import { textToRead } from '../retrieval/choose.ts';
import type { LiveBank } from './live-bank.ts';
import { readableTexts } from './may-read.ts';

/** How long it is told that an incident is over. */
const ENDED_MS = 2 * 3_600_000;

interface Seen {
  bank: LiveBank;
  ctx: Ctx;
}

/** The running incidents a reader may see, each as its one status line in a language the agent reads, with its answers. */
export function describeIncidents(running: Article[], input: SuggestInput, seen: Seen): RunningIncident[] {
  return running.flatMap((article) => {
    const text = textShown(article, input, seen);
    if (!text) return [];
    const { id } = article;
    const about = { id, line: lineOf(text), lang: text.lang, until: text.validUntil ?? '' };
    return [{ ...about, approvedBy: text.incident?.approvedBy ?? null, answers: answersOf(id, input, seen) }];
  });
}

/** Incidents that ended within two hours, as far as the reader was told of them. */
export function describeEnded(input: Pick<SuggestInput, 'reads' | 'market'>, seen: Seen): EndedIncident[] {
  return endedSince(new Date(seen.ctx.now.getTime() - ENDED_MS), input, seen);
}

/** Incidents that ended after a moment, newest first. */
export function endedSince(after: Date, input: Pick<SuggestInput, 'reads' | 'market'>, seen: Seen): EndedIncident[] {
  return endedIncidents(seen.bank.articles, after, seen.ctx.now).flatMap(({ article, endedAt }) => {
    const text = textShown(article, input, seen);
    if (!text) return [];
    return [{ id: article.id, line: lineOf(text), lang: text.lang, endedAt: new Date(endedAt).toISOString() }];
  });
}

function textShown(article: Article, input: Pick<SuggestInput, 'reads' | 'market'>, { bank, ctx }: Seen) {
  const text = textToRead(article, input.reads ?? [ctx.locale], bank.settings);
  const markets = incidentOf(article)?.appliesTo.markets ?? text?.markets ?? null;
  const elsewhere = input.market && markets !== null && !markets.includes(input.market);
  return text && !elsewhere && maySee(ctx.principal.audience, text.audience) ? text : undefined;
}

function lineOf(text: Article['texts'][number]): string {
  return sectionsNamed(text, 'status')[0]?.markdown ?? text.title;
}

function answersOf(incident: string, input: SuggestInput, { bank, ctx }: Seen) {
  return bank.articles.flatMap((article) => {
    if (incidentOf(article)?.partOf !== incident) return [];
    const texts = readableTexts(article, ctx).filter(
      ({ state, markets }) =>
        (state === 'validated' || state === 'not-validated') &&
        (!input.market || markets === null || markets.includes(input.market)),
    );
    const text = textToRead({ id: article.id, texts }, input.reads ?? [ctx.locale], bank.settings);
    return text ? [{ id: article.id, lang: text.lang, title: text.title }] : [];
  });
}
