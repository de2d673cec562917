import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { PersonalDatum } from '../../../ports/personal-data.ts';
import type { Finding, Place, Rule } from '../rule.ts';
import type { TextView } from '../text-view.ts';
import { CRISIS_LINES } from '../words/crisis-lines.ts';

/** Fields of machines: what looks like a number there is none of anybody's. */
const MACHINE_FIELDS = new Set(['schema', 'id', 'etag', 'hash', 'verified_at', 'valid_from', 'valid_until', 'source']);

const NAMES: Record<PersonalDatum['kind'], string> = {
  email: 'an e-mail address',
  phone: 'a phone number',
  card: 'a card number',
  iban: 'an account number (IBAN)',
  account: 'an account number',
  passport: 'a passport or identity card number',
  personnummer: 'a Swedish personnummer',
  fodselsnummer: 'a Norwegian fødselsnummer',
  cpr: 'a Danish CPR number',
  hetu: 'a Finnish henkilötunnus',
  afm: 'a Greek ΑΦΜ',
  amka: 'a Greek ΑΜΚΑ',
  'order-number': 'a booking number',
  name: 'a name',
};

export const personalData: Rule = {
  id: 'personal-data',
  severity: 'error',
  fix: 'Remove it, and write what it stands for: {{order.number}}, or "the e-mail address".',
  text(view) {
    const inSections = view.text.sections.flatMap((section) =>
      findings(view, section.markdown, (offset) => view.inside(section, offset)),
    );
    const inFields = wordsOf(view.frontMatter).flatMap(({ keys, words }) =>
      findings(view, words, () => view.field(...keys)),
    );
    return [...inFields, ...inSections];
  },
};

function findings(view: TextView, words: string, place: (offset: number) => Place): Finding[] {
  return view.bank
    .findPersonalData(words)
    .filter(({ kind, span }) => !(kind === 'phone' && isPublicLine(view, words.slice(...span))))
    .map(({ kind, span }) => ({ place: place(span[0]), message: `There is ${NAMES[kind] ?? kind} here.` }));
}

/** Numbers that save lives, and the one that the article itself hands over to. */
function isPublicLine(view: TextView, number: string): boolean {
  if (view.text.handling !== 'hand-over') return false;
  const digits = number.replace(/\D/g, '').replace(/^(?:00)?(?:45|46|47|358|30)(?=\d{6})/, '');
  const redirect = view.fields.redirect as { to?: string } | undefined;
  return CRISIS_LINES.has(digits) || CRISIS_LINES.has(`0${digits}`) || redirect?.to?.replace(/\D/g, '') === digits;
}

function wordsOf(node: Node | null, keys: (string | number)[] = []): { keys: (string | number)[]; words: string }[] {
  if (isScalar(node)) return typeof node.value === 'string' ? [{ keys, words: node.value }] : [];
  if (isSeq(node)) return node.items.flatMap((item, i) => wordsOf(item as Node, [...keys, i]));
  if (!isMap(node)) return [];
  return node.items.flatMap((pair) => {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    return MACHINE_FIELDS.has(key) ? [] : wordsOf(pair.value as Node, [...keys, key]);
  });
}
