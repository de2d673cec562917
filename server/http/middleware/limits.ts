import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ErfaraError } from '../../domain/errors.ts';
import type { Env } from '../environment.ts';

/** Lets `most` requests in at once and asks the others to come back: an honest "busy" beats a queue that times out. */
export function limitConcurrency(most: number): MiddlewareHandler<Env> {
  let inside = 0;
  return async (_c, next) => {
    if (inside >= most) throw new ErfaraError('busy', { retryAfter: 1 });
    inside += 1;
    try {
      await next();
    } finally {
      inside -= 1;
    }
  };
}

/** Answers `busy` when a request takes longer than `ms`. */
export function limitTime(ms: number): MiddlewareHandler<Env> {
  return async (_c, next) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const message = `The answer took longer than ${ms / 1000} s.`;
      const details = [{ path: 'request', rule: 'timeout', message }];
      timer = setTimeout(() => reject(new ErfaraError('busy', { details, retryAfter: 5 })), ms);
    });
    try {
      await Promise.race([next(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Refuses a body larger than `maxBody` bytes, however it is sent. */
export function limitBody(maxBody: number): MiddlewareHandler<Env> {
  return bodyLimit({
    maxSize: maxBody,
    onError: () => {
      const details = [{ path: 'body', rule: 'size', message: `At most ${maxBody} bytes are read.` }];
      throw new ErfaraError('body-too-large', { details });
    },
  });
}
