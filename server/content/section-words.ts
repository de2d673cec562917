import type { Nodes } from 'mdast';
import { ErfaraError } from '../domain/errors.ts';
import { parseMarkdown } from './sections.ts';

const DANGEROUS = /^\s*(?:javascript|vbscript|data|file):/i;
const FENCE = /^ {0,3}(?:```|~~~)/gm;

/** More of these than people write takes a parser time by the square of their number. */
const MARKUP = /[[\]()*_>`|~]/g;
const MOST_MARKUP = 1_500;

/**
 * What a person typed or pasted, as Markdown that stays inside its section: headings of the first two levels, lines of
 * dashes, HTML and code blocks that never end are escaped and read as they were written.
 * @throws ErfaraError `bad-request` for an address that runs code, for HTML that cannot be escaped, and for far too much markup.
 */
export function sectionWords(words: string, field: string): string {
  if ((words.match(MARKUP)?.length ?? 0) > MOST_MARKUP) {
    const message = `There are more than ${MOST_MARKUP} brackets, stars and other marks. Write it with fewer.`;
    throw new ErfaraError('bad-request', { details: [{ path: field, rule: 'markup', message }] });
  }
  const plain = words.trim().replace(/\n{3,}/g, '\n\n');
  const escaped = plain
    .replace(/(?<!\\)<(?=[a-z/!?])/gi, '\\<')
    .replace(/^( {0,3})(#{1,2})(?=[ \t]|$)/gm, '$1\\$2')
    .replace(/^( {0,3})(=+|-+)(?=[ \t]*$)/gm, '$1\\$2');
  const closed = endsWithin(escaped) ? escaped : escaped.replace(FENCE, (fence) => fence.replace(/[`~]/g, '\\$&'));
  refuseCode(parseMarkdown(closed), field);
  return closed;
}

/** False when what follows would be swallowed, by a code block that never ends. */
function endsWithin(markdown: string): boolean {
  return parseMarkdown(`${markdown}\n\n## End\n`).children.at(-1)?.type === 'heading';
}

function refuseCode(node: Nodes, field: string): void {
  if ((node.type === 'link' || node.type === 'image' || node.type === 'definition') && DANGEROUS.test(node.url)) {
    const message = 'There is a link that runs code or opens files. Take it out, or write its address as words.';
    throw new ErfaraError('bad-request', { details: [{ path: field, rule: 'link', message }] });
  }
  if (node.type === 'html') {
    const message = 'There is HTML here. Write it in Markdown or as plain words.';
    throw new ErfaraError('bad-request', { details: [{ path: field, rule: 'html', message }] });
  }
  if ('children' in node) for (const child of node.children) refuseCode(child, field);
}
