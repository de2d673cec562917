import type { ChannelRules } from '../../server/http/contract.ts';

const EMAIL = /[\p{L}\d._%+-]+@([\p{L}\d-]+\.[\p{L}\d.-]*\p{L})/gu;
const PHONE = /(?<![\p{L}\d./-])(?:\+|00)?\d(?:[\s().-]?\d){7,14}(?![\p{L}\d])/gu;
const AMOUNT =
  '(?:(?:€|£|\\$|kr\\.?|sek|nok|dkk|eur|euroa?|ευρώ)\\s?\\d[\\d\\s.,]*|\\d[\\d\\s.,]*\\s?(?:€|£|\\$|kr(?:onor|oner)?|sek|nok|dkk|eur|euroa?|ευρώ))';
/** What has been paid to or by this one customer, as against what anybody gets. */
const TO_THE_PERSON: Record<string, string> = {
  sv: 'vi har (?:återbetalat|betalat (?:ut|tillbaka)|satt in|fört över)|du (?:har betalat|betalade)|din (?:återbetalning|ersättning) (?:på|är)',
  nb: 'vi har (?:refundert|betalt (?:ut|tilbake)|overført|satt inn)|du (?:har betalt|betalte)|(?:refusjonen|erstatningen) din (?:på|er)',
  da: 'vi har (?:refunderet|udbetalt|betalt (?:dig )?tilbage|overført|sat ind)|du (?:har betalt|betalte)|din (?:refusion|erstatning|kompensation) (?:på|er)',
  fi: 'olemme (?:palauttaneet|maksaneet|hyvittäneet)|maksoit|olet maksanut|(?:hyvityksesi|palautuksesi|korvauksesi) (?:on|,)',
  el: 'σας (?:επιστρέψαμε|καταβάλαμε|έχουμε επιστρέψει)|(?:πληρώσατε|έχετε πληρώσει)|η (?:επιστροφή|αποζημίωσή) σας',
  en: "we (?:have |’ve |'ve )?(?:refunded|repaid|paid you|transferred)|you (?:have )?paid|your (?:refund|compensation) (?:of|is)",
};
const OPEN_VALUES = /^(?:agent\.|fact\.|trip\.destination$)/;
const FIRST_NAME = 'customer.first_name';

/**
 * What in a text only the customer and we may know: values of the host's (order number, e-mail, phone ...), what looks like
 * one, an amount paid to or by this customer, and the name where the voice forbids it. A number or address that stands in
 * `published`, the editors' own words, is for everybody: a crisis line, say. Empty where the channel is private.
 */
export function privateValues(
  text: string,
  known: { rules: ChannelRules; variables: Record<string, string>; lang: string; published?: string },
): string[] {
  const { rules, variables, lang, published = '' } = known;
  if (rules.setting !== 'public') return [];
  const values = Object.entries(variables)
    .filter(
      ([name, value]) => value.trim().length >= 3 && !OPEN_VALUES.test(name) && !(rules.names && name === FIRST_NAME),
    )
    .map(([, value]) => value.trim())
    .filter((value) => holdsWord(text, value));
  const emails = [...text.matchAll(EMAIL)].filter(([, domain]) => !isOurs(domain ?? '', rules)).map(([email]) => email);
  const numbers = rules.orderNumbers.flatMap((pattern) => matches(text, pattern));
  const phones = [...text.replace(/https?:\/\/\S+/g, '').matchAll(PHONE)].map(([phone]) => phone.trim());
  const amounts = text
    .split(/(?<=[.!?;])\s/)
    .filter((sentence) => new RegExp(TO_THE_PERSON[lang] ?? '(?!)', 'iu').test(sentence))
    .flatMap((sentence) => matches(sentence, AMOUNT));
  const found = [...emails, ...phones, ...amounts].filter((value) => !published.includes(value));
  return [...new Set([...values, ...numbers, ...found])];
}

function holdsWord(text: string, value: string): boolean {
  const literal = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\d])${literal}(?![\\p{L}\\d])`, 'iu').test(text);
}

function isOurs(domain: string, { domains }: ChannelRules): boolean {
  return domains.some((own) => domain === own || domain.endsWith(`.${own}`));
}

function matches(text: string, pattern: string): string[] {
  try {
    return [...text.matchAll(new RegExp(pattern, 'giu'))].map(([match]) => match.trim());
  } catch {
    return [];
  }
}
