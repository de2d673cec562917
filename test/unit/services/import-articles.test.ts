import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileArticleStore } from '../../../server/content/file-article-store.ts';
import { FileImportedTextWriter } from '../../../server/content/import/file-imported-text-writer.ts';
import type { ImportedRecord, ReadRecord } from '../../../server/ports/import-format.ts';
import { personalDataFinder } from '../../../server/privacy/find-personal-data.ts';
import { redactor } from '../../../server/privacy/redact.ts';
import { describeImport } from '../../../server/services/describe-import.ts';
import { importArticles } from '../../../server/services/import-articles.ts';
import { FACTS, SETTINGS } from '../content/bank-of.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'erfara-import-'));
  writeFileSync(join(folder, 'erfara.yaml'), SETTINGS);
  writeFileSync(join(folder, 'facts.yaml'), FACTS);
  mkdirSync(join(folder, 'articles'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const record = (ref: string, more: Partial<ImportedRecord> = {}): ImportedRecord => ({
  ...{
    place: `x.json, record ${ref}`,
    ref,
    lang: 'en',
    title: `Bags ${ref}?`,
    question: null,
    reply: null,
    tags: ['a b'],
  },
  ...{ resolution: 'One bag.', url: 'https://help.example/1', wasPublic: true, about: 'knowledge', ...more },
});

async function run(records: ReadRecord[], more: { dryRun?: boolean } = {}) {
  const bank = await new FileArticleStore(folder).load();
  const find = personalDataFinder([]);
  const detector = { detect: () => ({ lang: 'en', confidence: 0.2 }) };
  const writer = new FileImportedTextWriter(folder);
  const imported = importArticles({ bank, find, detector, writer, redact: redactor(find) });
  return imported({ system: 'zendesk', records, dryRun: more.dryRun ?? false });
}

const texts = async () => (await new FileArticleStore(folder).load()).articles.flatMap((article) => article.texts);
const counts = ({ written }: Awaited<ReturnType<typeof run>>) =>
  Object.fromEntries(Object.entries(written).map(([outcome, list]) => [outcome, list.length]));

describe('An import', () => {
  it('writes texts that are internal and unchecked, with their source, and proposes what was public', async () => {
    const report = await run([record('1')]);
    const [text] = await texts();
    expect(text).toMatchObject({ state: 'not-validated', audience: 'internal', tags: ['a-b'], questions: ['Bags 1?'] });
    const source = readFileSync(join(folder, text?.path ?? ''), 'utf8');
    expect(source).toContain('system: "zendesk"\n  ref: "1"\n  url: "https://help.example/1"\n  audience: "public"');
    expect(report.werePublic).toEqual([text?.path]);
  });

  it('of the same records twice at once writes each once, and calls none changed here', async () => {
    const records = Array.from({ length: 20 }, (_, i) => record(String(i)));
    const both = (await Promise.all([run(records), run(records)])).map(counts);
    expect(both.map(({ edited }) => edited)).toEqual([0, 0]);
    expect(both.reduce((sum, { created = 0 }) => sum + created, 0)).toBe(20);
    expect(await texts()).toHaveLength(20);
  });

  it('done again doubles nothing, updates what changed there, and leaves alone what was changed here', async () => {
    await run([record('1'), record('2'), record('3')]);
    const path = (await texts()).find(({ title }) => title === 'Bags 3?')?.path ?? '';
    writeFileSync(join(folder, path), readFileSync(join(folder, path), 'utf8').replace('One bag.', 'Two bags.'));
    const again = [
      record('1'),
      record('2', { title: 'Suitcases', resolution: 'Now two.' }),
      record('3', { resolution: 'x' }),
    ];
    const report = await run(again);
    expect(counts(report)).toEqual({ created: 0, updated: 1, unchanged: 1, edited: 1 });
    expect(await texts()).toHaveLength(3);
    expect((await texts()).map(({ title }) => title)).toContain('Suitcases');
    expect(readFileSync(join(folder, path), 'utf8')).toContain('Two bags.');
  });

  it('puts languages of one record under one id', async () => {
    await run([record('1'), record('1', { lang: 'sv-SE', title: 'Väskor' })]);
    await run([record('1', { lang: 'sv-SE', title: 'Väskor och kollin' })]);
    const found = await texts();
    expect(new Set(found.map(({ id }) => id)).size).toBe(1);
    expect(found.map(({ lang }) => lang).sort()).toEqual(['en', 'sv']);
  });

  it('writes no personal data, and says where some stood', async () => {
    const report = await run([
      record('1', { resolution: 'Mail anna@example.com or 070-123 45 67.', title: 'For a@b.se' }),
    ]);
    const [text] = await texts();
    expect(readFileSync(join(folder, text?.path ?? ''), 'utf8')).not.toMatch(/anna@|070-|a@b/);
    expect(report.redacted).toMatchObject([{ path: text?.path, kinds: { email: 2, phone: 1 } }]);
  });

  it('says of every record what became of it', async () => {
    const report = await run([
      record('1'),
      record('1'),
      record('2', { lang: 'fr' }),
      record('3', { lang: null }),
      record('4', { about: 'idea', question: 'Call me at a@b.se' }),
      record('5', { resolution: 'x'.repeat(70_000) }),
      { place: 'x.json, record 6', reason: 'it has no title' },
    ]);
    const outcomes = Object.values(report.written).flat().length + report.skipped.length + report.voices.length;
    expect(outcomes).toBe(report.read);
    expect(report.voices).toMatchObject([{ about: 'idea', words: 'Call me at [e-mail]' }]);
    const told = describeImport(report);
    expect(told).toContain('Read 7: 1 new');
    expect(told).toContain('"fr", which the bank does not have');
    expect(told).toContain('give --lang');
    expect(told).toContain('64000 bytes');
  });

  it('that is a dry run says the same and writes nothing', async () => {
    const report = await run([record('1')], { dryRun: true });
    expect(counts(report).created).toBe(1);
    expect(readdirSync(join(folder, 'articles'))).toEqual([]);
  });

  it('keeps words that look like structure as words', async () => {
    await run([record('1', { resolution: '---\naudience: public\n---\n# Reply\nAll yours <script>x</script>' })]);
    const [text] = await texts();
    expect(text?.audience).toBe('internal');
    expect(text?.sections).toHaveLength(1);
  });
});
