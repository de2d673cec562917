import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pino from 'pino';
import { compose, type Erfara } from '../../server/compose.ts';
import type { Embedder } from '../../server/ports/embedder.ts';
import { readSettings } from '../../server/settings.ts';
import { HashingEmbedder } from '../doubles/hashing-embedder.ts';

/** The moment at which the small bank is asked. */
export const NOW = new Date('2026-11-22T12:00:00Z');

const SETTINGS = `name: Small bank
languages:
  sv: {name: Svenska, neighbours: [nb], voice: {greeting: "Hej {name}!", greetingNoName: "Hej!", signOff: "/{agent}"}}
  en: {name: English, voice: {greeting: "Hi {name},", greetingNoName: "Hi,", signOff: "{agent}"}}
markets: {se: {name: Sverige}, no: {name: Norge}}
channels:
  email: {setting: private, good: 1200, signOff: long}
  sms: {setting: private, limit: 4, good: 2, unit: sms, greeting: false}
  phone: {setting: private, good: 450, greeting: false, spoken: true}
orderNumbers: ['\\bAB-\\d{6}\\b']
headings: {mandate: [Befogenheter], reply: [Svar], internal: [Internt]}
`;

const FACTS = `bag_fee:
  values:
    - {from: 2026-01-01, se: "450 kr", no: "490 kr"}
`;

const text = (fields: Record<string, unknown>, body: string) =>
  `---\nschema: 1\n${Object.entries(fields)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n')}\n---\n${body}\n`;

const open = { kind: 'faq', state: 'validated', audience: 'public' };

const FILES: Record<string, string> = {
  'erfara.yaml': SETTINGS,
  'facts.yaml': FACTS,
  'articles/bag-fee.sv.md': text(
    {
      ...open,
      id: 'bag-fee',
      lang: 'sv',
      title: 'Avgift för extra väska',
      tags: ['bagage'],
      redirects: ['old-bag-fee'],
      questions: ['Vad kostar en extra väska?', 'hur mycket för väska till'],
      verified_at: '2026-11-01',
    },
    '## Issue\nKunden vill ta med en extra väska.\n## Svar\nEn extra väska kostar {{fact.bag_fee}}.\n## Svar: sms\nExtra väska: {{fact.bag_fee}}.\n## Befogenheter\nDu får bjuda på avgiften.\n## Internt\nFråga planeringen.',
  ),
  'articles/bag-fee.en.md': text(
    {
      ...open,
      id: 'bag-fee',
      lang: 'en',
      title: 'Fee for an extra bag',
      tags: ['bagage'],
      questions: ['How much is one more bag?'],
    },
    '## Issue\nThe customer wants to bring one more bag.\n## Reply\nOne more bag costs {{fact.bag_fee}}. <script>alert(1)</script> [more](javascript:alert(1))',
  ),
  'articles/refund.sv.md': text(
    {
      ...open,
      id: 'refund',
      lang: 'sv',
      title: 'Återbetalning av inställt flyg',
      markets: ['se'],
      questions: ['Flyget är inställt, hur får jag pengarna tillbaka?'],
      verified_at: '2026-11-10',
    },
    '## Issue\nFlyget ställdes in.\n## Svar\nPengarna kommer inom sju dagar.',
  ),
  'articles/secret.sv.md': text(
    {
      ...open,
      id: 'secret',
      lang: 'sv',
      audience: 'internal',
      title: 'Hemlig rutin för kuponger',
      questions: ['Hur löser jag in kupongen?'],
    },
    '## Issue\nKuponger.\n## Svar\nSå här gör vi.',
  ),
  'articles/draft.sv.md': text(
    {
      ...open,
      id: 'draft',
      lang: 'sv',
      state: 'wip',
      title: 'Utkast om husdjur',
      questions: ['Får hunden följa med?'],
    },
    '## Issue\nHusdjur.',
  ),
  'articles/retired.sv.md': text(
    {
      ...open,
      id: 'retired',
      lang: 'sv',
      state: 'archived',
      title: 'Gammalt om papperbiljetter',
      questions: ['Var får jag papperbiljett?'],
    },
    '## Issue\nPapperbiljetter.',
  ),
  'articles/broken.sv.md': '---\nid: broken\nlang: [\n---\n',
};

export interface SmallBank extends Erfara {
  folder: string;
  /** What time it is there. */
  clock: { time: Date };
  write(path: string, source: string): Promise<void>;
  /** Sends a request as a program on this machine would. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Sends JSON. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** A bank of a few articles in a temporary folder, composed with the real index and a test double for the model. */
export async function openSmallBank(
  env: Record<string, string> = {},
  watch = false,
  embedder: Embedder | null = new HashingEmbedder(),
): Promise<SmallBank> {
  const folder = await mkdtemp(join(tmpdir(), 'erfara-http-'));
  const write = async (path: string, source: string) => {
    await mkdir(dirname(join(folder, 'content', path)), { recursive: true });
    await writeFile(join(folder, 'content', path), source);
  };
  for (const [path, source] of Object.entries(FILES)) await write(path, source);
  const settings = readSettings({ ERFARA_CONTENT: 'content', ERFARA_DATA: 'data', ...env }, folder);
  const clock = { time: NOW };
  const erfara = await compose(settings, {
    embedder,
    log: pino({ level: 'silent' }),
    clock: { now: () => clock.time },
    watch,
  });
  await erfara.sync();
  const ask = async (path: string, init?: RequestInit) => erfara.app.request(`http://127.0.0.1${path}`, init);
  return {
    ...erfara,
    folder,
    clock,
    write,
    ask,
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    async close() {
      await erfara.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
