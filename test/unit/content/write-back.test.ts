import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { FileArticleStore } from '../../../server/content/file-article-store.ts';
import { splitFile } from '../../../server/content/front-matter.ts';
import { readText } from '../../../server/content/read-text.ts';
import { cutBody } from '../../../server/content/sections.ts';
import { replaceSection, setFrontMatter } from '../../../server/content/write-back.ts';
import type { BankSettings } from '../../../server/domain/bank-settings.ts';
import { projectRoot } from '../../../server/project-root.ts';
import { articleText } from './bank-of.ts';

const CONTENT = join(projectRoot(), 'content');
const FILES = readdirSync(CONTENT, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md') && /^(articles|incidents)/.test(path))
  .map((path) => ({ path, source: readFileSync(join(CONTENT, path), 'utf8') }));
let headings: BankSettings['headings'] = {};

beforeAll(async () => {
  headings = (await new FileArticleStore(CONTENT).load()).settings.headings;
});

/** Numbers of the lines that differ, from 1, when both have as many lines. */
function changedLines(before: string, after: string): number[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  expect(now.length).toBe(old.length);
  return old.flatMap((line, i) => (line === now[i] ? [] : [i + 1]));
}

function dataOf(source: string): Record<string, unknown> {
  const split = splitFile(source, 'x.md');
  if (Array.isArray(split)) throw new Error(JSON.stringify(split));
  return split.data;
}

describe('Every article of the project', () => {
  it('is there', () => expect(FILES.length).toBeGreaterThan(400));

  it('keeps every byte when a field and a section are saved as they are', () => {
    for (const [i, { source, path }] of FILES.entries()) {
      const fields = Object.entries(dataOf(source));
      const [key = '', value] = fields[i % fields.length] ?? [];
      let saved = setFrontMatter(source, [key], value);
      const { text } = readText(source, path, { etag: '', headings });
      const sections = text?.sections ?? [];
      for (const { line, markdown } of sections.slice(i % sections.length, (i % sections.length) + 1))
        saved = replaceSection(saved, { line, headings }, markdown);
      expect(saved === source, path).toBe(true);
    }
  });

  it('changes one line when its title, one question, its state or its tags change: one of them in each', () => {
    for (const [i, { source, path }] of FILES.entries()) {
      const data = dataOf(source);
      const edits: [string, (string | number)[], unknown][] = [
        ['title', ['title'], 'Väska: "borta" – vad nu? #1'],
        ['questions', ['questions', 1], 'varför: "ni" tar [så] lång tid, va?'],
        ['state', ['state'], 'archived'],
        ['tags', ['tags'], ['one', 'two-three']],
      ];
      const possible = edits.filter(([key]) => key in data);
      const [key, keys, value] = possible[i % possible.length] ?? ['title', ['title'], ''];
      const after = setFrontMatter(source, keys, value);
      expect(changedLines(source, after), `${path} ${key}`).toHaveLength(1);
      const expected = structuredClone(data) as Record<string, unknown>;
      if (keys.length === 1) expected[key] = value;
      else (expected[key] as unknown[])[1] = value;
      expect(dataOf(after)).toEqual(expected);
    }
  });

  it('changes only the section that is replaced', () => {
    for (const [i, { source, path }] of FILES.entries()) {
      const split = splitFile(source, path);
      if (Array.isArray(split)) throw new Error(path);
      const sections = cutBody(split.body, split.bodyLine, headings);
      for (const section of sections.slice(i % sections.length, (i % sections.length) + 1)) {
        const after = replaceSection(source, { line: section.line, headings }, 'Other words.\n\n- And a list.');
        const from = split.bodyOffset + section.from;
        const until = split.bodyOffset + section.until;
        expect(after === `${source.slice(0, from)}Other words.\n\n- And a list.${source.slice(until)}`, path).toBe(
          true,
        );
      }
    }
  });

  it('gains and loses a field without a trace', () => {
    for (const { source, path } of FILES) {
      const with1 = setFrontMatter(source, ['translated_from'], { lang: 'sv', hash: 'abc' });
      expect(dataOf(with1).translated_from, path).toEqual({ lang: 'sv', hash: 'abc' });
      expect(setFrontMatter(with1, ['translated_from'], undefined) === source, path).toBe(true);
    }
  });
});

describe('Front matter', () => {
  const SOURCE = `---
# Written by hand.
id:   refund   # never change this
title: 'It''s here'
tags: [ a,b ]   # two
questions:
    - "one"
    # about two
    - two
applies_to: {markets: [se, no]}
note: |
  long
  text
empty:
---
## Reply
Words.
`;

  it.each<[(string | number)[], unknown, string, string]>([
    [['id'], 'other', 'id:   refund   # never', 'id:   other   # never'],
    [['title'], "That's new", "'It''s here'", "'That''s new'"],
    [['tags'], ['c'], '[ a,b ]   # two', '[c]   # two'],
    [['questions', 1], 'three: 3', '- two', '- "three: 3"'],
    [['applies_to', 'markets'], ['dk'], '{markets: [se, no]}', '{markets: [dk]}'],
    [['applies_to', 'markets', 1], 'fi', '[se, no]', '[se, fi]'],
    [['note'], 'short', '|\n  long\n  text', 'short'],
    [['empty'], 'yes', 'empty:\n', 'empty: "yes"\n'],
    [['applies_to', 'brands'], ['x'], '{markets: [se, no]}', '{markets: [se, no], brands: [x]}'],
    [['redirect', 'to'], '112', 'empty:\n', 'empty:\nredirect:\n  to: "112"\n'],
    [['empty'], undefined, 'empty:\n', ''],
    [['note'], undefined, 'note: |\n  long\n  text\n', ''],
  ])('%j becomes %j in the old value’s style, and the rest stays as it is', (path, value, old, now) => {
    const after = setFrontMatter(SOURCE, path, value);
    expect(after.replace(/to: '112'|to: "112"/, 'to: "112"').replace(/empty: yes\n/, 'empty: "yes"\n')).toBe(
      SOURCE.replace(old, now),
    );
  });

  it('a list on lines keeps its lines, its indent and its quotes', () => {
    const after = setFrontMatter(
      articleText({ questions: '\n    - "a"\n    - "b"' }),
      ['questions'],
      ['a', 'c: d', 'e'],
    );
    expect(after).toContain('questions: \n    - "a"\n    - "c: d"\n    - "e"\n---');
  });

  it('Windows line ends and a byte order mark stay', () => {
    const source = `\uFEFF${articleText().replaceAll('\n', '\r\n')}`;
    const after = setFrontMatter(setFrontMatter(source, ['title'], 'New'), ['owner'], 'resor');
    expect(after).toBe(
      source.replace('Refund of a trip', 'New').replace('\r\n---\r\n## ', '\r\nowner: resor\r\n---\r\n## '),
    );
  });

  it.each([
    'yes',
    'null',
    '12',
    '2026-11-22',
    '- a',
    '# b',
    'a: b',
    "it's",
    '"',
    '\\',
    'a\nb',
    ' a ',
    '',
    '[x]',
    '{x}',
    '&a',
    '*a',
    '!a',
    '%a',
    '@a',
    'a #b',
    '\u2028',
    '💥',
    '---',
    'true',
  ])('the title %j is read back as it was written', (title) => {
    const after = setFrontMatter(articleText(), ['title'], title);
    expect(dataOf(after).title).toBe(title);
  });

  it('a file without readable front matter is refused with its place', () => {
    expect(() => setFrontMatter('no front matter', ['id'], 'x')).toThrowError(
      expect.objectContaining({ code: 'bad-request', details: [expect.objectContaining({ path: 'line 1' })] }),
    );
  });
});

describe('Sections', () => {
  const HEADINGS = { reply: 'reply', internal: 'internal' } as const;
  const SOURCE = articleText({}, '## Reply\n\nWords.\n\n\n## Internal\n## Reply: sms\n  Short.  \n');

  it('keeps the space around what is replaced', () => {
    expect(replaceSection(SOURCE, { line: 9, headings: HEADINGS }, '\nNew *words*.\n')).toBe(
      SOURCE.replace('Words.', 'New *words*.'),
    );
    expect(replaceSection(SOURCE, { line: 15, headings: HEADINGS }, 'x')).toBe(SOURCE.replace('Short.', 'x'));
  });

  it('fills an empty section', () => {
    expect(replaceSection(SOURCE, { line: 14, headings: HEADINGS }, 'Filled.')).toBe(
      SOURCE.replace('## Internal\n', '## Internal\nFilled.\n\n'),
    );
  });

  it('refuses text that would begin another section or swallow the next, and a line where none begins', () => {
    const refused = expect.objectContaining({ code: 'bad-request' });
    expect(() => replaceSection(SOURCE, { line: 9, headings: HEADINGS }, 'a\n\n## Internal\nb')).toThrowError(refused);
    expect(() => replaceSection(SOURCE, { line: 9, headings: HEADINGS }, '```\nopen')).toThrowError(refused);
    expect(() => replaceSection(SOURCE, { line: 10, headings: HEADINGS }, 'a')).toThrowError(refused);
  });

  it('Windows line ends stay', () => {
    const source = SOURCE.replaceAll('\n', '\r\n');
    expect(replaceSection(source, { line: 9, headings: HEADINGS }, 'a\nb')).toBe(source.replace('Words.', 'a\r\nb'));
  });
});
