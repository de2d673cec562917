import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ErfaraError } from '../domain/errors.ts';

/** Says that everything in the folder was written by an export, and may go at the next. */
const MARK = '.erfara-export';

/**
 * Puts files in the place of what the last export wrote there, at once: nobody meets half an export, and what is no longer
 * public is gone. `files` by path below the folder.
 * @throws ErfaraError `bad-setting` when the folder holds anything else.
 */
export function writeExport(folder: string, files: Map<string, string>): void {
  if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, MARK))) {
    const message = 'It holds files that no export wrote. Name an empty folder, or one that is not there yet.';
    throw new ErfaraError('bad-setting', { details: [{ path: folder, rule: 'export', message }] });
  }
  mkdirSync(dirname(folder), { recursive: true });
  const beside = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`));
  try {
    for (const [name, content] of [...files, [MARK, ''] as const]) {
      mkdirSync(dirname(join(beside, name)), { recursive: true });
      writeFileSync(join(beside, name), content);
    }
    const old = `${beside}.old`;
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(beside, folder);
    rmSync(old, { recursive: true, force: true });
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
