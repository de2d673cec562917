import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openHistory } from '../../server/history/open-history.ts';
import { bundleChild, ended, nextMessage } from '../bundled-child.ts';

const FILE = 'articles/trip.en.md';
const TEXT = `---
schema: 1
id: trip
lang: en
kind: faq
state: validated
audience: public
title: A trip
questions: ["Where does it go?"]
---
## Issue
It is alpha 0 that is asked.

${'Some words of the middle.\n'.repeat(60)}
## Resolution
It is omega 0 that is answered.
`;
const WHOLE = new RegExp(TEXT.replace(/[.?*+^$[\]\\(){}|]/g, '\\$&').replace(/(alpha|omega) 0/g, '$1 (\\d+)'));

interface Saved {
  place: string;
  i: number;
  status: number;
  etag?: string;
  revision?: string;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'erfara-save-kill-'));
  mkdirSync(join(folder, 'content', 'articles'), { recursive: true });
  const voice = '{greeting: "Hi {name},", greetingNoName: "Hi,", signOff: "{agent}"}';
  writeFileSync(
    join(folder, 'content/erfara.yaml'),
    `name: Bank\nlanguages:\n  en: {name: English, voice: ${voice}}\n`,
  );
  writeFileSync(join(folder, 'content', FILE), TEXT);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a server killed while two editors save leaves the old text or the new, and every save that it confirmed in the history', async () => {
  const child = await bundleChild('test/contracts/save-child.ts');
  const confirmed: Saved[] = [];
  try {
    for (let kill = 1; kill <= 6; kill += 1) {
      const process = child.start(folder, String(kill * 1_000));
      await nextMessage(process);
      process.on('message', (message) => confirmed.push(message as Saved));
      process.send('go');
      await nextMessage(process);
      await sleep(150 + kill * 37);
      process.kill('SIGKILL');
      await ended(process);
      const words = readFileSync(join(folder, 'content', FILE), 'utf8');
      expect(words).toMatch(WHOLE);
      expect(readdirSync(join(folder, 'content/articles')).filter((name) => name.endsWith('.md'))).toHaveLength(1);
    }
    const { history } = await openHistory(join(folder, 'content'), join(folder, 'data', 'history'));
    await history.settle([{ path: FILE }], { at: new Date() });
    const log = await history.log(FILE, 10_000);
    const versions = new Map<string, string>();
    for (const { id } of log) versions.set(id, Buffer.from((await history.read(id, FILE)) ?? []).toString());
    for (const words of versions.values()) expect(words).toMatch(WHOLE);
    const saved = confirmed.filter(({ status }) => status === 200);
    expect(new Set(saved.map(({ place }) => place))).toEqual(new Set(['alpha', 'omega']));
    expect([...new Set(confirmed.map(({ status }) => status))].filter((status) => status >= 500)).toEqual([]);
    for (const { revision, etag, place, i } of saved) {
      const words = versions.get(revision ?? '') ?? '';
      expect(words).toContain(`${place} ${i} `);
      expect(createHash('sha256').update(words).digest('hex')).toBe(etag);
    }
    expect(versions.get(log[0]?.id ?? '')).toBe(readFileSync(join(folder, 'content', FILE), 'utf8'));
    // What one editor saved is still there in every later version, until the same editor saves again.
    const numbers = [...versions.values()].map((words) => /alpha (\d+)[\s\S]*omega (\d+)/.exec(words) ?? []);
    for (const side of [1, 2]) {
      const [own] = [numbers.map((match) => Number(match[side])).reverse()];
      expect(own).toEqual(own?.toSorted((a, b) => a - b));
    }
  } finally {
    child.remove();
  }
});
