import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HistoryOutput, SaveOutput, SearchOutput, SourceOutput } from '../../server/http/contract.ts';
import { deskOf } from './desk.ts';
import { openSmallBank, type SmallBank } from './small-bank.ts';

const REFUND = 'articles/refund.sv.md';
const BAG = 'articles/bag-fee.sv.md';

let bank: SmallBank;
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  bank = await openSmallBank({ ERFARA_EDITOR: 'Anna Ek <anna@nordbris.example>' });
  desk = deskOf(bank);
});
afterEach(() => bank.close());

const hash = (words: string) => createHash('sha256').update(words).digest('hex');
const put = (name: string, body: unknown, etag?: string) => desk.send('PUT', `/v1/articles/${name}`, body, etag);

const NEW = `---
schema: 1
id: pets
lang: sv
kind: faq
state: validated
audience: public
title: Katt i kabinen
questions: ["Får katten sitta i kabinen?"]
---
## Issue
Kunden vill ta med sin katt.
## Svar
Katten får följa med i en väska under stolen.
`;

describe('GET /v1/articles/{id}/{lang}', () => {
  it('opens the file as it is on disk, with the etag to save against', async () => {
    const by = `${await desk.file(REFUND)}\nBy hand.\n`;
    await bank.write(REFUND, by);
    const source = await desk.get<SourceOutput>('/v1/articles/refund/sv');
    expect(source).toMatchObject({ id: 'refund', path: REFUND, markdown: by, etag: hash(by), mayPublish: true });
    expect((await desk.save('refund/sv', by.replace('sju', 'nio'), source.etag)).what).toBe('changed');
    for (const name of ['refund/en', 'nothing/sv', 'broken/sv']) {
      expect((await bank.ask(`/v1/articles/${name}`)).status).toBe(404);
    }
  });
});

describe('PUT /v1/articles/{id}/{lang}', () => {
  it('saves the bytes it was sent, answers their hash, and the words are found at once', async () => {
    const before = await desk.file(REFUND);
    const after = before.replace('inom sju dagar', 'inom fem bankdagar');
    const saved = await desk.save('refund/sv', after, hash(before));
    expect(saved).toMatchObject({ id: 'refund', lang: 'sv', what: 'changed', etag: hash(after), markdown: null });
    expect(await desk.file(REFUND)).toBe(after);
    expect(bank.status().index?.version).toBe(saved.visibleAt);
    const { results } = await desk.get<SearchOutput>('/v1/search?q=bankdagar');
    expect(results[0]?.id).toBe('refund');
    const { revisions, kept } = await desk.get<HistoryOutput>('/v1/articles/refund/history');
    expect(kept).toBe('kept');
    expect(revisions).toMatchObject([
      { id: saved.revision, author: 'Anna Ek', message: 'refund (sv): "Svar"', what: 'changed', lang: 'sv' },
      { author: 'Unknown', what: 'added', message: 'As it was when its history began' },
    ]);
  });

  it('writes nothing when nothing differs', async () => {
    const before = await desk.file(REFUND);
    expect(await desk.save('refund/sv', before, hash(before))).toMatchObject({ what: 'unchanged', revision: null });
    expect((await desk.get<HistoryOutput>('/v1/articles/refund/history')).revisions).toHaveLength(1);
  });

  it('keeps line ends and the byte order mark that an editor in a browser does not send', async () => {
    const windows = `\uFEFF${(await desk.file(REFUND)).replaceAll('\n', '\r\n')}`;
    await bank.write(REFUND, windows);
    await bank.sync();
    const sent = windows.slice(1).replaceAll('\r\n', '\n').replace('sju', 'nio');
    const saved = await desk.save('refund/sv', sent, hash(windows));
    expect(await desk.file(REFUND)).toBe(windows.replace('sju', 'nio'));
    expect(saved.markdown).toBe(windows.replace('sju', 'nio'));
  });

  it('asks which version was changed, and refuses one that nobody knows with all three texts', async () => {
    const theirs = await desk.file(REFUND);
    const yours = theirs.replace('sju', 'nio');
    expect((await desk.refused(put('refund/sv', { markdown: yours }), 428)).code).toBe('needs-etag');
    const { code, about } = await desk.refused(put('refund/sv', { markdown: yours }, 'a'.repeat(64)), 409);
    expect(code).toBe('conflict');
    expect(about?.conflict).toEqual({ id: 'refund', lang: 'sv', etag: hash(theirs), base: null, theirs, yours });
    expect(await desk.file(REFUND)).toBe(theirs);
  });

  it('puts two editors’ changes together when they are apart', async () => {
    const base = await desk.file(BAG);
    const first = base.replace('Fråga planeringen.', 'Fråga planeringen först.');
    const second = base.replace('Kunden vill ta med en extra väska.', 'Kunden vill ta med en till väska.');
    await desk.save('bag-fee/sv', first, hash(base));
    const saved = await desk.save('bag-fee/sv', second, hash(base));
    const both = first.replace('en extra väska.\n', 'en till väska.\n');
    expect(saved).toMatchObject({ what: 'merged', etag: hash(both), markdown: both });
    expect(await desk.file(BAG)).toBe(both);
  });

  it('puts them together although both are saved in the same moment', async () => {
    const base = await desk.file(BAG);
    const texts = [base.replace('Fråga planeringen.', 'Fråga A.'), base.replace('vill ta med en', 'tar med en')];
    const saved = await Promise.all(texts.map((text) => desk.save('bag-fee/sv', text, hash(base))));
    expect(saved.map(({ what }) => what).sort()).toEqual(['changed', 'merged']);
    expect(await desk.file(BAG)).toContain('Fråga A.');
    expect(await desk.file(BAG)).toContain('Kunden tar med en');
  });

  it('answers a conflict with both texts and what they come from, and takes the one put together', async () => {
    const base = await desk.file(REFUND);
    const [theirs, yours] = [base.replace('sju', 'fem'), base.replace('sju', 'nio')];
    await desk.save('refund/sv', theirs, hash(base));
    const { code, about } = await desk.refused(put('refund/sv', { markdown: yours }, hash(base)), 409);
    expect(code).toBe('conflict');
    expect(about?.conflict).toMatchObject({ base, theirs, yours, etag: hash(theirs) });
    expect(await desk.file(REFUND)).toBe(theirs);
    expect((await desk.save('refund/sv', yours, about?.conflict?.etag ?? '')).what).toBe('changed');
  });

  it('merges with what was written by hand, and says in the history that it was', async () => {
    const base = await desk.file(BAG);
    await desk.get('/v1/articles/bag-fee/history');
    await bank.write(BAG, base.replace('Fråga planeringen.', 'Fråga chefen.'));
    const saved = await desk.save('bag-fee/sv', base.replace('vill ta med en', 'tar med en'), hash(base));
    expect(saved.what).toBe('merged');
    const { revisions } = await desk.get<HistoryOutput>('/v1/articles/bag-fee/history?lang=sv');
    expect(revisions.map(({ author }) => author)).toEqual(['Anna Ek', 'Unknown', 'Unknown']);
  });

  it('loses nobody’s text when the file was removed meanwhile', async () => {
    const base = await desk.file(REFUND);
    await desk.get('/v1/articles/refund/history');
    await rm(join(bank.folder, 'content', REFUND));
    const yours = base.replace('sju', 'nio');
    const { code, about } = await desk.refused(put('refund/sv', { markdown: yours }, hash(base)), 409);
    expect([code, about?.conflict?.theirs, about?.conflict?.base]).toEqual(['conflict', null, base]);
  });

  it('refuses errors with every place, and personal data among them', async () => {
    const before = await desk.file(REFUND);
    for (const [from, to, rule] of [
      ['Flyget ställdes in.', 'Ring Karin på 070-174 06 08.', 'personal-data'],
      ['kind: "faq"', 'kind: "faqs"', 'schema'],
      ['schema: 1', 'schema: [', 'front-matter'],
      ['id: "refund"', 'id: "bag-fee"', 'other-text'],
    ] as const) {
      const { code, details, about } = await desk.refused(
        put('refund/sv', { markdown: before.replace(from, to) }, hash(before)),
        422,
      );
      expect([code, details.map((detail) => detail.rule)]).toEqual(['has-errors', expect.arrayContaining([rule])]);
      expect(details[0]?.path).toMatch(/^articles\/refund\.sv\.md:\d+:\d+$/);
      expect(about?.problems?.length).toBeGreaterThan(0);
    }
    expect(await desk.file(REFUND)).toBe(before);
  });

  it('names warnings of what it saves', async () => {
    const before = await desk.file(REFUND);
    const saved = await desk.save('refund/sv', before.replace('schema: 1', 'schema: 1\nmade_up: x'), hash(before));
    expect(saved.problems.map(({ rule }) => rule)).toContain('unknown-key');
  });

  it('mends a file that could not be read, once the editor has seen it', async () => {
    const broken = await desk.file('articles/broken.sv.md');
    const markdown = NEW.replace('id: pets', 'id: broken');
    const { code, about } = await desk.refused(put('broken/sv', { markdown }), 409);
    expect([code, about?.conflict?.theirs]).toEqual(['conflict', broken]);
    expect((await desk.save('broken/sv', markdown, about?.conflict?.etag ?? '')).what).toBe('changed');
    expect((await desk.get<SourceOutput>('/v1/articles/broken/sv')).markdown).toBe(markdown);
  });

  it('saves once what is sent twice', async () => {
    const before = await desk.file(REFUND);
    const after = before.replace('sju', 'nio');
    await desk.save('refund/sv', after, hash(before));
    expect(await desk.save('refund/sv', after, hash(before))).toMatchObject({ what: 'unchanged', etag: hash(after) });
  });

  it('writes a language that an article lacks, beside the others', async () => {
    const english = (await desk.file(REFUND)).replace('lang: "sv"', 'lang: "en"').replaceAll('## Svar', '## Reply');
    const saved = await desk.json<SaveOutput>(put('refund/en', { markdown: english }), 201);
    expect(saved).toMatchObject({ what: 'created', lang: 'en' });
    expect(await desk.file('articles/refund.en.md')).toBe(english);
  });

  it('shows nothing of what may not be read, and saves nothing outside the content', async () => {
    for (const name of ['../x/sv', '..%2Fx/sv', 'refund/..%2F..']) {
      expect([400, 404]).toContain((await put(name, { markdown: NEW }, 'a'.repeat(64))).status);
    }
    expect((await readdir(bank.folder)).sort()).toEqual(['content', 'data']);
  });
});

describe('a save that would lose judgments', () => {
  const rival = (id: string) => `---
schema: 1
id: ${id}
lang: sv
kind: faq
state: validated
audience: public
title: En väska
questions: ["En väska för skidor"]
---
## Issue
Skidor.
## Svar
Så gör vi.
`;
  /** Its own words are gone; the others come first then. */
  const poor = (source: string) =>
    source
      .replace('Avgift för extra väska', 'Annat')
      .replace('"Vad kostar en extra väska?"', '"Helt andra ord"')
      .replace('Kunden vill ta med en extra väska.', 'Annat.')
      .replace('En extra väska kostar', 'Annat')
      .replace('Extra väska: ', '');

  it('is refused until each is accepted with the check’s token', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await bank.write(`articles/${id}.sv.md`, rival(id));
    await bank.sync();
    const base = await desk.file(BAG);
    const markdown = poor(base);
    const { code, about, details } = await desk.refused(put('bag-fee/sv', { markdown }, hash(base)), 409);
    expect([code, details[0]?.rule]).toEqual(['would-lose', 'would-lose']);
    const ids = (about?.lost ?? []).map(({ id }) => id);
    expect(about?.lost?.[0]).toMatchObject({ kind: 'question', question: 'hur mycket för väska till' });
    expect(await desk.file(BAG)).toBe(base);
    const token = about?.token ?? '';
    for (const body of [
      { markdown, accept: ids },
      { markdown, token },
      { markdown, token: 'made.up', accept: ids },
      { markdown: `${markdown}\nMer.\n`, token, accept: ids },
    ]) {
      expect((await desk.refused(put('bag-fee/sv', body, hash(base)), 409)).code).toBe('would-lose');
    }
    expect((await desk.save('bag-fee/sv', { markdown, token, accept: ids }, hash(base))).what).toBe('changed');
  });

  it('is refused after a merge too, with the text put together and the token for it', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await bank.write(`articles/${id}.sv.md`, rival(id));
    await bank.sync();
    const base = await desk.file(BAG);
    await desk.save('bag-fee/sv', base.replace('Fråga planeringen.', 'Fråga chefen.'), hash(base));
    const { code, about } = await desk.refused(put('bag-fee/sv', { markdown: poor(base) }, hash(base)), 409);
    expect([code, about?.merged?.markdown]).toEqual([
      'would-lose',
      poor(base).replace('Fråga planeringen.', 'Fråga chefen.'),
    ]);
    const accept = (about?.lost ?? []).map(({ id }) => id);
    const again = { markdown: about?.merged?.markdown ?? '', token: about?.token ?? '', accept };
    expect((await desk.save('bag-fee/sv', again, about?.merged?.etag)).what).toBe('changed');
  });
});

describe('POST /v1/articles', () => {
  const create = (body: unknown, status = 201) => desk.json<SaveOutput>(bank.post('/v1/articles', body), status);

  it('writes a new text where it is told, found at once', async () => {
    const saved = await create({
      markdown: NEW,
      folder: 'articles/djur',
      reason: 'Sju frågade, en var anna@nordbris.example.',
    });
    expect(saved).toMatchObject({ id: 'pets', lang: 'sv', what: 'created', etag: hash(NEW) });
    expect(await desk.file('articles/djur/pets.sv.md')).toBe(NEW);
    expect((await desk.get<SearchOutput>('/v1/search?q=katten')).results[0]?.id).toBe('pets');
    const [revision] = (await desk.get<HistoryOutput>('/v1/articles/pets/history')).revisions;
    expect(revision?.message).toMatch(/^pets \(sv\): written, "Katt i kabinen"\n\nSju frågade, en var \[[^\]]+\]\.$/);
  });

  it('never takes the place of a text, nor an id that leads elsewhere', async () => {
    await create({ markdown: NEW });
    const other = NEW.replace('under stolen', 'i lastrummet');
    expect((await desk.refused(bank.post('/v1/articles', { markdown: other }), 409)).code).toBe('exists');
    const redirected = NEW.replace('id: pets', 'id: old-bag-fee');
    expect((await desk.refused(bank.post('/v1/articles', { markdown: redirected }), 409)).code).toBe('exists');
    expect((await create({ markdown: NEW }, 200)).what).toBe('unchanged');
  });

  it('refuses a folder outside the articles, and what cannot be read', async () => {
    for (const folder of ['..', 'articles/..', '/etc', 'articles//x', 'articles/.git', 'assets']) {
      expect((await bank.post('/v1/articles', { markdown: NEW, folder })).status).toBe(400);
    }
    const { code, details } = await desk.refused(bank.post('/v1/articles', { markdown: 'Bara ord.' }), 422);
    expect([code, details[0]?.rule]).toEqual(['has-errors', 'front-matter']);
  });
});
