import type { Section, Text } from '../domain/article.ts';

const LONGEST = 200;

/** One line that says what a change does to a text; null = it was not there, or is not there any more. */
export function describeChange(before: Text | null, after: Text | null): string {
  const text = after ?? before;
  const name = `${text?.id} (${text?.lang})`;
  if (!before || !after) return short(`${name}: ${before ? 'removed' : 'written'}, "${text?.title}"`);
  const said = [
    ...(['title', 'handling', 'owner', 'causeOwner', 'verifiedAt', 'validFrom', 'validUntil'] as const)
      .filter((field) => before[field] !== after[field])
      .map((field) => FIELDS[field]),
    ...(['kind', 'state', 'audience', 'governance'] as const)
      .filter((field) => before[field] !== after[field])
      .map((field) => `${field} ${before[field]} -> ${after[field]}`),
    ...(['markets', 'brands', 'tags', 'redirects', 'translatedFrom', 'incident'] as const)
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => (field === 'translatedFrom' ? 'translated from' : field)),
    ...lines('question', before.questions, after.questions),
    ...lines('near miss', before.notFor, after.notFor),
    ...sections(before, after),
  ];
  return short(`${name}: ${said.join(', ') || 'layout'}`);
}

const FIELDS = {
  title: 'title',
  handling: 'handling',
  owner: 'owner',
  causeOwner: 'owner of the cause',
  verifiedAt: 'verified',
  validFrom: 'valid from',
  validUntil: 'valid until',
};

function lines(name: string, before: string[], after: string[]): string[] {
  const count = (of: string[], without: string[]) => of.filter((line) => !without.includes(line)).length;
  const said = (n: number, what: string) =>
    n === 0 ? [] : [`${n} ${n === 1 || name.endsWith('s') ? name : plural(name)} ${what}`];
  return [...said(count(after, before), 'added'), ...said(count(before, after), 'removed')];
}

function plural(name: string): string {
  return name === 'near miss' ? 'near misses' : `${name}s`;
}

function sections(before: Text, after: Text): string[] {
  const key = ({ name, channel, alternative }: Section) => `${name} ${channel} ${alternative}`;
  const was = new Map(before.sections.map((section) => [key(section), section]));
  const is = new Map(after.sections.map((section) => [key(section), section]));
  return [
    ...[...is].flatMap(([id, { heading, markdown }]) => {
      const old = was.get(id);
      if (!old) return [`${named(heading)} added`];
      return old.markdown === markdown ? [] : [named(heading)];
    }),
    ...[...was].filter(([id]) => !is.has(id)).map(([, { heading }]) => `${named(heading)} removed`),
  ];
}

function named(heading: string): string {
  return heading === '' ? 'opening' : `"${heading}"`;
}

function short(line: string): string {
  const flat = line.replace(/\s+/g, ' ');
  return flat.length <= LONGEST ? flat : `${flat.slice(0, LONGEST - 1)}…`;
}
