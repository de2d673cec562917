import type { CheckOutput, DiffPart, JudgmentChange, SaveConflict, SaveOutput } from '../../../server/http/contract.ts';
import type { Desk, TextName } from '../../client/desk.ts';
import { RequestFailure } from '../../client/failure.ts';
import { lineDiff } from '../room/line-diff.ts';

/** As long as the bank's questions are tried for the first time, the check asks to come back. */
const TRIES = 40;
const WAIT = 1_500;

/** What is saved, and over what. */
export interface Saving {
  name: TextName;
  markdown: string;
  /** What stands in the bank now; '' for a new text. */
  before: string;
  /** null = the text is new. */
  etag: string | null;
  /** The article is new, not only the language. */
  newArticle: boolean;
  folder: string | null;
}

/** The sheet that stands between writing and saving: what changes, and what that does to finding. */
export interface SaveSheet {
  saving: Saving;
  diff: DiffPart[];
  phase: 'checking' | 'ready' | 'saving';
  check: CheckOutput | null;
  /** Lines that would be lost, and what accepts them. */
  lost: JudgmentChange[];
  token: string | null;
  /** Somebody else's change is in the text by now. */
  merged: boolean;
  failure: unknown;
}

export type SaveResult =
  | { kind: 'saved'; output: SaveOutput }
  | { kind: 'conflict'; conflict: SaveConflict }
  | { kind: 'look-again'; sheet: SaveSheet };

export function openSheet(saving: Saving): SaveSheet {
  const diff = lineDiff(saving.before, saving.markdown);
  return { saving, diff, phase: 'checking', check: null, lost: [], token: null, merged: false, failure: null };
}

/** Asks what the save would do; waits while the bank is not ready to say. */
export async function checkSheet(desk: Pick<Desk, 'check'>, sheet: SaveSheet, signal: AbortSignal): Promise<SaveSheet> {
  const { name, markdown } = sheet.saving;
  for (let i = 0; ; i++) {
    try {
      const check = await desk.check({ texts: [{ ...name, markdown }] }, signal);
      return { ...sheet, phase: 'ready', check, lost: check.lost, token: check.token };
    } catch (failure) {
      const comeBack = failure instanceof RequestFailure && failure.kind === 'busy' && i < TRIES;
      if (signal.aborted || !comeBack) return { ...sheet, phase: 'ready', failure };
      await new Promise((again) => setTimeout(again, (failure.retryAfter ?? 0) * 1000 || WAIT));
    }
  }
}

/** Saves, accepting what the sheet says would be lost. */
export async function save(desk: Pick<Desk, 'save' | 'create'>, sheet: SaveSheet, reason: string): Promise<SaveResult> {
  const { saving, lost, token } = sheet;
  const { name, markdown, etag, newArticle, folder } = saving;
  const accepting = token !== null && lost.length > 0 ? { token, accept: lost.map(({ id }) => id) } : {};
  const input = { markdown, ...accepting, ...(reason.trim() ? { reason: reason.trim() } : {}) };
  try {
    const output = newArticle
      ? await desk.create({ ...input, ...(folder ? { folder } : {}) })
      : await desk.save(name, input, etag ?? undefined);
    return { kind: 'saved', output };
  } catch (failure) {
    const about = failure instanceof RequestFailure ? failure.about : null;
    if (about?.conflict) return { kind: 'conflict', conflict: about.conflict };
    if (about?.lost) {
      const { merged } = about;
      const over = merged ? { ...saving, markdown: merged.markdown, etag: merged.etag } : saving;
      const again = { ...sheet, saving: over, lost: about.lost, token: about.token ?? null, merged: Boolean(merged) };
      return { kind: 'look-again', sheet: { ...again, phase: 'ready', failure: null } };
    }
    return { kind: 'look-again', sheet: { ...sheet, phase: 'ready', failure } };
  }
}
