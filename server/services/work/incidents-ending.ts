import type { Article } from '../../domain/article.ts';
import type { Evidence, WorkItem } from '../../domain/curation.ts';
import type { LiveBank } from '../live-bank.ts';
import { counted, named } from './about.ts';
import { type TrafficSource, type WorkSource, workId } from './work-source.ts';

const DAY_MS = 86_400_000;
/** An incident that ended before this is no news to anybody. */
const REVIEWED_WITHIN = 14;
/** Whoever asks about an outage while nothing answers it; of those who asked, and at least so many. */
const AT_LEAST = { ending: 5, ended: 0.5 };

/** Incidents that end within a day, to be extended or let end; and those that ended and were not put away. */
export function incidentsEnding({ bank, traffic }: { bank: () => LiveBank; traffic: TrafficSource }): WorkSource {
  return async (ctx) => {
    const { articles } = bank();
    const now = ctx.now.getTime();
    const near = articles.flatMap((article) => {
      const until = untilOf(article);
      if (until === null || until > now + DAY_MS || until < now - REVIEWED_WITHIN * DAY_MS) return [];
      return [{ article, until, ending: until > now }];
    });
    if (near.length === 0) return [];
    const { uses, usesAWeek, days } = await traffic(ctx);
    return near.flatMap(({ article, until, ending }): WorkItem[] => {
      const [first] = article.texts;
      if (!first) return [];
      const parts = articles.filter(({ texts }) => texts.some(({ incident }) => incident?.partOf === article.id));
      const ids = [article.id, ...parts.map(({ id }) => id)];
      const count = ids.reduce((sum, id) => sum + uses(id), 0);
      const perWeek = ids.reduce((sum, id) => sum + usesAWeek(id), 0);
      const evidence: Evidence[] = [counted('uses', count, days)];
      return [
        {
          id: workId('incident-ending', article.id),
          kind: 'incident-ending',
          weight: ending ? Math.max(AT_LEAST.ending, perWeek) : AT_LEAST.ended,
          articles: article.texts.map(named),
          owner: first.owner,
          languages: article.texts.map(({ lang }) => lang).sort(),
          since: new Date(until).toISOString(),
          evidence,
          action: ending ? 'extend' : 'archive',
        },
      ];
    });
  };
}

/** When a raised incident ends (milliseconds); null for anything else, and for one that was put away. */
function untilOf({ texts }: Article): number | null {
  const own = texts.filter(
    ({ kind, incident, state }) =>
      kind === 'incident' && incident && !incident.template && incident.partOf === null && state !== 'archived',
  );
  const ends = own.flatMap(({ validUntil }) => (validUntil === null ? [] : [Date.parse(validUntil)]));
  return ends.length === 0 ? null : Math.max(...ends);
}
