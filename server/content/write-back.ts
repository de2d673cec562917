import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isScalar, isSeq, type Node, stringify } from 'yaml';
import type { SectionName } from '../domain/article.ts';
import { ErfaraError } from '../domain/errors.ts';
import { type SplitFile, splitFile } from './front-matter.ts';
import { cutBody } from './sections.ts';

type Key = string | number;
type Fields = Record<string, unknown>;

/** A piece of the front matter that gives way to other text. */
interface Splice {
  from: number;
  until: number;
  text: string;
}

/**
 * Sets one front-matter field, or a part of one (`['questions', 2]`), and leaves every other byte of the file as it was.
 * `undefined` removes it. A value keeps the old one's way of writing: its quotes, its list in brackets or on lines.
 * @throws ErfaraError `bad-request` when the file has no readable front matter, or the value does not fit there.
 */
export function setFrontMatter(source: string, path: Key[], value: unknown): string {
  const split = splitOrThrow(source);
  const wanted = withValue(split.data, path, value);
  if (isDeepStrictEqual(split.data, wanted)) return source;
  const { text, offset } = split.yaml;
  const change = { path, value, careful: false };
  for (const splice of [
    () => itemSplice(split, change),
    ...[false, true].map((careful) => () => spliceFor(split, { ...change, careful })),
  ]) {
    const found = splice();
    if (!found) continue;
    const { from, until, text: written } = found;
    const edited = text.slice(0, from) + withEnds(written, text) + text.slice(until);
    const result = source.slice(0, offset) + edited + source.slice(offset + text.length);
    if (isDeepStrictEqual(fieldsOf(result), wanted)) return result;
  }
  throw refused(path.join('.'), 'This value cannot be written in this place.');
}

/**
 * Puts `markdown` in the place of a section's text and leaves every other byte of the file as it was. The section is named
 * by the line of its heading (`Section.line`); `headings` are the bank's.
 * @throws ErfaraError `bad-request` when there is no such section, or `markdown` would itself begin another one.
 */
export function replaceSection(
  source: string,
  section: { line: number; headings: Record<string, SectionName> },
  markdown: string,
): string {
  const { body, bodyOffset, bodyLine } = splitOrThrow(source);
  const before = cutBody(body, bodyLine, section.headings);
  const at = before.find(({ line }) => line === section.line);
  if (!at) throw refused(`line ${section.line}`, 'No section begins on this line.');
  if (at.markdown === markdown.trim()) return source;
  const eol = body.includes('\r\n') ? '\r\n' : '\n';
  const words = withEnds(markdown.trim(), body);
  const written = at.markdown === '' && at.heading !== '' ? `${eol}${words}${gapAfter(body, at.until, eol)}` : words;
  const edited = body.slice(0, at.from) + written + body.slice(at.until);
  const expected = before.flatMap((other) => {
    if (other !== at) return [[other.heading, other.markdown]];
    return at.heading === '' && words === '' ? [] : [[at.heading, words]];
  });
  const after = cutBody(edited, bodyLine, section.headings).map(({ heading, markdown: text }) => [heading, text]);
  if (!isDeepStrictEqual(after, expected)) {
    const way = 'Indent its headings to ### or deeper, and close every code block.';
    throw refused(`line ${section.line}`, `The text would begin another section, or swallow the next one. ${way}`);
  }
  return source.slice(0, bodyOffset) + edited;
}

function splitOrThrow(source: string): SplitFile {
  const split = splitFile(source, '');
  if (!Array.isArray(split)) return split;
  throw new ErfaraError('bad-request', {
    details: split.map(({ line, rule, message }) => ({ path: `line ${line}`, rule, message })),
  });
}

function fieldsOf(source: string): Fields | null {
  const split = splitFile(source, '');
  return Array.isArray(split) ? null : split.data;
}

function refused(path: string, message: string): ErfaraError {
  return new ErfaraError('bad-request', { details: [{ path, rule: 'write-back', message }] });
}

/** A copy of `data` with one value set or, when it is `undefined`, removed. */
function withValue(data: unknown, path: Key[], value: unknown): Fields {
  const [key, ...rest] = path;
  if (key === undefined) throw refused('', 'A field must be named.');
  const copy = (Array.isArray(data) ? [...data] : { ...(data as Fields) }) as Fields;
  const next = rest.length === 0 ? value : withValue(copy[key] ?? (typeof rest[0] === 'number' ? [] : {}), rest, value);
  if (next !== undefined)
    Object.defineProperty(copy, key, { value: next, enumerable: true, writable: true, configurable: true });
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete copy[key];
  return copy;
}

interface Change {
  path: Key[];
  value: unknown;
  /** Everything that could be read as something else is in quotes. */
  careful: boolean;
}

/** One item put behind a list's last, or taken out, so that the other items keep their quotes and comments. */
function itemSplice({ document, yaml }: SplitFile, { path, value }: Change): Splice | null {
  const list = document.getIn(path.slice(0, -1), true);
  const place = path.at(-1);
  if (!isSeq(list) || typeof place !== 'number') return null;
  const item = list.items[place];
  const last = list.items.at(-1);
  if (value === undefined && list.flow && isScalar(item) && item === last && place > 0) {
    const previous = list.items[place - 1];
    if (!isScalar(previous)) return null;
    return { from: contentEnd(yaml.text, previous), until: contentEnd(yaml.text, item), text: '' };
  }
  if (value === undefined && isNode(item) && item.range && !list.flow && list.items.length > 1) {
    const from = yaml.text.lastIndexOf('\n', item.range[0] - 1) + 1;
    return { from, until: lineEnd(yaml.text, contentEnd(yaml.text, item)), text: '' };
  }
  if (typeof value !== 'string' || place !== list.items.length || !isScalar(last) || !last.range) return null;
  const written = scalar(value, last.type);
  const end = contentEnd(yaml.text, last);
  if (list.flow) return { from: end, until: end, text: `, ${written}` };
  const first = list.range?.[0] ?? 0;
  const indent = yaml.text.slice(yaml.text.lastIndexOf('\n', first - 1) + 1, first);
  const at = lineEnd(yaml.text, end);
  const starts = yaml.text.slice(0, at).endsWith('\n') ? '' : '\n';
  return { from: at, until: at, text: `${starts}${indent}- ${written}\n` };
}

function spliceFor(split: SplitFile, change: Change): Splice {
  const { path, value, careful } = change;
  const { document, yaml } = split;
  const node = document.getIn(path, true);
  const parentPath = path.slice(0, -1);
  if (value !== undefined && isNode(node) && node.range && !isEmpty(node))
    return replacing(yaml.text, node, { value, careful });
  if (parentPath.length > 0) {
    const parent = withValue(split.data, path, value);
    const whole = parentPath.reduce<unknown>((inside, key) => (inside as Fields)[key as string], parent);
    return spliceFor(split, { path: parentPath, value: whole, careful });
  }
  const pair = isMap(document.contents)
    ? document.contents.items.find(({ key }) => isScalar(key) && String(key.value) === String(path[0]))
    : undefined;
  const line = value === undefined ? '' : `${stringify({ [path[0] as string]: value }, { lineWidth: 0 })}`;
  if (!pair) return appending(yaml.text, line);
  const from = (pair.key as Node).range?.[0] ?? 0;
  const end =
    isNode(pair.value) && pair.value.range
      ? contentEnd(yaml.text, pair.value)
      : ((pair.key as Node).range?.[1] ?? from);
  return { from, until: lineEnd(yaml.text, end), text: line };
}

/** New text for a value that is there, in the old value's style. */
function replacing(text: string, node: Node, change: { value: unknown; careful: boolean }): Splice {
  const { value, careful } = change;
  const from = node.range?.[0] ?? 0;
  const until = contentEnd(text, node);
  const simple = value === null || typeof value !== 'object';
  const flow = (isSeq(node) || isMap(node)) && node.flow === true;
  if (simple)
    return { from, until, text: scalar(value, careful ? 'QUOTE_DOUBLE' : isScalar(node) ? node.type : 'PLAIN') };
  if (flow || isScalar(node)) return { from, until, text: inBrackets(value, careful) };
  const indent = ' '.repeat(from - (text.lastIndexOf('\n', from - 1) + 1));
  const quotes = isSeq(node) && isScalar(node.items[0]) ? node.items[0].type : 'PLAIN';
  const style = {
    lineWidth: 0,
    defaultStringType: careful || quotes === 'QUOTE_DOUBLE' ? 'QUOTE_DOUBLE' : 'PLAIN',
    defaultKeyType: 'PLAIN',
  } as const;
  if (Array.isArray(value) && value.length === 0) return { from, until, text: '[]' };
  const block = stringify(value, style).trimEnd().replaceAll('\n', `\n${indent}`);
  return { from, until, text: block };
}

function scalar(value: unknown, type: string | null | undefined): string {
  if (typeof value !== 'string') return value === null || value === undefined ? 'null' : String(value);
  if (type === 'QUOTE_SINGLE' && !value.includes('\n')) return `'${value.replaceAll("'", "''")}'`;
  const plain = stringify(value, { lineWidth: 0 }).trimEnd();
  const needsQuotes = type === 'QUOTE_DOUBLE' || plain.includes('\n') || /[,[\]{}]/.test(value);
  return needsQuotes && !plain.startsWith('"') ? JSON.stringify(value) : plain;
}

function inBrackets(value: unknown, careful: boolean): string {
  const inside = (item: unknown) =>
    item !== null && typeof item === 'object'
      ? inBrackets(item, careful)
      : scalar(item, careful ? 'QUOTE_DOUBLE' : 'PLAIN');
  if (Array.isArray(value)) return `[${value.map(inside).join(', ')}]`;
  const pairs = Object.entries(value as Fields).map(([key, item]) => `${scalar(key, 'PLAIN')}: ${inside(item)}`);
  return `{${pairs.join(', ')}}`;
}

/** `key:` with nothing after it. */
function isEmpty(node: Node): boolean {
  return isScalar(node) && node.range !== undefined && node.range !== null && node.range[0] === node.range[1];
}

/** Where a value's own text ends: before trailing line breaks and comments. */
function contentEnd(text: string, node: Node): number {
  if ((isSeq(node) || isMap(node)) && !node.flow) {
    const last = node.items.at(-1);
    const value = isMap(node) ? (last as { value?: unknown } | undefined)?.value : last;
    if (isNode(value) && value.range) return contentEnd(text, value);
  }
  const [from, until] = node.range ?? [0, 0, 0];
  return from + text.slice(from, until).trimEnd().length;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

function appending(text: string, line: string): Splice {
  const starts = text === '' || text.endsWith('\n') ? '' : '\n';
  return { from: text.length, until: text.length, text: starts + line };
}

/** `written` with the line ends of the text that it goes into. */
function withEnds(written: string, into: string): string {
  return into.includes('\r\n') ? written.replace(/\r?\n/g, '\r\n') : written.replace(/\r\n/g, '\n');
}

function gapAfter(body: string, until: number, eol: string): string {
  return body.slice(until).trim() === '' ? '' : eol;
}
