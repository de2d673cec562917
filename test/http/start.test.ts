import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { ArticleOutput, CaptureOutput } from '../../server/http/contract.ts';
import { projectRoot } from '../../server/project-root.ts';
import { readEvents } from './event-reader.ts';

let folder: string;
const running: ChildProcess[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'erfara-start-'));
  const content = join(projectRoot(), 'content');
  cpSync(join(content, 'erfara.yaml'), join(folder, 'content', 'erfara.yaml'));
  cpSync(join(content, 'articles', 'disruption'), join(folder, 'content', 'articles'), { recursive: true });
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the server as `npm start` does, on a free port, without a model; answers what it printed. */
function start(env: Record<string, string> = {}) {
  const own = {
    ERFARA_CONTENT: join(folder, 'content'),
    ERFARA_DATA: join(folder, 'data'),
    ERFARA_MODEL: './no-model',
    PORT: '0',
  };
  const bundle = join(projectRoot(), 'dist', 'server', 'main.js');
  const child = spawn(process.execPath, [bundle], { env: { ...process.env, ...own, ...env } });
  running.push(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (printed += String(bytes)));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = () =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = /ready: (http:\S+)/.exec(printed)?.[1];
        if (found) resolve(found);
      };
      child.stdout.on('data', look);
      ended.then((code) => reject(new Error(`It ended with ${code}: ${printed}`)));
    });
  return { child, ended, address, printed: () => printed };
}

it('says what it does, answers without a model, and ends cleanly', async () => {
  const server = start();
  const address = await server.address();
  expect(server.printed()).toContain('Writing passages: 100 %');
  expect(server.printed()).toContain('Searching by keywords only');
  const ready = (await (await fetch(`${address}/readyz`)).json()) as { ready: boolean; mode: string };
  expect(ready).toMatchObject({ ready: true, mode: 'keyword' });
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);

  const again = start();
  await again.address();
  expect(again.printed()).toContain('nothing changed');
  again.child.kill('SIGINT');
  expect(await again.ended).toBe(0);
});

it('names the place in a file that was saved broken, and says when nothing is broken any more', async () => {
  const server = start();
  await server.address();
  const path = join(folder, 'content', 'articles', 'half.sv.md');
  writeFileSync(path, '---\nid: [half\n---\n');
  await vi.waitFor(() => expect(server.printed()).toMatch(/half\.sv\.md:\d+:\d+ front-matter/), 10_000);
  rmSync(path);
  await vi.waitFor(() => expect(server.printed()).toContain('no errors any more'), 10_000);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});

it('ends at once, and ends its streams whole, while clients follow what happens', async () => {
  const server = start();
  const address = await server.address();
  const events = await readEvents(await fetch(`${address}/v1/events`));
  expect(events.from).toMatch(/^[0-9a-f-]{36}$/);
  server.child.kill('SIGTERM');
  // A connection that was cut would reject instead.
  expect(await events.next()).toBeNull();
  expect(await server.ended).toBe(0);
});

it('keeps what it acknowledged, whole, when it is killed while cases are captured', async () => {
  const server = start();
  const address = await server.address();
  const acknowledged: string[] = [];
  let sent = 0;
  const capturing = Array.from({ length: 4 }, async () => {
    for (; sent < 25; ) {
      sent += 1;
      const body = {
        ...{ lang: 'en', acceptNew: true, question: `Where is umbrella number ${sent}?` },
        solution: 'The crew looks for it. '.repeat(400),
      };
      const headers = { 'Content-Type': 'application/json' };
      const response = await fetch(`${address}/v1/cases`, { method: 'POST', headers, body: JSON.stringify(body) });
      const { saved } = (await response.json()) as CaptureOutput;
      if (saved) acknowledged.push(saved.id);
      if (acknowledged.length === 5) server.child.kill('SIGKILL');
    }
  });
  await Promise.allSettled(capturing);
  await server.ended;
  const again = start();
  const other = await again.address();
  expect(acknowledged.length).toBeGreaterThanOrEqual(5);
  for (const id of acknowledged) {
    const response = await fetch(`${other}/v1/articles/${id}`);
    expect(response.status).toBe(200);
    const { texts } = (await response.json()) as ArticleOutput;
    expect(texts[0]?.sections[1]?.markdown).toBe('The crew looks for it. '.repeat(400).trim());
  }
  expect(await (await fetch(`${other}/readyz`)).json()).toMatchObject({ problems: 0 });
});

it('names the port that is taken, and the way out', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', () => resolve()));
  const { port } = other.address() as AddressInfo;
  const server = start({ PORT: String(port) });
  expect(await server.ended).toBe(69);
  expect(server.printed()).toContain(`PORT=${port + 1} npm start`);
  other.close();
});

it('names a setting that it does not know', async () => {
  const server = start({ ERFARA_CONTENTS: 'x' });
  expect(await server.ended).toBe(78);
  expect(server.printed()).toContain('Did you mean ERFARA_CONTENT?');
});
