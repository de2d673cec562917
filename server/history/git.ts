import { execFile } from 'node:child_process';

const TIMEOUT_MS = 20_000;
const MOST_BYTES = 64 * 1024 * 1024;

/** Runs git in one folder and answers what it prints. @throws when it fails, or is not there. */
export type Git = (args: string[], options?: { input?: Uint8Array; env?: Record<string, string> }) => Promise<Buffer>;

/**
 * git without a shell, hooks, prompts or the caller's `GIT_*`. Paths are literal; `--` before them is the caller's. Nothing
 * from outside goes into `args` but ids that were checked and paths.
 */
export function gitIn(folder: string): Git {
  const always = ['-C', folder, '--literal-pathspecs', '-c', 'core.quotePath=false', '-c', 'core.hooksPath=/dev/null'];
  const calm = ['-c', 'core.fsmonitor=false', '-c', 'gc.auto=0'];
  return (args, { input, env = {} } = {}) =>
    new Promise((resolve, reject) => {
      const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
      const child = execFile(
        'git',
        [...always, ...calm, ...args],
        {
          encoding: 'buffer',
          timeout: TIMEOUT_MS,
          maxBuffer: MOST_BYTES,
          env: { ...Object.fromEntries(inherited), LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', ...env },
        },
        (error, stdout, stderr) => {
          if (error) reject(new Error(`git ${args[0]} failed: ${stderr.toString().trim()}`, { cause: error }));
          else resolve(stdout);
        },
      );
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input ?? '');
    });
}
