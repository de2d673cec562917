import type { Text } from '../../../domain/article.ts';
import type { Finding, Rule } from '../rule.ts';

const shared: { field: string; of(text: Text): unknown }[] = [
  { field: 'kind', of: (text) => text.kind },
  { field: 'audience', of: (text) => text.audience },
  { field: 'governance', of: (text) => text.governance },
  { field: 'cause', of: (text) => text.cause ?? null },
  { field: 'handling', of: (text) => text.handling },
  { field: 'owner', of: (text) => text.owner },
  { field: 'tags', of: (text) => inOrder(text.tags) },
  { field: 'markets', of: (text) => inOrder(text.markets) },
  { field: 'brands', of: (text) => inOrder(text.brands) },
  { field: 'valid_from', of: (text) => moment(text.validFrom) },
  { field: 'valid_until', of: (text) => moment(text.validUntil) },
  { field: 'part_of', of: (text) => text.incident?.partOf ?? null },
  { field: 'template', of: (text) => text.incident?.template ?? false },
  { field: 'supersedes', of: (text) => inOrder(text.incident?.supersedes ?? []) },
  { field: 'applies_to', of: (text) => inOrder(text.incident?.appliesTo.markets ?? null) },
];

export const textsDisagree: Rule = {
  id: 'texts-disagree',
  severity: 'error',
  fix: 'Give every language of the article the same value.',
  text(view) {
    const [first] = view.article.texts;
    if (!first || first === view.text) return [];
    return shared.flatMap(({ field, of }): Finding[] => {
      const [here, there] = [JSON.stringify(of(view.text)), JSON.stringify(of(first))];
      if (here === there) return [];
      return [{ place: view.field(field), message: `${field} is ${here} here and ${there} in ${first.path}.` }];
    });
  },
};

function inOrder(list: string[] | null): string[] | null {
  return list === null ? null : [...list].sort();
}

function moment(iso: string | null): number | null {
  return iso === null ? null : Date.parse(iso);
}
