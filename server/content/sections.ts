import type { Heading, Root } from 'mdast';
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
  const whole = aliases[heading.trim().toLowerCase()];
  if (whole) return { name: whole, channel: null, alternative: 1 };
  const match = VARIANT.exec(heading.trim());
  const name = aliases[match?.[1]?.trim().toLowerCase() ?? ''];
  if (!match || !name) return null;
  return { name, channel: match[2]?.toLowerCase() ?? null, alternative: Number(match[3] ?? 1) };
}

/**
 * Cuts a body at its second-level headings. Other headings belong to the Resolution, as does text before the first one.
 * `firstLine` is the number of lines before the body.
 */
export function readSections(body: string, firstLine: number, aliases: Record<string, SectionName>): Section[] {
  const headings = parseMarkdown(body).children.filter(
    (node): node is Heading => node.type === 'heading' && node.depth <= 2,
  );
  const starts = headings.flatMap((node) => {
    const heading = plainText(node);
    const known = readHeading(heading, aliases);
    const from = node.position?.start.offset ?? 0;
    return known ? [{ ...known, heading, from, after: node.position?.end.offset ?? from, line: node.position?.start.line ?? 1 }] : [];
  });
  const sections: Section[] = [];
  const before = body.slice(0, starts[0]?.from ?? body.length).trim();
  if (before !== '') {
    sections.push({ name: 'resolution', channel: null, alternative: 1, heading: '', markdown: before, line: firstLine + 1 });
  }
  starts.forEach((start, i) => {
    sections.push({
      name: start.name,
      channel: start.channel,
      alternative: start.alternative,
      heading: start.heading,
      markdown: body.slice(start.after, starts[i + 1]?.from ?? body.length).trim(),
      line: firstLine + start.line,
    });
  });
  return sections;
}
