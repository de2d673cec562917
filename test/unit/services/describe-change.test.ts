import { expect, it } from 'vitest';
import { readText } from '../../../server/content/read-text.ts';
import { describeChange } from '../../../server/services/describe-change.ts';

const SOURCE = `---
schema: 1
id: refund
lang: sv
kind: faq
title: Pengar
questions: [a, b]
---
## Reply
Sju dagar.
## Reply: sms
Sju.
`;
const textOf = (source: string) =>
  readText(source, 'x.md', { etag: '', headings: { reply: 'reply', internal: 'internal' } }).text;

it.each([
  ['the title', SOURCE.replace('Pengar', 'Annat'), 'title'],
  ['a state', SOURCE.replace('kind: faq', 'kind: faq\nstate: validated'), 'state not-validated -> validated'],
  ['questions', SOURCE.replace('[a, b]', '[a, c, d]'), '2 questions added, 1 question removed'],
  ['near misses', SOURCE.replace('[a, b]', '[a, b]\nnot_for: [x]'), '1 near miss added'],
  ['one variant', SOURCE.replace('Sju.', 'Fem.'), '"Reply: sms"'],
  ['sections', SOURCE.replace('## Reply: sms\nSju.', '## Internal\nx'), '"Internal" added, "Reply: sms" removed'],
  ['only what no reader sees', SOURCE.replace('[a, b]', '[ a, b ]'), 'layout'],
])('names %s', (_, after, said) => {
  expect(describeChange(textOf(SOURCE), textOf(after))).toBe(`refund (sv): ${said}`);
});

it('names a text that comes or goes, in one short line', () => {
  expect(describeChange(null, textOf(SOURCE))).toBe('refund (sv): written, "Pengar"');
  expect(describeChange(textOf(SOURCE), null)).toBe('refund (sv): removed, "Pengar"');
  const long = textOf(SOURCE.replace('Pengar', 'å'.repeat(200)));
  expect(describeChange(null, long).length).toBe(200);
});
