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

/** A moment as a clock on the wall shows it, to the second, in ISO 8601 with the time zone's offset. */
export function localIso(moment: Date, timeZone: string): string {
  const ahead = aheadBy(timeZone, moment.getTime());
  const wall = new Date(moment.getTime() + ahead * 60_000).toISOString().slice(0, 19);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${wall}${ahead < 0 ? '-' : '+'}${two(Math.abs(ahead) / 60)}:${two(Math.abs(ahead) % 60)}`;
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
