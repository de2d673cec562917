/**
 * Takes the focus to an element's frame while what it is meant for is drawn: what had it may be gone before, and a key that is
 * pressed meanwhile would go to the host's page.
 */
export function holdFocus(root: HTMLElement | DocumentFragment): void {
  const frame = root.querySelector<HTMLElement>('.panel');
  if (!frame) return;
  frame.tabIndex = -1;
  frame.focus({ preventScroll: true });
}
