import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildIfChanged } from '../scripts/build.mjs';
import { projectRoot } from '../server/project-root.ts';
import { REAL_DATA, REAL_LOCK } from './real-bank.ts';

/** Below every test: the index takes the cores that tests leave idle. */
const LOWEST = 19;

/** Begins the index of the real bank beside the tests that do not need it; `indexed` waits for it by its lock. */
export async function setup(): Promise<() => void> {
  await buildIfChanged();
  const held = `${REAL_LOCK}.holder.json`;
  rmSync(held, { force: true });
  const sync = spawn(process.execPath, [join(projectRoot(), 'scripts', 'run.mjs'), 'sync', '--json'], {
    env: { ...process.env, ERFARA_DATA: REAL_DATA },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (sync.pid !== undefined) setPriority(sync.pid, LOWEST);
  while (sync.exitCode === null && !existsSync(held)) await sleep(50);
  return () => {
    sync.kill();
  };
}
