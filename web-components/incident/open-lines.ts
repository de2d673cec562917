/** Which incidents are open: each begins as one line, and opens by itself when its text changes. */
export class OpenLines {
  readonly #lines = new Map<string, { line: string; open: boolean }>();
  readonly #changed: () => void;

  /** @param changed is called when somebody opened or shut one. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  see(incidents: { id: string; line: string }[]): void {
    for (const { id, line } of incidents) {
      const known = this.#lines.get(id);
      if (known?.line !== line) this.#lines.set(id, { line, open: known !== undefined });
    }
  }

  isOpen(id: string): boolean {
    return this.#lines.get(id)?.open ?? false;
  }

  toggle(id: string): void {
    const known = this.#lines.get(id);
    if (known) known.open = !known.open;
    this.#changed();
  }
}
