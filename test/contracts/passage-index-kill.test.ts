import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LancePassageIndex } from '../../server/index/lance-passage-index.ts';
import { bundleChild, ended, nextMessage } from '../bundled-child.ts';
import { HashingEmbedder } from '../doubles/hashing-embedder.ts';
import { fingerprintIn, syncTo, wantedIn } from './kill-generations.ts';

/** KILLS=200 runs it longer, SEED=7 at other moments. */
const KILLS = Number(process.env.KILLS ?? 20);
const SEED = Number(process.env.SEED ?? 1);
/** Makes the embedding take about as long as everything else together. */
const PAUSE_MS = 30;

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

let folder: string;
let child: Awaited<ReturnType<typeof bundleChild>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'erfara-kill-'));
  child = await bundleChild('test/contracts/kill-child.ts');
});
afterAll(() => {
  child.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Reads the index as a process that has just started does, and checks that one generation answers, whole. */
async function readGeneration(): Promise<number> {
  const reader = await new LancePassageIndex(join(folder, 'index')).current();
  if (!reader) throw new Error('The index cannot be read.');
  const generation = reader.version.articles;
  const wanted = wantedIn(generation);
  const held = await reader.scan(null);
  const shape = (p: { id: string; text: string; tags: string[] }) => `${p.id} ${p.text} ${p.tags}`;
  expect(held.map((row) => shape(row.passage)).sort()).toEqual(wanted.map(shape).sort());
  expect(reader.version).toMatchObject({ ...fingerprintIn(generation), passages: wanted.length });
  const [changed] = await reader.lexical(['ord6'], null, 5);
  expect(changed?.passage.text).toBe(`ord6 ändras generation${generation}`);
  for (const text of ['ord7 flyttar', `ord12 ändras generation${generation}`]) {
    const [vector] = await new HashingEmbedder().embed([text], 'query');
    const nearest = await reader.dense(vector as Float32Array, null, 600);
    expect(nearest.find((hit) => hit.passage.text === text)?.cosine).toBeCloseTo(1, 4);
  }
  return generation;
}

test(`${KILLS} kills at random moments leave the index readable, and the next run finishes the work`, async () => {
  const random = seeded(SEED);
  const first = child.start(folder, '0', String(PAUSE_MS));
  await nextMessage(first);
  const start = performance.now();
  first.send('go');
  await ended(first);
  const whole = performance.now() - start;
  let published = await readGeneration();
  const outcomes = { killed: 0, publishedBefore: 0, finishedBefore: 0 };
  for (let kill = 0; kill < KILLS; kill += 1) {
    const target = published + 1;
    const writer = child.start(folder, String(target), String(PAUSE_MS));
    await nextMessage(writer);
    writer.send('go');
    await Promise.race([sleep(random() * whole * 1.1), ended(writer)]);
    const cut = writer.kill('SIGKILL');
    await ended(writer);
    if (!cut || writer.signalCode !== 'SIGKILL') {
      expect(writer.exitCode).toBe(0);
      outcomes.finishedBefore += 1;
    }

    const read = await readGeneration();
    expect([published, target]).toContain(read);
    if (read === target) outcomes.publishedBefore += 1;
    else outcomes.killed += 1;
    published = read;
    // Sometimes the next run is killed too; otherwise it finishes, and the lock of the killed one is free at once.
    if (read !== target && random() < 0.7) {
      await syncTo(folder, target, 0);
      expect(await readGeneration()).toBe(target);
      published = target;
    }
  }
  await syncTo(folder, published + 1, 0);
  expect(await readGeneration()).toBe(published + 1);
  console.log(
    `kills: ${JSON.stringify(outcomes)}, generations: ${published + 1}, one sync takes ${whole.toFixed(0)} ms`,
  );
  expect(outcomes.killed).toBeGreaterThan(KILLS / 4);
}, 1_200_000);
