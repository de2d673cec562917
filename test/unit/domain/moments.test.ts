import { expect, it } from 'vitest';
import { dayOf, endOfDay } from '../../../server/domain/moments.ts';

it.each([
  ['2026-11-02', 'Europe/Stockholm', '2026-11-02T22:59:59.999Z'],
  ['2026-07-02', 'Europe/Stockholm', '2026-07-02T21:59:59.999Z'],
  ['2026-03-28', 'Europe/Stockholm', '2026-03-28T22:59:59.999Z'],
  ['2026-03-29', 'Europe/Stockholm', '2026-03-29T21:59:59.999Z'],
  ['2026-10-25', 'Europe/Stockholm', '2026-10-25T22:59:59.999Z'],
  ['2026-11-02', 'Europe/Athens', '2026-11-02T21:59:59.999Z'],
  ['2026-12-31', 'America/New_York', '2027-01-01T04:59:59.999Z'],
  ['2026-02-28', 'Pacific/Auckland', '2026-02-28T10:59:59.999Z'],
  ['2026-11-02', 'UTC', '2026-11-02T23:59:59.999Z'],
])('%s ends in %s at %s, and its last moment is still in it', (day, zone, end) => {
  expect(endOfDay(day, zone).toISOString()).toBe(end);
  expect(dayOf(endOfDay(day, zone), zone)).toBe(day);
  expect(dayOf(new Date(Date.parse(end) + 1), zone)).not.toBe(day);
});
