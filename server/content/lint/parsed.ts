import type { Root } from 'mdast';
import type { Section } from '../../domain/article.ts';
import { parseMarkdown } from '../sections.ts';

/** Parsing is most of a linter's time; a section that did not change keeps its tree for as long as it lives. */
const trees = new WeakMap<Section, Root>();

/** A section's syntax tree, not to be changed. */
export function treeOf(section: Section): Root {
  const known = trees.get(section);
  if (known) return known;
  const tree = parseMarkdown(section.markdown);
  trees.set(section, tree);
  return tree;
}
