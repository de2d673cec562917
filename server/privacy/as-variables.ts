/** Names that stand in a case, each as written: first names, or first and family names. */
export interface NamesInCase {
  customer: string[];
  agent: string[];
  /** Of anybody else: a token stands for them. */
  others: string[];
}

const VARIABLES = { customer: '{{customer.first_name}}', agent: '{{agent.first_name}}' } as const;
const FAMILY_NAME = '[name]';
const ORDER_NUMBER = '{{order.number}}';
/** What redaction and this file leave where personal data stood. */
const STANDS_FOR =
  /\{\{(?:customer|agent|order|trip)\.[a-z_]+\}\}|\[(?:name|e-mail|phone|card number|account number|identity number|tax number|order number)\]/g;
const NAME = "\\p{Lu}[\\p{L}’'-]+";
/** Customers sign after one of these. */
const CLOSING = new RegExp(
  `(?<!\\p{L})(?:mvh|hälsningar|hälsning|hilsen|hilsner|terveisin|terv|regards|thanks|thank you|cheers|tack|takk|tak|kiitos|εκτίμηση|ευχαριστώ)[\\s,.!/–-]+(${NAME}(?: ${NAME}){0,2})[\\s.!]*$`,
  'iu',
);
const STARTS_AS_NAME = new RegExp(`^${NAME}`, 'u');

/**
 * Puts variables where they say what stood there: redacted order numbers, and the names given. Of a customer's name the
 * first becomes the variable, the others a token. Names count as they are written, so that "Rose" leaves "rose" alone.
 */
export function asVariables(redacted: string, names: NamesInCase): string {
  let words = redacted.replaceAll('[order number]', ORDER_NUMBER);
  for (const whose of ['customer', 'agent'] as const) {
    const given = names[whose]
      .map((name) => name.trim().split(/\s+/))
      .filter(([first]) => (first ?? '').length > 1)
      .sort((a, b) => b.length - a.length);
    for (const parts of given) words = words.replace(word(parts.join(' ')), VARIABLES[whose]);
    for (const [first, ...others] of given) {
      words = words.replace(word(first ?? ''), VARIABLES[whose]);
      for (const family of others) if (family.length > 1) words = words.replace(word(family), FAMILY_NAME);
    }
  }
  for (const name of names.others) {
    words = words.replace(word(name), FAMILY_NAME);
    for (const part of name.split(/\s+/)) if (part.length > 2) words = words.replace(word(part), FAMILY_NAME);
  }
  return words;
}

/** Where variables and tokens stand: [start, end) in UTF-16 units. */
export function variableSpans(text: string): { span: [number, number]; text: string }[] {
  return [...text.matchAll(STANDS_FOR)].map(({ 0: found, index }) => ({
    span: [index, index + found.length],
    text: found,
  }));
}

/** The customer's name after an agent's greeting at the start of a line; `greetings` are the bank's: `Hej {name}!`. */
export function namesGreeted(text: string, greetings: string[]): string[] {
  const openings = greetings
    .filter((greeting) => greeting.includes('{name}'))
    .map((greeting) => greeting.split('{')[0]);
  return openings.flatMap((opening) => {
    const greeting = new RegExp(
      `^[ \\t]*${escaped((opening ?? '').trim())}[ \\t]+(${NAME})(?=[ \\t]*(?:[!,.:]|$))`,
      'gmu',
    );
    return [...text.matchAll(greeting)].map((match) => match[1] ?? '');
  });
}

/** The customer's name under their message. */
export function nameSigned(text: string): string[] {
  const name = CLOSING.exec(text)?.[1] ?? '';
  return name !== '' && name.split(' ').every((part) => STARTS_AS_NAME.test(part)) ? [name] : [];
}

/** As a word of its own, with the s of a Scandinavian or English genitive. */
function word(name: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}{.])${escaped(name)}(?=['’]?s?(?![\\p{L}\\p{N}]))`, 'gu');
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
