import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { parseMarkdown } from '../sections.ts';

/** A reply's Markdown as the plain text that is sent: paragraphs apart, list items on lines, links with their address. */
export function sentText(markdown: string): string {
  return blocks(parseMarkdown(markdown)).join('\n\n').trim();
}

function blocks(node: Nodes): string[] {
  if (node.type === 'html' || node.type === 'definition') return [];
  if (node.type === 'list') return [node.children.map((item) => `- ${blocks(item).join('\n')}`).join('\n')];
  if (node.type === 'table') {
    return [node.children.map((row) => row.children.map((cell) => inline(cell)).join(' ')).join('\n')];
  }
  if ((node.type === 'root' || node.type === 'listItem' || node.type === 'blockquote') && 'children' in node) {
    return node.children.flatMap((child) => blocks(child));
  }
  return [inline(node)];
}

function inline(node: Nodes): string {
  if (node.type === 'link') {
    const words = plainText(node);
    return words === node.url || `https://${words}` === node.url ? words : `${words}: ${node.url}`;
  }
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return '';
  if ('children' in node) return node.children.map((child) => inline(child)).join('');
  return plainText(node).replace(/\s*\n\s*/g, ' ');
}
