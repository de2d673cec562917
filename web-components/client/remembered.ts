/** A moment that a browser remembers for one server, such as until when an agent has seen what is new. ISO 8601. */
export class RememberedMoment {
  readonly #key: string;
  #fallback: string | null = null;

  constructor(name: string, server: string) {
    this.#key = `erfara-${name} ${server}`;
  }

  read(): string | null {
    try {
      const kept = localStorage.getItem(this.#key);
      return kept !== null && !Number.isNaN(Date.parse(kept)) ? kept : this.#fallback;
    } catch {
      return this.#fallback;
    }
  }

  /** A browser that keeps nothing remembers as long as the page is open. */
  write(moment: string): void {
    this.#fallback = moment;
    try {
      localStorage.setItem(this.#key, moment);
    } catch {
      // Remembered in this page alone.
    }
  }
}
