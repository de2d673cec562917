import { describe, expect, it } from 'vitest';
import { type Asked, findSurges, unit } from '../../../../server/services/surges/find-surges.ts';
import { atLeast } from '../../../../server/services/surges/poisson.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DIMENSIONS = 96;

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A subject is a direction; a message about it lies near that direction, as far away as real ones do. */
function subjects(next: () => number) {
  const direction = () => unit(Float32Array.from({ length: DIMENSIONS }, () => next() + next() + next() - 1.5));
  return {
    subject: direction,
    message: (of: Float32Array) => {
      const noise = direction();
      return unit(of.map((each, i) => each * 0.8 + (noise[i] as number) * 0.6));
    },
  };
}

interface Traffic {
  seed: number;
  perDay: number;
  days?: number;
}

/** A week at a desk: forty subjects of which some are common, busy and quiet days, and hardly anybody at night. */
function ordinary({ seed, perDay, days = 7 }: Traffic) {
  const next = random(seed);
  const { subject, message } = subjects(next);
  const about = Array.from({ length: 40 }, subject);
  const asked: Asked[] = [];
  for (let day = 0; day < days; day += 1) {
    const busy = Math.round(perDay * (0.6 + next()));
    for (let i = 0; i < busy; i += 1) {
      const hour = 8 + 10 * ((next() + next()) / 2);
      const which = about[Math.floor(about.length * next() ** 2)] as Float32Array;
      const id = `${day} ${i}`;
      asked.push({ id, at: day * DAY + hour * HOUR, key: id, vector: message(which) });
    }
  }
  return { asked, next, subject, message, about };
}

const byTime = (asked: Asked[]) => asked.sort((a, b) => a.at - b.at);

describe('findSurges', () => {
  it('finds none in ordinary weeks, quiet or busy', async () => {
    for (const perDay of [25, 90, 250]) {
      for (const seed of [1, 2, 3, 4, 5, 6]) {
        expect(await findSurges(byTime(ordinary({ seed, perDay }).asked), 0), `${perDay} a day, seed ${seed}`).toEqual(
          [],
        );
      }
    }
  });

  it('finds a new subject that many ask of within two hours, once, with those who asked', async () => {
    for (const seed of [11, 12, 13, 14, 15, 16, 17, 18]) {
      const week = ordinary({ seed, perDay: 80 });
      const outage = week.subject();
      const begins = 3 * DAY + 12 * HOUR;
      const more = Array.from({ length: 14 }, (_, i) => ({
        id: `outage ${i}`,
        at: begins + week.next() * 2 * HOUR,
        key: `outage ${i}`,
        vector: week.message(outage),
      }));
      const found = await findSurges(byTime([...week.asked, ...more]), 0);
      expect(found.length, `seed ${seed}`).toBe(1);
      const [surge] = found;
      expect(surge?.cases).toBeGreaterThanOrEqual(12);
      expect(surge?.cases).toBeLessThanOrEqual(16);
      expect(surge?.from).toBeGreaterThanOrEqual(begins - HOUR);
      expect(surge?.typical.id).toContain('outage');
    }
  });

  it('takes a customer who writes over and over for one', async () => {
    const week = ordinary({ seed: 21, perDay: 80 });
    const topic = week.subject();
    const more = Array.from({ length: 40 }, (_, i) => ({
      id: `again ${i}`,
      at: 3 * DAY + 12 * HOUR + i * 60_000,
      key: `case ${i % 4}`,
      vector: week.message(topic),
    }));
    expect(await findSurges(byTime([...week.asked, ...more]), 0)).toEqual([]);
  });

  it('takes a day on which everything doubles for a busy day', async () => {
    const week = ordinary({ seed: 31, perDay: 80 });
    const another = ordinary({ seed: 31, perDay: 240 }).asked.filter(({ at }) => at >= 2 * DAY && at < 3 * DAY);
    const rest = week.asked.filter(({ at }) => at < 2 * DAY || at >= 3 * DAY);
    expect(await findSurges(byTime([...rest, ...another]), 0)).toEqual([]);
  });

  it('says nothing of the usual before it knows what is usual', async () => {
    const week = ordinary({ seed: 41, perDay: 20, days: 1 });
    const topic = week.subject();
    const more = Array.from({ length: 12 }, (_, i) => ({
      id: `x${i}`,
      at: 9 * HOUR + i,
      key: `x${i}`,
      vector: week.message(topic),
    }));
    expect(await findSurges(byTime([...week.asked, ...more]), 0)).toEqual([]);
  });
});

describe('atLeast', () => {
  it('is the upper tail of a Poisson distribution', () => {
    expect(atLeast(0, 3)).toBe(1);
    expect(atLeast(1, 2)).toBeCloseTo(1 - Math.exp(-2), 10);
    expect(atLeast(3, 2)).toBeCloseTo(1 - Math.exp(-2) * (1 + 2 + 2), 10);
    expect(atLeast(12, 0.5)).toBeGreaterThan(1e-14);
    expect(atLeast(12, 0.5)).toBeLessThan(1e-12);
    expect(atLeast(5, 0)).toBe(0);
  });
});
