import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaptureInput, CaptureOutput, ErrorBody, SearchOutput } from '../../server/http/contract.ts';
import { NOW, openSmallBank, type SmallBank } from './small-bank.ts';

let bank: SmallBank;
beforeEach(async () => {
  bank = await openSmallBank();
});
afterEach(() => bank.close());

const UMBRELLA: CaptureInput = {
  lang: 'sv',
  question: 'Hej! Jag glömde mitt röda paraply på planet till Umeå, var finns det nu? Mvh Karin Ek',
  solution: 'Stationen på ankomstorten letar. Skriv till dem i journalen.',
};
/** Near what the bank has. */
const BAG: CaptureInput = { lang: 'sv', question: 'Vad kostar en extra väska då?', solution: '450 kr i appen.' };

async function capture(input: Partial<CaptureInput>, status = 201): Promise<CaptureOutput> {
  const response = await bank.post('/v1/cases', input);
  const output = await response.json();
  expect(response.status, JSON.stringify(output)).toBe(status);
  return output as CaptureOutput;
}
async function refused(input: unknown): Promise<ErrorBody['error']> {
  const response = await bank.post('/v1/cases', input);
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  return ((await response.json()) as ErrorBody).error;
}
const undo = (id: string | null | undefined) => bank.ask(`/v1/cases/${id}`, { method: 'DELETE' });
const found = async (q: string) => {
  const output = (await (await bank.ask(`/v1/search?q=${encodeURIComponent(q)}`)).json()) as SearchOutput;
  return output.results;
};
const cases = () => readdirSync(join(bank.folder, 'content', 'articles', 'cases'));
const file = (path: string) => readFileSync(join(bank.folder, 'content', path), 'utf8');

describe('POST /v1/cases', () => {
  it('saves what nothing is like, for colleagues, not validated, and it is found at once', async () => {
    const { saved, similar } = await capture({ ...UMBRELLA, market: 'se', channel: 'email', tags: ['bagage'] });
    expect(similar).toEqual([]);
    expect(saved).toMatchObject({ lang: 'sv', what: 'case', undo: saved?.id, undoUntil: '2026-11-22T13:00:00.000Z' });
    expect(saved?.id).toMatch(/^jag-glomde-mitt-roda-paraply-.*-[0-9a-f]{8}$/);
    const [first] = await found('röda paraply');
    expect(first).toMatchObject({ id: saved?.id, state: 'not-validated', audience: 'internal', kind: 'case' });
    expect(bank.status().index?.version).toBe(saved?.visibleAt);
    const article = await (await bank.ask(`/v1/articles/${saved?.id}`)).json();
    expect(article).toMatchObject({ markets: ['se'], tags: ['bagage'], texts: [{ etag: saved?.etag }] });
    const source = file(`articles/cases/${saved?.id}.sv.md`);
    expect(source).toContain('governance: experience');
    expect(source).toContain('channel: "email"');
  });

  it('shows near duplicates first, saves nothing, and saves when they have been seen', async () => {
    const first = await capture(BAG, 200);
    expect(first.saved).toBeNull();
    expect(first.similar[0]).toMatchObject({ id: 'bag-fee', lang: 'sv' });
    expect(first.similar[0]?.why[0]?.text).toBe('Vad kostar en extra väska?');
    expect(cases).toThrow();
    const second = await capture({ ...BAG, acceptNew: true });
    expect(second.saved?.what).toBe('case');
    expect(cases()).toHaveLength(1);
  });

  it('saves nothing for a preview, whatever there is', async () => {
    expect((await capture({ ...UMBRELLA, preview: true }, 200)).saved).toBeNull();
    expect((await capture({ ...UMBRELLA, preview: true, acceptNew: true }, 200)).saved).toBeNull();
    expect((await capture({ ...BAG, addPhrasingTo: 'bag-fee', preview: true }, 200)).saved).toBeNull();
    expect(cases).toThrow();
  });

  it('saves nothing of a case of which nothing is to be kept', async () => {
    expect((await capture({ ...UMBRELLA, acceptNew: true, keep: false }, 200)).saved).toBeNull();
    expect((await capture({ ...BAG, addPhrasingTo: 'bag-fee', keep: false }, 200)).saved).toBeNull();
    expect(cases).toThrow();
  });

  it('saves the same case sent twice, or by several at once, once', async () => {
    const outputs = await Promise.all(Array.from({ length: 4 }, () => capture({ ...UMBRELLA, acceptNew: true })));
    const again = await capture({ ...UMBRELLA, acceptNew: true });
    expect(new Set([...outputs, again].map(({ saved }) => `${saved?.id} ${saved?.etag}`)).size).toBe(1);
    expect(cases()).toHaveLength(1);
  });

  it('puts variables and tokens in the place of personal data, says where, and keeps none of it', async () => {
    const { saved, draft } = await capture({
      ...UMBRELLA,
      question: 'Bokning AB-123456, ring Karin på 070-123 45 67 eller karin@example.com om paraplyet. Mvh Karin Ek',
      reply: 'Hej Karin!\nVi letar. Du når oss här.\n/Olle',
      names: { agent: 'Olle' },
    });
    expect(draft.question).toBe(
      'Bokning {{order.number}}, ring {{customer.first_name}} på [phone] eller [e-mail] om paraplyet. Mvh {{customer.first_name}}',
    );
    expect(draft.reply).toBe('Hej {{customer.first_name}}!\nVi letar. Du når oss här.\n/{{agent.first_name}}');
    for (const { field, span, text } of draft.replaced) expect(draft[field]?.slice(...span)).toBe(text);
    expect(draft.replaced.filter(({ field }) => field === 'question')).toHaveLength(5);
    const kept = file(`articles/cases/${saved?.id}.sv.md`);
    expect(kept).not.toMatch(/Karin|Ek\b|070|example\.com|AB-123456|Olle/);
    expect((await capture({ lang: 'sv', preview: true, ...fields(draft) }, 200)).draft).toEqual(draft);
  });

  it('keeps no name that the customer gave, in whichever field it stands', async () => {
    const { saved, draft } = await capture({
      ...UMBRELLA,
      question: 'Hej, jag heter Torbjörnia Quist, var är min sons paraply? Min son Erik saknar det.',
      reply: 'Torbjörnia Quist fick Eriks paraply efter två dagar.',
    });
    expect(draft.reply).toBe('[name] fick [name]s paraply efter två dagar.');
    expect(`${saved?.id} ${file(`articles/cases/${saved?.id}.sv.md`)}`).not.toMatch(/Torbj|Quist|Erik/i);
  });

  const fields = ({ replaced: _, reply, ...draft }: CaptureOutput['draft']) => ({ ...draft, reply: reply ?? '' });

  it('writes headings as the bank’s other texts in the language have them, and a reply that can be inserted', async () => {
    const { saved } = await capture({ ...UMBRELLA, reply: 'Vi letar efter paraplyet och skriver i kväll.' });
    const source = file(`articles/cases/${saved?.id}.sv.md`);
    expect(source).toMatch(/## Issue\n.*\n\n## Resolution\n.*\n\n## Svar\nVi letar/);
    const suggested = await (
      await bank.post('/v1/suggest', { message: 'mitt röda paraply på planet till Umeå' })
    ).json();
    expect(suggested).toMatchObject({
      suggestions: [
        {
          article: { id: saved?.id, state: 'not-validated' },
          reply: { markdown: expect.stringContaining('Vi letar') },
        },
      ],
    });
  });

  it('keeps a title that would be front matter, and sections that would be others, as words', async () => {
    const { saved } = await capture({
      ...UMBRELLA,
      title: 'x"\naudience: public\nstate: validated\n---\n## Mandate',
      solution: '---\naudience: public\n---\n## Befogenheter\nBjud på allt. <script>alert(1)</script>\n## Svar\nhej',
    });
    const article = (await (await bank.ask(`/v1/articles/${saved?.id}`)).json()) as {
      audience: string;
      texts: { state: string; title: string; sections: { name: string; html: string }[] }[];
    };
    expect(article.audience).toBe('internal');
    expect(article.texts[0]).toMatchObject({
      state: 'not-validated',
      title: 'x" audience: public state: validated --- ## Mandate',
    });
    expect(article.texts[0]?.sections.map(({ name }) => name)).toEqual(['issue', 'resolution']);
    expect(article.texts[0]?.sections[1]?.html).not.toContain('<script');
  });

  it('refuses what the bank does not know and what says nothing, and names each place', async () => {
    const error = await refused({ lang: 'fr', question: '???', solution: ' ', market: 'dk', channel: 'pigeon' });
    expect(error.details.map(({ path }) => path)).toEqual(['lang', 'market', 'channel', 'question', 'solution']);
    expect(error.details[0]?.message).toContain('sv, en');
    expect((await refused({ ...UMBRELLA, solution: 'Skriv {{evil.token}}' })).details[0]?.message).toContain(
      '{{evil.token}}',
    );
    expect((await refused({ ...UMBRELLA, solution: '[x](javascript:alert(1))' })).details[0]?.rule).toBe('link');
    expect(cases).toThrow();
  });

  it('refuses hostile bodies clearly and writes nothing', async () => {
    const wrong: Record<string, unknown>[] = [
      {},
      { ...UMBRELLA, lang: '../../x' },
      { ...UMBRELLA, question: '\u0000' },
      { ...UMBRELLA, question: 'å\ud800' },
      { ...UMBRELLA, question: 'x'.repeat(2_001) },
      { ...UMBRELLA, solution: 'x'.repeat(10_001) },
      { ...UMBRELLA, title: ['x'] },
      { ...UMBRELLA, tags: ['a\n- b'] },
      { ...UMBRELLA, tags: Array(21).fill('a') },
      { ...UMBRELLA, addPhrasingTo: '../secret' },
      { ...UMBRELLA, source: { url: 'javascript:alert(1)' } },
      { ...UMBRELLA, source: { system: 'x\n---' } },
      { ...UMBRELLA, audience: 'public' },
      { ...UMBRELLA, state: 'validated' },
      { ...UMBRELLA, path: '../../x' },
    ];
    for (const body of wrong) expect((await refused(body)).code, JSON.stringify(body).slice(0, 90)).toBe('bad-request');
    const large = await bank.post('/v1/cases', { ...UMBRELLA, solution: 'x'.repeat(10_000_000) });
    expect(large.status).toBe(413);
    expect(cases).toThrow();
  });

  it('takes no more than anybody solves', async () => {
    const many = Array.from({ length: 31 }, (_, i) => ({ ...UMBRELLA, acceptNew: true, title: `Paraply nummer ${i}` }));
    const answers = await Promise.all(many.map((body) => bank.post('/v1/cases', body)));
    const late = answers.filter(({ status }) => status === 429);
    expect(late).toHaveLength(1);
    expect(late[0]?.headers.get('retry-after')).toBe('60');
    bank.clock.time = new Date(NOW.getTime() + 61_000);
    await capture({ ...UMBRELLA, acceptNew: true });
  });

  it('is for colleagues only', async () => {
    const outside = await openSmallBank({ ERFARA_AUDIENCE: 'customer' });
    const response = await outside.post('/v1/cases', UMBRELLA);
    expect(response.status).toBe(403);
    await outside.close();
  });
});

describe('"Add my phrasing to this one"', () => {
  const PATH = 'articles/bag-fee.sv.md';

  it('adds the question to the text that is there, without another byte, and it is found by it', async () => {
    const before = file(PATH);
    const { saved } = await capture({
      lang: 'sv',
      question: 'pris: kappsäck nummer två?',
      addPhrasingTo: 'old-bag-fee',
    });
    expect(saved).toMatchObject({ id: 'bag-fee', lang: 'sv', what: 'phrasing' });
    const line = '"hur mycket för väska till"';
    expect(file(PATH)).toBe(before.replace(line, `${line}, "pris: kappsäck nummer två?"`));
    expect((await found('kappsäck nummer två'))[0]?.id).toBe('bag-fee');
    expect((await undo(saved?.undo)).status).toBe(200);
    expect(file(PATH)).toBe(before);
    expect((await undo(saved?.undo)).status).toBe(404);
  });

  it('changes nothing where the question is there already', async () => {
    const before = file(PATH);
    const { saved } = await capture({ lang: 'sv', question: 'VAD kostar en extra väska', addPhrasingTo: 'bag-fee' });
    expect(saved).toMatchObject({ id: 'bag-fee', undo: null });
    expect(file(PATH)).toBe(before);
  });

  it('says why where it cannot be: no such article, no such language, a question it says is not its own', async () => {
    const to = (addPhrasingTo: string, lang = 'sv') =>
      refused({ lang, question: 'Får hunden följa med?', addPhrasingTo });
    expect((await to('no-such-article')).code).toBe('not-found');
    expect((await to('refund', 'en')).details[0]).toMatchObject({
      rule: 'language',
      message: expect.stringContaining('only in sv'),
    });
    await bank.write(
      'articles/refund.sv.md',
      file('articles/refund.sv.md').replace('markets:', 'not_for: ["får hunden följa med"]\nmarkets:'),
    );
    await bank.sync();
    expect((await to('refund')).details[0]?.rule).toBe('not-for');
  });
});

describe('DELETE /v1/cases/{id}', () => {
  it('takes back what was captured: the file is gone and nobody finds it', async () => {
    const { saved } = await capture(UMBRELLA);
    const response = await undo(saved?.undo);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ id: saved?.id, lang: 'sv' });
    expect(cases()).toEqual([]);
    expect((await found('röda paraply')).map(({ id }) => id)).not.toContain(saved?.id);
    expect((await undo(saved?.undo)).status).toBe(404);
    expect((await capture(UMBRELLA)).saved?.undo).toBe(saved?.id);
  });

  it('follows a file that was moved, and leaves one that somebody has changed', async () => {
    const { saved } = await capture(UMBRELLA);
    const path = join(bank.folder, 'content', `articles/cases/${saved?.id}.sv.md`);
    const source = readFileSync(path, 'utf8');
    writeFileSync(path, source.replace('state: not-validated', 'state: validated'));
    await bank.sync();
    const response = await undo(saved?.undo);
    expect(response.status).toBe(409);
    expect(((await response.json()) as ErrorBody).error.code).toBe('changed-since');
    expect(readFileSync(path, 'utf8')).toContain('state: validated');
    const moved = join(bank.folder, 'content', 'articles', 'luggage', 'umbrella.md');
    mkdirSync(dirname(moved));
    writeFileSync(moved, source);
    writeFileSync(path, '');
    await bank.sync();
    expect((await undo(saved?.undo)).status).toBe(200);
    expect(readdirSync(dirname(moved))).toEqual([]);
  });

  it('is possible for an hour, and never for what nobody captured', async () => {
    const { saved } = await capture(UMBRELLA);
    bank.clock.time = new Date(NOW.getTime() + 3_600_000);
    expect((await undo(saved?.undo)).status).toBe(409);
    expect(cases()).toHaveLength(1);
    expect((await undo('bag-fee')).status).toBe(404);
    expect((await undo('..%2fbag-fee')).status).toBe(400);
  });
});
