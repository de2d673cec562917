import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { RE2JS } from 're2js';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { SectionName } from '../domain/article.ts';
import type { BankSettings } from '../domain/bank-settings.ts';
import type { Problem } from '../domain/problem.ts';

const voice = z.object({
  greeting: z.string(),
  greetingNoName: z.string(),
  signOff: z.string(),
  signOffShort: z.string().default(''),
  greetings: z
    .array(
      z.object({
        channels: z.array(z.string()).nullable().default(null),
        from: z.number().min(0).max(24).default(0),
        until: z.number().min(0).max(24).default(24),
        greeting: z.string(),
        greetingNoName: z.string(),
      }),
    )
    .default([]),
  nameInPublic: z.boolean().default(true),
  toPrivate: z.record(z.string(), z.string()).default({}),
});
const headingNames = z.enum([
  'issue',
  'environment',
  'cause',
  'resolution',
  'reply',
  'mandate',
  'internal',
  'hand-over',
  'status',
]);
const share = z.number().min(0).max(1);

const schema = z.object({
  name: z.string().min(1),
  timeZone: z.string().default('UTC'),
  languages: z.record(
    z.string(),
    z.object({
      name: z.string(),
      voice,
      formLetter: z.array(z.string()).default([]),
      neighbours: z.array(z.string()).default([]),
    }),
  ),
  markets: z
    .record(
      z.string(),
      z.object({ name: z.string(), timeZone: z.string().refine(isTimeZone, 'not an IANA time zone').optional() }),
    )
    .default({}),
  channels: z.record(
    z.string(),
    z.object({
      setting: z.enum(['public', 'private']),
      limit: z.number().positive().nullable().default(null),
      good: z.number().positive(),
      unit: z.enum(['chars', 'sms', 'x']).default('chars'),
      links: z.boolean().default(true),
      greeting: z.boolean().default(true),
      signOff: z.enum(['long', 'short', 'none']).default('none'),
      replyWindowHours: z.number().positive().nullable().default(null),
      spoken: z.boolean().default(false),
      variantsFrom: z.array(z.string()).default([]),
    }),
  ),
  headings: z.partialRecord(headingNames, z.array(z.string())).default({}),
  synonyms: z.record(z.string(), z.array(z.array(z.string()))).default({}),
  trustedDomains: z.array(z.string()).default([]),
  orderNumbers: z.array(z.string()).default([]),
  suggest: z.object({ rightOfTen: z.number().min(0).max(10) }).default({ rightOfTen: 5.8 }),
  gaps: z.object({ from: z.int().min(2).max(1_000) }).default({ from: 3 }),
  floors: z.object({ top3: share.default(0.9), held: share.default(0.9) }).default({ top3: 0.9, held: 0.9 }),
});

/** English names always work, so that a bank without settings still reads. */
const ENGLISH: Record<string, SectionName> = Object.fromEntries(
  headingNames.options.map((name) => [name.replace('-', ' '), name]),
);

const EMPTY: z.input<typeof schema> = {
  name: 'Experience bank',
  languages: {
    en: {
      name: 'English',
      voice: { greeting: 'Hi {name},', greetingNoName: 'Hi,', signOff: 'Kind regards,\n{agent}', signOffShort: '' },
    },
  },
  channels: { email: { setting: 'private', good: 1200, signOff: 'long' } },
};

/** Reads `erfara.yaml`; what is wrong is reported with its line, and defaults serve meanwhile. */
export async function readBankSettings(path: string): Promise<{ settings: BankSettings; problems: Problem[] }> {
  const source = await readFile(path, 'utf8').catch(() => null);
  const lines = new LineCounter();
  const document = parseDocument(source ?? '', { prettyErrors: false, lineCounter: lines });
  const problems: Problem[] = [];
  const report = (message: string, offset: number, severity: Problem['severity'] = 'error') => {
    const { line, col } = lines.linePos(offset);
    const fix = 'Compare with content/erfara.yaml of the project; defaults are used meanwhile.';
    problems.push({
      path: basename(path),
      line: Math.max(1, line),
      column: Math.max(1, col),
      rule: 'settings',
      severity,
      message,
      fix,
    });
  };
  if (source === null) report('erfara.yaml is missing; defaults are used.', 0, 'warning');
  for (const error of document.errors) report(`erfara.yaml is not YAML: ${error.message}`, error.pos[0]);
  let raw: unknown = EMPTY;
  try {
    if (source !== null && document.errors.length === 0) raw = document.toJS();
  } catch (error) {
    report(`erfara.yaml cannot be read: ${String(error)}`, 0);
  }
  const parsed = schema.safeParse(raw);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const node = document.getIn(issue.path, true) as { range?: [number, number, number] } | undefined;
      report(`${issue.path.join('.')}: ${issue.message}`, node?.range?.[0] ?? 0);
    }
  }
  for (const [i, pattern] of (parsed.data?.orderNumbers ?? []).entries()) {
    const node = document.getIn(['orderNumbers', i], true) as { range?: [number, number, number] } | undefined;
    const wrong = wrongIn(pattern);
    if (wrong) report(`orderNumbers.${i}: "${pattern}" ${wrong}`, node?.range?.[0] ?? 0);
  }
  const { headings, ...settings } = parsed.success ? parsed.data : schema.parse(EMPTY);
  const aliases: Record<string, SectionName> = { ...ENGLISH };
  for (const [name, words] of Object.entries(headings)) {
    for (const word of words ?? []) aliases[word.toLowerCase()] = name as SectionName;
  }
  return { settings: { ...settings, headings: aliases }, problems };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** What is wrong with a pattern, and the way out; null for one that is searched for. */
function wrongIn(pattern: string): string | null {
  try {
    new RegExp(pattern, 'u');
  } catch {
    return 'is not a regular expression.';
  }
  try {
    RE2JS.compile(RE2JS.translateRegExp(pattern));
    return null;
  } catch {
    return 'looks ahead or behind, refers back or repeats over 1,000 times, which is not searched for, as it can take for ever. Write what a number looks like alone: letters and digits before and after are kept out already.';
  }
}
