import type { ReplyField } from '../reply/reply-field.ts';

/** What makes text break where it does in a text box. */
const COPIED = [
  ...[
    'boxSizing',
    'width',
    'height',
    'overflowX',
    'overflowY',
    'direction',
    'textAlign',
    'textTransform',
    'textIndent',
  ],
  ...['borderTopWidth', 'borderRightWidth', 'borderBottomWidth', 'borderLeftWidth', 'borderStyle'],
  ...['paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft', 'tabSize', 'wordSpacing', 'letterSpacing'],
  ...['fontStyle', 'fontVariant', 'fontWeight', 'fontStretch', 'fontSize', 'lineHeight', 'fontFamily'],
] as const;

/** Where in the window the character at `offset` of a reply box stands. `near` is where what has to be measured may be put. */
export function caretPlace(field: ReplyField, offset: number, near: ParentNode & Node): DOMRect {
  const { element } = field;
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)
    return inTextBox(element, offset, near);
  const root = element.getRootNode() as { getSelection?: () => Selection | null };
  const selection = root.getSelection?.() ?? document.getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  const [rect] = range && element.contains(range.startContainer) ? range.getClientRects() : [];
  return rect ?? lineOf(range, element);
}

/** An empty line has no rectangle of its own: that of the block the caret stands in is near enough. */
function lineOf(range: Range | null, element: HTMLElement): DOMRect {
  const node = range?.startContainer;
  const block = node instanceof Element ? node : node?.parentElement;
  return (block && element.contains(block) ? block : element).getBoundingClientRect();
}

function inTextBox(element: HTMLTextAreaElement | HTMLInputElement, offset: number, near: ParentNode & Node): DOMRect {
  const style = getComputedStyle(element);
  const mirror = document.createElement('div');
  for (const name of COPIED) mirror.style[name] = style[name];
  const single = element instanceof HTMLInputElement;
  Object.assign(mirror.style, {
    ...{ position: 'fixed', visibility: 'hidden', pointerEvents: 'none', top: '0', left: '0', zIndex: '-1' },
    ...{ whiteSpace: single ? 'pre' : 'pre-wrap', overflowWrap: 'break-word', margin: '0' },
  });
  mirror.setAttribute('aria-hidden', 'true');
  const mark = document.createElement('span');
  mark.textContent = element.value.slice(offset, offset + 1).replace(/\s/, '') || '.';
  mirror.append(element.value.slice(0, offset), mark);
  near.append(mirror);
  const own = element.getBoundingClientRect();
  const frame = mirror.getBoundingClientRect();
  const at = mark.getBoundingClientRect();
  mirror.remove();
  const left = own.left + at.left - frame.left - element.scrollLeft;
  const top = own.top + at.top - frame.top - element.scrollTop;
  return new DOMRect(Math.min(left, own.right), Math.min(top, own.bottom), 1, at.height);
}
