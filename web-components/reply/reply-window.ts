/** The time in which ordinary replies may be sent, after the customer's latest message. */
export interface ReplyWindow {
  /** Whole minutes left, 0 from the moment it closes. */
  minutesLeft: number;
  open: boolean;
}

/** null where the channel has no window or nobody knows when the message came. */
export function replyWindow(receivedAt: string, hours: number | null, now: number): ReplyWindow | null {
  const received = Date.parse(receivedAt);
  if (hours === null || Number.isNaN(received)) return null;
  const left = received + hours * 3_600_000 - now;
  return { minutesLeft: Math.max(0, Math.floor(left / 60_000)), open: left > 0 };
}

/** "3 h 20 min" in the interface's language. */
export function duration(minutes: number, lang: string): string {
  const inUnit = (n: number, unit: 'hour' | 'minute') =>
    new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'short' }).format(n);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? inUnit(hours, 'hour') : '', rest > 0 || hours === 0 ? inUnit(rest, 'minute') : '']
    .filter(Boolean)
    .join(' ');
}
