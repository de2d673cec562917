import { ErfaraError } from '../domain/errors.ts';
import type { Ctx } from '../domain/principal.ts';

/** Principals remembered; the one who was quiet longest goes first. */
const MOST_REMEMBERED = 10_000;

/**
 * Lets each principal do something `most` times in any `seconds`.
 * @throws ErfaraError `too-many`, with the seconds to wait.
 */
export function rateLimit(most: number, seconds: number): (ctx: Ctx) => void {
  const times = new Map<string, number[]>();
  return ({ principal, now }) => {
    const since = now.getTime() - seconds * 1000;
    const recent = (times.get(principal.id) ?? []).filter((at) => at > since);
    times.delete(principal.id);
    times.set(principal.id, recent);
    if (times.size > MOST_REMEMBERED) times.delete(times.keys().next().value ?? '');
    const [oldest] = recent;
    if (recent.length >= most && oldest !== undefined) {
      const retryAfter = Math.max(1, Math.ceil((oldest - since) / 1000));
      const message = `At most ${most} in ${seconds} seconds.`;
      throw new ErfaraError('too-many', { details: [{ path: 'principal', rule: 'rate', message }], retryAfter });
    }
    recent.push(now.getTime());
  };
}
