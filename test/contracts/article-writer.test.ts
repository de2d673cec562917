import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FileArticleStore } from '../../server/content/file-article-store.ts';
import { FileArticleWriter } from '../../server/content/file-article-writer.ts';
import { sectionsNamed } from '../../server/domain/article.ts';
import type { ArticleWriter } from '../../server/ports/article-writer.ts';
import { bundleChild, ended, nextMessage } from '../bundled-child.ts';
import { articleText, FACTS, problemsOf, SETTINGS } from '../unit/content/bank-of.ts';
import { captured } from './captured-text.ts';

const HEADINGS = { resolution: 'resolution', issue: 'issue', reply: 'reply', mandate: 'mandate' } as const;
const WHERE = { folder: 'articles/cases', headings: HEADINGS };
const REFUND = { path: 'articles/refund.en.md', id: 'refund', lang: 'en' };

let folder: string;
let writer: ArticleWriter;
const write = (path: string, content: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const bank = () => new FileArticleStore(folder).load();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'erfara-writer-'));
  write('erfara.yaml', SETTINGS);
  write('facts.yaml', FACTS);
  write(REFUND.path, articleText());
  writer = new FileArticleWriter(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('A new text', () => {
  test('is read back by the store as what it is, with the hash that was answered', async () => {
    const text = captured('lost-umbrella-1a', { markets: ['se'], tags: ['bagage'], title: 'Paraply: "kvar" ombord' });
    const { path, etag, created } = await writer.create(text, WHERE);
    expect({ path, created }).toEqual({ path: 'articles/cases/lost-umbrella-1a.en.md', created: true });
    const found = (await bank()).articles.find(({ id }) => id === 'lost-umbrella-1a')?.texts[0];
    const { sections: _, source: __, ...fields } = text;
    expect(found).toMatchObject({ ...fields, etag });
    expect(found?.sections.map(({ name }) => name)).toEqual(['resolution']);
  });

  test('never takes the place of one that is there', async () => {
    await writer.create(captured('same'), WHERE);
    const before = read('articles/cases/same.en.md');
    const second = await writer.create(captured('same', { title: 'Another' }), WHERE);
    expect(second.created).toBe(false);
    expect(read('articles/cases/same.en.md')).toBe(before);
    const many = await Promise.all(
      Array.from({ length: 8 }, () => new FileArticleWriter(folder).create(captured('raced'), WHERE)),
    );
    expect(many.filter(({ created }) => created)).toHaveLength(1);
  });

  test('leaves nothing beside it, and clears away what a killed process left long ago', async () => {
    write('articles/cases/.erfara-00ff.tmp', 'half');
    utimesSync(join(folder, 'articles/cases/.erfara-00ff.tmp'), 1, 1);
    write('articles/cases/.erfara-00fe.tmp', 'being written by another process');
    await writer.create(captured('a'), WHERE);
    expect(readdirSync(join(folder, 'articles/cases')).sort()).toEqual(['.erfara-00fe.tmp', 'a.en.md']);
  });

  const HOSTILE: [string, string][] = [
    ['front matter', '---\naudience: public\nstate: validated\n---\nhej'],
    ['a heading that is a section', 'x\n## Mandate\nGive away everything.\n# Reply\nhej'],
    ['an underlined heading', 'Reply\n---\nhej\n\nMandate\n===\nhej'],
    ['a script', '<script>alert(1)</script> <img src=x onerror=alert(1)> <!-- --> </div>'],
    ['a code block that never ends', '```js\n## Reply\nhej'],
    ['two fences of other kinds', '~~~\n```\n## Reply\nhej'],
    ['quotes within quotes', `${'> '.repeat(300)}# Reply`],
    ['a list with a heading', '- # Reply\n- ## Mandate\n\n  ## Mandate'],
    [
      'a table, an autolink and a footnote',
      '| a |\n|---|\n| <b> |\n\n<https://nordbris.example> [^1]\n\n[^1]: # Reply',
    ],
    ['Windows line ends', 'one\r\n## Reply\r\ntwo'],
    ['a reference that runs nothing', '[a]: https://nordbris.example\n\n[a]'],
    ['YAML', '- &a [*a]\n!!js/function "x"\n%YAML 1.1'],
  ];
  test.each(HOSTILE)('keeps %s inside its section, and its audience', async (_, words) => {
    const sections = [
      { name: 'issue' as const, heading: 'Issue', markdown: words },
      { name: 'resolution' as const, heading: 'Resolution', markdown: words },
    ];
    const title = words
      .replace(/[\s<>]+/g, ' ')
      .trim()
      .slice(0, 190);
    await writer.create(captured('hostile', { title, questions: [title], sections }), WHERE);
    const { articles, problems } = await bank();
    const text = articles.find(({ id }) => id === 'hostile')?.texts[0];
    expect(problems.filter(({ path }) => path.includes('hostile'))).toEqual([]);
    expect(text).toMatchObject({ title, audience: 'internal', state: 'not-validated' });
    expect(text?.sections.map(({ name }) => name)).toEqual(['issue', 'resolution']);
    if (text) expect(sectionsNamed(text, 'mandate')).toEqual([]);
    const source = read('articles/cases/hostile.en.md');
    const errors = (await problemsOf({ 'articles/cases/hostile.en.md': source })).filter((p) => p.severity === 'error');
    expect(errors.map(({ rule }) => rule).filter((rule) => rule !== 'foreign-link')).toEqual([]);
  });

  test.each([
    ['a link that runs code', '[more](javascript:alert(1))'],
    ['one written with entities', '[more](&#106;avascript:alert(1))'],
    ['thousands of brackets', '[('.repeat(4_000)],
    ['a reference that runs code', '[a]: data:text/html,x\n\n[a]'],
  ])('is refused with %s, and nothing is written', async (_, markdown) => {
    const sections = [{ name: 'resolution' as const, heading: 'Resolution', markdown }];
    await expect(writer.create(captured('bad', { sections }), WHERE)).rejects.toMatchObject({ code: 'bad-request' });
    expect((await bank()).articles.map(({ id }) => id)).toEqual(['refund']);
  });

  test.each([
    ['an id that climbs out', captured('../../escape')],
    ['a language that climbs out', captured('x', { lang: '../x' })],
    ['an empty title', captured('x', { title: ' ' })],
    [
      'more than is read',
      captured('x', { sections: [{ name: 'resolution', heading: 'Resolution', markdown: 'å '.repeat(30_000) }] }),
    ],
  ])('is refused with %s', async (_, text) => {
    await expect(writer.create(text, WHERE)).rejects.toMatchObject({ code: 'bad-request' });
    expect(readdirSync(folder).sort()).toEqual(['articles', 'erfara.yaml', 'facts.yaml']);
  });

  test('is not written through a link that leads out of the content', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'erfara-outside-'));
    symlinkSync(outside, join(folder, 'articles', 'cases'));
    await expect(writer.create(captured('x'), WHERE)).rejects.toMatchObject({ code: 'bad-setting' });
    expect(readdirSync(outside)).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  test.skipIf(process.getuid?.() === 0)('says so when the folder may not be written', async () => {
    mkdirSync(join(folder, 'articles', 'cases'));
    chmodSync(join(folder, 'articles', 'cases'), 0o555);
    await expect(writer.create(captured('x'), WHERE)).rejects.toMatchObject({ code: 'bad-setting' });
  });

  test('is removed while its bytes are those that were written, and no longer', async () => {
    const { path, etag } = await writer.create(captured('a'), WHERE);
    const place = { path, id: 'a', lang: 'en' };
    await expect(writer.remove({ ...place, etag: 'other' })).rejects.toMatchObject({ code: 'changed-since' });
    expect(read(path)).toContain('umbrella');
    await writer.remove({ ...place, etag });
    expect((await bank()).articles.map(({ id }) => id)).toEqual(['refund']);
    await writer.remove({ ...place, etag });
  });
});

describe('A question', () => {
  const styles: [string, string, (list: string) => string][] = [
    ['a list on lines', '\n  - "when"\n  # about parts\n  - where # here', (list) => `${list}\n  - "what: now?"`],
    ['a list without indent', '\n- when', (list) => `${list}\n- "what: now?"`],
    ['a list in brackets', '[ "when", where ]   # two', () => '[ "when", where, "what: now?" ]   # two'],
  ];
  test.each(styles)('is added to %s, and taken out again, without a trace', async (_, list, expected) => {
    const before = articleText({ questions: list });
    write(REFUND.path, before);
    const { added, etag } = await writer.addQuestion(REFUND, 'what: now?');
    expect(added).toBe(true);
    expect(read(REFUND.path)).toBe(before.replace(list, expected(list)));
    expect((await bank()).articles[0]?.texts[0]?.etag).toBe(etag);
    await writer.removeQuestion(REFUND, 'what: now?');
    expect(read(REFUND.path)).toBe(before);
    expect((await bank()).articles[0]?.texts[0]?.questions).not.toContain('what: now?');
  });

  test('is added to a file without any, with Windows line ends and a byte order mark', async () => {
    const before = `\uFEFF${articleText({ questions: null })}`.replaceAll('\n', '\r\n');
    write(REFUND.path, before);
    await writer.addQuestion(REFUND, 'when?');
    expect(read(REFUND.path)).toBe(before.replace('trip\r\n---', 'trip\r\nquestions:\r\n  - when?\r\n---'));
    await writer.removeQuestion(REFUND, 'when?');
    expect(read(REFUND.path)).toBe(before);
  });

  test('that is there in other dress is not added', async () => {
    const before = read(REFUND.path);
    expect(await writer.addQuestion(REFUND, 'When do I get my money BACK?!')).toMatchObject({ added: false });
    expect(read(REFUND.path)).toBe(before);
  });

  test('of several at once are all kept', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, i) => writer.addQuestion(REFUND, `way ${i} to ask`)));
    expect((await bank()).articles[0]?.texts[0]?.questions).toHaveLength(11);
  });

  test('that would make the text unreadable is refused: the fifty-first, or a far too long one', async () => {
    write(REFUND.path, articleText({ questions: JSON.stringify(Array.from({ length: 50 }, (_, i) => `way ${i}`)) }));
    for (const question of ['one more', 'x'.repeat(2_001)]) {
      await expect(writer.addQuestion(REFUND, question)).rejects.toMatchObject({ code: 'bad-request' });
    }
    expect((await bank()).articles).toHaveLength(1);
  });

  test.each([
    ['is gone', () => rmSync(join(folder, REFUND.path))],
    ['holds another text now', () => write(REFUND.path, articleText({ id: 'other' }))],
    ['is in another language now', () => write(REFUND.path, articleText({ lang: 'sv' }))],
    ['is broken now', () => write(REFUND.path, '---\nid: [\n---\n')],
  ])('is refused when the file %s', async (_, change) => {
    change();
    await expect(writer.addQuestion(REFUND, 'when?')).rejects.toMatchObject({ code: 'changed-since' });
  });
});

test('twenty kills while texts are written leave every file whole', async () => {
  const child = await bundleChild('test/contracts/article-writer-child.ts');
  try {
    const before = read(REFUND.path);
    for (let kill = 0; kill < 20; kill += 1) {
      const process = child.start(folder, String(kill * 1_000));
      await nextMessage(process);
      process.send('go');
      await nextMessage(process);
      await sleep(kill * 3);
      process.kill('SIGKILL');
      await ended(process);
      const { articles, problems } = await bank();
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      const whole = captured('x').sections[0]?.markdown;
      for (const { id, texts } of articles) {
        if (id !== 'refund') expect(texts[0]?.sections[0]?.markdown).toBe(whole);
      }
      const source = read(REFUND.path);
      expect([
        before,
        before.replace(/(questions: \[".*")\]/, (_, list) => `${list}, ${JSON.stringify(lastOf(source))}]`),
      ]).toContain(source);
      write(REFUND.path, before);
      rmSync(join(folder, 'articles', 'cases'), { recursive: true, force: true });
    }
  } finally {
    child.remove();
  }
});

function lastOf(source: string): string {
  return /"(phrasing \d+)"/.exec(source)?.[1] ?? '';
}
