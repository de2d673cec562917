import { describe, expect, it } from 'vitest';
import { changedRuns, diffOf, linesOf, mergeTexts } from '../../../server/diff/lines.ts';
import { seededRandom } from '../../../server/evaluation/random.ts';

describe('two changes of one text', () => {
  const base = 'one\ntwo\nthree\nfour\nfive\n';

  it('are put together when they are apart, with their line ends', () => {
    const ours = base.replace('one', 'ONE');
    const theirs = base.replace('five\n', 'five\nsix');
    expect(mergeTexts(base, ours, theirs)).toBe('ONE\ntwo\nthree\nfour\nfive\nsix');
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    expect(mergeTexts(windows(base), windows(ours), windows(theirs))).toBe(
      'ONE\r\ntwo\r\nthree\r\nfour\r\nfive\r\nsix',
    );
  });

  it('are one when they are the same', () => {
    const both = base.replace('three', '3');
    expect(mergeTexts(base, both, both)).toBe(both);
    expect(mergeTexts(base, both, base)).toBe(both);
    expect(mergeTexts(base, base, both)).toBe(both);
  });

  it('are not put together when they touch', () => {
    expect(mergeTexts(base, base.replace('three', '3'), base.replace('three', 'III'))).toBeNull();
    expect(mergeTexts(base, base.replace('three', '3'), base.replace('four', '4'))).toBeNull();
    expect(mergeTexts(base, base.replace('three\n', ''), base.replace('three', 'III'))).toBeNull();
    expect(mergeTexts('', 'ours', 'theirs')).toBeNull();
  });

  it('never lose a line that one of them wrote, and never bring back one that one of them took away', () => {
    const random = seededRandom(7);
    let merges = 0;
    for (let round = 0; round < 300; round += 1) {
      const lines = Array.from({ length: 14 }, (_, i) => `line ${i}\n`);
      const change = (name: string) => {
        const at = Math.floor(random() * lines.length);
        const kind = Math.floor(random() * 3);
        return lines.toSpliced(at, kind === 0 ? 0 : 1, ...(kind === 1 ? [] : [`${name} ${round}\n`]));
      };
      const [ours, theirs] = [change('ours'), change('theirs')];
      const merged = mergeTexts(lines.join(''), ours.join(''), theirs.join(''));
      if (merged === null) continue;
      merges += 1;
      const out = linesOf(merged);
      for (const [side, other] of [
        [ours, theirs],
        [theirs, ours],
      ] as const) {
        for (const line of side) if (!lines.includes(line)) expect(out).toContain(line);
        for (const line of lines) if (!side.includes(line)) expect(out).not.toContain(line);
        expect(other.length).toBeGreaterThan(0);
      }
    }
    expect(merges).toBeGreaterThan(150);
  });

  it('of many thousand lines are left to people', () => {
    const long = '\n'.repeat(30_000);
    expect(mergeTexts(long, `${long}a`, `b${long}`)).toBeNull();
    expect(changedRuns(linesOf(`x${long}y`), linesOf(`${'z\n'.repeat(30_000)}`))).toHaveLength(1);
  });
});

describe('what tells two texts apart', () => {
  it('is shown with three lines around each change, numbered', () => {
    const before = Array.from({ length: 30 }, (_, i) => `line ${i + 1}`).join('\n');
    const after = before.replace('line 2\n', 'LINE 2\n').replace('line 25\n', '');
    expect(diffOf(before, after).map(({ kind, line, lines }) => [kind, line, lines.length])).toEqual([
      ['same', 1, 1],
      ['removed', 2, 1],
      ['added', 2, 1],
      ['same', 3, 3],
      ['same', 22, 3],
      ['removed', 25, 1],
      ['same', 25, 3],
    ]);
    expect(diffOf(before, before)).toEqual([]);
    expect(diffOf('', 'a\n')).toEqual([{ kind: 'added', line: 1, lines: ['a'] }]);
  });

  it('makes the one into the other', () => {
    const random = seededRandom(3);
    for (let round = 0; round < 200; round += 1) {
      const text = () => Array.from({ length: Math.floor(random() * 12) }, () => `${Math.floor(random() * 4)}\n`);
      const [before, after] = [text(), text()];
      const made: string[] = [];
      let at = 0;
      for (const run of changedRuns(before, after)) {
        made.push(...before.slice(at, run.before[0]), ...after.slice(...run.after));
        at = run.before[1];
      }
      expect([...made, ...before.slice(at)]).toEqual(after);
    }
  });
});
