import type { Editor } from './editor.ts';
import { pasting } from './pasting.ts';

/** Milliseconds until React has drawn what a focus changed: before that Draft.js looks at no selection. */
const DRAWN = 30;

const paste = pasting({ gap: '\n', html: false });

/** Draft.js loses what is written into its element, and reads what is pasted. Its hosts hear of a change by `onChange`. */
export const draft: Editor = {
  gap: '\n',
  drawnAfter: 3 * DRAWN,
  put: (element, text) => later(element, () => paste.put(element, text)),
  remove: (element) => later(element, () => paste.remove(element)),
};

function later(element: HTMLElement, change: () => void): void {
  const { ownerDocument: page } = element;
  const selection = page.getSelection();
  if (!selection?.rangeCount) {
    change();
    return;
  }
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  const told = () => page.dispatchEvent(new Event('selectionchange'));
  // React tells of a selection only where it is another than the last: this one it has told of too early.
  selection.collapseToStart();
  told();
  setTimeout(() => {
    if (anchorNode?.isConnected && focusNode?.isConnected)
      selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    told();
    change();
  }, DRAWN);
}
