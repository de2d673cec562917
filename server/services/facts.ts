import { createHash } from 'node:crypto';
import { diffOf } from '../diff/lines.ts';
import { ErfaraError, type ErrorDetail } from '../domain/errors.ts';
import type { FactInput, FactOutput, Facts, FactsOutput, NamedFact } from '../domain/facts.ts';
import type { Ctx } from '../domain/principal.ts';
import type { ArticleWriter } from '../ports/article-writer.ts';
import type { History } from '../ports/history.ts';
import type { Visibility } from './capture-case.ts';
import type { LiveBank } from './live-bank.ts';
import { authorOf } from './may-change.ts';
import { readableTexts } from './may-read.ts';
import { requireInside, requireScope } from './scope.ts';

const FILE = 'facts.yaml';

export interface FactsDeps {
  bank: () => LiveBank;
  writer: Pick<ArticleWriter, 'read' | 'write'>;
  history: History;
  parseFacts: (source: string) => Facts;
  /** The file with another entry; every other byte stays. */
  setFact: (
    source: string,
    name: string,
    entry: { from: string; values: Record<string, string>; description?: string },
  ) => string;
  makeVisible: () => Visibility;
}

/** Every fact with its values by date, and the texts that use it. */
export function listFacts(deps: FactsDeps) {
  return async (ctx: Ctx): Promise<FactsOutput> => {
    requireScope(ctx, 'edit');
    requireInside(ctx);
    const { source, etag } = await factsFile(deps);
    const facts = deps.parseFacts(source);
    return {
      requestId: ctx.requestId,
      facts: Object.keys(facts).map((name) => named(name, facts, { bank: deps.bank(), ctx })),
      etag,
    };
  };
}

/**
 * Sets what a fact is from a day on, in one place for all articles, and answers which texts that touches. `etag` is of the
 * file that was read; a dry run needs none.
 * @throws ErfaraError `needs-etag`, `changed-since`, `bad-request`.
 */
export function saveFact(deps: FactsDeps) {
  return async (
    { name, etag, dryRun = false, ...entry }: FactInput & { name: string; etag: string | null },
    ctx: Ctx,
  ): Promise<FactOutput> => {
    requireScope(ctx, 'edit');
    requireInside(ctx);
    const file = await factsFile(deps);
    refuseWrong(name, entry, { facts: deps.parseFacts(file.source), bank: deps.bank() });
    const edited = deps.setFact(file.source, name, entry);
    const fact = named(name, deps.parseFacts(edited), { bank: deps.bank(), ctx });
    const about = { requestId: ctx.requestId, fact, diff: diffOf(file.source, edited) };
    if (dryRun || edited === file.source) return { ...about, etag: file.etag, revision: null, visibleAt: null };
    if (etag === null) throw new ErfaraError('needs-etag');
    if (etag !== file.etag) {
      const message = 'Facts were saved by somebody else since you read them. Read them again.';
      throw new ErfaraError('changed-since', { details: [{ path: 'If-Match', rule: 'changed', message }] });
    }
    const bytes = Buffer.from(edited);
    await deps.history.settle([{ path: FILE }], { at: ctx.now });
    const message = `Fact ${name}: ${said(entry.values)} from ${entry.from}`;
    const change = { author: authorOf(ctx), message, at: ctx.now, files: [{ path: FILE, bytes }] };
    const revision = await deps.history.record(change, async () => {
      await deps.writer.write(FILE, bytes, file.there ? file.etag : null);
    });
    return { ...about, etag: hashOf(bytes), revision, visibleAt: await deps.makeVisible().version };
  };
}

async function factsFile({ writer }: FactsDeps): Promise<{ source: string; etag: string; there: boolean }> {
  const file = await writer.read(FILE);
  if (!file) return { source: '', etag: hashOf(new Uint8Array()), there: false };
  return { source: Buffer.from(file.bytes).toString('utf8'), etag: file.etag, there: true };
}

function named(name: string, facts: Facts, { bank, ctx }: { bank: LiveBank; ctx: Ctx }): NamedFact {
  const token = new RegExp(`\\{\\{\\s*fact\\.${name}\\s*\\}\\}`);
  const usedIn = bank.articles.flatMap((article) =>
    readableTexts(article, ctx)
      .filter(({ title, sections }) => [title, ...sections.map(({ markdown }) => markdown)].some((w) => token.test(w)))
      .map(({ id, lang, title }) => ({ id, lang, title })),
  );
  return { name, ...(facts[name] ?? { description: '', values: [] }), usedIn };
}

function refuseWrong(
  name: string,
  { values, description }: Omit<FactInput, 'dryRun'>,
  { facts, bank }: { facts: Facts; bank: LiveBank },
): void {
  const details: ErrorDetail[] = [];
  const markets = Object.keys(bank.settings.markets);
  for (const market of Object.keys(values)) {
    if (market === 'all' || markets.includes(market)) continue;
    details.push({ path: `values.${market}`, rule: 'unknown', message: `Markets are all, ${markets.join(', ')}.` });
  }
  if (Object.keys(values).length === 0) {
    details.push({ path: 'values', rule: 'empty', message: 'Say what it is: for all, or for each market.' });
  }
  if (!Object.hasOwn(facts, name) && !description?.trim()) {
    details.push({
      path: 'description',
      rule: 'empty',
      message: 'A new fact needs a description: what is it, in what unit?',
    });
  }
  if (details.length > 0) throw new ErfaraError('bad-request', { details });
}

function said(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([market, value]) => (market === 'all' ? value : `${market} ${value}`))
    .join(', ');
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
