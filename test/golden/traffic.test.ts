import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkItem } from '../../server/domain/curation.ts';
import type { FoundGap } from '../../server/services/gaps/find-gaps.ts';
import { openRealBank } from '../real-bank.ts';
import { withTraffic } from './traffic/bank.ts';
import { PLANTS } from './traffic/plants.ts';
import { type Message, replay } from './traffic/week.ts';

const until = new Date('2026-11-22T18:00:00Z');
/** Of ordinary messages in the week; the plants come on top. */
const SIZE = 110;

let real: Awaited<ReturnType<typeof openRealBank>>;
let week: Awaited<ReturnType<typeof withTraffic>>;
let gaps: FoundGap[];
let work: WorkItem[];

beforeAll(async () => {
  real = await openRealBank();
  week = await withTraffic(real, until);
  await replay({ plants: PLANTS, ordinary: ordinaryMessages(), until, seed: 7, size: SIZE }, week.seat);
  gaps = (await week.gaps()).filter(({ state }) => state === 'open');
  work = await week.work();
  for (const { name, cases } of gaps) console.log(`gap of ${cases} cases: ${name}`);
  for (const { kind, articles } of work) if (kind !== 'gap') console.log(`${kind}: ${articles[0]?.id}`);
}, 600_000);

afterAll(async () => {
  await week?.close();
  await real?.embedder.dispose();
});

/** Written apart from the articles, and some of the articles' own questions. */
function ordinaryMessages(): Message[] {
  const lines = readFileSync(new URL('./messages.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const planted = [...PLANTS.rewritten.map(({ article }) => article), ...PLANTS.dismissed, ...PLANTS.neverUsed];
  const own = real.bank.articles.flatMap(({ id, texts }) =>
    texts
      .filter(({ kind }) => kind !== 'incident')
      .flatMap(({ lang, questions }) => questions.map((text) => ({ lang, text, expect: id }))),
  );
  const some = own.filter(({ expect: id }, place) => place % 12 === 0 || planted.includes(id));
  return [...lines.map((line) => JSON.parse(line) as Message), ...some];
}

const plantOf = ({ phrasings }: FoundGap) =>
  PLANTS.gaps.find(({ asked }) => {
    const own = Object.values(asked).flat();
    return phrasings.filter((text) => own.some((each) => text.endsWith(each))).length > phrasings.length / 2;
  });

test('every planted gap is found, over languages, with what agents sent', () => {
  for (const plant of PLANTS.gaps) {
    const found = gaps.filter((gap) => plantOf(gap) === plant);
    expect(found.length, plant.name).toBeGreaterThan(0);
    expect(new Set(found.flatMap(({ languages }) => languages)).size, plant.name).toBeGreaterThan(1);
    const sent = found.flatMap((gap) => gap.sent.map(({ markdown }) => markdown));
    expect(
      Object.values(plant.answer).some((answer) => sent.includes(answer)),
      plant.name,
    ).toBe(true);
  }
});

test('an answer that agents keep changing is found with what they make of it', () => {
  const found = work.filter(({ kind }) => kind === 'rewrite');
  expect(found.map(({ articles }) => articles[0]?.id)).toContain('delay-compensation');
  const [item] = found.filter(({ articles }) => articles[0]?.id === 'delay-compensation');
  expect(item?.evidence.some(({ kind }) => kind === 'diff')).toBe(true);
});

test('what agents put away, and what they never use, is found', () => {
  const about = (wanted: string) => work.filter(({ kind }) => kind === wanted).map(({ articles }) => articles[0]?.id);
  expect(about('dismissed')).toContain('stroller-and-car-seat');
  expect(about('never-used')).toContain('passport-validity');
});

test('fewer than one in five of what is surfaced was not planted', () => {
  const planted = [...PLANTS.rewritten.map(({ article }) => article), ...PLANTS.dismissed, ...PLANTS.neverUsed];
  const others = [
    ...gaps.filter((gap) => !plantOf(gap)),
    ...work.filter(({ kind, articles }) => kind !== 'gap' && !planted.includes(articles[0]?.id ?? '')),
  ];
  const surfaced = gaps.length + work.filter(({ kind }) => kind !== 'gap').length;
  console.log(`${surfaced} surfaced, ${others.length} not planted`);
  expect(others.length / surfaced).toBeLessThan(0.2);
});
