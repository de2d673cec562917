/** Runs one piece of work at a time: starting another aborts the one before. */
export class Latest {
  #running: AbortController | null = null;

  /** Resolves to undefined when something newer was started meanwhile, or `stop` was called; never rejects for that reason. */
  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    this.#running?.abort();
    const mine = new AbortController();
    this.#running = mine;
    try {
      const result = await work(mine.signal);
      return mine.signal.aborted ? undefined : result;
    } catch (error) {
      if (mine.signal.aborted) return undefined;
      throw error;
    }
  }

  stop(): void {
    this.#running?.abort();
    this.#running = null;
  }
}
