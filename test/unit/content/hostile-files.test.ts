import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileArticleStore } from '../../../server/content/file-article-store.ts';
import { lint } from '../../../server/content/lint/lint.ts';
import { readText } from '../../../server/content/read-text.ts';
import { renderHtml } from '../../../server/content/render-html.ts';
import { seededRandom } from '../../../server/evaluation/random.ts';
import type { Bank } from '../../../server/ports/article-store.ts';
import { personalDataFinder } from '../../../server/privacy/find-personal-data.ts';
import { projectRoot } from '../../../server/project-root.ts';
import { articleText, FACTS, problemsIn, problemsOf, SETTINGS } from './bank-of.ts';

const BOMB = `---
schema: 1
id: refund
lang: en
kind: faq
title: Bomb
a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
tags: [*d, *d, *d, *d, *d, *d, *d, *d, *d]
---
## Reply
Boom.
`;

/** What a file is, the rule that says so, and a part of what it says. */
const HOSTILE: [what: string, content: string | Buffer, rule: string, says: RegExp][] = [
  ['an empty file', '', 'front-matter', /does not start with front matter/],
  ['no front matter', '# Hello\n', 'front-matter', /does not start with front matter/],
  ['front matter that never ends', '---\nschema: 1\nid: x\n', 'front-matter', /never ends/],
  ['empty front matter', '---\n---\n## Reply\nHi\n', 'front-matter', /no fields/],
  ['front matter that is a list', '---\n- a\n- b\n---\n', 'front-matter', /no fields/],
  ['YAML that does not parse', '---\nid: [a\ntitle: "b\n---\n', 'front-matter', /not YAML/],
  ['one key twice', '---\nid: a\nid: b\n---\n', 'front-matter', /not YAML/],
  ['a YAML bomb', BOMB, 'front-matter', /alias/i],
  ['an alias to nothing', '---\nid: *nowhere\n---\n', 'front-matter', /alias|cannot be read|not YAML/i],
  ['front matter in JavaScript', '---js\n{ title: process.exit(7) }\n---\n', 'front-matter', /refused/],
  ['front matter in JSON', '---json\n{"id": "a"}\n---\n', 'front-matter', /refused/],
  ['a file of 10 MB', `${articleText()}${'word '.repeat(2_000_000)}`, 'unreadable', /1\d{7} bytes/],
  ['a binary file', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff, 0xfe]), 'unreadable', /not UTF-8/],
  ['Latin-1 letters', Buffer.from(articleText({ title: 'Återbetalning' }), 'latin1'), 'unreadable', /not UTF-8/],
  ['UTF-16', Buffer.from(`\uFEFF${articleText()}`, 'utf16le'), 'unreadable', /not UTF-8/],
  ['a title of the wrong type', articleText({ title: '[1, 2]' }), 'schema', /^title: /],
  ['questions of the wrong type', articleText({ questions: '{a: 1}' }), 'schema', /^questions: /],
  ['tags with a number', articleText({ tags: '[1, ok]' }), 'schema', /^tags\.0: /],
  ['a date that is none', articleText({ verified_at: 'yesterday' }), 'schema', /^verified_at: /],
  ['no id', articleText({ id: null }), 'schema', /^id: /],
  ['an id that leaves the folder', articleText({ id: '"../../etc"' }), 'schema', /^id: /],
  ['a field nobody knows', articleText({ constructor: '1' }), 'unknown-key', /constructor/],
  ['a script', articleText({}, '## Reply\n<script>fetch("//x.example")</script>\n'), 'html-or-script', /<script>/],
  ['an event handler', articleText({}, '## Reply\nHi <img src=x onerror=alert(1)>\n'), 'html-or-script', /<img/],
];

describe('Hostile and broken files', () => {
  it.each(HOSTILE)('%s is a problem that names the file, and no crash', async (_, content, rule, says) => {
    const healthy = articleText({ id: 'healthy', title: 'Healthy', questions: '[]' });
    const found = await problemsOf({ 'articles/refund.en.md': content, 'articles/healthy.en.md': healthy });
    const [first] = found.filter((problem) => problem.rule === rule);
    expect(first?.path).toBe('articles/refund.en.md');
    expect(first?.message).toMatch(says);
    expect(first?.fix).not.toBe('');
    expect(first?.line).toBeGreaterThan(0);
    expect(found.filter(({ path, severity }) => path.includes('healthy') && severity !== 'hint')).toEqual([]);
  });

  it('Windows line ends and a byte order mark are read, and places are right', async () => {
    const text = articleText({ markets: '[xx]' }, '## Reply\nYou get it within a week. See https://other.example/a.\n');
    const found = await problemsIn(`\uFEFF${text.replaceAll('\n', '\r\n')}`);
    const places = found.filter(({ severity }) => severity !== 'hint').map((p) => `${p.rule} ${p.line}:${p.column}`);
    expect(places).toEqual(['unknown-market 8:11', 'foreign-link 11:31']);
  });

  it('two files with one id and language: both are named, the first is kept', async () => {
    const found = await problemsOf({
      'articles/a/refund.en.md': articleText(),
      'articles/b/refund.en.md': articleText(),
    });
    const [twin] = found.filter(({ rule }) => rule === 'duplicate-id');
    expect(twin?.severity).toBe('error');
    expect(twin?.message).toContain('articles/a/refund.en.md');
    expect(twin?.message).toContain('articles/b/refund.en.md');
  });

  it('a folder with the name of an article is named, and what lies in it is read', async () => {
    const found = await problemsOf({ 'articles/x.md/refund.en.md': articleText() });
    expect(found.filter(({ severity }) => severity !== 'hint').map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      'unreadable articles/x.md',
    ]);
  });

  it('what is shown of an article with a script holds no script', () => {
    const html = renderHtml('<script>a()</script> <img src=x onerror=a()> [x](javascript:a()) <svg onload=a()>');
    expect(html).not.toMatch(/script|onerror|onload|<img|<svg/);
  });

  it('a heading with the name of a built-in property is no section', async () => {
    const body = '## constructor\nx\n\n## __proto__: sms\nx\n\n## Reply\nYou get it within a week.\n';
    const { text } = readText(articleText({}, body), 'a.md', { etag: '', headings: { reply: 'reply' } });
    expect(text?.sections.map(({ name }) => name)).toEqual(['resolution', 'reply']);
  });
});

describe('Files that are heavy to read', () => {
  const heavy = (piece: string) => piece.repeat(Math.floor(8_000 / piece.length));

  it.each([
    '<a> ',
    '<!---->',
    '<!--',
    '1 ',
    '[a](b) ',
    'a.com ',
    '.',
    '{{a}} ',
    '## Reply: sms\n1 kr\n\n',
    '> - ',
    '| a ',
  ])('a text of %j alone is read and linted, with a bounded list of problems', async (piece) => {
    const found = await problemsIn(articleText({}, `## Reply\n${heavy(piece)}\n\n## Reply: sms\n${heavy(piece)}\n`));
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(1_000);
  });
});

describe('Broken settings and facts', () => {
  const found = async (files: Record<string, string>) =>
    problemsOf({ 'articles/refund.en.md': articleText(), ...files });
  const bomb = BOMB.split('\n').slice(6, 10).join('\n');

  it.each([
    ['erfara.yaml', 'languages: [', 'settings'],
    ['erfara.yaml', bomb.replace('d: &d', 'name: &d'), 'settings'],
    ['erfara.yaml', SETTINGS.replace('limit: 8000', 'limit: many'), 'settings'],
    ['erfara.yaml', `${SETTINGS}orderNumbers: ["("]\n`, 'settings'],
    ['erfara.yaml', `${SETTINGS}orderNumbers: ['(\\d)\\1']\n`, 'settings'],
    ['erfara.yaml', 'just words', 'settings'],
    ['facts.yaml', 'bag_fee: [', 'facts'],
    ['facts.yaml', bomb, 'facts'],
    ['facts.yaml', '- a\n- b\n', 'facts'],
    ['facts.yaml', FACTS.replace('from: 2025-01-01', 'from: soon'), 'facts'],
  ])('%s with %j is a problem there', async (path, content, rule) => {
    const problems = (await found({ [path]: content })).filter((problem) => problem.rule === rule);
    expect(problems[0]?.path).toBe(path);
    expect(problems[0]?.severity).toBe('error');
  });
});

describe('Real articles with random damage', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'erfara-damage-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  it('never make reading or linting throw, whatever was damaged', async () => {
    const content = join(projectRoot(), 'content');
    const store = new FileArticleStore(content);
    const real: Bank = await store.load();
    const sources = store.sources();
    const random = seededRandom(20261122);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const damaged = Array.from({ length: 400 }, (_, i) => ({
      path: `articles/${i % 7}/${i}.md`,
      source: damage(pick(sources).source, { random, pick }),
    }));
    for (const { path, source } of damaged) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), source);
    }
    for (const name of ['erfara.yaml', 'facts.yaml'])
      await writeFile(join(root, name), await readFile(join(content, name)));
    const broken = new FileArticleStore(root);
    const bank = await broken.load();
    const found = lint({
      bank,
      sources: broken.sources(),
      findPersonalData: personalDataFinder(real.settings.orderNumbers),
      on: '2026-11-22',
    });
    const places = [...bank.problems, ...found];
    expect(places.length).toBeGreaterThan(400);
    expect(places.filter(({ message }) => message.startsWith('The rule could not read'))).toEqual([]);
    expect(places.filter(({ line, column }) => !(line >= 1 && column >= 1))).toEqual([]);
  });
});

interface Chance {
  random: () => number;
  pick: <T>(list: readonly T[]) => T;
}

const JUNK = [
  '\u0000',
  '---\n',
  '"',
  '[',
  '{{',
  '}}',
  '<script>',
  '&a ',
  '*a',
  '\t',
  '\r',
  '\uFEFF',
  '\uD83D',
  '```\n',
  '## ',
  ': ',
  '|\n',
  '💥',
  '](',
  '<!--',
  '%',
  '&#0;',
];

/** One to four cuts, doublings, swaps or insertions at random places. */
function damage(source: string, { random, pick }: Chance): string {
  const place = (text: string) => Math.floor(random() * (text.length + 1));
  let text = source;
  for (let times = 1 + Math.floor(random() * 4); times > 0; times -= 1) {
    const at = place(text);
    const until = Math.min(text.length, at + Math.floor(random() ** 3 * 400));
    text = pick([
      () => text.slice(0, at) + text.slice(until),
      () => text.slice(0, until) + text.slice(at),
      () => text.slice(0, at) + pick(JUNK) + text.slice(at),
      () => text.slice(0, at) + String.fromCharCode(Math.floor(random() * 65_536)) + text.slice(at + 1),
      () => text.slice(0, at) + text.slice(at, until).split('\n').reverse().join('\n') + text.slice(until),
    ])();
  }
  return text;
}
