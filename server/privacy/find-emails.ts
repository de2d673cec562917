const LOCAL = /[\p{L}\p{M}\p{N}_+%&'.-]{1,64}$/u;
const DOMAIN =
  /^(?:[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_-]{0,62}\.){1,8}(?:xn--[a-z0-9-]{1,59}|\p{L}[\p{L}\p{M}]{1,23})/iu;
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;

/** Spans of e-mail addresses; looks around every @, so its time grows with their number alone. */
export function findEmails(text: string): [number, number][] {
  const found: [number, number][] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = LOCAL.exec(text.slice(Math.max(0, at - LONGEST_LOCAL), at))?.[0].replace(/^[.'&%-]{1,64}/, '');
    if (!local) continue;
    const domain = DOMAIN.exec(text.slice(at + 1, at + 1 + LONGEST_DOMAIN))?.[0];
    if (domain) found.push([at - local.length, at + 1 + domain.length]);
  }
  return found;
}
