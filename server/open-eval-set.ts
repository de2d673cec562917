import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { JsonlArticleStore } from './content/jsonl-article-store.ts';
import type { Article } from './domain/article.ts';
import { ErfaraError } from './domain/errors.ts';
import { CachedEmbedder } from './embedding/cached-embedder.ts';
import { baselinesOf } from './evaluation/baselines.ts';
import type { EvalQuery, SetSearch } from './evaluation/evaluate-set.ts';
import { sample } from './evaluation/random.ts';
import { LancePassageIndex } from './index/lance-passage-index.ts';
import { SqliteWriterLock } from './index/sqlite-writer-lock.ts';
import { SPLITTER } from './open-adapters.ts';
import type { Bank } from './ports/article-store.ts';
import type { Embedder } from './ports/embedder.ts';
import type { LanguageTools } from './services/follow-bank.ts';
import { type SyncInput, syncIndex } from './services/sync-index.ts';

const querySchema = z.object({
  id: z.string(),
  lang: z.string(),
  text: z.string(),
  relevant: z.array(z.string()),
  kind: z.string().default('message'),
});

/** A bank with messages to ask it. */
export interface EvalSet {
  name: string;
  bank: Bank;
  queries: EvalQuery[];
}

/** The folders below `folder` that hold an evaluation set, by name. @throws ErfaraError `bad-setting` when there is none. */
export async function evalSetsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const sets = names.filter((name) => existsSync(join(folder, name, 'queries.jsonl'))).sort();
  if (sets.length === 0) {
    const message = 'There is no set here. A set is a folder with articles.jsonl and queries.jsonl.';
    throw new ErfaraError('bad-setting', { details: [{ path: folder, rule: 'missing', message }] });
  }
  return sets.map((name) => join(folder, name));
}

/** Reads a set. `leaveOut` takes away that share of the articles, by a seeded draw: their messages must then get nothing. */
export async function readEvalSet(folder: string, bank: Bank, leaveOut: number): Promise<EvalSet> {
  const read = await new JsonlArticleStore(join(folder, 'articles.jsonl'), bank.settings).load();
  const path = join(folder, 'queries.jsonl');
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  const gone = new Set(
    sample(read.articles, Math.round(leaveOut * read.articles.length)).map((article: Article) => article.id),
  );
  const queries = lines.map((line, i) => {
    const parsed = querySchema.safeParse(asJson(line));
    if (parsed.success) {
      return { ...parsed.data, relevant: parsed.data.relevant.filter((id) => !gone.has(id)), scope: null };
    }
    const details = [{ path: `${path}:${i + 1}`, rule: 'schema', message: 'A query is {id, lang, text, relevant}.' }];
    throw new ErfaraError('bad-setting', { details });
  });
  return {
    name: basename(folder),
    bank: { ...read, articles: read.articles.filter((article) => !gone.has(article.id)) },
    queries,
  };
}

function asJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

export interface EvalTools extends LanguageTools {
  embedder: Embedder;
  /** Where indices and kept vectors lie. */
  folder: string;
}

/** Brings a set's bank through the real sync, and opens what it is asked with. */
export async function openEvalSet(
  set: EvalSet,
  tools: EvalTools,
  progress: NonNullable<SyncInput['progress']>,
): Promise<SetSearch & { close(): Promise<void> }> {
  const index = new LancePassageIndex(join(tools.folder, 'index', set.name));
  const sync = syncIndex({
    ...tools,
    index,
    lock: new SqliteWriterLock(join(tools.folder, 'index', `${set.name}.lock`)),
    splitter: SPLITTER,
    audience: 'internal',
  });
  await sync({ bank: set.bank, progress });
  const reader = await index.current();
  if (!reader) throw new ErfaraError('no-index', {});
  const langs = new Map(set.bank.articles.map((article) => [article.id, article.texts[0]?.lang]));
  return {
    ...tools,
    reader,
    baselines: await baselinesOf(set.bank.articles, tools.embedder),
    langOf: (id) => langs.get(id),
    close: () => index.close(),
  };
}

/** The embedder with its vectors kept in `folder`. */
export function keepingVectors(embedder: Embedder, folder: string): CachedEmbedder {
  return new CachedEmbedder(embedder, join(folder, 'vectors.sqlite'));
}
