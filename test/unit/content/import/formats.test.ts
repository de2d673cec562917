import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IMPORT_FORMATS } from '../../../../server/content/import/formats.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'erfara-import-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: unknown) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
}

const read = (format: string) => {
  const found = IMPORT_FORMATS.find(({ name }) => name === format);
  if (!found) throw new Error(`no format ${format}`);
  return found.read(folder);
};

/** Fixtures have the shapes that the pages named at each adapter documented on 2026-11-23. */
describe('An export is read from', () => {
  it('Zendesk Guide, HTML to Markdown, drafts and segments not public', async () => {
    put('articles.json', {
      articles: [
        {
          ...{ id: 35467, locale: 'sv', title: 'Ändra resan', draft: false, user_segment_id: null },
          ...{ label_names: ['resa'], html_url: 'https://help.example/hc/sv/articles/35467' },
          body: '<h1>Så</h1><p onclick="x()">Gå till <a href="javascript:x()">sidan</a>, mejla a_b@c.se.</p><script>x</script><style>p{}</style>',
        },
        { id: 2, locale: 'en-us', title: 'Staff only', draft: false, user_segment_id: 9, body: '<p>Hush</p>' },
        { id: 3, locale: 'sv', title: 'Tom', body: '' },
        7,
      ],
    });
    const [first, second, ...rest] = await read('zendesk');
    expect(first).toMatchObject({ ref: '35467', lang: 'sv', title: 'Ändra resan', tags: ['resa'], wasPublic: true });
    expect(first).toMatchObject({ resolution: '### Så\n\nGå till sidan, mejla a_b@c.se.' });
    expect(second).toMatchObject({ lang: 'en-us', wasPublic: false });
    expect(rest).toEqual([
      { place: 'articles.json, record 3', reason: 'it has a title and nothing else' },
      { place: 'articles.json, record 4', reason: 'it is no object with fields' },
    ]);
  });

  it('Zendesk Guide, whose pages may be HTML with the JSON, known by the same id', async () => {
    const page =
      '<html lang="sv"><head><title>Byta namn – Hjälp</title>@</head><body><main><h1>Byta namn</h1><p>Skriv till oss.</p></main></body></html>';
    put(
      'a.html',
      page.replace('@', '<link rel="canonical" href="https://help.example/hc/sv/articles/35467-byta-namn">'),
    );
    put('sv/360001-byta.html', page);
    put('b.json', { articles: [{ id: 9, locale: 'sv', title: 'Nio', body: '<p>Nio.</p>' }] });
    expect(await read('zendesk')).toMatchObject([
      { ref: '35467', lang: 'sv', title: 'Byta namn', resolution: 'Skriv till oss.' },
      { ref: '360001', title: 'Byta namn' },
      { ref: '9', title: 'Nio' },
    ]);
  });

  it('Zammad, whose records lie in maps by id', async () => {
    put('init.json', {
      KnowledgeBaseLocale: { 1: { id: 1, system_locale_id: 30 } },
      Locale: { 30: { id: 30, locale: 'sv-se' } },
      KnowledgeBaseAnswer: {
        1: { id: 1, published_at: '2025-03-12T14:52:38.014Z', archived_at: null, tags: ['bag'] },
        2: { id: 2, archived_at: '2025-03-12T14:52:38.014Z' },
      },
      KnowledgeBaseAnswerTranslation: {
        5: { id: 5, answer_id: 1, kb_locale_id: 1, content_id: 8, title: 'Väskan' },
        6: { id: 6, answer_id: 2, kb_locale_id: 1, content_id: 9, title: 'Gammal' },
      },
    });
    put('contents.json', { assets: { KnowledgeBaseAnswerTranslationContent: { 8: { id: 8, body: '<p>Anmäl</p>' } } } });
    expect(await read('zammad')).toMatchObject([
      { ref: '1', lang: 'sv-se', title: 'Väskan', resolution: 'Anmäl', tags: ['bag'], wasPublic: true },
      { reason: 'it is archived there' },
    ]);
  });

  it('Chatwoot, whose articles are Markdown', async () => {
    put('articles.json', {
      payload: [
        { id: 123, title: 'Seats', content: '# Seats\nPick *one*.', status: 'published', category: { locale: 'en' } },
        { id: 124, title: 'Old', content: 'x', status: 'archived' },
      ],
    });
    expect(await read('chatwoot')).toMatchObject([
      { ref: '123', lang: 'en', resolution: '### Seats\n\nPick *one*.', wasPublic: true },
      { reason: 'it is archived there' },
    ]);
  });

  it('FreeScout, whose saved replies are words for the customer', async () => {
    put('replies.json', [
      { id: 4, mailbox_id: 1, name: 'Sen väska', text: 'Hej {%customer.firstName%}!<br>Den kommer.', user_id: 2 },
    ]);
    const [reply] = await read('freescout');
    expect(reply).toMatchObject({ ref: '4', title: 'Sen väska', resolution: null, wasPublic: false });
    expect(reply).toMatchObject({ reply: expect.stringContaining('{{customer.first_name}}') });
  });

  it('Kundo: official answers are kept, ideas and praise are told apart', async () => {
    put('forum.json', [
      { id: 1, topic: 'Q', title: 'Hund?', text: 'Får jag ta med hund?', absolute_url: 'https://kundo.se/org/x/d/1/' },
      { id: 2, topic: 'S', title: 'Mer vego', text: 'Gärna' },
      { id: 3, topic: 'B', title: 'Tack', text: 'Bra', comments: [{ text: 'Kul!', is_editor_comment: true }] },
      { id: 4, topic: 'P', title: 'Appen', text: 'Kraschar', comments: [{ text: 'Här med' }] },
    ]);
    put('comment/1.json', [
      { text: 'Jag vet inte', is_editor_comment: false },
      { text: 'Ja, i kabinen.\nUpp till 8 kg.', is_editor_comment: true },
    ]);
    expect(await read('kundo')).toMatchObject([
      {
        ref: '1',
        about: 'knowledge',
        question: 'Får jag ta med hund?',
        reply: expect.stringMatching(/^Ja, .*8 kg\.$/s),
      },
      { ref: '2', about: 'idea' },
      { ref: '3', about: 'praise' },
      { place: 'forum.json, record 4', reason: 'nobody of the company answered it' },
    ]);
  });

  it('Get Satisfaction, by style, with replies of employees', async () => {
    put('topics.json', {
      data: [
        {
          ...{
            id: 9,
            subject: 'Late bag',
            content: '<p>Where is it?</p>',
            style: 'question',
            at_sfn: 'https://x.example/9',
          },
          replies: { data: [{ content: 'Me too' }, { content: 'We send it.', author: { employee: true } }] },
        },
        { id: 10, subject: 'Wifi', content: 'Please', style: 'idea' },
      ],
    });
    expect(await read('get-satisfaction')).toMatchObject([
      { ref: '9', question: 'Where is it?', reply: 'We send it.', url: 'https://x.example/9' },
      { ref: '10', about: 'idea' },
    ]);
  });

  it('Intercom, in every language', async () => {
    put('articles.json', {
      type: 'list',
      data: [
        {
          ...{ type: 'article', id: '6871119', title: 'Bags', body: '<p>One bag.</p>', state: 'published' },
          default_locale: 'en',
          translated_content: {
            type: 'article_translated_content',
            en: { title: 'Bags', body: '<p>One bag.</p>', state: 'published' },
            sv: { type: 'article_content', title: 'Väskor', body: '<p>En väska.</p>', state: 'draft' },
          },
        },
      ],
    });
    expect(await read('intercom')).toMatchObject([
      { ref: '6871119', lang: 'en', resolution: 'One bag.', wasPublic: true },
      { ref: '6871119', lang: 'sv', title: 'Väskor', wasPublic: false },
    ]);
  });

  it('Guru', async () => {
    const card = {
      id: 'a-b',
      preferredPhrase: 'Refunds',
      content: '<p>Ten days.</p>',
      shareStatus: 'TEAM',
      slug: 'Txx/R',
    };
    put('cards.json', [{ ...card, tags: [{ id: '1', value: 'money' }] }]);
    expect(await read('guru')).toMatchObject([
      { ref: 'a-b', title: 'Refunds', tags: ['money'], url: 'https://app.getguru.com/card/Txx/R', wasPublic: false },
    ]);
  });

  it('CSV with semicolons, quoted lines and names of columns in Swedish', async () => {
    put('faq.csv', '\uFEFFRubrik;Fråga;Svar;Taggar\nHund;"Får jag\nta hund?";"Ja; i kabinen.";djur, resa\nTom;;;\n');
    expect(await read('csv')).toMatchObject([
      { title: 'Hund', question: 'Får jag\nta hund?', reply: 'Ja; i kabinen.', tags: ['djur', 'resa'] },
      { place: 'faq.csv, line 4', reason: 'it has a title and nothing else' },
    ]);
  });

  it('HTML pages, their main part alone', async () => {
    put(
      'a/hund.html',
      '<html lang="sv"><head><title>Hund</title></head><body><nav>Meny</nav><main><p>Ja.</p></main></body></html>',
    );
    expect(await read('html')).toMatchObject([{ ref: 'a/hund.html', lang: 'sv', title: 'Hund', resolution: 'Ja.' }]);
  });

  it('Markdown, with and without front matter', async () => {
    put('dog.sv.md', '# Hund ombord\n\nJa.\n\n## Svar\nIbland.\n');
    put('dog.en.md', '---\ntitle: Dogs\ntags: [pets]\n---\nYes.\n');
    put('broken.md', '---\ntitle: [\n---\nx\n');
    const [broken, english, swedish] = await read('markdown');
    expect(broken).toMatchObject({ place: expect.stringMatching(/^broken\.md, line \d/) });
    expect(english).toMatchObject({ ref: 'dog.md', lang: 'en', title: 'Dogs', resolution: 'Yes.', tags: ['pets'] });
    expect(swedish).toMatchObject({
      ref: 'dog.md',
      lang: 'sv',
      title: 'Hund ombord',
      resolution: 'Ja.\n\n### Svar\n\nIbland.',
    });
  });

  it('a folder in which a file is cut off, naming it and reading the others', async () => {
    put('1.json', '{"articles": [{"id": 1');
    put('2.json', { articles: [{ id: 2, title: 'Two', body: '<p>Two</p>' }] });
    put('3.json', Buffer.from([0xff, 0xfe, 0x41]));
    const records = await read('zendesk');
    expect(records).toMatchObject([
      { place: '1.json', reason: expect.stringContaining('cut off') },
      { ref: '2' },
      { place: '3.json', reason: expect.stringContaining('UTF-8') },
    ]);
  });

  it.each([
    [
      'zendesk',
      'a.json',
      {
        articles: [
          { id: 1, title: 'Deep', body: '@' },
          { id: 2, title: 'Next', body: 'Fine.' },
        ],
      },
    ],
    ['csv', 'a.csv', 'id;title;reply\n1;Deep;@\n2;Next;Fine.\n'],
    ['html', 'a.html', '<title>Deep</title>@'],
    ['markdown', 'a.md', '# Deep\n@'],
  ])('%s with a record nested too deep, naming it and reading the others', async (format, name, content) => {
    const deep = format === 'markdown' ? '> '.repeat(20_000) : '<div>'.repeat(20_000);
    const words = typeof content === 'string' ? content : JSON.stringify(content);
    put(
      name,
      words.replace('@', () => `${deep}x`),
    );
    const [first, ...rest] = await read(format);
    expect(first).toMatchObject({ place: expect.stringContaining(name), reason: 'it is nested too deep to be read' });
    expect(rest).toMatchObject(format === 'zendesk' || format === 'csv' ? [{ title: 'Next' }] : []);
  });

  it('what a spreadsheet saved as UTF-16, and nothing of what is no export of the kind', async () => {
    put('a.csv', Buffer.from('\ufeffid;Rubrik;Svar\n1;Återköp;Öppet köp i trettio dagar.\n', 'utf16le'));
    expect(await read('csv')).toMatchObject([{ ref: '1', title: 'Återköp', reply: 'Öppet köp i trettio dagar.' }]);
    put('other.json', { foo: 1 });
    expect(await read('zammad')).toEqual([
      { place: 'other.json', reason: 'there are no maps of a knowledge base’s records in it' },
    ]);
  });

  it('nothing, when there is nothing there', async () => {
    await expect(read('zendesk')).rejects.toMatchObject({ code: 'bad-setting' });
  });
});
