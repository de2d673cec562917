import { messageLength } from '../../server/domain/message-length.ts';

export type Unit = 'chars' | 'sms' | 'x';

export interface Limits {
  unit: Unit;
  /** A length people read to the end. */
  good: number;
  limit: number | null;
}

/** How a length stands to its limits: `over` is how much is too much. */
export function judge(text: string, limits: Limits): { count: number; level: 'good' | 'long' | 'over'; over: number } {
  const count = messageLength(text, limits.unit);
  const over = limits.limit === null ? 0 : Math.max(0, count - limits.limit);
  return { count, level: over > 0 ? 'over' : count > limits.good ? 'long' : 'good', over };
}
