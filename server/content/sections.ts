import type { Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Section, SectionName } from '../domain/article.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** Markdown to its syntax tree (mdast), with GitHub's tables and links. */
export function parseMarkdown(markdown: string): Root {
  return parser.parse(markdown);
}

const VARIANT = /^(.*?)(?:\s*:\s*([a-z][a-z0-9-]*))?(?:\s*\((\d+)\))?\s*$/iu;

/** `Svar: sms (2)` -> reply, sms, 2. Null when the heading is none of the known ones in any language. */
export function readHeading(heading: string, aliases: Record<string, SectionName>) {
  const sectionOf = (words: string) => {
    const key = words.trim().toLowerCase();
    return Object.hasOwn(aliases, key) ? aliases[key] : undefined;
  };
  const whole = sectionOf(heading);
  if (whole) return { name: whole, channel: null, alternative: 1 };
  const match = VARIANT.exec(heading.trim());
  const name = sectionOf(match?.[1] ?? '');
  if (!match || !name) return null;
  return { name, channel: match[2]?.toLowerCase() ?? null, alternative: Number(match[3] ?? 1) };
}

/** A section with its place in the body: `from` and `until` are the offsets of its Markdown, trimmed, in UTF-16 units. */
export interface PlacedSection extends Section {
  from: number;
  until: number;
}

/**
 * Cuts a body at its known headings of the first and second level. Other headings belong to the section they stand in;
 * text before the first known one is a Resolution. `firstLine` is the number of lines before the body.
 */
export function cutBody(body: string, firstLine: number, aliases: Record<string, SectionName>): PlacedSection[] {
  const starts = parseMarkdown(body).children.flatMap((node) => {
    if (node.type !== 'heading' || node.depth > 2) return [];
    const heading = plainText(node);
    const known = readHeading(heading, aliases);
    const begin = node.position?.start.offset ?? 0;
    const after = node.position?.end.offset ?? begin;
    return known ? [{ ...known, heading, begin, after, line: node.position?.start.line ?? 1 }] : [];
  });
  const opening = { name: 'resolution', channel: null, alternative: 1, heading: '', line: 1 } as const;
  const sections = [{ ...opening, begin: 0, after: 0 }, ...starts].map(({ begin: _, after, ...section }, i) => ({
    ...section,
    line: firstLine + section.line,
    ...trimmed(body, after, starts[i]?.begin ?? body.length),
  }));
  return sections.filter(({ heading, markdown }) => heading !== '' || markdown !== '');
}

function trimmed(body: string, after: number, until: number) {
  const raw = body.slice(after, until);
  const markdown = raw.trim();
  const from = markdown === '' ? after : after + raw.length - raw.trimStart().length;
  return { markdown, from, until: from + markdown.length };
}

/** The sections of a body without their offsets. */
export function readSections(body: string, firstLine: number, aliases: Record<string, SectionName>): Section[] {
  return cutBody(body, firstLine, aliases).map(({ from: _from, until: _until, ...section }) => section);
}
