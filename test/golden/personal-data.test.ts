import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { personalDataFinder } from '../../server/privacy/find-personal-data.ts';
import { projectRoot } from '../../server/project-root.ts';

interface Labelled {
  lang: string;
  text: string;
  /** Kind, start, end in UTF-16 units. */
  spans: [string, number, number][];
}

const read = (name: string) =>
  readFileSync(join(projectRoot(), 'test/golden/personal-data', name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);
const messages = [...read('messages.jsonl'), ...read('messages-later.jsonl')];
const lookAlikes = read('look-alikes.jsonl');
const find = personalDataFinder(['NB-\\d{6}'], { ourselves: ['Nordbris'] });

/** Of all found how much is right, of all there is how much is found; right is the kind and both ends. */
const FLOORS = { precision: 0.97, recall: 0.95 };
const NAMES = { precision: 0.9, recall: 0.85 };

interface Count {
  right: number;
  found: number;
  there: number;
}

function measured(): Map<string, Count> {
  const counts = new Map<string, Count>();
  const count = (kind: string, lang: string, which: keyof Count) => {
    for (const key of [kind, `${kind} ${lang}`]) {
      const known = counts.get(key) ?? { right: 0, found: 0, there: 0 };
      known[which] += 1;
      counts.set(key, known);
    }
  };
  for (const { lang, text, spans } of [...messages, ...lookAlikes]) {
    const labels = new Set(spans.map((span) => span.join(' ')));
    for (const [kind] of spans) count(kind, lang, 'there');
    for (const { kind, span } of find(text)) {
      count(kind, lang, 'found');
      if (labels.has([kind, ...span].join(' '))) count(kind, lang, 'right');
    }
  }
  return counts;
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
const percent = (part: number, whole: number) => `${Math.round(share(part, whole) * 100)} %`.padStart(6);

describe('Personal data', () => {
  const counts = measured();

  it('is measured on messages of six languages and on look-alikes, whose labels fit their words', () => {
    expect(messages.length).toBeGreaterThanOrEqual(300);
    expect(lookAlikes.length).toBeGreaterThanOrEqual(100);
    expect(new Set(messages.map(({ lang }) => lang)).size).toBe(6);
    for (const { text, spans } of messages) {
      for (const [, start, end] of spans) expect(text.slice(start, end)).toMatch(/^\S.*\S$/s);
    }
  });

  it('is found, and nothing else is, by kind and language', () => {
    const report = [...counts]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(
        ([key, { right, found, there }]) =>
          `${key.padEnd(18)} precision ${percent(right, found)} recall ${percent(right, there)} of ${there}`,
      );
    if (process.env.SHOW_MEASURES) process.stdout.write(`${report.join('\n')}\n`);
    for (const [key, { right, found, there }] of counts) {
      const floor = key.startsWith('name') ? NAMES : FLOORS;
      expect(share(right, found), `precision of ${key}\n${report.join('\n')}`).toBeGreaterThanOrEqual(floor.precision);
      expect(share(right, there), `recall of ${key}\n${report.join('\n')}`).toBeGreaterThanOrEqual(floor.recall);
    }
  });

  it('is not seen in what only looks like it', () => {
    const seen = lookAlikes.flatMap(({ text }) => find(text).map(({ kind, span }) => `${kind} ${text.slice(...span)}`));
    expect(seen).toEqual([]);
  });
});
