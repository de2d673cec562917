import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AgentPseudonyms } from '../../../server/ledger/agent-pseudonyms.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'erfara-salts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const november = new Date('2026-11-30T23:59:59Z');
const december = new Date('2026-12-01T00:00:00Z');

it('names an agent the same all month, over restarts, and each agent differently', () => {
  const name = new AgentPseudonyms(folder).of('anna', november);
  expect(new AgentPseudonyms(folder).of('anna', new Date('2026-11-01T00:00:00Z'))).toBe(name);
  expect(new AgentPseudonyms(folder).of('bo', november)).not.toBe(name);
  expect(name).not.toContain('anna');
});

it('names an agent anew each month, and throws the old salt away', () => {
  const pseudonyms = new AgentPseudonyms(folder);
  const before = pseudonyms.of('anna', november);
  expect(pseudonyms.of('anna', december)).not.toBe(before);
  expect(readdirSync(folder)).toEqual(['2026-12.salt']);
});
