import type { Reply, SuggestInput, SuggestOutput } from '../../../server/domain/suggestion.ts';

/** A question that the bank does not answer, as customers ask it and as agents answer it themselves. */
export interface PlantedGap {
  name: string;
  asked: Record<string, string[]>;
  answer: Record<string, string>;
}

export interface Plants {
  gaps: PlantedGap[];
  /** Articles whose answer agents change in the same way, by what they make of it. */
  rewritten: { article: string; change: (reply: string, lang: string) => string }[];
  dismissed: string[];
  neverUsed: string[];
}

/** A message with the article that answers it, if any does. */
export interface Message {
  lang: string;
  text: string;
  expect: string | null;
}

export interface Week {
  plants: Plants;
  /** Messages of every day; of those with an article that is planted, more come. */
  ordinary: Message[];
  /** The end of the week. */
  until: Date;
  seed: number;
  /** Ordinary messages in the week. */
  size: number;
}

/** What a seat sends to the bank. */
export interface Seat {
  suggest(input: SuggestInput): Promise<SuggestOutput>;
  feedback(events: object[]): Promise<unknown>;
  /** A UUIDv7. */
  newId(): string;
}

const WEEK_MS = 7 * 86_400_000;
const CHANNELS = ['email', 'chat', 'facebook-comment', 'sms', 'messenger'];
const ASIDES: Record<string, string[]> = {
  sv: ['Säg till om något är oklart.', 'Ha en fin dag!', 'Jag har lagt en anteckning på bokningen.'],
  nb: ['Si fra hvis noe er uklart.', 'Ha en fin dag!', 'Jeg har lagt inn en merknad på bestillingen.'],
  da: ['Sig til, hvis noget er uklart.', 'Hav en god dag!', 'Jeg har skrevet en note på bestillingen.'],
  fi: ['Kerro, jos jokin jäi epäselväksi.', 'Mukavaa päivää!', 'Kirjasin asian varaukseesi.'],
  el: ['Πείτε μας αν κάτι δεν είναι σαφές.', 'Καλή σας ημέρα!', 'Έβαλα μια σημείωση στην κράτηση.'],
  en: ['Let me know if anything is unclear.', 'Have a nice day!', 'I have put a note on your booking.'],
};
const OPENINGS: Record<string, string[]> = {
  sv: ['', '', 'Hej! ', 'Hej, '],
  nb: ['', '', 'Hei! ', 'Hei, '],
  da: ['', '', 'Hej! ', 'Hej, '],
  fi: ['', '', 'Hei! ', 'Moi, '],
  el: ['', '', 'Καλημέρα σας, ', 'Γεια σας! '],
  en: ['', '', 'Hi! ', 'Hello, '],
};

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Replays a week of customers' messages, and of what agents did about them, in the order of their moments. */
export async function replay({ plants, ordinary, until, seed, size }: Week, seat: Seat): Promise<void> {
  const chance = random(seed);
  const pick = <T>(from: T[]): T => from[Math.floor(chance() * from.length)] as T;
  const events: object[] = [];
  let cases = 0;
  const planned: { at: number; run: (at: number) => Promise<void> }[] = [];
  const plan = (run: (at: number) => Promise<void>) => planned.push({ at: until.getTime() - chance() * WEEK_MS, run });

  const ask = async (message: Message, at: number) => {
    cases += 1;
    const about = { case: `CASE-${seed}-${cases}`, channel: pick(CHANNELS) };
    const receivedAt = new Date(at).toISOString();
    const text = (pick(OPENINGS[message.lang] ?? ['']) ?? '') + message.text;
    const output = await seat.suggest({ message: text, ...about, receivedAt, reads: [message.lang, 'en'] });
    const tell = (type: string, more: object = {}) => {
      const moment = new Date(Math.min(until.getTime(), at + 60_000 + chance() * 600_000)).toISOString();
      events.push({ id: seat.newId(), type, at: moment, requestId: output.requestId, ...about, ...more });
    };
    for (const { article, rank, ask: asked } of output.suggestions) {
      const { id, lang, etag } = article;
      tell('impression', { article: { id, lang, etag }, rank, ask: asked });
    }
    return { output, tell };
  };
  const ownReply = (message: Message, planted?: PlantedGap) =>
    planted?.answer[message.lang] ??
    `${pick(ASIDES[message.lang] ?? [''])} ${message.text.split(' ').reverse().join(' ')}`;

  const insertOne = async (message: Message, at: number, change: (reply: string, lang: string) => string) => {
    const { output, tell } = await ask(message, at);
    const chosen = output.suggestions.find(({ article }) => article.id === message.expect);
    const reply = chosen?.reply ?? chosen?.replyFallback;
    if (!chosen || !reply) {
      if (output.suggestions.length > 0 && chance() < 0.3) tell('none-fit');
      tell('sent', { text: ownReply(message) });
      return;
    }
    const article = { id: chosen.article.id, lang: chosen.article.lang, etag: chosen.article.etag };
    tell('insert', { article, rank: chosen.rank, ask: chosen.ask });
    tell('sent', { article, text: change(filled(reply), reply.lang) });
  };
  const everyday = (reply: string, lang: string) => {
    const way = chance();
    if (way < 0.2) return `${reply}\n\n${pick(ASIDES[lang] ?? [''])}`;
    if (way < 0.27) return reply.replace(/\s*[^.!?\n]+[.!?]\s*$/, '');
    return way < 0.32 ? reply.replace(/,/, '') : reply;
  };

  // The same question twice that nothing answers would be a gap.
  const planted = [...plants.rewritten.map(({ article }) => article), ...plants.dismissed, ...plants.neverUsed];
  const everyDay = ordinary.filter((message) => !planted.includes(message.expect ?? ''));
  for (const message of shuffled(everyDay, chance).slice(0, size)) {
    plan(async (at) => {
      if (message.expect !== null && chance() < 0.8) return insertOne(message, at, everyday);
      const { output, tell } = await ask(message, at);
      if (output.suggestions.length > 0 && chance() < 0.1) tell('none-fit');
      if (chance() < 0.6) tell('sent', { text: ownReply(message) });
    });
  }
  for (const planted of plants.gaps) {
    const all = Object.entries(planted.asked).flatMap(([lang, texts]) => texts.map((text) => ({ lang, text })));
    const count = 7 + Math.floor(chance() * 6);
    for (let i = 0; i < count; i += 1) {
      const message = { ...(all[Math.floor(chance() * all.length)] as { lang: string; text: string }), expect: null };
      plan(async (at) => {
        const { output, tell } = await ask(message, at);
        if (output.suggestions.length > 0 && chance() < 0.7) tell('none-fit');
        tell('sent', { text: ownReply(message, planted) });
      });
    }
  }
  const about = (id: string) => ordinary.filter(({ expect }) => expect === id);
  for (const { article, change } of plants.rewritten) {
    for (let i = 0; i < 9; i += 1) {
      plan((at) =>
        insertOne(pick(about(article)), at, (reply, lang) => (chance() < 0.85 ? change(reply, lang) : reply)),
      );
    }
  }
  for (const id of plants.dismissed) {
    for (let i = 0; i < 9; i += 1) {
      plan(async (at) => {
        const message = pick(about(id));
        const { output, tell } = await ask(message, at);
        const shown = output.suggestions.find(({ article }) => article.id === id);
        if (shown && chance() < 0.85)
          tell('dismiss', { article: { id, lang: shown.article.lang }, rank: shown.rank, reason: 'outdated' });
        tell('sent', { text: ownReply(message) });
      });
    }
  }
  for (const id of plants.neverUsed) {
    for (let i = 0; i < 14; i += 1) {
      plan(async (at) => {
        const message = pick(about(id));
        const { tell } = await ask(message, at);
        tell('sent', { text: ownReply(message) });
      });
    }
  }
  for (const { at, run } of planned.sort((a, b) => a.at - b.at)) await run(at);
  for (let start = 0; start < events.length; start += 200) await seat.feedback(events.slice(start, start + 200));
}

function shuffled<T>(all: T[], chance: () => number): T[] {
  return all
    .map((one) => ({ one, place: chance() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}

/** Variables as a host and an agent fill them. */
function filled({ markdown, variables }: Reply): string {
  return markdown.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_, name: string) => {
    const known = variables.find((variable) => variable.name === name);
    return known?.value ?? Object.values(known?.choices ?? {})[0] ?? (name.includes('name') ? 'Kim' : 'X1');
  });
}
