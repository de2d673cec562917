/** One writer at a time. Released by the system when its process dies. */
export interface WriterLock {
  /**
   * Runs `work` as the only writer. Waits up to `waitMs`, then throws ErfaraError `locked`, whose detail names the holder.
   */
  hold<T>(purpose: string, waitMs: number, work: () => Promise<T>): Promise<T>;
}
