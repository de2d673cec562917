/** Defines an element unless its name is taken: a page may load two versions, and the first works on. The second says so, once. */
export function defineElement(name: string, element: CustomElementConstructor): void {
  const known = customElements.get(name);
  if (!known) customElements.define(name, element);
  else if (known !== element) console.warn(`<${name}> is defined already: the first is kept.`);
}
