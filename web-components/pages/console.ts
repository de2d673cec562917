import { interfaceLang } from '../words.ts';

const KEY = 'erfara-console-language';
const page = document.documentElement;

/** The language an editor chose, where the browser keeps it; else the browser's own. */
function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

page.lang = interfaceLang(remembered() ?? navigator.language);
new MutationObserver(() => {
  try {
    localStorage.setItem(KEY, page.lang);
  } catch {
    // It holds as long as the page is open.
  }
}).observe(page, { attributes: true, attributeFilter: ['lang'] });
