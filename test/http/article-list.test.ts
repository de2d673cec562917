import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ArticlesOutput, PreviewOutput, SourceOutput } from '../../server/http/contract.ts';
import { deskOf } from './desk.ts';
import { openSmallBank, type SmallBank } from './small-bank.ts';

let bank: SmallBank;
let desk: ReturnType<typeof deskOf>;
beforeAll(async () => {
  bank = await openSmallBank();
  desk = deskOf(bank);
});
afterAll(() => bank.close());

it('lists every article with its texts, also what is archived or in progress, and what an editor writes with', async () => {
  const { articles, desk: settings } = await desk.get<ArticlesOutput>('/v1/articles');
  expect(articles.map(({ id }) => id)).toEqual(['bag-fee', 'draft', 'refund', 'retired', 'secret']);
  expect(articles[0]).toMatchObject({ folder: 'articles', tags: ['bagage'], uses: 0, owner: null });
  expect(articles[0]?.texts.map(({ lang, title }) => [lang, title]).sort()).toEqual([
    ['en', 'Fee for an extra bag'],
    ['sv', 'Avgift för extra väska'],
  ]);
  expect(settings.channels).toContainEqual({ code: 'sms', setting: 'private', unit: 'sms', good: 2, limit: 4 });
  expect(settings.headings.sv).toMatchObject({ reply: 'Svar', mandate: 'Befogenheter' });
});

it('shows a text that nobody saved as it would be read and sent, with facts and without scripts', async () => {
  const { markdown } = await desk.get<SourceOutput>('/v1/articles/bag-fee/en');
  const preview = (text: string) =>
    desk.json<PreviewOutput>(
      bank.post('/v1/previews', {
        markdown: text,
        id: 'bag-fee',
        lang: 'en',
        channels: ['email', 'sms'],
        market: 'se',
      }),
    );
  const shown = await preview(markdown.replace('One more bag costs', 'A further bag costs'));
  expect(shown.text?.sections.find(({ name }) => name === 'reply')?.html).toContain('A further bag costs 450 kr');
  expect(JSON.stringify(shown.text)).not.toMatch(/<script|href="javascript/);
  expect(shown.replies.map(({ channel, reply }) => [channel, reply?.unit])).toEqual([
    ['email', 'chars'],
    ['sms', 'sms'],
  ]);
  expect(shown.hash).toMatch(/^[0-9a-f]{64}$/);
  expect((await preview(`${markdown}\n`)).hash).not.toBe(shown.hash);
  const broken = await preview('---\nid: [\n---\n');
  expect(broken).toMatchObject({ text: null, hash: null });
  expect(broken.problems).not.toEqual([]);
});
