import { createHash } from 'node:crypto';
import { type Dirent, existsSync, readFileSync, statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { watch } from 'chokidar';
import type { Article, Text } from '../domain/article.ts';
import type { Problem } from '../domain/problem.ts';
import type { ArticleStore, Bank } from '../ports/article-store.ts';
import { readBankSettings } from './bank-settings-file.ts';
import { readFacts } from './facts-file.ts';
import type { ParsedCache, ParsedFile } from './parsed-cache.ts';
import { readText } from './read-text.ts';
import { staleTranslations } from './translation-hash.ts';

/** A larger file is no article: ordinary ones have 3 to 8 KB, and some Markdown takes time by the square of its length. */
const LARGEST = 64_000;
/** An editor's save is often several writes. */
const SETTLE_MS = 80;
const FOLDERS = ['articles', 'incidents'];
/** Files open at once: few enough for any system's limit. */
const AT_ONCE = 64;

/** One file as it was read, for linters and editors. */
export interface SourceFile {
  path: string;
  source: string;
}

/** The bank as Markdown files in a folder. What did not change since the last load is not parsed again. */
export class FileArticleStore implements ArticleStore {
  readonly #root: string;
  readonly #cache: ParsedCache | null;
  readonly #parsed = new Map<string, ParsedFile & { source: string }>();
  #loaded = false;

  /** `cache` keeps what was parsed for the next run. */
  constructor(root: string, cache: ParsedCache | null = null) {
    this.#root = root;
    this.#cache = cache;
  }

  async load(): Promise<Bank> {
    const { settings, problems } = await readBankSettings(join(this.#root, 'erfara.yaml'));
    const facts = await readFacts(join(this.#root, 'facts.yaml'));
    problems.push(...facts.problems);
    const texts: Text[] = [];
    const settingsKey = createHash('sha256').update(JSON.stringify(settings.headings)).digest('hex').slice(0, 16);
    const paths = await this.#paths(problems);
    const kept = this.#loaded ? new Map<string, ParsedFile>() : (this.#cache?.read() ?? new Map<string, ParsedFile>());
    for (const [path, file] of kept) this.#parsed.set(path, { ...file, source: '' });
    for (let start = 0; start < paths.length; start += AT_ONCE) {
      const read = (path: string) => this.#read(path, settingsKey, settings.headings);
      for (const entry of await Promise.all(paths.slice(start, start + AT_ONCE).map(read))) {
        problems.push(...entry.problems);
        if (entry.text) texts.push(entry.text);
      }
    }
    const present = new Set(paths);
    for (const known of this.#parsed.keys()) if (!present.has(known)) this.#parsed.delete(known);
    const stale = [...this.#parsed].some(([path, file]) => kept.get(path)?.key !== file.key);
    if (!this.#loaded && (stale || kept.size !== this.#parsed.size)) await this.#cache?.write(this.#parsed);
    this.#loaded = true;
    const articles = group(texts, problems);
    return { articles, facts: facts.facts, settings, problems, stale: staleTranslations(articles) };
  }

  /** The files of the last load, as they were read. */
  sources(): SourceFile[] {
    return [...this.#parsed].map(([path, entry]) => ({ path, source: entry.source }));
  }

  async watch(changed: () => void): Promise<() => Promise<void>> {
    let timer: NodeJS.Timeout | undefined;
    const watcher = watch(this.#root, {
      ignoreInitial: true,
      ignored: (path) => /(^|[\\/])\.(?!$)/.test(relative(this.#root, path)) || /~$|\.tmp$|\.sw[a-z]$/.test(path),
    });
    watcher.on('all', () => {
      clearTimeout(timer);
      timer = setTimeout(changed, SETTLE_MS);
    });
    await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
    return async () => {
      clearTimeout(timer);
      await watcher.close();
    };
  }

  async #paths(problems: Problem[]): Promise<string[]> {
    const paths: string[] = [];
    for (const folder of FOLDERS) {
      const at = join(this.#root, folder);
      if (!existsSync(at)) continue;
      const entries: Dirent[] = await readdir(at, { recursive: true, withFileTypes: true });
      for (const entry of entries) {
        if (!entry.name.endsWith('.md') || entry.name.startsWith('.')) continue;
        const path = relative(this.#root, join(entry.parentPath, entry.name)).split(sep).join('/');
        if (entry.isFile()) paths.push(path);
        else problems.push(notAFile(path, entry.isDirectory() ? 'a folder' : 'a link or a device'));
      }
    }
    if (paths.length === 0) {
      problems.push({
        path: '.',
        line: 1,
        column: 1,
        rule: 'no-articles',
        severity: 'error',
        message: `No article was found below ${join(this.#root, 'articles')}.`,
        fix: 'Set ERFARA_CONTENT to the folder that holds articles/, or write one: see content/README.md.',
      });
    }
    return paths.sort();
  }

  async #read(path: string, settingsKey: string, headings: Bank['settings']['headings']) {
    const full = join(this.#root, path);
    const unreadable = (message: string, fix: string) => ({
      key: '',
      text: null,
      source: '',
      problems: [{ path, line: 1, column: 1, rule: 'unreadable', severity: 'error' as const, message, fix }],
    });
    try {
      // At a start nobody waits for anything else, and thousands of small files are read several times as fast at once.
      const file = this.#loaded ? await stat(full) : statSync(full);
      if (file.size > LARGEST)
        return unreadable(`The file has ${file.size} bytes.`, 'Split it: a text has at most 64 KB.');
      const bytes = this.#loaded ? await readFile(full) : readFileSync(full);
      const etag = createHash('sha256').update(bytes).digest('hex');
      const key = `${etag} ${settingsKey}`;
      const known = this.#parsed.get(path);
      const source = bytes.toString('utf8');
      if (known?.key === key) {
        known.source = source;
        return known;
      }
      if (source.includes('\u0000') || source.includes('\uFFFD')) {
        return unreadable('The file is not UTF-8 text.', 'Save it as UTF-8.');
      }
      const entry = { key, source, ...readText(source, path, { etag, headings }) };
      this.#parsed.set(path, entry);
      return entry;
    } catch (error) {
      return unreadable(`The file cannot be read: ${String(error)}`, 'Check the file and its permissions.');
    }
  }
}

function notAFile(path: string, what: string): Problem {
  const message = `This is ${what}, not a file, so no article is read from it.`;
  const fix = 'Give a folder another name; put the file itself here instead of a link.';
  return { path, line: 1, column: 1, rule: 'unreadable', severity: 'warning', message, fix };
}

/** Texts by id; of two files with one (id, lang) the first by path is kept and both are named. */
function group(texts: Text[], problems: Problem[]): Article[] {
  const articles = new Map<string, Article>();
  for (const text of texts) {
    const article = articles.get(text.id) ?? { id: text.id, texts: [] };
    articles.set(text.id, article);
    const twin = article.texts.find((other) => other.lang === text.lang);
    if (twin) {
      problems.push({
        path: text.path,
        line: 2,
        column: 1,
        rule: 'duplicate-id',
        severity: 'error',
        message: `Two files are "${text.id}" in ${text.lang}: ${twin.path} and ${text.path}. The first is used.`,
        fix: 'Give one of them another id or language, or remove it.',
      });
      continue;
    }
    article.texts.push(text);
  }
  return [...articles.values()];
}
