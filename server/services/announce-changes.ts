import type { Article } from '../domain/article.ts';
import { runningIncidents, validityOf } from '../domain/incident.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventBus } from '../ports/event-bus.ts';
import type { LiveBank } from './live-bank.ts';

export interface AnnounceDeps {
  events: Pick<EventBus, 'publish'>;
  /** What answers now; null before the first sync. */
  live: () => { bank: LiveBank; version: number | null } | null;
  clock: Clock;
}

interface Seen {
  version: number | null;
  incidents: Map<string, { article: Article; until: number | null }>;
}

/**
 * Compares what answers now with what did at the last look, and tells what became of it: another index version, and
 * incidents that began, were given another end, or ended, by an editor or by the clock. The first look tells nothing.
 */
export function announceChanges({ events, live, clock }: AnnounceDeps): () => void {
  let before: Seen | null = null;
  return () => {
    const current = live();
    if (!current) return;
    const now = seen(current, clock.now());
    const last = before;
    before = now;
    if (!last) return;
    if (now.version !== null && now.version !== last.version) {
      events.publish({ type: 'index-changed', version: now.version }, { to: 'all' });
    }
    const tell = (article: Article, state: 'raised' | 'extended' | 'ended') =>
      events.publish({ type: 'incident', incident: article.id, state }, { to: 'readers', article });
    for (const [id, { article, until }] of now.incidents) {
      const known = last.incidents.get(id);
      if (!known) tell(article, 'raised');
      else if (known.until !== until) tell(article, 'extended');
    }
    for (const [id, { article }] of last.incidents) if (!now.incidents.has(id)) tell(article, 'ended');
  };
}

function seen({ bank, version }: { bank: LiveBank; version: number | null }, now: Date): Seen {
  const running = runningIncidents(bank.articles, now);
  const entries = running.map((article) => {
    const { until } = validityOf(article, bank.byId);
    return [article.id, { article, until }] as const;
  });
  return { version, incidents: new Map(entries) };
}
