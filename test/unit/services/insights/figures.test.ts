import { describe, expect, it } from 'vitest';
import {
  abstention,
  acceptance,
  acceptanceOf,
  answeredShare,
  askedFor,
  coverage,
  questions,
  timeToInsert,
  topArticles,
} from '../../../../server/services/insights/answering.ts';
import { median, shown } from '../../../../server/services/insights/figure.ts';
import { casesOf, rating, reopened, solvedOnFirstReply } from '../../../../server/services/insights/outcome.ts';
import {
  changedShare,
  editDistance,
  linkRate,
  reuse,
  standing,
  timeToReply,
} from '../../../../server/services/insights/sending.ts';
import { startOf, stepsBetween } from '../../../../server/services/insights/steps.ts';
import { event, query } from './by-hand.ts';

const DAY = 24 * 60;
const thanks = () =>
  query(0, null, { asks: [{ text: 'Tack!', reason: 'no-question', article: null, relevance: null }] });
const bag = { id: 'bag', lang: 'sv' };

describe('a point', () => {
  const deeds = (agents: number, month = '11') =>
    Array.from({ length: agents }, (_, i) => ({ agent: `${month}-${i}`, at: `2026-${month}-16T08:00:00Z` }));

  it('is told from five agents on', () => {
    expect(shown({ value: 0.5, behind: deeds(4) })).toBeNull();
    expect(shown({ value: 0.5, behind: deeds(5) })).toBe(0.5);
    expect(shown({ value: 0, behind: [] })).toBeNull();
  });

  it('does not count an agent twice whose pseudonym changed with the month', () => {
    expect(shown({ value: 1, behind: [...deeds(3, '11'), ...deeds(3, '12')] })).toBeNull();
    expect(shown({ value: 1, behind: [...deeds(5, '11'), ...deeds(3, '12')] })).toBe(1);
  });

  it('is the middle of what there is', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 2, 4, 9])).toBe(3);
    expect(median([])).toBeNull();
  });
});

describe('what was asked and answered', () => {
  it('counts questions, and of them the answered ones and those left for a reason', () => {
    const week = [query(0, 'bag'), query(1, 'bag'), query(2, null), query(3, 'pet'), thanks()];
    expect(questions(week).value).toBe(4);
    expect(answeredShare(week).value).toBe(3 / 4);
    expect(abstention(week, 'below-bar').value).toBe(1 / 4);
    expect(abstention(week, 'other-market').value).toBe(0);
    expect(answeredShare([thanks()]).value).toBeNull();
  });

  it('takes an answer for accepted when it was inserted, copied or used, and not taken back', () => {
    const [one, two, three, none] = [query(0, 'bag'), query(1, 'bag'), query(2, 'bag'), query(3, null)] as const;
    const insert = event('insert', 1, { requestId: one.id, article: bag });
    const copy = event('copy', 2, { requestId: two.id, article: bag });
    const dismiss = event('dismiss', 3, { requestId: three.id, article: bag });
    const all = [one, two, three, none];
    expect(acceptance(all, [insert, copy, dismiss]).value).toBe(2 / 3);
    const undo = event('undo', 4, { undoes: copy.id });
    expect(acceptance(all, standing([insert, copy, dismiss, undo])).value).toBe(1 / 3);
    expect(acceptanceOf('bag', all, [insert]).value).toBe(1 / 3);
    expect(acceptanceOf('pet', all, [insert]).value).toBeNull();
  });

  it('takes the time from the first showing to the first insert', () => {
    const events = [
      event('impression', 0, { requestId: 'r1' }),
      event('impression', 2, { requestId: 'r1' }),
      event('insert', 3, { requestId: 'r1', article: bag }),
      event('insert', 9, { requestId: 'r1', article: bag }),
      event('impression', 0, { requestId: 'r2' }),
      event('copy', 1, { requestId: 'r2', article: bag }),
      event('insert', 1, { requestId: 'never shown', article: bag }),
    ];
    expect(timeToInsert(events).value).toBe((180 + 60) / 2);
  });

  it('covers what can be sent as it is', () => {
    const week = [query(0, 'bag'), query(1, 'pet'), query(2, null), query(3, 'bag', { lang: 'fi' })];
    expect(coverage(week, ({ lang }, id) => id === 'bag' && lang === 'sv').value).toBe(1 / 4);
  });

  it('names what is asked most', () => {
    const week = [query(0, 'pet'), query(1, 'bag'), query(2, 'bag'), query(3, 'seat'), query(4, null)];
    expect(topArticles(week, 2)).toEqual(['bag', 'pet']);
    expect(askedFor(week, 'bag').value).toBe(2);
  });
});

describe('what was sent', () => {
  it('measures how much of the answer was changed, without greeting and sign-off', () => {
    expect(changedShare('En väska kostar 450 kr.', 'Hej Anna!\nEn väska kostar 450 kr.\n/Lina')).toBe(0);
    expect(changedShare('abcd', 'abXd')).toBe(1 / 4);
    expect(changedShare('abcd', 'wxyz')).toBe(1);
    const sent = (text: string) => event('sent', 0, { article: bag, text });
    const answers = () => ['abcd', 'abcdefgh'];
    expect(editDistance([sent('abcd'), sent('abcX'), sent('abcdefgX'), event('sent', 0)], answers).value).toBe(1 / 8);
  });

  it('takes the time from the message to its reply, apart for replies with and without a suggestion', () => {
    const [one, two, three] = [
      query(0, 'bag', { case: 'c1' }),
      query(0, 'bag', { case: 'c2' }),
      query(5, null, { case: 'c2' }),
    ] as const;
    const events = [
      event('insert', 3, { requestId: one.id, article: bag, case: 'c1' }),
      event('sent', 4, { requestId: one.id, article: bag, case: 'c1' }),
      event('sent', 25, { case: 'c2' }),
      event('sent', 1, { case: 'nobody wrote' }),
    ];
    expect(timeToReply([one, two, three], events, true).value).toBe(240);
    expect(timeToReply([one, two, three], events, false).value).toBe(20 * 60);
  });

  it('links articles to cases, unless they are unlinked again', () => {
    const events = [
      event('insert', 0, { case: 'c1', article: bag }),
      event('sent', 1, { case: 'c1', article: bag }),
      event('sent', 1, { case: 'c2' }),
      event('used', 1, { case: 'c3', article: bag }),
      event('unlink', 2, { case: 'c3', article: bag }),
      event('copy', 1, { case: 'c4', article: bag }),
      event('copy', 2, { case: 'c4', article: bag }),
    ];
    expect(linkRate(events).value).toBe(2 / 4);
    expect(reuse(events, 3).value).toBe(2 / 5);
    expect(reuse([], 0).value).toBeNull();
  });
});

describe('what became of it', () => {
  const resolved = (ref: string, day: number) => event('resolved', day * DAY, { case: ref });
  const sent = (ref: string, day: number, requestId: string) => event('sent', day * DAY - 5, { case: ref, requestId });

  it('solves on the first reply when there was one, and the case stayed closed for a week', () => {
    const inWeek = [resolved('c1', 1), resolved('c2', 1), resolved('c3', 1), resolved('c4', 1)];
    const all = [
      ...inWeek,
      sent('c1', 1, 'r1'),
      sent('c2', 0.5, 'r2'),
      sent('c2', 1, 'r3'),
      sent('c3', 1, 'r4'),
      event('reopened', 8 * DAY, { case: 'c3' }),
      sent('c4', 1, 'r5'),
      event('reopened', 8 * DAY + 1, { case: 'c4' }),
    ];
    expect(solvedOnFirstReply(inWeek, all).value).toBe(2 / 4);
    expect(reopened(inWeek, all).value).toBe(1 / 4);
  });

  it('averages the ratings, and leaves out what is none', () => {
    const given = (reason: string) => event('rating', 0, { reason });
    expect(rating([given('5'), given('2'), given('9'), given('great'), event('rating', 0, { text: '5' })]).value).toBe(
      4,
    );
    expect(rating([]).value).toBeNull();
  });

  it('counts the cases of a cause once each', () => {
    const events = [
      event('insert', 0, { case: 'c1', article: bag }),
      event('sent', 1, { case: 'c1', article: bag }),
      event('sent', 1, { case: 'c2', article: bag }),
      event('impression', 1, { case: 'c3', article: bag }),
      event('sent', 1, { case: 'c4', article: { id: 'pet' } }),
    ];
    expect(casesOf(events, (id) => id === 'bag').value).toBe(2);
  });
});

describe('steps', () => {
  it('begin on Mondays and firsts, at midnight in the bank, also where the clocks change', () => {
    const days = (step: 'day' | 'week' | 'month') =>
      stepsBetween('2026-10-21', '2026-11-02', step, 'Europe/Stockholm').map(({ day }) => day);
    expect(days('week')).toEqual(['2026-10-19', '2026-10-26', '2026-11-02']);
    expect(days('month')).toEqual(['2026-10-01', '2026-11-01']);
    expect(days('day')).toHaveLength(13);
    const [, sunday] = stepsBetween('2026-10-24', '2026-10-25', 'day', 'Europe/Stockholm');
    expect(((sunday?.until ?? 0) - (sunday?.from ?? 0)) / 3_600_000).toBe(25);
    expect(new Date(startOf('2026-11-02', 'Europe/Stockholm')).toISOString()).toBe('2026-11-01T23:00:00.000Z');
  });
});
