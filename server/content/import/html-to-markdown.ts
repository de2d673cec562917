import type { Nodes, Root } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

/** Headings of the first two levels open sections in a text. */
const HIGHEST_HEADING = 3;
const FIRST_HEADING = /<h1\b[^>]*>([\s\S]*?)<\/h1>/gi;

const lowered = () => (tree: Root) => {
  lowerHeadings(tree);
  dropEmptyLinks(tree);
};

const fromHtml = unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypeSanitize, { ...defaultSchema, strip: ['script', 'style'] })
  .use(rehypeRemark)
  .use(remarkGfm)
  .use(lowered)
  .use(remarkStringify, { resourceLink: true, bullet: '-' })
  .freeze();

const fromMarkdown = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(lowered)
  .use(remarkStringify, { resourceLink: true, bullet: '-' })
  .freeze();

/** HTML to Markdown that fits inside a section: no scripts, no styles, headings from the third level down. */
export function htmlToMarkdown(html: string): string {
  return tidy(fromHtml.processSync(html).toString());
}

/** Markdown of another tool to Markdown that fits inside a section. */
export function fitMarkdown(markdown: string): string {
  return tidy(fromMarkdown.processSync(markdown).toString());
}

/** A whole page's title (its only first heading, or its own) and what its main part says. */
export function pageOf(html: string): { title: string | null; lang: string | null; markdown: string } {
  const lang = /<html[^>]*\blang=["']?([\w-]+)/i.exec(html)?.[1] ?? null;
  const main =
    /<main\b[^>]*>([\s\S]*)<\/main>/i.exec(html)?.[1] ??
    /<article\b[^>]*>([\s\S]*)<\/article>/i.exec(html)?.[1] ??
    /<body\b[^>]*>([\s\S]*)<\/body>/i.exec(html)?.[1] ??
    html.replace(/<head\b[\s\S]*?<\/head>/i, '');
  const headings = [...html.matchAll(FIRST_HEADING)].map(([, words]) => words ?? '');
  // A page's title has the site's name in it, too.
  const named = headings.length === 1 ? headings[0] : /<title[^>]*>([^<]*)<\/title>/i.exec(html)?.[1];
  const title = oneLine(named ?? headings[0] ?? '');
  const body = headings.length === 1 ? main.replace(FIRST_HEADING, '') : main;
  return { title: title === '' ? null : title, lang, markdown: htmlToMarkdown(withoutFurniture(body)) };
}

/** Words of HTML or Markdown on one line, without marks. */
export function oneLine(html: string): string {
  return plain(fromHtml.runSync(fromHtml.parse(html)) as unknown as Nodes)
    .replace(/\s+/g, ' ')
    .trim();
}

function withoutFurniture(html: string): string {
  return html.replace(/<(nav|header|footer|aside|script|style|form)\b[\s\S]*?<\/\1>/gi, '');
}

function plain(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => plain(child)).join('') : '';
}

function lowerHeadings(node: Nodes): void {
  if (node.type === 'heading' && node.depth < HIGHEST_HEADING) node.depth = HIGHEST_HEADING;
  if ('children' in node) for (const child of node.children) lowerHeadings(child);
}

/** A link whose address was no address is its words. */
function dropEmptyLinks(node: Nodes): void {
  if (!('children' in node)) return;
  const children: Nodes[] = node.children.flatMap((child): Nodes[] =>
    child.type === 'link' && child.url === '' ? child.children : [child],
  );
  for (const child of children) dropEmptyLinks(child);
  node.children = children as typeof node.children;
}

/** Addresses stay as they were written: escaped ones would hide from whoever looks for personal data. */
function tidy(markdown: string): string {
  return markdown
    .replace(/\\([@.:])/g, '$1')
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')
    .replace(/\u00a0/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
