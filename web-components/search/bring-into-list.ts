/** Scrolls a list alone, so that an item of it is seen: the host's page stays where it is. */
export function bringIntoList(list: HTMLElement | null, selector: string): void {
  const item = list?.querySelector<HTMLElement>(selector);
  if (!list || !item) return;
  const above = item.offsetTop - list.scrollTop;
  const below = item.offsetTop + item.offsetHeight - list.scrollTop - list.clientHeight;
  if (above < 0) list.scrollTop += above;
  else if (below > 0) list.scrollTop += Math.min(below, above);
}
