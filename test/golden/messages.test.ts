import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ctx } from '../../server/domain/principal.ts';
import type { SuggestOutput } from '../../server/domain/suggestion.ts';
import { suggest } from '../../server/services/suggest.ts';
import { openRealBank } from '../real-bank.ts';

/** Customer messages written apart from the articles; `expect` null means that nothing may be shown. */
interface Message {
  lang: string;
  text: string;
  expect: string | null;
}

const lines = readFileSync(new URL('./messages.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const messages = lines.map((line) => JSON.parse(line) as Message);
/** A day without incidents. */
const ctx: Ctx = {
  principal: { id: 'test', scopes: ['suggest'], audience: 'internal', filter: null },
  now: new Date('2026-11-10T09:00:00Z'),
  requestId: 'test',
  signal: null,
  locale: 'en',
};

let real: Awaited<ReturnType<typeof openRealBank>>;
let answered: { message: Message; output: SuggestOutput }[];

beforeAll(async () => {
  real = await openRealBank();
  const ask = suggest({ ...real, bank: () => real.bank, embedder: () => real.embedder, record: () => {} });
  answered = [];
  for (const message of messages) {
    answered.push({ message, output: await ask({ message: message.text, channel: 'chat' }, ctx) });
  }
}, 600_000);

afterAll(() => real.embedder.dispose());

const placeOf = ({ message, output }: (typeof answered)[number]) =>
  output.suggestions.findIndex((suggestion) => suggestion.article.id === message.expect);

test('a message that has an article gets it first in 85 of 100 cases, and among three in 90', () => {
  const inBank = answered.filter(({ message }) => message.expect !== null);
  const first = inBank.filter((entry) => placeOf(entry) === 0).length / inBank.length;
  const three = inBank.filter((entry) => placeOf(entry) >= 0).length / inBank.length;
  console.log(
    `${inBank.length} messages: first ${(100 * first).toFixed(1)} %, among three ${(100 * three).toFixed(1)} %`,
  );
  expect(first).toBeGreaterThanOrEqual(0.85);
  expect(three).toBeGreaterThanOrEqual(0.9);
});

test('a message that nothing answers gets nothing in 80 of 100 cases, and the reason is said', () => {
  const outside = answered.filter(({ message }) => message.expect === null);
  const silent = outside.filter(({ output }) => output.suggestions.length === 0);
  console.log(
    `${outside.length} messages without an article: silent ${((100 * silent.length) / outside.length).toFixed(1)} %`,
  );
  expect(silent.length / outside.length).toBeGreaterThanOrEqual(0.8);
  for (const { output } of silent) expect(output.abstentions).toHaveLength(1);
});

test('the reply is in the customer’s language wherever the article has one', () => {
  for (const { message, output } of answered) {
    const [top] = output.suggestions;
    if (!top?.article.languages.includes(output.query.lang)) continue;
    expect(top.reply?.lang ?? output.query.lang, message.text).toBe(output.query.lang);
  }
});

test('thanks and praise are their own kind of abstention', () => {
  const thanks = answered.filter(({ message }) =>
    /^(tack|takk|tusind tak|kiitos|ευχαριστώ|ok thanks)/i.test(message.text),
  );
  expect(thanks.length).toBeGreaterThanOrEqual(5);
  for (const { output } of thanks) expect(output.abstentions[0]?.reason).toBe('no-question');
});
