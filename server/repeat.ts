import type { Logger } from 'pino';

export interface Repeated {
  everyMs: number;
  work: () => Promise<unknown>;
  /** What the log says when it fails; the next time it is tried again. */
  failed: string;
}

/** Does something now and then. Answers how to stop, once what is under way is over. */
export function repeat({ everyMs, work, failed }: Repeated, log: Logger): () => Promise<void> {
  let working: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    working = work().catch((err: unknown) => log.error({ err }, failed));
  }, everyMs).unref();
  return async () => {
    clearInterval(timer);
    await working;
  };
}
