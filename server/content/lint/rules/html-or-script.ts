import type { Nodes } from 'mdast';
import { treeOf } from '../parsed.ts';
import type { Finding, Rule } from '../rule.ts';

const DANGEROUS = /^\s*(?:javascript|vbscript|data|file):/i;
const TAG = /<\s*\/?\s*(?:script|iframe|img|svg|object|embed|style|link|meta|form|a)\b/i;

export const htmlOrScript: Rule = {
  id: 'html-or-script',
  severity: 'error',
  fix: 'Write it in Markdown. HTML is never shown or sent; to show a < write \\<.',
  text(view) {
    const inBody = view.text.sections.flatMap((section) => {
      const findings: Finding[] = [];
      const visit = (node: Nodes) => {
        const place = () => view.inside(section, node.position?.start.offset ?? 0);
        if (node.type === 'html' && !isComment(node.value)) {
          findings.push({ place: place(), message: `HTML in the text: ${shortened(node.value)}` });
        }
        if ((node.type === 'link' || node.type === 'image' || node.type === 'definition') && DANGEROUS.test(node.url)) {
          findings.push({ place: place(), message: `The address ${shortened(node.url)} runs code or opens files.` });
        }
        if ('children' in node) for (const child of node.children) visit(child);
      };
      visit(treeOf(section));
      return findings;
    });
    const named = [
      { keys: ['title'], words: view.text.title },
      ...view.text.questions.map((words, i) => ({ keys: ['questions', i], words })),
      ...view.text.notFor.map((words, i) => ({ keys: ['not_for', i], words })),
    ];
    const inFields = named
      .filter(({ words }) => TAG.test(words))
      .map(({ keys, words }) => ({ place: view.field(...keys), message: `HTML in ${keys[0]}: ${shortened(words)}` }));
    return [...inFields, ...inBody];
  },
};

/** True for comments with nothing but space between them. */
function isComment(html: string): boolean {
  const pieces = html.split('-->');
  return pieces.pop()?.trim() === '' && pieces.every((piece) => piece.trimStart().startsWith('<!--'));
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}
