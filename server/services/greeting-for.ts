import type { BankSettings, Voice } from '../domain/bank-settings.ts';

export interface Occasion {
  channel: string | null;
  market: string | null;
  /** The conversation is read by everyone. */
  inPublic: boolean;
  now: Date;
}

/** The voice's greeting with `{name}`, and the one without a name, for a channel at the customer's hour. */
export function greetingFor(voice: Voice, occasion: Occasion, settings: BankSettings) {
  const hour = hourIn(settings.markets[occasion.market ?? '']?.timeZone ?? settings.timeZone, occasion.now);
  const fitting = voice.greetings?.find(
    ({ channels, from, until }) =>
      (channels === null || channels.includes(occasion.channel ?? '')) && isWithin(hour, from, until),
  );
  const { greeting, greetingNoName } = fitting ?? voice;
  const named = !occasion.inPublic || voice.nameInPublic !== false;
  return { greeting: named ? greeting : greetingNoName, greetingNoName };
}

/** A span of hours may go past midnight. */
function isWithin(hour: number, from: number, until: number): boolean {
  return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
}

function hourIn(timeZone: string, now: Date): number {
  return Number(new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(now));
}
