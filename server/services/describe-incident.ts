import type { Article } from '../domain/article.ts';
import { sectionsNamed } from '../domain/article.ts';
import { maySee } from '../domain/audience.ts';
import { incidentOf } from '../domain/incident.ts';
import type { Ctx } from '../domain/principal.ts';
import type { RunningIncident, SuggestInput } from '../domain/suggestion.ts';
import { textToRead } from '../retrieval/choose.ts';
import type { LiveBank } from './live-bank.ts';

/** The running incidents a reader may see, each as its one status line in a language the agent reads. */
export function describeIncidents(
  running: Article[],
  input: SuggestInput,
  seen: { bank: LiveBank; ctx: Ctx },
): RunningIncident[] {
  return running.flatMap((article) => {
    const text = textToRead(article, input.reads ?? [seen.ctx.locale], seen.bank.settings);
    const markets = incidentOf(article)?.appliesTo.markets ?? text?.markets ?? null;
    const elsewhere = input.market && markets !== null && !markets.includes(input.market);
    if (!text || elsewhere || !maySee(seen.ctx.principal.audience, text.audience)) return [];
    const line = sectionsNamed(text, 'status')[0]?.markdown ?? text.title;
    const { id } = article;
    return [{ id, line, lang: text.lang, until: text.validUntil ?? '', approvedBy: text.incident?.approvedBy ?? null }];
  });
}
