const warned = new Set<string>();

/** Defines an element unless its name is taken: a page may load two versions, and the first works on. The second warns once. */
export function defineElement(name: string, element: CustomElementConstructor): void {
  const known = customElements.get(name);
  if (!known) customElements.define(name, element);
  else if (known !== element && !warned.has(name)) {
    warned.add(name);
    console.warn(`<${name}> is defined already: the first definition works on, this one is left out.`);
  }
}
