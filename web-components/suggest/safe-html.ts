const ALLOWED = new Set(
  'a blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr kbd li ol p pre s span strong sub sup table tbody td th thead tr ul'.split(
    ' ',
  ),
);
/** Gone with everything in them; any other element is replaced by what it holds. */
const DROPPED = new Set(
  'script style template iframe object embed svg math form input button select textarea noscript title link meta base'.split(
    ' ',
  ),
);
/** An article's headings stand below the panel's own. */
const LOWEST_HEADING = 4;

/**
 * The server's sanitised HTML, rebuilt from an allow-list: a second lock on the same door. Nothing in the source is ever put
 * in the page as HTML.
 */
export function safeNodes(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(forParsing(html), 'text/html');
  const fragment = document.createDocumentFragment();
  copyChildren(parsed.body, fragment);
  return fragment;
}

/** A page that demands trusted types lets only a policy's text be parsed; what it becomes here is never run or shown. */
let policy: { createHTML(html: string): unknown } | null | undefined;

function forParsing(html: string): string {
  const { trustedTypes } = globalThis as unknown as { trustedTypes?: PolicyMaker };
  if (policy === undefined) policy = trustedTypes?.createPolicy('erfara', { createHTML: (text) => text }) ?? null;
  return (policy?.createHTML(html) ?? html) as string;
}

interface PolicyMaker {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): unknown };
}

function copyChildren(from: Node, to: Node): void {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) to.appendChild(document.createTextNode(child.textContent ?? ''));
    else if (child instanceof Element) copyElement(child, to);
  }
}

function copyElement(element: Element, to: Node): void {
  const name = element.localName;
  if (DROPPED.has(name)) return;
  if (name === 'img') {
    to.appendChild(document.createTextNode(element.getAttribute('alt') ?? ''));
    return;
  }
  if (!ALLOWED.has(name)) {
    copyChildren(element, to);
    return;
  }
  const copy = document.createElement(lowered(name));
  if (name === 'a') copyLink(element, copy);
  if (name === 'ol' && /^\d+$/.test(element.getAttribute('start') ?? ''))
    copy.setAttribute('start', element.getAttribute('start') ?? '');
  copyChildren(element, copy);
  to.appendChild(copy);
}

function lowered(name: string): string {
  const level = /^h([1-6])$/.exec(name)?.[1];
  return level ? `h${Math.min(6, Math.max(LOWEST_HEADING, Number(level)))}` : name;
}

function copyLink(from: Element, to: HTMLElement): void {
  const address = from.getAttribute('href') ?? '';
  if (!/^(?:https?:|mailto:)/i.test(address.trim())) return;
  to.setAttribute('href', address.trim());
  to.setAttribute('target', '_blank');
  to.setAttribute('rel', 'noopener noreferrer');
}
