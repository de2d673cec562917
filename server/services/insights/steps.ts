import { dayOf, endOfDay } from '../../domain/moments.ts';

export type Step = 'day' | 'week' | 'month';

const DAY = 86_400_000;

/** A step's first day, with the moments it holds: from (included) until (not), in milliseconds. */
export interface Span {
  day: string;
  from: number;
  until: number;
}

/** The steps that touch the days from `first` to `last` (ISO dates, both included), in the bank's time zone; weeks begin on Mondays. */
export function stepsBetween(first: string, last: string, step: Step, timeZone: string): Span[] {
  const spans: Span[] = [];
  for (let day = beginningOf(first, step); day <= last; day = nextOf(day, step)) {
    spans.push({ day, from: startOf(day, timeZone), until: startOf(nextOf(day, step), timeZone) });
  }
  return spans;
}

/** The first moment of a day. */
export function startOf(day: string, timeZone: string): number {
  return endOfDay(plus(day, -1), timeZone).getTime() + 1;
}

/** The day that is so many days before a moment's. */
export function daysBefore(moment: Date, days: number, timeZone: string): string {
  return plus(dayOf(moment, timeZone), -days);
}

export function plus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

function beginningOf(day: string, step: Step): string {
  if (step === 'day') return day;
  if (step === 'month') return `${day.slice(0, 7)}-01`;
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return plus(day, -weekday);
}

function nextOf(day: string, step: Step): string {
  if (step === 'day') return plus(day, 1);
  if (step === 'week') return plus(day, 7);
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
