import { expect, it } from 'vitest';
import { changesIn, sameChange } from '../../../server/services/work/sentence-changes.ts';

const ANSWER = 'En extra väska kostar {{fact.bag_fee}}. Du betalar på **Mina sidor**.\n\nSvaret kommer inom 7 dagar.';

const values = () => ['490 kr', '450 kr'];

it('finds nothing changed where tokens were filled and a greeting and a closing stand around', () => {
  const sent =
    'Hej Kim!\n\nEn extra väska kostar 450 kr. Du betalar på Mina sidor.\nSvaret kommer inom 7 dagar.\n/Anna';
  expect(changesIn(ANSWER, sent, values)).toEqual({ kept: 3, changes: [] });
});

it('finds the sentence whose words were changed, left out or added', () => {
  const sent =
    'En extra väska kostar 450 kr. Svaret kommer inom 14 dagar. Du kan också ringa oss på vardagar före klockan tolv.';
  const { kept, changes } = changesIn(ANSWER, sent, values);
  expect(kept).toBe(1);
  expect(changes.map(({ before, place, after }) => ({ before, place, after }))).toEqual([
    { before: 'Du betalar på **Mina sidor**.', place: 1, after: null },
    { before: 'Svaret kommer inom 7 dagar.', place: 2, after: 'Svaret kommer inom 14 dagar.' },
    { before: null, place: null, after: 'Du kan också ringa oss på vardagar före klockan tolv.' },
  ]);
  expect([...(changes[1]?.signature ?? [])]).toEqual(['-7', '+14']);
});

it('takes the same change in another wording for the same, and another change not', () => {
  const change = (sent: string) =>
    changesIn('Svaret kommer inom 7 dagar.', sent).changes[0]?.signature ?? new Set<string>();
  expect(sameChange(change('Svaret kommer inom 14 dagar.'), change('Svaret kommer inom 14 dagar!'))).toBe(1);
  expect(sameChange(change('Svaret kommer inom 14 dagar.'), change('Svaret kommer inom 3 veckor.'))).toBeLessThan(0.6);
});

it('sees a change beside a fact, whatever value the fact had', () => {
  const change = (sent: string) => changesIn('En väska kostar {{fact.bag_fee}}.', sent, values).changes[0]?.signature;
  expect(change('En väska kostar 450 kr.')).toBeUndefined();
  expect([...(change('En väska kostar 450 kr per väg.') ?? [])]).toEqual(['+per', '+väg']);
  expect([...(change('En väska kostar 490 kr per väg.') ?? [])]).toEqual(['+per', '+väg']);
});

it('reads a long answer without tokens in a moment', () => {
  const long = 'ord {{a}} ord {{b}} ord {{c}} '.repeat(200);
  expect(changesIn(long, 'ord '.repeat(4_000)).kept).toBe(0);
});
