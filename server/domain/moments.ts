/** Minutes by which a time zone is ahead of UTC at a moment. */
function aheadBy(timeZone: string, moment: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
    hourCycle: 'h23',
  }).formatToParts(moment);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return Math.round((local - moment) / 60_000);
}

/** The day (ISO date) that a moment is in, in a time zone (IANA name). */
export function dayOf(moment: Date, timeZone: string): string {
  return new Date(moment.getTime() + aheadBy(timeZone, moment.getTime()) * 60_000).toISOString().slice(0, 10);
}

/** The last millisecond of a day (ISO date) in a time zone, also where the clocks change that night. */
export function endOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`) + 86_400_000;
  const guess = midnight - aheadBy(timeZone, midnight) * 60_000;
  return new Date(midnight - aheadBy(timeZone, guess) * 60_000 - 1);
}
