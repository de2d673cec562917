import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../server/project-root.ts';

/** A TypeScript file of the tests, bundled so that Node runs it as a process of its own. */
export async function bundleChild(entry: string) {
  const parent = join(projectRoot(), '.erfara');
  mkdirSync(parent, { recursive: true });
  // Inside the project, so that the bundle finds node_modules.
  const folder = mkdtempSync(join(parent, 'test-child-'));
  const outfile = join(folder, 'child.mjs');
  await build({
    entryPoints: [join(projectRoot(), entry)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  return {
    start: (...args: string[]): ChildProcess =>
      fork(outfile, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The next message of a child; rejects when it ends without one. */
export function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`The child ended with code ${code} and said nothing.`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}

export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}
