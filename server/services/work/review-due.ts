import type { Text } from '../../domain/article.ts';
import type { WorkItem } from '../../domain/curation.ts';
import { dayOf } from '../../domain/moments.ts';
import type { LiveBank } from '../live-bank.ts';
import { byRule, isLasting, isOfferedState, named } from './about.ts';
import { type TrafficSource, type WorkSource, workId } from './work-source.ts';

/** A rule that has not been reviewed in time is wrong for few; that nobody looked is what counts. */
const HARMED = 0.1;
const UNMET = 0.5;

/** `governance: compliance` alone is reviewed by the calendar: after `review_every` since it was last checked. */
export function reviewsDue({ bank, traffic }: { bank: () => LiveBank; traffic: TrafficSource }): WorkSource {
  return async (ctx) => {
    const { articles, settings } = bank();
    const today = dayOf(ctx.now, settings.timeZone);
    const due = articles.flatMap(({ id, texts }) => {
      const over = texts.filter((text) => isLasting(text) && isOfferedState(text) && (dueOn(text) ?? '9') <= today);
      return over.length > 0 ? [{ id, texts: over }] : [];
    });
    if (due.length === 0) return [];
    const { usesAWeek } = await traffic(ctx);
    return due.flatMap(({ id, texts }): WorkItem[] => {
      const [first] = texts;
      if (!first) return [];
      const since = texts.flatMap((text) => dueOn(text) ?? []).sort()[0] ?? today;
      return [
        {
          id: workId('review-due', id),
          kind: 'review-due',
          weight: UNMET + usesAWeek(id) * HARMED,
          articles: texts.map(named),
          owner: first.owner,
          languages: texts.map(({ lang }) => lang).sort(),
          since,
          evidence: texts.map((text) => byRule(`${text.verifiedAt ?? '–'} + ${text.reviewEvery}`, text.lang)),
          action: 'confirm',
        },
      ];
    });
  };
}

const DURATION = /^P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?/;

/** The day (ISO date) from which a text waits for its review; null where it has none. */
export function dueOn({ governance, reviewEvery, verifiedAt }: Text): string | null {
  const parts = governance === 'compliance' && reviewEvery ? DURATION.exec(reviewEvery) : null;
  if (!parts) return null;
  const [years, months, weeks, days] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  if (years + months + weeks + days === 0) return null;
  if (verifiedAt === null) return '0000-00-00';
  const day = new Date(`${verifiedAt.slice(0, 10)}T00:00:00Z`);
  const date = day.getUTCDate();
  day.setUTCMonth(day.getUTCMonth() + years * 12 + months);
  // The 31st plus a month that has none is that month's last day.
  if (day.getUTCDate() !== date) day.setUTCDate(0);
  day.setUTCDate(day.getUTCDate() + weeks * 7 + days);
  return day.toISOString().slice(0, 10);
}
