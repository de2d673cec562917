import type { Nodes } from 'mdast';
import type { Section } from '../../domain/article.ts';
import { treeOf } from './parsed.ts';

/** A web address, a relative link or a picture in a section, with its offset in the Markdown. */
export interface FoundLink {
  url: string;
  at: number;
}

/** Every link, picture and definition, with or without markup; addresses such as `nordbris.example/trips` too. */
export function linksIn(section: Section): FoundLink[] {
  const found: FoundLink[] = [];
  const visit = (node: Nodes) => {
    const at = node.position?.start.offset ?? 0;
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') found.push({ url: node.url, at });
    if (node.type === 'text') {
      for (const match of node.value.matchAll(BARE)) found.push({ url: `https://${match[0]}`, at: at + match.index });
    }
    if (node.type !== 'link' && 'children' in node) for (const child of node.children) visit(child);
  };
  visit(treeOf(section));
  return found;
}

/** A domain with a known ending, as people write it without a scheme. */
const BARE =
  /(?<![\p{L}\p{N}@./-])(?:[a-z0-9-]+\.)+(?:example|com|net|org|eu|se|no|dk|fi|gr|io|ly|co|me|info|page|link|app)(?![\p{L}\p{N}-]|\.\p{L})(?:\/[^\s<>)\]]*[^\s<>)\].,;:!?])?/giu;

/** Scheme, host and path without what differs between two spellings of one address. */
export function sameAddress(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[.,;:!?)]+$/, '')
    .replace(/\/$/, '');
}

/** The host of a web address; null for anything else. */
export function hostOf(url: string): string | null {
  if (!/^(https?:)?\/\//i.test(url)) return null;
  try {
    return new URL(url, 'https://x.invalid').hostname.toLowerCase();
  } catch {
    return null;
  }
}
