import type { CauseDates } from './article.ts';
import type { DiffPart } from './history.ts';
import type { Lang } from './language.ts';

/** POST /v1/bulk: one change to many articles, recorded as one. With `dryRun` it answers what it would do. */
export type BulkInput = BulkAction & { dryRun?: boolean; token?: string; accept?: string[]; reason?: string };

export type BulkAction =
  | { action: 'move'; ids: string[]; folder: string }
  | { action: 'tag'; ids: string[]; add?: string[]; remove?: string[] }
  | { action: 'archive'; ids: string[] }
  /** Who could end what makes their cases, and how far that has come: days (ISO), null = taken away, left out = as it is. */
  | ({ action: 'cause'; ids: string[]; owner?: string | null } & { [step in keyof CauseDates]?: string | null })
  /** `ids` become `into`: their questions go there, and their ids lead there for ever. */
  | { action: 'merge'; ids: string[]; into: string };

export interface FileChange {
  id: string;
  lang: Lang;
  path: string;
  /** Where it lies afterwards; null when it is removed. */
  to: string | null;
  diff: DiffPart[];
}

export interface BulkOutput {
  requestId: string;
  dryRun: boolean;
  files: FileChange[];
  revision: string | null;
  /** The index version that holds it; null for a dry run, or when nothing changed. */
  visibleAt: number | null;
  /** For the change itself, when it would lose judgments: `lost` names them. */
  token: string | null;
  lost: string[];
}
