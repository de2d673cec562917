import type { CheckInput, CheckOutput } from '../domain/check.ts';
import { ErfaraError } from '../domain/errors.ts';
import type { Ctx } from '../domain/principal.ts';
import type { Problem } from '../domain/problem.ts';
import type { Bank } from '../ports/article-store.ts';
import type { PassageIndex } from '../ports/passage-index.ts';
import { type BankAfter, bankAfter, type ReadText } from './bank-after.ts';
import { type CheckTokens, textsHash } from './check-token.ts';
import type { LiveBank } from './live-bank.ts';

const LARGEST = 64_000;
const NAMED = 50;

export interface ApproveDeps {
  bank: () => LiveBank;
  index: Pick<PassageIndex, 'current'>;
  readText: ReadText;
  lint: (bank: Bank, sources: { path: string; source: string }[]) => Problem[];
  check: (input: CheckInput, ctx: Ctx) => Promise<CheckOutput>;
  tokens: CheckTokens;
}

export interface Acceptance {
  token?: string;
  accept?: string[];
}

/**
 * The bank as a change would leave it, once its texts hold no error.
 * @throws ErfaraError `has-errors` with every place.
 */
export function withoutErrors(deps: ApproveDeps) {
  return (change: Pick<CheckInput, 'texts' | 'removed'>, ctx: Ctx): BankAfter & { problems: Problem[] } => {
    const after = bankAfter(deps.bank(), change, deps.readText, ctx);
    const sources = after.texts.map(({ text, markdown }) => ({ path: text.path, source: markdown }));
    const large = sources
      .filter(({ source }) => Buffer.byteLength(source) > LARGEST)
      .map(({ path }) => ({ path, line: 1, column: 1, rule: 'size', severity: 'error' as const, ...TOO_LARGE }));
    const problems = [...large, ...after.problems, ...deps.lint(after.bank, sources)];
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.length === 0 && after.whole) return { ...after, problems };
    const details = errors.slice(0, NAMED).map(({ path, line, column, rule, message, fix }) => ({
      path: `${path}:${line}:${column}`,
      rule,
      message: `${message} ${fix}`,
    }));
    throw new ErfaraError('has-errors', { details, about: { problems } });
  };
}

const TOO_LARGE = { message: 'The text has more than 64,000 bytes.', fix: 'Split it.' };

/**
 * Tries the bank's own questions against a change, unless `token` says that this was done.
 * @throws ErfaraError `would-lose` while a judgment that it would lose is not accepted with the check's token.
 */
export function accepted(deps: ApproveDeps) {
  return async (
    change: Required<Pick<CheckInput, 'texts' | 'removed'>>,
    { token, accept = [] }: Acceptance,
    ctx: Ctx,
  ) => {
    const { texts } = withIds(change);
    const checked = token === undefined ? null : deps.tokens.read(token);
    const same = checked?.texts === textsHash(texts, change.removed);
    const allowed = new Set(same ? accept : []);
    const version = (await deps.index.current())?.version.version;
    if (checked && same && checked.version === version && checked.lost.every((id) => allowed.has(id))) return;
    const found = await deps.check(change, ctx);
    const lost = found.lost.filter(({ id }) => !allowed.has(id));
    if (lost.length === 0) return;
    const details = lost.slice(0, NAMED).map(({ articleId, lang, question, lostTo }) => ({
      path: `${articleId}.${lang}`,
      rule: 'would-lose',
      message: `"${question}" would no longer find it${lostTo ? `; "${lostTo}" would come first` : ''}.`,
    }));
    throw new ErfaraError('would-lose', { details, about: { lost, token: found.token } });
  };
}

function withIds({ texts }: Pick<CheckInput, 'texts'>) {
  return { texts: texts.map(({ id = '', lang = '', markdown }) => ({ id, lang, markdown })) };
}
