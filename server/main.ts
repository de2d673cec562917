import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import pino from 'pino';
import { compose, type Erfara } from './compose.ts';
import { ErfaraError } from './domain/errors.ts';
import { EXIT, exitCodeOf, explainError } from './explain-error.ts';
import { projectRoot } from './project-root.ts';
import { readSettings, type Settings } from './settings.ts';
import { showProgress } from './show-progress.ts';

/** Problems in the content that are listed; the rest are counted. */
const LISTED = 20;
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Listens, or ends with an explanation when the port cannot be had. */
async function listen(erfara: Erfara, { host, port }: Settings): Promise<Server> {
  const server = createAdaptorServer({ fetch: erfara.app.fetch }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  }).catch((cause: NodeJS.ErrnoException) => {
    const reasons: Record<string, string> = {
      EADDRINUSE: `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
      EACCES: `Port ${port} needs rights that this user lacks. Choose one above 1023, such as PORT=8787.`,
      EADDRNOTAVAIL: `${host} is not an address of this machine. Unset HOST.`,
    };
    process.stderr.write(`${reasons[cause.code ?? ''] ?? cause.message}\n`);
    process.exit(EXIT.unavailable);
  });
  return server;
}

/** Brings the index to the content. Another process may be writing: then what it published last answers. */
async function firstSync(erfara: Erfara): Promise<void> {
  const progress = showProgress(process.stdout);
  try {
    const { plan, published } = await erfara.sync(progress.update);
    progress.stop();
    const changed = plan.add + plan.change + plan.move + plan.remove;
    say(
      published ? `The index is up to date: ${changed} passages changed.` : 'The index is up to date: nothing changed.',
    );
  } catch (error) {
    progress.stop();
    const locked = error instanceof ErfaraError && error.code === 'locked';
    if (!locked || !erfara.status().ready) throw error;
    say(`${explainError(error)}\nAnswering from the last version meanwhile.`);
  }
}

function sumUp(erfara: Erfara): void {
  const { found, notices, index } = erfara.status();
  for (const notice of notices) say(`\nNotice: ${notice}`);
  const errors = found.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) {
    say(`\n${errors.length} errors in the content; what they concern is left out until it is mended:`);
    for (const { path, line, column, rule, message } of errors.slice(0, LISTED)) {
      say(`  ${path}:${line}:${column} ${rule} ${message}`);
    }
    if (errors.length > LISTED) say(`  ... and ${errors.length - LISTED} more.`);
    say('  npm run check shows every problem and what to do about it.');
  }
  if (index) say(`\n${index.articles} articles in ${index.passages} passages.`);
}

async function start(): Promise<void> {
  const settings = readSettings(process.env, projectRoot());
  say('Erfara: an experience bank for customer service');
  say(`Content  ${settings.content}\nData     ${settings.data}`);
  say('Opening the model, the content and the index ...');
  const log = pino({ level: settings.logLevel }, pino.destination(2));
  const erfara = await compose(settings, { log });
  const server = await listen(erfara, settings);
  const stop = endOnSignal(erfara, server);
  try {
    await firstSync(erfara);
  } catch (error) {
    await stop();
    throw error;
  }
  sumUp(erfara);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : settings.port;
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  say(`\nErfara is ready: http://${host}:${port}`);
  say(
    'Open it to see the demo inbox. /docs describes the API. Save a file in the content folder and it is searchable at once.',
  );
  say('Ctrl+C stops it.');
}

/** The first signal closes everything in order; a second one ends at once. */
function endOnSignal(erfara: Erfara, server: Server): () => Promise<void> {
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    erfara.endStreams();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 3_000).unref();
    await closed;
    await erfara.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      say('\nStopping ...');
      process.once(signal, () => process.exit(EXIT.failed));
      stop().then(
        () => process.exit(0),
        (error) => {
          process.stderr.write(`${explainError(error)}\n`);
          process.exit(EXIT.failed);
        },
      );
    });
  }
  return stop;
}

start().catch((error: unknown) => {
  process.stderr.write(`\n${explainError(error)}\n`);
  process.exit(exitCodeOf(error));
});
