const BLOCKS =
  /^(?:P|DIV|LI|UL|OL|H[1-6]|BLOCKQUOTE|PRE|TABLE|TBODY|TR|TD|TH|SECTION|ARTICLE|FIGURE|HR|DL|DD|DT|DETAILS|SUMMARY)$/;
/** What editors put in a text to hold the caret; no part of what the agent wrote. */
const FILLER = /^[\u2060\uFEFF\u200B]+$/;

interface Piece {
  node: Node;
  start: number;
  length: number;
}

/** The text of an editable element, with the way between its offsets and places in the page. */
export interface DomText {
  text: string;
  /** The place an offset stands for, inside text where there is some. */
  at(offset: number): [Node, number];
  offsetOf(node: Node, offset: number): number;
}

/** Reads an editable element. `gap` stands between two blocks; a line break inside one is "\n". */
export function readDom(root: HTMLElement, gap: string): DomText {
  let text = '';
  let lines = 0;
  let inLine = false;
  const pieces: Piece[] = [];

  const openLine = (node: Node): void => {
    if (inLine) return;
    if (lines > 0) text += gap;
    lines += 1;
    inLine = true;
    pieces.push({ node, start: text.length, length: 0 });
  };
  const add = (node: Node, words: string): void => {
    openLine(node);
    pieces.push({ node, start: text.length, length: words.length });
    text += words;
  };
  const walk = (parent: Node): void => {
    for (const child of parent.childNodes) {
      if (isText(child)) {
        const layout = child.data.trim() === '' && [...parent.childNodes].some(isBlock);
        if (!layout && child.data !== '' && !FILLER.test(child.data)) add(child, child.data.replaceAll('\u00A0', ' '));
      } else if (isBreak(child)) {
        if (isPlaceholder(child)) openLine(child.parentNode ?? root);
        else add(child, '\n');
      } else if (isBlock(child)) {
        inLine = false;
        if (![...child.childNodes].some(isBlock)) openLine(child);
        walk(child);
        inLine = false;
      } else if (!(isElement(child) && child.matches('.ql-ui, [aria-hidden="true"]'))) walk(child);
    }
  };
  walk(root);

  return {
    text,
    at(offset) {
      const inside = pieces.filter(({ start, length }) => start <= offset && offset <= start + length);
      const piece = inside.find(({ node }) => isText(node) && node.data !== '') ?? inside.at(-1) ?? pieces.at(-1);
      if (!piece) return [root, root.childNodes.length];
      const into = Math.max(0, Math.min(offset - piece.start, piece.length));
      if (isText(piece.node)) return [piece.node, into];
      if (isBreak(piece.node)) return beside(piece.node, into > 0);
      return [piece.node, 0];
    },
    offsetOf(node, offset) {
      const exact = pieces.find((piece) => piece.node === node && piece.length > 0);
      if (exact && isText(node)) return exact.start + Math.min(offset, exact.length);
      const boundary = root.ownerDocument.createRange();
      boundary.setStart(node, offset);
      const before = pieces.filter((piece) => boundary.comparePoint(...endOf(piece)) <= 0).at(-1);
      return before ? before.start + before.length : 0;
    },
  };
}

/** Told by their kind and not by their class: an editor in a frame has classes of its own. */
function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

function isBreak(node: Node): node is HTMLBRElement {
  return node.nodeName === 'BR';
}

function isBlock(node: Node): boolean {
  return isElement(node) && BLOCKS.test(node.tagName);
}

/** A break that only gives an empty line its height. */
function isPlaceholder(br: HTMLBRElement): boolean {
  return (
    br.matches('.ProseMirror-trailingBreak, [data-cke-filler]') || br.nextSibling === null || isBlock(br.nextSibling)
  );
}

function beside(node: ChildNode, after: boolean): [Node, number] {
  const parent = node.parentNode as Node;
  return [parent, [...parent.childNodes].indexOf(node) + (after ? 1 : 0)];
}

function endOf({ node, length }: Piece): [Node, number] {
  if (length === 0) return [node, 0];
  if (isText(node)) return [node, node.length];
  return beside(node as ChildNode, true);
}
