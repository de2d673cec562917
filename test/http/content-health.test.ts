import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HealthOutput } from '../../server/http/contract.ts';
import { deskOf } from './desk.ts';
import { openSmallBank, type SmallBank } from './small-bank.ts';

let bank: SmallBank;
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  bank = await openSmallBank({ ERFARA_EDITOR: 'Anna Ek' });
  desk = deskOf(bank);
});
afterEach(() => bank.close());

const health = (query = '') => desk.get<HealthOutput>(`/v1/health/content${query}`);
const copyOf = (id: string, words: string) =>
  `---\nschema: 1\nid: ${id}\nlang: sv\nkind: faq\ntitle: Extra väska till resan\nstate: validated\naudience: public\nquestions:\n  - Vad kostar en extra väska?\n  - hur mycket för väska till\n---\n## Svar\n${words}\n`;

describe('GET /v1/health/content', () => {
  it('has nothing to say of a bank that nobody used, but for the file that cannot be read', async () => {
    const { items, counts } = await health();
    expect(items.map(({ id }) => id)).toEqual(['lint:articles/broken.sv.md']);
    expect(counts).toEqual([{ kind: 'lint', count: 1 }]);
  });

  it('shows two answers to one question that differ, with both sides, and two that agree as doubles', async () => {
    await bank.write('articles/bag-price.sv.md', copyOf('bag-price', 'En extra väska kostar 700 kr.'));
    await bank.sync();
    const { items } = await health('?kind=contradiction');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ id: 'contradiction:bag-fee:bag-price', action: 'edit', languages: ['sv'] });
    const sides = items[0]?.evidence.flatMap((each) => (each.kind === 'side' ? [each.text] : []));
    expect(sides?.sort()).toEqual(['En extra väska kostar 450 kr / 490 kr.', 'En extra väska kostar 700 kr.']);
    await bank.write('articles/bag-price.sv.md', copyOf('bag-price', 'En extra väska kostar {{fact.bag_fee}}.'));
    await bank.sync();
    expect((await health()).counts).toContainEqual({ kind: 'duplicate', count: 1 });
    expect((await health()).counts).not.toContainEqual({ kind: 'contradiction', count: 1 });
  });

  it('finds the same question in two articles without a model too', async () => {
    await bank.close();
    bank = await openSmallBank({ ERFARA_EDITOR: 'Anna Ek' }, false, null);
    desk = deskOf(bank);
    await bank.write('articles/bag-price.sv.md', copyOf('bag-price', 'En extra väska kostar 700 kr.'));
    await bank.sync();
    expect((await health('?kind=contradiction')).items.map(({ id }) => id)).toEqual([
      'contradiction:bag-fee:bag-price',
    ]);
  });

  it('filters by kind, owner and language, and counts before the limit', async () => {
    await bank.write('articles/bag-price.sv.md', copyOf('bag-price', 'En extra väska kostar 700 kr.'));
    await bank.sync();
    expect((await health('?limit=1')).items).toHaveLength(1);
    expect((await health('?limit=1')).counts).toHaveLength(2);
    expect((await health('?owner=resor')).items).toEqual([]);
    expect((await health('?lang=en')).items).toEqual([]);
    expect((await health('?lang=sv-SE&kind=lint')).items).toHaveLength(1);
    expect((await bank.ask('/v1/health/content?kind=nothing')).status).toBe(400);
  });
});
