import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FileArticleStore } from '../../../server/content/file-article-store.ts';
import { byPlace, lint } from '../../../server/content/lint/lint.ts';
import type { Problem } from '../../../server/domain/problem.ts';
import type { FindPersonalData } from '../../../server/ports/personal-data.ts';

/** Settings small enough to read beside a test. */
export const SETTINGS = `name: Test
languages:
  sv: {name: Svenska, neighbours: [nb], voice: {greeting: "Hej {name}!", greetingNoName: "Hej!", signOff: "Vänliga hälsningar,\\n{agent}, Test", signOffShort: "/{agent}"}, formLetter: ["vi beklagar eventuella olägenheter"]}
  nb: {name: Norsk, neighbours: [sv], voice: {greeting: "Hei {name}!", greetingNoName: "Hei!", signOff: "Vennlig hilsen\\n{agent}"}}
  da: {name: Dansk, neighbours: [sv, nb], voice: {greeting: "Hej {name}!", greetingNoName: "Hej!", signOff: "Venlig hilsen\\n{agent}"}}
  fi: {name: Suomi, voice: {greeting: "Hei {name}!", greetingNoName: "Hei!", signOff: "Ystävällisin terveisin\\n{agent}"}}
  el: {name: Ελληνικά, voice: {greeting: "Γεια σας,", greetingNoName: "Γεια σας,", signOff: "Με εκτίμηση,\\n{agent}"}}
  en: {name: English, neighbours: [sv, nb, da, fi, el], voice: {greeting: "Hi {name},", greetingNoName: "Hi,", signOff: "Kind regards,\\n{agent}"}}
markets: {se: {name: Sverige}, fi: {name: Suomi}}
channels:
  facebook-comment: {setting: public, limit: 8000, good: 400, signOff: short}
  x: {setting: public, limit: 280, good: 260, unit: x, greeting: false, signOff: short}
  sms: {setting: private, limit: 4, good: 2, unit: sms, greeting: false}
  email: {setting: private, good: 1200, signOff: long}
  phone: {setting: private, good: 450, greeting: false, spoken: true}
headings: {issue: [Kundens fråga], resolution: [Lösning], reply: [Svar, Vastaus, Απάντηση], status: [Status]}
trustedDomains: [nordbris.example]
`;

export const FACTS = `bag_fee:
  values:
    - {from: 2025-01-01, se: "349 kr", fi: "35 €"}
only_se:
  values:
    - {from: 2025-01-01, se: "1 kr"}
`;

/** A text that no rule finds anything in, with front matter and sections to add or replace. */
export function articleText(
  fields: Record<string, string | null> = {},
  body = '## Reply\nYou get your money back within a week, and I write to you when it is sent.\n',
): string {
  const all = {
    schema: '1',
    id: 'refund',
    lang: 'en',
    kind: 'faq',
    title: 'Refund of a trip',
    questions: '["when do I get my money back"]',
    ...fields,
  };
  const lines = Object.entries(all).flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`]));
  return `---\n${lines.join('\n')}\n---\n${body}`;
}

/** Writes files below a temporary content folder, reads and lints them, and removes them. */
export async function problemsOf(
  files: Record<string, string | Buffer>,
  findPersonalData: FindPersonalData = () => [],
): Promise<Problem[]> {
  const root = await mkdtemp(join(tmpdir(), 'erfara-content-'));
  try {
    for (const [path, content] of Object.entries({ 'erfara.yaml': SETTINGS, 'facts.yaml': FACTS, ...files })) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    }
    const store = new FileArticleStore(root);
    const bank = await store.load();
    const found = lint({ bank, sources: store.sources(), findPersonalData, on: '2026-11-22' });
    return [...bank.problems, ...found].sort(byPlace);
  } finally {
    await rm(root, { recursive: true });
  }
}

/** The problems of one article in one file, `articles/refund.en.md` unless its language says otherwise. */
export async function problemsIn(text: string, findPersonalData?: FindPersonalData): Promise<Problem[]> {
  const lang = /^lang: (\S+)/m.exec(text)?.[1] ?? 'en';
  return problemsOf({ [`articles/refund.${lang}.md`]: text }, findPersonalData);
}
