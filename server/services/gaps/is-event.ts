/** From so many cases on, many at once are a surge, which is told as one. */
const CASES = 6;
const WINDOW_MS = 3 * 3_600_000;
/** Most of what was asked of it came at once, and most of everything else did not. */
const OF_ITS_OWN = 2 / 3;
const OF_ALL = 1 / 3;

/**
 * Whether a question was asked by many within a few hours and hardly at other times: something happened, which a surge tells
 * and an article would answer too late. `moments`: of all that was asked, in order, in milliseconds.
 */
export function isEvent(asked: { at: string; whose: string }[], moments: number[]): boolean {
  const own = asked.map(({ at, whose }) => ({ at: Date.parse(at), whose })).sort((a, b) => a.at - b.at);
  const all = new Set(own.map(({ whose }) => whose)).size;
  if (all < CASES) return false;
  return own.some(({ at: start }) => {
    const inside = own.filter(({ at }) => at >= start && at < start + WINDOW_MS);
    if (new Set(inside.map(({ whose }) => whose)).size < Math.max(CASES, all * OF_ITS_OWN)) return false;
    const meanwhile = moments.filter((at) => at >= start && at < start + WINDOW_MS).length;
    return meanwhile - inside.length < (moments.length - inside.length) * OF_ALL;
  });
}
