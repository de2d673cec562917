import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { ErfaraError } from '../../domain/errors.ts';
import type { UnreadRecord } from '../../ports/import-format.ts';

export interface ExportFile {
  /** Below the given folder, or the file's own name. */
  name: string;
  text: string;
}

/**
 * The files at a path whose names end as `endings` say, in order of name. Links are not followed; what is no UTF-8, nor marked as UTF-16, is unread.
 * @throws ErfaraError `bad-setting` when there is nothing there.
 */
export function filesAt(path: string, endings: string[]): (ExportFile | UnreadRecord)[] {
  const wanted = (name: string) => endings.some((ending) => name.toLowerCase().endsWith(ending));
  const names = (() => {
    try {
      if (!lstatSync(path).isDirectory()) return [path];
      return readdirSync(path, { recursive: true })
        .map((name) => join(path, String(name)))
        .filter((name) => wanted(name) && lstatSync(name).isFile())
        .sort();
    } catch (cause) {
      throw missing(
        path,
        `It cannot be read (${(cause as NodeJS.ErrnoException).code}). Name a file or folder.`,
        cause,
      );
    }
  })();
  if (names.length === 0) throw missing(path, `There is no file in it that ends with ${endings.join(' or ')}.`);
  return names.map((full) => {
    const name = relative(path, full).replaceAll('\\', '/') || basename(full);
    try {
      const bytes = readFileSync(full);
      return { name, text: new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes) };
    } catch (cause) {
      const code = (cause as NodeJS.ErrnoException).code ?? '';
      const encoded = code === 'ERR_ENCODING_INVALID_ENCODED_DATA' || cause instanceof TypeError;
      return { place: name, reason: encoded ? 'it is not UTF-8; save it as UTF-8' : `it cannot be read (${code})` };
    }
  });
}

/** Spreadsheets save "Unicode text" as UTF-16, with a mark at its beginning. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function missing(path: string, message: string, cause?: unknown): ErfaraError {
  return new ErfaraError('bad-setting', { details: [{ path, rule: 'import', message }], cause });
}
