import type { Text } from '../../domain/article.ts';
import type { WorkItem } from '../../domain/curation.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Bank } from '../../ports/article-store.ts';
import type { ArticleWriter } from '../../ports/article-writer.ts';
import type { LiveBank } from '../live-bank.ts';
import { byRule, counted, isLasting, isOfferedState, named } from './about.ts';
import type { Traffic } from './traffic.ts';
import { type TrafficSource, type WorkSource, workId } from './work-source.ts';

/** Texts looked at between two pauses: each takes about ten milliseconds. */
const SLICE = 2;
/** Those used most; what nobody uses harms nobody. */
const MOST = 80;
const USED = 3;
const SHOWN = 5;
/** An error in a text that is sent, such as a dead link, meets about every third customer; a file that cannot be read answers nobody. */
const HARMED = 0.3;
const UNREADABLE = 2;

export interface LintErrorsDeps {
  bank: () => LiveBank;
  writer: Pick<ArticleWriter, 'read'>;
  lint: (bank: Bank, sources: { path: string; source: string }[]) => Problem[];
  traffic: TrafficSource;
}

/** Errors (no warnings, no hints) in texts that are used, and files that cannot be read at all. */
export function lintErrors(deps: LintErrorsDeps): WorkSource {
  const found = new Map<string, Problem[]>();
  return async (ctx) => {
    const bank = deps.bank();
    const traffic = await deps.traffic(ctx);
    const used = bank.articles
      .flatMap((article) => article.texts)
      .filter((text) => isLasting(text) && isOfferedState(text) && traffic.uses(text.id, text.lang) >= USED)
      .sort((a, b) => traffic.uses(b.id, b.lang) - traffic.uses(a.id, a.lang))
      .slice(0, MOST);
    const news = used.filter((text) => !found.has(keyOf(text)));
    for (let start = 0; start < news.length; start += SLICE) {
      await findIn(news.slice(start, start + SLICE), { deps, bank, found });
      await new Promise((resolve) => setImmediate(resolve));
    }
    const items = used.flatMap((text) => itemsOf(text, found.get(keyOf(text)) ?? [], { traffic, now: ctx.now }));
    // Whose a file is that cannot be read is not known, so only whoever reads everything is told.
    return ctx.principal.filter === null ? [...items, ...unreadable(bank, ctx.now)] : items;
  };
}

interface Finding {
  deps: LintErrorsDeps;
  bank: LiveBank;
  found: Map<string, Problem[]>;
}

async function findIn(texts: Text[], { deps, bank, found }: Finding): Promise<void> {
  const read = await Promise.all(
    texts.map(async ({ path, etag }) => {
      const file = await deps.writer.read(path);
      return file?.etag === etag ? [{ path, source: Buffer.from(file.bytes).toString('utf8') }] : [];
    }),
  );
  const sources = read.flat();
  const problems = deps.lint(bank, sources);
  for (const text of texts) {
    if (!sources.some(({ path }) => path === text.path)) continue;
    found.set(
      keyOf(text),
      problems.filter(({ path, severity }) => path === text.path && severity === 'error'),
    );
  }
}

function itemsOf(text: Text, problems: Problem[], { traffic, now }: { traffic: Traffic; now: Date }): WorkItem[] {
  if (problems.length === 0) return [];
  const { id, lang, owner } = text;
  return [
    {
      id: workId('lint', id, lang),
      kind: 'lint',
      weight: traffic.usesAWeek(id, lang) * HARMED,
      articles: [named(text)],
      owner,
      languages: [lang],
      since: text.verifiedAt ?? now.toISOString().slice(0, 10),
      evidence: [
        ...problems.slice(0, SHOWN).map(({ line, rule, message }) => byRule(`${line}: ${rule}: ${message}`, 'en')),
        counted('uses', traffic.uses(id, lang), traffic.days),
      ],
      action: 'edit',
    },
  ];
}

function unreadable(bank: LiveBank, now: Date): WorkItem[] {
  const byPath = new Map<string, Problem[]>();
  const read = new Set(bank.articles.flatMap(({ texts }) => texts.map(({ path }) => path)));
  for (const problem of bank.problems) {
    if (problem.severity !== 'error' || read.has(problem.path) || !problem.path.endsWith('.md')) continue;
    byPath.set(problem.path, [...(byPath.get(problem.path) ?? []), problem]);
  }
  return [...byPath].map(([path, problems]): WorkItem => {
    const [, id = path, lang = ''] = /([^/]*?)(?:\.([a-z]{2,3}))?\.md$/.exec(path) ?? [];
    return {
      id: workId('lint', path),
      kind: 'lint',
      weight: UNREADABLE,
      articles: [{ id, lang, title: path }],
      owner: null,
      languages: lang === '' ? [] : [lang],
      since: now.toISOString().slice(0, 10),
      evidence: problems.slice(0, SHOWN).map(({ line, rule, message }) => byRule(`${line}: ${rule}: ${message}`, 'en')),
      action: 'edit',
    };
  });
}

/** Findings depend on more than the text (facts, other articles); an edit or a restart looks again. */
function keyOf({ path, etag }: Text): string {
  return `${path} ${etag}`;
}
