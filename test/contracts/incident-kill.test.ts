import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bundleChild, ended, nextMessage } from '../bundled-child.ts';

const LANGS = ['sv', 'nb', 'da', 'fi', 'el', 'en'];
const template = (lang: string) => `---
schema: 1
id: template-storm
lang: ${lang}
kind: incident
template: true
state: validated
audience: public
title: Storm ${lang}
---
## Status
Storm.
## Reply
No ferry sails.
`;

let folder: string;
const content = (path: string) => join(folder, 'content', path);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'erfara-incident-kill-'));
  mkdirSync(content('incidents/templates'), { recursive: true });
  const voice = '{greeting: "Hi {name},", greetingNoName: "Hi,", signOff: "{agent}"}';
  const languages = LANGS.map((lang) => `  ${lang}: {name: ${lang}, voice: ${voice}}\n`).join('');
  writeFileSync(content('erfara.yaml'), `name: Bank\nlanguages:\n${languages}`);
  for (const lang of LANGS) writeFileSync(content(`incidents/templates/template-storm.${lang}.md`), template(lang));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Until when each language of an incident says that it holds. */
const ends = (id: string) =>
  LANGS.map(
    (lang) => /^valid_until: (.+)$/m.exec(readFileSync(content(`incidents/${id}/${id}.${lang}.md`), 'utf8'))?.[1],
  );

test('a server killed while incidents are raised, extended and ended leaves none of them half', async () => {
  const child = await bundleChild('test/contracts/incident-child.ts');
  const confirmed = new Map<string, string>();
  try {
    for (let kill = 1; kill <= 6; kill += 1) {
      const process = child.start(folder);
      await nextMessage(process);
      const there = readdirSync(content('incidents')).filter((name) => name !== 'templates');
      for (const id of there) {
        const files = readdirSync(content(`incidents/${id}`)).filter((name) => !name.startsWith('.'));
        expect(files.sort()).toEqual(LANGS.map((lang) => `${id}.${lang}.md`).sort());
        // What a killed process began is finished when the next one starts.
        await vi.waitFor(() => expect(new Set(ends(id)).size, `${id}: ${ends(id)}`).toBe(1), { timeout: 10_000 });
      }
      expect(there).toEqual(expect.arrayContaining([...confirmed.keys()]));
      process.on('message', ({ id, until }: { id: string; until: string }) => confirmed.set(id, until));
      process.send('go');
      await nextMessage(process);
      await sleep(kill * 23);
      process.kill('SIGKILL');
      await ended(process);
    }
    expect(confirmed.size).toBeGreaterThan(3);
  } finally {
    child.remove();
  }
}, 90_000);
