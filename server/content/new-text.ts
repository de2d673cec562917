import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import type { SectionName } from '../domain/article.ts';
import { ErfaraError } from '../domain/errors.ts';
import type { NewText } from '../ports/article-writer.ts';
import { readText } from './read-text.ts';
import { sectionWords } from './section-words.ts';

/** A text larger than this is not read either. */
const LARGEST = 64_000;

/**
 * A new text as the bytes of its file, in which every word stays in its place.
 * @throws ErfaraError `bad-request` when it would not read back as what it is.
 */
export function markdownOf(text: NewText, path: string, headings: Record<string, SectionName>): string {
  const sections = text.sections
    .map(({ name, heading, markdown }) => ({ name, heading, markdown: sectionWords(markdown, name) }))
    .filter(({ markdown }) => markdown !== '');
  const codes = { schema: 1, id: text.id, lang: text.lang, kind: text.kind };
  const standing = { state: text.state, audience: text.audience, governance: text.governance };
  const fields = [
    plain(codes),
    quoted({ title: text.title }),
    plain(standing),
    text.markets ? plain({ markets: text.markets }) : '',
    text.tags.length > 0 ? plain({ tags: text.tags }) : '',
    text.questions.length > 0 ? quoted({ questions: text.questions }) : '',
    quoted({ source: text.source }),
  ];
  const body = sections.map(({ heading, markdown }) => `## ${heading}\n${markdown}\n`);
  const source = `---\n${fields.join('')}---\n${body.join('\n')}`;
  if (Buffer.byteLength(source) > LARGEST) throw refused('size', `It has more than ${LARGEST} bytes. Write less.`);
  const read = readText(source, path, { etag: '', headings });
  const [problem] = read.problems;
  if (problem) throw refused(problem.rule, problem.message);
  const { title, id, lang, audience, state, questions, tags, markets } = text;
  const expected = {
    ...{ id, lang, title, audience, state, questions, tags, markets },
    sections: sections.map(({ name, markdown }) => [name, markdown]),
  };
  const found = read.text && {
    ...pick(read.text, ['id', 'lang', 'title', 'audience', 'state', 'questions', 'tags', 'markets']),
    sections: read.text.sections.map(({ name, markdown }) => [name, markdown]),
  };
  if (!isDeepStrictEqual(found, expected)) {
    throw refused('structure', 'Its words would be read as another section. Take out headings and code blocks.');
  }
  return source;
}

function plain(fields: object): string {
  return stringify(fields, { lineWidth: 0 });
}

function quoted(fields: object): string {
  return stringify(fields, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
}

function pick<T extends object, K extends keyof T>(from: T, keys: K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}

function refused(rule: string, message: string): ErfaraError {
  return new ErfaraError('bad-request', { details: [{ path: 'text', rule, message }] });
}
