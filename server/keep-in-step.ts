import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { ErfaraError } from './domain/errors.ts';
import type { Problem } from './domain/problem.ts';
import type { Adapters } from './open-adapters.ts';
import type { Clock } from './ports/clock.ts';
import type { EventBus } from './ports/event-bus.ts';
import type { SyncProgress } from './ports/passage-index.ts';
import { announceChanges } from './services/announce-changes.ts';
import type { Visibility } from './services/capture-case.ts';
import type { FollowedBank } from './services/follow-bank.ts';
import type { SyncOutput } from './services/sync-index.ts';

const RETRY_MS = 5_000;
/** How long closing waits for a sync; one that is cut off goes on at the next start. */
const PATIENCE_MS = 5_000;
/** How often it is looked whether an incident began or ended by the clock, or another process published. */
const LOOK_MS = 2_000;
/** How long a save waits to be searchable; what takes longer is searchable as soon as it is done. */
const VISIBLE_MS = 3_000;

interface Keeping {
  adapters: Adapters;
  followed: FollowedBank;
  log: Logger;
  /** Called after each sync. */
  refreshed: () => Promise<unknown>;
  watch: boolean;
}

/** Syncs when asked and whenever a file changes; while another process writes it tries again by itself. */
export async function keepInStep({ adapters, followed, log, refreshed, watch }: Keeping) {
  let retry: NodeJS.Timeout | undefined;
  let working: Promise<unknown> = Promise.resolve();
  const sync = (progress?: (progress: SyncProgress) => void): Promise<SyncOutput> => {
    clearTimeout(retry);
    const run = followed.refresh(progress);
    working = run.then(refreshed, (error: unknown) => {
      if (error instanceof ErfaraError && error.code === 'locked') retry = setTimeout(changed, RETRY_MS).unref();
    });
    return run;
  };
  const changed = () => {
    const known = errorsIn(followed);
    sync().then(
      ({ plan, version, published }) => {
        tellErrors(known, errorsIn(followed), log);
        if (published) log.info({ version: version?.version, ...plan }, 'the content changed and is searchable');
      },
      (error: unknown) => {
        const details = error instanceof ErfaraError ? error.details : [];
        log.error({ err: error, details }, 'the content changed but could not be indexed');
      },
    );
  };
  const unwatch = watch ? await adapters.store.watch(changed) : async () => undefined;
  return {
    sync,
    async stop() {
      await unwatch();
      await Promise.race([working, sleep(PATIENCE_MS, undefined, { ref: false })]);
      clearTimeout(retry);
    },
  };
}

/** The content's errors by place, as a line each. */
function errorsIn(followed: FollowedBank): Map<string, Problem> {
  const errors = (followed.live()?.bank.problems ?? []).filter(({ severity }) => severity === 'error');
  return new Map(
    errors.map((problem) => [`${problem.path}:${problem.line}:${problem.column} ${problem.rule}`, problem]),
  );
}

/** Who saved a file reads here why it is not found, and that it is again. */
function tellErrors(before: Map<string, Problem>, after: Map<string, Problem>, log: Logger): void {
  for (const [place, { message, fix }] of after) if (!before.has(place)) log.warn({ place, fix }, message);
  if (before.size > 0 && after.size === 0) log.info('the content has no errors any more');
}

interface Announcing {
  events: EventBus;
  clock: Clock;
  /** What else is looked at as time goes by. */
  besides: () => Promise<unknown>;
  log: Logger;
}

/** Tells followers what changed: after each sync, and what only the clock or another process changed soon after. */
export function announceFrom(followed: FollowedBank, { events, clock, besides, log }: Announcing) {
  const live = () => {
    const now = followed.live();
    return now && { bank: now.bank, version: now.reader?.version.version ?? null };
  };
  const look = announceChanges({ events, live, clock });
  const lookBesides = () => {
    look();
    besides().catch((err: unknown) => log.error({ err }, 'who raised an incident could not be asked'));
  };
  const timer = setInterval(() => void followed.current().then(lookBesides, () => undefined), LOOK_MS).unref();
  return { look: lookBesides, stop: () => clearInterval(timer) };
}

/**
 * Syncs what was just written. `version` is the one that holds it, or the one that will where that takes longer;
 * `done` resolves when it is found, and rejects when it is not yet.
 */
export function makeVisible(sync: () => Promise<SyncOutput>, followed: FollowedBank): Visibility {
  const next = (followed.live()?.reader?.version.version ?? 0) + 1;
  const done = sync();
  const found = done.then(
    ({ version }) => version?.version ?? next,
    () => next,
  );
  return { done, version: Promise.race([found, sleep(VISIBLE_MS, next, { ref: false })]) };
}
