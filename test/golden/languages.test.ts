import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EldLanguageDetector } from '../../server/language/detect.ts';

/** See `languages/README.md`: rules are chosen on `dev`; `test` only holds the figure. */
interface Message {
  lang: string;
  text: string;
  kind?: string;
  part: 'dev' | 'test';
}

const LANGS = ['sv', 'nb', 'da', 'fi', 'el', 'en'];
const detector = new EldLanguageDetector(LANGS);
const lines = readFileSync(new URL('./languages/messages.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const detected = lines.map((line) => {
  const message = JSON.parse(line) as Message;
  return { ...message, found: detector.detect(message.text) };
});
type Detected = (typeof detected)[number];

const right = ({ lang, found }: Detected) => lang === found.lang;
const share = (messages: Detected[]) => messages.filter(right).length / messages.length;
const mixed = ({ kind }: Detected) => kind === 'code-switched' || kind === 'greeklish';
const ofKind = (kind: string) => detected.filter((message) => message.kind === kind);

describe.each(['dev', 'test'] as const)('messages of about eight words, part %s', (part) => {
  const messages = detected.filter((message) => message.part === part && !mixed(message));

  test('the language is told in 97 of 100', () => {
    const byLang = LANGS.map((lang) => {
      const ofLang = messages.filter((message) => message.lang === lang);
      const wrong = ofLang.filter((message) => !right(message)).map(({ found }) => found.lang);
      return `${lang} ${(100 * share(ofLang)).toFixed(1)} %${wrong.length > 0 ? ` (else ${wrong.join(' ')})` : ''}`;
    });
    console.log(`${part}: ${messages.length} messages, ${(100 * share(messages)).toFixed(1)} %: ${byLang.join(', ')}`);
    expect(share(messages)).toBeGreaterThanOrEqual(0.97);
  });

  test.each(LANGS)('%s is told in 90 of 100', (lang) => {
    expect(share(messages.filter((message) => message.lang === lang))).toBeGreaterThanOrEqual(0.9);
  });

  test('a confidence above 0.95 is right in 99 of 100, and most messages have one', () => {
    const sure = messages.filter(({ found }) => found.confidence > 0.95);
    expect(share(sure)).toBeGreaterThanOrEqual(0.99);
    expect(sure.length / messages.length).toBeGreaterThanOrEqual(0.8);
  });

  test("the conversation's language as a hint makes it 99 of 100", () => {
    const hinted = messages.filter(({ text, lang }) => detector.detect(text, lang).lang === lang);
    expect(hinted.length / messages.length).toBeGreaterThanOrEqual(0.99);
  });
});

test('a message with English or a neighbour language in it is told by the language around in 90 of 100', () => {
  expect(share(ofKind('code-switched'))).toBeGreaterThanOrEqual(0.9);
});

test('Greek in Latin letters is told in 97 of 100, and nothing else is taken for it', () => {
  expect(share(ofKind('greeklish'))).toBeGreaterThanOrEqual(0.97);
  expect(detected.filter(({ lang, found }) => found.lang === 'el' && lang !== 'el')).toEqual([]);
});
