import type { PreviewController } from './controller.ts';
import { markMatching } from './matching-block.ts';

const placed = new WeakMap<Element, string>();

/** Marks the passage that matched and scrolls to it, once for each article and language shown. */
export function bringMatchIntoView(root: ParentNode, { article, target }: PreviewController): void {
  const scroller = root.querySelector<HTMLElement>('.scroll');
  const texts = [...root.querySelectorAll<HTMLElement>('.text')];
  if (!scroller || texts.length === 0) return;
  const shown = `${article?.id} ${texts.map(({ dataset }) => dataset.lang).join(' ')}`;
  if (placed.get(scroller) === shown) return;
  placed.set(scroller, shown);
  const [first] = texts.flatMap((text) => markMatching(text, target?.why ?? []) ?? []);
  scroller.scrollTop = first ? Math.max(0, first.offsetTop - scroller.clientHeight / 3) : 0;
}
