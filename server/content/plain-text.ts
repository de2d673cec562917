import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { parseMarkdown } from './sections.ts';

/** A section's blocks as plain text, one string a paragraph, list item or table row; HTML is left out and `{{...}}` becomes …. */
export function plainParagraphs(markdown: string): string[] {
  return blocks(parseMarkdown(markdown))
    .map((text) =>
      text
        .replace(/\{\{[^}]*\}\}/g, '…')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => text !== '');
}

function blocks(node: Nodes): string[] {
  if (node.type === 'html') return [];
  if (node.type === 'tableRow') return [node.children.map((cell) => plainText(cell)).join(' | ')];
  const splits = ['root', 'list', 'listItem', 'blockquote', 'table'];
  if (splits.includes(node.type) && 'children' in node) return node.children.flatMap((child) => blocks(child as Nodes));
  return [plainText(node, { includeHtml: false })];
}
