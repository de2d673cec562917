import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Draft, DraftsOutput, SaveOutput } from '../../server/http/contract.ts';
import { deskOf } from './desk.ts';
import { openSmallBank, type SmallBank } from './small-bank.ts';

const REFUND = 'articles/refund.sv.md';

let bank: SmallBank;
let desk: ReturnType<typeof deskOf>;
const open = async (env: Record<string, string> = {}) => {
  bank = await openSmallBank({ ERFARA_EDITOR: 'Anna Ek', ...env });
  desk = deskOf(bank);
};
afterEach(() => bank.close());

const put = (name: string, body: unknown) => desk.send('PUT', `/v1/drafts/${name}`, body);
const list = async () => (await desk.get<DraftsOutput>('/v1/drafts')).drafts;

describe('/v1/drafts', () => {
  beforeEach(() => open());

  it('keeps a text that is not saved, also half written, until it is discarded', async () => {
    const half = '---\nid: [\n';
    const kept = await desk.json<Draft>(put('refund/sv', { markdown: half, base: 'a'.repeat(64) }));
    expect(kept).toMatchObject({ id: 'refund', lang: 'sv', by: 'Anna Ek', mine: true, proposal: false });
    await desk.json(put('refund/sv', { markdown: `${half}x` }));
    expect(await desk.get<Draft>('/v1/drafts/refund/sv')).toMatchObject({ markdown: `${half}x`, base: null });
    expect(await list()).toHaveLength(1);
    expect((await bank.ask('/v1/drafts/refund/sv', { method: 'DELETE' })).status).toBe(204);
    expect((await bank.ask('/v1/drafts/refund/sv')).status).toBe(404);
    expect((await bank.ask('/v1/drafts/refund/sv', { method: 'DELETE' })).status).toBe(404);
    expect(await list()).toEqual([]);
  });

  it('is kept for an article that is not there yet, and never outside the data folder', async () => {
    await desk.json(put('something-new/sv', { markdown: 'x' }));
    for (const name of ['..%2F..%2Fx/sv', 'x/..%2Fsv', 'X/sv']) {
      expect([400, 404]).toContain((await put(name, { markdown: 'x' })).status);
    }
    expect((await readdir(bank.folder)).sort()).toEqual(['content', 'data']);
    expect((await readdir(join(bank.folder, 'data', 'drafts'))).length).toBe(1);
  });

  it('is gone once it is saved', async () => {
    const markdown = (await desk.file(REFUND)).replace('sju', 'nio');
    await desk.json(put('refund/sv', { markdown: `${markdown} ` }));
    await desk.save('refund/sv', markdown, await desk.etag('refund'));
    expect(await list()).toEqual([]);
  });
});

describe('an article that only its owner changes', () => {
  const RULED = `---
schema: 1
id: ruled
lang: sv
kind: procedure
state: validated
audience: internal
governance: compliance
owner: juridik
title: Dataintrång
verified_at: 2026-11-01
---
## Issue
Någon har sett kundens uppgifter.
## Resolution
Larma dataskyddsombudet.
`;
  const save = (markdown: string, etag: string) => desk.send('PUT', '/v1/articles/ruled/sv', { markdown }, etag);

  it('is not changed by another editor, whose text becomes a proposal', async () => {
    await open({ ERFARA_EDITOR_OWNS: 'resor' });
    await bank.write('articles/ruled.sv.md', RULED);
    await bank.sync();
    const markdown = RULED.replace('Larma', 'Ring');
    const saved = await desk.json<SaveOutput>(save(markdown, await desk.etag('ruled')), 202);
    expect(saved).toMatchObject({ what: 'proposed', revision: null });
    expect(await desk.file('articles/ruled.sv.md')).toBe(RULED);
    expect(await list()).toMatchObject([{ id: 'ruled', proposal: true, by: 'Anna Ek' }]);
    expect(await desk.get('/v1/articles/ruled/sv')).toMatchObject({ markdown: RULED, mayPublish: false });
    const opened = RULED.replace('governance: compliance', 'governance: experience');
    expect((await save(opened, await desk.etag('ruled'))).status).toBe(202);
    const translated = RULED.replace('lang: sv', 'lang: en');
    expect((await desk.send('PUT', '/v1/articles/ruled/en', { markdown: translated })).status).toBe(202);
    const archive = await desk.refused(bank.post('/v1/bulk', { action: 'archive', ids: ['ruled'] }), 403);
    expect([archive.code, archive.details[0]?.path]).toEqual(['owner-only', 'ruled']);
    expect((await desk.get<{ owner: string }>('/v1/articles/ruled')).owner).toBe('juridik');
  });

  it('is changed by its owner, and whoever sits at the machine is that unless it is said otherwise', async () => {
    for (const env of [{ ERFARA_EDITOR_OWNS: 'resor, juridik' }, {}]) {
      await open(env as Record<string, string>);
      await bank.write('articles/ruled.sv.md', RULED);
      await bank.sync();
      const saved = await desk.json<SaveOutput>(save(RULED.replace('Larma', 'Ring'), await desk.etag('ruled')));
      expect(saved.what).toBe('changed');
      if (Object.keys(env).length > 0) await bank.close();
    }
  });
});
