import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ErfaraError } from './domain/errors.ts';

/** The layout that this version reads and writes. */
const FORMAT = 1;

/** Where things lie in `ERFARA_DATA`. `ledger`, `history` and `drafts` hold what cannot be rebuilt. */
export interface DataFolder {
  root: string;
  index: string;
  lock: string;
  models: string;
  cache: string;
  ledger: string;
  history: string;
  drafts: string;
}

/**
 * Makes the data folder ready, and signs it with its format.
 * @throws ErfaraError `bad-setting` when it cannot be written, or a newer Erfara wrote it.
 */
export function openDataFolder(root: string): DataFolder {
  const unusable = (message: string, cause?: unknown) =>
    new ErfaraError('bad-setting', { details: [{ path: 'ERFARA_DATA', rule: 'data-folder', message }], cause });
  const sign = join(root, 'format.json');
  try {
    mkdirSync(root, { recursive: true });
    mkdirSync(join(root, 'ledger'), { recursive: true });
    if (!existsSync(sign)) writeFileSync(sign, `${JSON.stringify({ format: FORMAT })}\n`);
  } catch (cause) {
    throw unusable(`The folder ${root} cannot be written (${cause}). Free it, or name another in ERFARA_DATA.`, cause);
  }
  const found = formatIn(sign);
  if (found === null) throw unusable(`${sign} is damaged. Restore it: {"format": ${FORMAT}}`);
  if (found > FORMAT) {
    throw unusable(
      `${root} was written by a newer Erfara (format ${found}; this one knows ${FORMAT}). Install that version, or name another folder in ERFARA_DATA.`,
    );
  }
  return {
    root,
    index: join(root, 'index'),
    lock: join(root, 'writer.lock'),
    models: join(root, 'models'),
    cache: join(root, 'cache'),
    ledger: join(root, 'ledger'),
    history: join(root, 'history'),
    drafts: join(root, 'drafts'),
  };
}

function formatIn(path: string): number | null {
  try {
    const { format } = JSON.parse(readFileSync(path, 'utf8')) as { format?: unknown };
    return Number.isInteger(format) ? Number(format) : null;
  } catch {
    return null;
  }
}
