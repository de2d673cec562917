import { expect, it } from 'vitest';
import type { Article, Text } from '../../../server/domain/article.ts';
import { and, type Filter, not } from '../../../server/domain/filter.ts';
import type { Ctx, Principal } from '../../../server/domain/principal.ts';
import { holdsFor, readableTexts } from '../../../server/services/may-read.ts';

const text = (more: Partial<Text>): Text => ({
  id: 'a',
  lang: 'sv',
  kind: 'faq',
  title: 'A',
  state: 'validated',
  audience: 'public',
  governance: 'experience',
  markets: ['se'],
  brands: null,
  owner: null,
  causeOwner: null,
  handling: 'answer',
  verifiedAt: null,
  tags: ['bag'],
  questions: [],
  notFor: [],
  translatedFrom: null,
  redirects: [],
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: null,
  incident: null,
  sections: [],
  path: 'a.sv.md',
  etag: 'e',
  ...more,
});

const ctx = (principal: Partial<Principal>): Ctx => ({
  principal: { id: 'p', scopes: ['search'], audience: 'internal', filter: null, ...principal },
  now: new Date('2026-11-22T12:00:00Z'),
  requestId: 'r',
  signal: null,
  locale: 'sv',
});

const read = (principal: Partial<Principal>, ...texts: Text[]) =>
  readableTexts({ id: 'a', texts } as Article, ctx(principal)).map(({ lang }) => lang);

it('lets a reader see what is at their level and before it', () => {
  const texts = [
    text({ lang: 'sv' }),
    text({ lang: 'nb', audience: 'partner' }),
    text({ lang: 'en', audience: 'internal' }),
  ];
  expect(read({ audience: 'public' }, ...texts)).toEqual(['sv']);
  expect(read({ audience: 'partner' }, ...texts)).toEqual(['sv', 'nb']);
  expect(read({ audience: 'internal' }, ...texts)).toEqual(['sv', 'nb', 'en']);
});

it('keeps unvalidated texts inside, and work in progress for editors', () => {
  const texts = [text({ lang: 'sv', state: 'not-validated' }), text({ lang: 'nb', state: 'wip' })];
  expect(read({ audience: 'customer' }, ...texts)).toEqual([]);
  expect(read({}, ...texts)).toEqual(['sv']);
  expect(read({ scopes: ['search', 'edit'] }, ...texts)).toEqual(['sv', 'nb']);
});

it('applies the principal’s own filter', () => {
  const texts = [
    text({ lang: 'sv', markets: ['se'] }),
    text({ lang: 'nb', markets: ['no'] }),
    text({ lang: 'en', markets: null }),
  ];
  expect(read({ filter: { op: 'has', field: 'market', value: 'no' } }, ...texts)).toEqual(['nb', 'en']);
});

it.each<[string, Filter, boolean]>([
  ['equals', { op: 'eq', field: 'lang', value: 'sv' }, true],
  ['equals another', { op: 'eq', field: 'lang', value: 'en' }, false],
  ['is among', { op: 'in', field: 'state', values: ['wip', 'validated'] }, true],
  ['is among none', { op: 'in', field: 'state', values: [] }, false],
  ['asks for what only a passage has', { op: 'eq', field: 'passageId', value: '' }, false],
  ['has the market', { op: 'has', field: 'market', value: 'se' }, true],
  ['lacks the market', { op: 'has', field: 'market', value: 'no' }, false],
  ['has any brand where none is named', { op: 'has', field: 'brand', value: 'x' }, true],
  ['has the tag', { op: 'has', field: 'tag', value: 'bag' }, true],
  ['is not', not({ op: 'eq', field: 'articleId', value: 'a' }), false],
  ['is both', and({ op: 'eq', field: 'lang', value: 'sv' }, { op: 'eq', field: 'articleKind', value: 'faq' }), true],
  [
    'is either',
    {
      op: 'or',
      of: [
        { op: 'eq', field: 'lang', value: 'en' },
        { op: 'eq', field: 'articleKind', value: 'faq' },
      ],
    },
    true,
  ],
  ['is valid then', { op: 'valid-at', at: Date.parse('2026-06-01T00:00:00Z') }, true],
  ['is valid from its first moment', { op: 'valid-at', at: Date.parse('2026-01-01T00:00:00Z') }, true],
  ['is not valid before', { op: 'valid-at', at: Date.parse('2025-12-31T23:59:59Z') }, false],
])('answers a filter that %s', (_name, filter, expected) => {
  expect(holdsFor(filter, text({}))).toBe(expected);
});

it('takes a validity that is another’s', () => {
  const at = Date.parse('2026-06-01T00:00:00Z');
  expect(holdsFor({ op: 'valid-at', at }, text({}), { from: null, until: at })).toBe(false);
});
