import type { Article } from '../../domain/article.ts';
import { runningIncidents } from '../../domain/incident.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EventBus } from '../../ports/event-bus.ts';
import type { LiveBank } from '../live-bank.ts';
import { type ReadLog, raisedBy } from './incident-log.ts';
import { endingAt } from './incident-state.ts';

export interface AnnounceEndingsDeps {
  events: Pick<EventBus, 'publish'>;
  /** null before the first sync. */
  bank: () => LiveBank | null;
  readLog: ReadLog;
  clock: Clock;
}

/**
 * Asks whoever raised an incident whether it goes on, 30 and 10 minutes before its end; all leads where nobody knows who
 * that is. Each question is put once for each end, and once more after a start, when nobody remembers.
 */
export function announceEndings({ events, bank, readLog, clock }: AnnounceEndingsDeps): () => Promise<void> {
  const known = new Map<string, { until: string; minutes: number | null }>();
  return async () => {
    const now = clock.now();
    const current = bank();
    if (!current) return;
    const running = runningIncidents(current.articles, now);
    for (const id of known.keys()) if (!running.some((article) => article.id === id)) known.delete(id);
    await Promise.all(running.map((article) => ask(article, current, now)));
  };

  async function ask(article: Article, current: LiveBank, now: Date): Promise<void> {
    const [text] = article.texts;
    if (!text?.validUntil) return;
    const { validUntil: until } = text;
    const minutes = endingAt(text, now);
    const last = known.get(article.id);
    known.set(article.id, { until, minutes });
    // Whoever has just given it another end need not be asked at once.
    const answered = last !== undefined && last.until !== until;
    if (minutes === null || answered || last?.minutes === minutes) return;
    const name = raisedBy(await readLog(article, current, now));
    const event = { type: 'incident-ending' as const, incident: article.id, until, minutes };
    events.publish(event, { to: 'leads', name });
  }
}
