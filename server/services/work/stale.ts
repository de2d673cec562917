import type { Text } from '../../domain/article.ts';
import type { Evidence, WorkItem } from '../../domain/curation.ts';
import type { Facts } from '../../domain/facts.ts';
import { dayOf } from '../../domain/moments.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { Ledger, LedgerFlag } from '../../ports/ledger.ts';
import type { LiveBank } from '../live-bank.ts';
import { byRule, counted, isLasting, isOfferedState, named } from './about.ts';
import { factsIn } from './answer-words.ts';
import { doubtsAbout } from './doubts.ts';
import { type TrafficSource, type WorkSource, workId } from './work-source.ts';

/** Used so often in the days that traffic counts, and not only once in a while. */
const USED = 3;
/** Two colleagues who say so independently. */
const FLAGGED_BY = 2;
/** Days after which a changed value has been read often enough in its sentence. */
const RECENT_FACT = 90;
const DAY_MS = 86_400_000;
const MOST_FLAGS = 500;
/** Of those who get the answer: a flagged one is wrong for about half; a changed value fills itself in, and mostly fits. */
const HARMED = { flagged: 0.5, fact: 0.1 };

export interface StaleDeps {
  bank: () => LiveBank;
  ledger: Pick<Ledger, 'flags'>;
  traffic: TrafficSource;
}

/**
 * Answers that are used and have grown old: two colleagues say so since it was last checked, or a fact in it changed after
 * that. Use is review: what nobody doubts is not asked about.
 */
export function staleAnswers(deps: StaleDeps): WorkSource {
  return async (ctx) => {
    const { articles, facts, settings } = deps.bank();
    const [traffic, flags] = await Promise.all([
      deps.traffic(ctx),
      deps.ledger.flags({ state: 'open', limit: MOST_FLAGS }),
    ]);
    const today = dayOf(ctx.now, settings.timeZone);
    const texts = articles
      .flatMap((article) => article.texts)
      .filter((text) => isLasting(text) && isOfferedState(text));
    return texts.flatMap((text): WorkItem[] => {
      const used = traffic.uses(text.id, text.lang);
      if (used < USED) return [];
      const doubts = doubtsAbout(text, flags);
      const changed = changedFacts(text, facts, { today, ctx });
      const flagged = text.state === 'validated' && new Set(doubts.map(({ author }) => author)).size >= FLAGGED_BY;
      if (!flagged && changed.length === 0) return [];
      const share = Math.max(flagged ? HARMED.flagged : 0, changed.length > 0 ? HARMED.fact : 0);
      const evidence: Evidence[] = [
        counted('uses', used, traffic.days),
        ...(flagged ? doubts.slice(0, 5).flatMap(wordsOf) : []),
        ...changed.map(({ name, from, now }) => byRule(`fact.${name}: ${now} (${from})`)),
      ];
      return [
        {
          id: workId('stale', text.id, text.lang),
          kind: 'stale',
          weight: traffic.usesAWeek(text.id, text.lang) * share,
          articles: [named(text)],
          owner: text.owner,
          languages: [text.lang],
          since:
            [...(flagged ? doubts.map(({ at }) => at) : []), ...changed.map(({ from }) => from)].sort()[0] ?? today,
          evidence,
          action: flagged ? 'edit' : 'confirm',
        },
      ];
    });
  };
}

function wordsOf({ comment, problem, article }: LedgerFlag): Evidence[] {
  const text = comment || problem || '';
  return text === '' ? [] : [{ kind: 'words', from: 'agent', text, lang: article.lang }];
}

/** Facts of the text whose value in force began after it was checked, lately; each with its value. */
export function changedFacts(text: Text, facts: Facts, { today, ctx }: { today: string; ctx: Ctx }) {
  const oldest = new Date(ctx.now.getTime() - RECENT_FACT * DAY_MS).toISOString().slice(0, 10);
  const { verifiedAt } = text;
  if (verifiedAt === null) return [];
  return factsIn(text).flatMap((name) => {
    const values = Object.hasOwn(facts, name) ? (facts[name]?.values ?? []) : [];
    const place = values.findLastIndex(({ from }) => from <= today);
    const [entry, before] = [values[place], values[place - 1]];
    if (!entry || !before || entry.from <= verifiedAt || entry.from < oldest) return [];
    const market = text.markets?.[0];
    const own = Object.entries(entry.byMarket).filter(
      ([code]) => code === 'all' || !text.markets || text.markets.includes(code),
    );
    const changed = own.filter(([code, value]) => (before.byMarket[code] ?? before.byMarket.all) !== value);
    if (changed.length === 0) return [];
    const [shown] = changed.filter(([code]) => code === market || code === 'all').concat(changed);
    return [{ name, from: entry.from, now: shown?.[1] ?? '' }];
  });
}
