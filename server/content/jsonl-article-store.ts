import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Article, Section, Text } from '../domain/article.ts';
import type { BankSettings } from '../domain/bank-settings.ts';
import { ErfaraError } from '../domain/errors.ts';
import type { Problem } from '../domain/problem.ts';
import type { ArticleStore, Bank } from '../ports/article-store.ts';

const lineSchema = z.object({
  id: z.string().min(1),
  lang: z.string().min(2),
  title: z.string().default(''),
  text: z.string().default(''),
});
type Line = z.infer<typeof lineSchema>;

/** A first sentence longer than this is no title. */
const LONGEST_TITLE = 120;
/** At least so many lines, none longer than this, none a step or a heading, may be phrasings rather than prose. */
const FEWEST_PHRASINGS = 3;
const LONGEST_PHRASING = 160;
const SHARE_OF_LISTS = 0.9;
const STEP_OR_HEADING = /^(?:[-*•\d(]|\p{L}[.)])|:$/u;

/**
 * Articles from a file with one JSON object a line: `{id, lang, title, text}`. Everything is public and validated. An
 * empty title takes the first sentence. The text is the Resolution; in a file where nine of ten texts are nothing but short
 * lines, those are lists of customers' phrasings and become `questions:`. Lines that cannot be read become problems.
 */
export class JsonlArticleStore implements ArticleStore {
  readonly #path: string;
  readonly #settings: BankSettings;

  constructor(path: string, settings: BankSettings) {
    this.#path = path;
    this.#settings = settings;
  }

  async load(): Promise<Bank> {
    const lines = (await readFile(this.#path, 'utf8').catch((cause) => missing(this.#path, cause))).split('\n');
    const articles = new Map<string, Article>();
    const problems: Problem[] = [];
    lines.forEach((json, i) => {
      if (json.trim() === '') return;
      const line = parse(json);
      const place = { path: this.#path, line: i + 1, column: 1, severity: 'error' as const };
      if (!line) {
        problems.push({
          ...place,
          rule: 'schema',
          message: 'This line is no {id, lang, title, text}.',
          fix: 'Mend it.',
        });
        return;
      }
      const article = articles.get(line.id) ?? { id: line.id, texts: [] };
      if (article.texts.some((text) => text.lang === line.lang)) {
        const message = `There is another ${line.id} in ${line.lang} above.`;
        problems.push({ ...place, rule: 'duplicate', message, fix: 'Give one of the two its own id.' });
        return;
      }
      article.texts.push(textOf(line, { path: this.#path, at: i + 1 }));
      articles.set(line.id, article);
    });
    asPhrasings([...articles.values()].flatMap((article) => article.texts));
    return { articles: [...articles.values()], facts: {}, settings: this.#settings, problems };
  }

  /** The file is read once: nothing changes. */
  async watch(): Promise<() => Promise<void>> {
    return async () => undefined;
  }
}

function parse(json: string): Line | null {
  try {
    return lineSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

function missing(path: string, cause: unknown): never {
  const message = 'There is no such file. It holds one {"id", "lang", "title", "text"} a line.';
  throw new ErfaraError('bad-setting', { cause, details: [{ path, rule: 'missing', message }] });
}

function textOf(line: Line, source: { path: string; at: number }): Text {
  const resolution: Section = {
    name: 'resolution',
    channel: null,
    alternative: 1,
    heading: 'Resolution',
    markdown: escaped(line.text),
    line: source.at,
  };
  return {
    id: line.id,
    lang: line.lang,
    kind: 'faq',
    title: line.title.trim() || firstSentence(line.text),
    state: 'validated',
    audience: 'public',
    governance: 'experience',
    markets: null,
    brands: null,
    owner: null,
    causeOwner: null,
    handling: 'answer',
    verifiedAt: null,
    tags: [],
    questions: [],
    notFor: [],
    translatedFrom: null,
    redirects: [],
    validFrom: null,
    validUntil: null,
    incident: null,
    sections: [resolution],
    path: source.path,
    etag: createHash('sha256').update(line.text).digest('hex'),
  };
}

/** In a bank whose texts are lists of phrasings, makes them questions. */
function asPhrasings(texts: Text[]): void {
  const linesOf = (text: Text) => (text.sections[0]?.markdown ?? '').split('\n').filter((line) => line !== '');
  const lists = texts.filter((text) => {
    const lines = linesOf(text);
    return (
      lines.length >= FEWEST_PHRASINGS &&
      lines.every((line) => line.length <= LONGEST_PHRASING && !STEP_OR_HEADING.test(line))
    );
  });
  if (lists.length < SHARE_OF_LISTS * texts.length) return;
  for (const text of lists) {
    text.questions = linesOf(text).map((line) => line.replace(/\\(?=[\\`*_{}[\]<>#|~])/g, ''));
    text.sections = [];
  }
}

function firstSentence(text: string): string {
  const [sentence = ''] = text.trim().split(/(?<=[.!?;])\s|\n/u);
  if (sentence.length <= LONGEST_TITLE) return sentence;
  return sentence.slice(0, sentence.lastIndexOf(' ', LONGEST_TITLE)).replace(/[,;:]$/, '');
}

/** The text is plain: what Markdown would read as markup stays as it is written. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\n/g, '\n\n');
}
