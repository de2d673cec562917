import type { Page } from 'playwright-core';

/**
 * What a reader cannot get at: a page that scrolls sideways, and words or controls that reach beyond the window or are cut by
 * their own box. Text that ends in an ellipsis says so itself; what scrolls downwards is reached by scrolling.
 */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} px wide in a window of ${innerWidth}`);
    const elements = (root: ParentNode): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap((each) => [
        each,
        ...(each.shadowRoot ? elements(each.shadowRoot) : []),
      ]);
    const shortened = (each: HTMLElement | null): boolean =>
      each !== null && (getComputedStyle(each).textOverflow === 'ellipsis' || shortened(each.parentElement));
    for (const each of elements(document)) {
      if (!(each instanceof HTMLElement) || !each.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        continue;
      const style = getComputedStyle(each);
      const { left, right, width, height } = each.getBoundingClientRect();
      if (width <= 1 || height <= 1 || each.closest('.sr')) continue;
      const says = `${each.localName}.${each.className} "${each.innerText?.slice(0, 40)}"`;
      const words = [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      if (!words && !each.matches('button, input, select, textarea, a')) continue;
      if (shortened(each)) continue;
      if (left < -0.5 || right > innerWidth + 0.5) found.push(`${says} reaches beyond the window: ${left} to ${right}`);
      const clips = style.overflowX === 'hidden' || style.overflowX === 'clip';
      if (clips && each.scrollWidth > each.clientWidth + 1) found.push(`${says} is cut at its side`);
      if (each.matches('button, label') && each.scrollHeight > each.clientHeight + 2 && style.overflowY !== 'visible')
        found.push(`${says} is cut below`);
    }
    return found;
  });
}
