import { describe, expect, it } from 'vitest';
import { parseFacts } from '../../../server/content/facts-file.ts';
import { setFact } from '../../../server/content/set-fact.ts';

const FILE = `# Values used in many articles.

# --- Refunds ---
refund_days:
  description: Days until a refund is sent # from us
  values:
    - from: 2025-01-01
      all: "7"   # since always

bag_fee:
  values:
    - {from: 2026-01-01, se: "450 kr"}

short: {values: [{from: 2026-01-01, all: "1"}]}
`;

describe('a dated value', () => {
  const entry = { from: '2026-12-01', values: { all: '5' } };

  it('goes behind the others in the style they are written, and every other byte stays', () => {
    expect(setFact(FILE, 'refund_days', entry)).toBe(
      FILE.replace('# since always\n', '# since always\n    - from: 2026-12-01\n      all: "5"\n'),
    );
    expect(setFact(FILE, 'bag_fee', { from: '2026-12-01', values: { se: '500 kr', no: '540 kr' } })).toBe(
      FILE.replace('"450 kr"}\n', '"450 kr"}\n    - {from: 2026-12-01, se: "500 kr", no: "540 kr"}\n'),
    );
    expect(setFact(FILE, 'short', entry)).toBe(FILE.replace('"1"}]', '"1"}, {from: 2026-12-01, all: "5"}]'));
  });

  it('takes the place of the one that begins the same day', () => {
    const once = setFact(FILE, 'bag_fee', { from: '2026-01-01', values: { se: '470 kr' } });
    expect(once).toBe(FILE.replace('450 kr', '470 kr'));
    const twice = setFact(FILE, 'refund_days', { from: '2025-01-01', values: { se: '6', all: '7' } });
    expect(parseFacts(twice, '').facts.refund_days?.values).toEqual([
      { from: '2025-01-01', byMarket: { se: '6', all: '7' } },
    ]);
    expect(twice).toContain('# since always');
  });

  it('of a new fact goes to the end, with its description', () => {
    const result = setFact(FILE, 'pet_fee', { ...entry, description: 'Fee: # for "pets"' });
    expect(result.startsWith(FILE)).toBe(true);
    expect(parseFacts(result, '').facts.pet_fee).toEqual({
      description: 'Fee: # for "pets"',
      values: [{ from: '2026-12-01', byMarket: { all: '5' } }],
    });
    expect(parseFacts(setFact('', 'pet_fee', entry), '').facts).toHaveProperty('pet_fee');
  });

  it('keeps Windows line ends', () => {
    const windows = FILE.replaceAll('\n', '\r\n');
    expect(setFact(windows, 'refund_days', entry)).toBe(setFact(FILE, 'refund_days', entry).replaceAll('\n', '\r\n'));
  });

  it.each(['5 "kr" # no', "it's: {x}", '- 5', 'a\nb', '{{x}}', '05', 'null', 'åäö €'])('may be %j', (value) => {
    const { facts, problems } = parseFacts(
      setFact(FILE, 'refund_days', { from: '2026-12-01', values: { all: value } }),
      '',
    );
    expect(problems).toEqual([]);
    expect(facts.refund_days?.values.at(-1)?.byMarket.all).toBe(value);
  });

  it('is refused where the file could not be read with it', () => {
    for (const [source, name] of [
      ['a: [', 'a'],
      ['a: 1\n', 'a'],
      ['a: {values: x}\n', 'a'],
      [FILE, 'Not A Name'],
    ] as const) {
      expect(() => setFact(source, name, entry)).toThrowError(expect.objectContaining({ code: 'bad-request' }));
    }
  });
});
