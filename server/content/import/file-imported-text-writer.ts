import { mkdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { SectionName } from '../../domain/article.ts';
import { ErfaraError } from '../../domain/errors.ts';
import { createWhole, replaceWhole } from '../../files/whole-file.ts';
import type { NewText } from '../../ports/article-writer.ts';
import type { ImportedTextWriter, ImportOutcome } from '../../ports/imported-text-writer.ts';
import { markdownOf } from '../new-text.ts';
import { isUntouched, seal } from './seal.ts';

/** Imported texts as Markdown files in the content folder. */
export class FileImportedTextWriter implements ImportedTextWriter {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  async write(
    text: NewText,
    { path, headings, dryRun }: { path: string; headings: Record<string, SectionName>; dryRun: boolean },
  ): Promise<ImportOutcome> {
    const wanted = seal(markdownOf(text, path, headings));
    const full = join(this.#root, path);
    const there = await this.#read(full);
    if (there === wanted) return 'unchanged';
    if (there !== null && !isUntouched(there)) return 'edited';
    if (dryRun) return there === null ? 'created' : 'updated';
    try {
      await this.#makeFolder(full);
      if (there !== null) await replaceWhole(full, Buffer.from(wanted));
      else if (!(await createWhole(full, Buffer.from(wanted)))) {
        // Another import was quicker with the same record.
        return (await this.#read(full)) === wanted ? 'unchanged' : 'edited';
      }
    } catch (error) {
      throw explained(error, path);
    }
    return there === null ? 'created' : 'updated';
  }

  async #read(full: string): Promise<string | null> {
    return readFile(full, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  }

  /** A folder that leads out of the content (a link) is refused. */
  async #makeFolder(full: string): Promise<void> {
    await mkdir(dirname(full), { recursive: true });
    const [root, folder] = await Promise.all([realpath(this.#root), realpath(dirname(full))]);
    if (folder === root || folder.startsWith(root + sep)) return;
    const message = 'This folder is a link that leads out of the content. Put a folder in its place.';
    throw new ErfaraError('bad-setting', { details: [{ path: dirname(full), rule: 'folder', message }] });
  }
}

function explained(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new ErfaraError('disk-full', { cause: error });
  if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS' && code !== 'ENOTDIR') return error;
  const message = `It cannot be written (${code}). Give this command the right to write in ERFARA_CONTENT.`;
  return new ErfaraError('bad-setting', { details: [{ path, rule: 'writable', message }], cause: error });
}
