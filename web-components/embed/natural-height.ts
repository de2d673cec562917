/** Height in pixels that a panel needs to show its list whole, whatever height it has. */
export function naturalHeight(panel: HTMLElement): number {
  const root = panel.shadowRoot;
  const frame = root?.querySelector<HTMLElement>('.panel');
  const stage = root?.querySelector<HTMLElement>('.stage');
  const list = root?.querySelector<HTMLElement>('.list');
  if (!frame || !stage || !list) return 0;
  const first = list.firstElementChild?.getBoundingClientRect().top ?? 0;
  const last = list.lastElementChild?.getBoundingClientRect().bottom ?? 0;
  return Math.ceil(frame.offsetHeight - stage.offsetHeight + Math.max(0, last - first));
}
