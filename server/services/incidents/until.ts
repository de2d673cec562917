/** An incident is for a while; what holds longer is an article. */
const LONGEST_DAYS = 92;

/** The moment until which an incident shall hold; tells `wrong` when it cannot. */
export function untilOf(iso: string, now: Date, wrong: (path: string, rule: string, message: string) => void): Date {
  const until = new Date(iso);
  if (until.getTime() <= now.getTime()) {
    wrong('until', 'past', 'This moment is over. Choose a later one; to end an incident now, send the action "end".');
  } else if (until.getTime() - now.getTime() > LONGEST_DAYS * 86_400_000) {
    wrong('until', 'far', `An incident holds for ${LONGEST_DAYS} days at most. Extend it then, or write an article.`);
  }
  return until;
}
