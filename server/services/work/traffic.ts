import type { Lang } from '../../domain/language.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { Ledger, LedgerEvent, LedgerQuery } from '../../ports/ledger.ts';

const DAY_MS = 86_400_000;
const DAYS = 14;
/** What brings an answer to a customer. */
const USE = ['insert', 'copy', 'used', 'sent'];

/** How much the bank met customers lately. */
export interface Traffic {
  /** The days that it counts. */
  days: number;
  /** Customers who got an answer of the article, or of its text in one language, in those days. */
  uses(articleId: string, lang?: Lang): number;
  /** The same a week. */
  usesAWeek(articleId: string, lang?: Lang): number;
  /** Cases in which customers wrote in a language and the article was what fitted best, in those days. */
  asked: { articleId: string; lang: Lang; cases: number; firstAt: string }[];
}

/** What was used and asked lately, by when it happened; counted once for each request. */
export function trafficOf({ ledger }: { ledger: Pick<Ledger, 'eventsBetween' | 'queries'> }) {
  const counted = new WeakMap<Ctx, Promise<Traffic>>();
  return (ctx: Ctx): Promise<Traffic> => {
    const known = counted.get(ctx) ?? count(ledger, ctx);
    counted.set(ctx, known);
    return known;
  };
}

async function count(ledger: Pick<Ledger, 'eventsBetween' | 'queries'>, { now }: Ctx): Promise<Traffic> {
  const since = new Date(now.getTime() - DAYS * DAY_MS).toISOString();
  const until = new Date(now.getTime() + 1).toISOString();
  const [events, queries] = await Promise.all([
    ledger.eventsBetween(since, until),
    ledger.queries({ since, until, by: 'suggest' }),
  ]);
  const used = usesIn(events);
  const uses = (id: string, lang?: Lang) => used.get(lang === undefined ? id : `${id} ${lang}`)?.size ?? 0;
  return { days: DAYS, uses, usesAWeek: (id, lang) => (uses(id, lang) * 7) / DAYS, asked: askedIn(queries) };
}

/** Inserted, sent and inserted again in one case is one use; what was taken back is none. */
function usesIn(events: LedgerEvent[]): Map<string, Set<string>> {
  const undone = new Set(events.flatMap(({ type, undoes }) => (type === 'undo' && undoes ? [undoes] : [])));
  const used = new Map<string, Set<string>>();
  for (const { id, type, article, case: reference, requestId } of events) {
    if (!article || !USE.includes(type) || undone.has(id)) continue;
    const by = reference ?? requestId ?? id;
    for (const key of [article.id, ...(article.lang ? [`${article.id} ${article.lang}`] : [])])
      used.set(key, (used.get(key) ?? new Set()).add(by));
  }
  return used;
}

function askedIn(queries: LedgerQuery[]): Traffic['asked'] {
  const found = new Map<string, { articleId: string; lang: Lang; from: Set<string>; firstAt: string }>();
  for (const { id, lang, asks, case: reference, customer, at } of queries) {
    for (const { article } of asks) {
      if (!article || lang === null) continue;
      const key = `${article.id} ${lang}`;
      const one = found.get(key) ?? { articleId: article.id, lang, from: new Set<string>(), firstAt: at };
      one.from.add(reference ?? customer ?? id);
      found.set(key, one);
    }
  }
  return [...found.values()].map(({ from, ...one }) => ({ ...one, cases: from.size }));
}
