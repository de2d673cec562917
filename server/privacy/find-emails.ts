const LOCAL = /[\p{L}\p{M}\p{N}_+%&'.-]{1,64}$/u;
const DOMAIN =
  /^(?:[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_-]{0,62}\.){1,8}(?:xn--[a-z0-9-]{1,59}|\p{L}[\p{L}\p{M}]{1,23})/iu;
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;

/** What people write for the sign: in brackets, or a word that means nothing else; "at" alone only where the dots are words too. */
const AT_IN_WORDS =
  /[ \u00a0]{0,2}(?:[([{<][ ]?(?:at|a|ät|et|snabel-?a|krøllalfa|alfakrøll|παπάκι|@)[ ]?[)\]}>]|(?<=[ \u00a0])(?:snabel-?a|snabela|krøllalfa|alfakrøll|miukumauku|παπάκι)(?=[ \u00a0]))[ \u00a0]{0,2}/giu;
const ALL_IN_WORDS =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}_-]{1,30}(?: (?:dot|punkt|prikk|piste|τελεία) [\p{L}\p{N}_-]{1,30}){0,3} (?:at|ät|snabel-?a|krøllalfa|miukumauku|παπάκι) [\p{L}\p{N}_-]{1,30}(?: (?:dot|punkt|prikk|piste|τελεία) [\p{L}\p{N}]{2,20}){0,2} (?:dot|punkt|prikk|piste|τελεία) (?:com|net|org|eu|info|se|no|dk|fi|gr|uk|de)(?![\p{L}\p{N}])/giu;

/** Spans of e-mail addresses, and of those written around the sign. Its time grows with the number of signs alone. */
export function findEmails(text: string): [number, number][] {
  const found: [number, number][] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const span = around(text, at, at + 1);
    if (span) found.push(span);
  }
  for (const { 0: sign, index } of text.matchAll(AT_IN_WORDS)) {
    const span = around(text, index, index + sign.length);
    if (span) found.push(span);
  }
  for (const { 0: words, index } of text.matchAll(ALL_IN_WORDS)) found.push([index, index + words.length]);
  return found;
}

/** The address around what stands for its sign. */
function around(text: string, from: number, until: number): [number, number] | null {
  const local = LOCAL.exec(text.slice(Math.max(0, from - LONGEST_LOCAL), from))?.[0].replace(/^[.'&%-]{1,64}/, '');
  if (!local) return null;
  const domain = DOMAIN.exec(text.slice(until, until + LONGEST_DOMAIN))?.[0];
  return domain ? [from - local.length, until + domain.length] : null;
}
