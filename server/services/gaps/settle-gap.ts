import type { GapAction, GapOutput } from '../../domain/curation.ts';
import { ErfaraError } from '../../domain/errors.ts';
import { questionKey } from '../../domain/passage.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { SaveOutput } from '../../domain/saving.ts';
import type { ArticleWriter } from '../../ports/article-writer.ts';
import type { Ledger } from '../../ports/ledger.ts';
import type { SetField } from '../bulk-edits.ts';
import { fieldWords } from '../draft-case.ts';
import type { LiveBank } from '../live-bank.ts';
import { phrasingPlace } from '../phrasing-place.ts';
import type { SaveRequest } from '../save-article.ts';
import { requireInside, requireScope } from '../scope.ts';
import type { FindGaps } from './find-gaps.ts';
import { asGap } from './list-gaps.ts';

export interface SettleGapDeps {
  gaps: FindGaps;
  ledger: Pick<Ledger, 'gaps' | 'keepGaps'>;
  bank: () => LiveBank;
  writer: Pick<ArticleWriter, 'read'>;
  setField: SetField;
  save: (request: SaveRequest, ctx: Ctx) => Promise<SaveOutput>;
  /** Takes personal data out of what a person wrote. */
  redact: (text: string) => string;
}

/**
 * What an editor decides on a gap: an article answers it, and gets the phrasing as a question of its own, saved as any other
 * change; it is nobody's business here; or it is one again after all. An answered gap closes by itself.
 * @throws ErfaraError `not-found`, and whatever saving the article throws.
 */
export function settleGap(deps: SettleGapDeps) {
  return async (input: GapAction & { id: string }, ctx: Ctx): Promise<GapOutput> => {
    requireScope(ctx, 'edit');
    requireInside(ctx);
    await gapNamed(input.id, deps.gaps, ctx);
    const saved = input.action === 'answered-by' ? await addPhrasing(input, { deps, ctx }) : null;
    if (input.action !== 'answered-by') await silence(input.id, input.action === 'silence', { deps, ctx });
    const after = (await deps.gaps(ctx)).find(({ id }) => id === input.id);
    return { requestId: ctx.requestId, gap: after ? asGap(after) : null, saved };
  };
}

/** @throws ErfaraError `not-found`. */
export async function gapNamed(id: string, gaps: FindGaps, ctx: Ctx) {
  const gap = (await gaps(ctx)).find((each) => each.id === id);
  if (!gap) throw new ErfaraError('not-found');
  return gap;
}

interface Settling {
  deps: SettleGapDeps;
  ctx: Ctx;
}

async function silence(id: string, silenced: boolean, { deps, ctx }: Settling): Promise<void> {
  const gap = (await deps.ledger.gaps()).find((each) => each.id === id);
  if (gap) await deps.ledger.keepGaps([{ ...gap, silenced, at: ctx.now.toISOString() }]);
}

async function addPhrasing(
  { article, phrasing, token, accept }: Extract<GapAction, { action: 'answered-by' }>,
  { deps, ctx }: Settling,
): Promise<SaveOutput> {
  const question = fieldWords(deps.redact(phrasing));
  const { path, id, lang } = phrasingPlace(article.id, article.lang, question, { bank: deps.bank(), ctx });
  const file = await deps.writer.read(path);
  if (!file) throw new ErfaraError('not-found');
  const source = Buffer.from(file.bytes).toString('utf8');
  const text = deps
    .bank()
    .byId.get(id)
    ?.texts.find((each) => each.lang === lang);
  const questions = text?.questions ?? [];
  const there = questions.some((known) => questionKey(known) === questionKey(question));
  const markdown = there
    ? source
    : questions.length > 0
      ? deps.setField(source, ['questions', questions.length], question)
      : deps.setField(source, ['questions'], [question]);
  const accepting = { ...(token === undefined ? {} : { token }), ...(accept === undefined ? {} : { accept }) };
  return deps.save({ id, lang, markdown, etag: file.etag, ...accepting }, ctx);
}
