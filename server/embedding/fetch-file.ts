import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ErfaraError } from '../domain/errors.ts';
import { unusable } from './model-folder.ts';

const ATTEMPTS = 4;

export interface FileToFetch {
  url: string;
  path: string;
  /** Bytes on disk, and all of them where the server says. */
  progress: (done: number, total: number | null) => void;
  /** Sent as a bearer token; for private models. */
  token?: string | undefined;
  /** A connection that brings nothing for this long is given up and opened again. */
  stallMs?: number;
  /** The wait before the second attempt; later ones wait longer. */
  pauseMs?: number;
}

/**
 * Downloads to `path`. What a broken connection or a killed run left in `path.part` is taken up again where the server's
 * file is still the same (its ETag). Answers false where the server has no such file (401, 403, 404).
 * @throws ErfaraError `bad-model` when the server cannot be reached or answers with an error, `disk-full`.
 */
export async function fetchFile(file: FileToFetch): Promise<boolean> {
  if (existsSync(file.path)) return true;
  await mkdir(dirname(file.path), { recursive: true });
  let problem: unknown;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      const outcome = await fetchRest(file);
      if (outcome === 'absent') return false;
      if (outcome === 'whole') {
        await rename(`${file.path}.part`, file.path);
        await rm(`${file.path}.part.etag`, { force: true });
        return true;
      }
      problem = outcome;
    } catch (error) {
      if (/ENOSPC|EDQUOT/.test(reasonOf(error))) {
        const message =
          'There is no room for the model here. What was fetched is kept; free some room and run this again.';
        throw new ErfaraError('disk-full', { details: [{ path: file.path, rule: 'model', message }], cause: error });
      }
      problem = error;
    }
    if (attempt < ATTEMPTS) await sleep((file.pauseMs ?? 500) * attempt);
  }
  throw unusable(
    file.url,
    `It could not be fetched (${reasonOf(problem)}). Check the network, and HF_ENDPOINT where a mirror is used; what was fetched is kept, run this again to go on.`,
    problem,
  );
}

/** One connection: `whole` when everything is on disk after it, else what went wrong. */
async function fetchRest(file: FileToFetch): Promise<'whole' | 'absent' | string> {
  const part = `${file.path}.part`;
  const begun = await stat(part).then(
    ({ size }) => size,
    () => 0,
  );
  const etag = await readFile(`${part}.etag`, 'utf8').catch(() => '');
  const resumes = begun > 0 && etag !== '';
  const stalled = new AbortController();
  const stallMs = file.stallMs ?? 30_000;
  let watch = setTimeout(() => stalled.abort(), stallMs);
  try {
    const response = await fetch(file.url, {
      headers: {
        'accept-encoding': 'identity',
        ...(file.token ? { authorization: `Bearer ${file.token}` } : {}),
        ...(resumes ? { range: `bytes=${begun}-`, 'if-range': etag } : {}),
      },
      signal: stalled.signal,
    });
    if ([401, 403, 404].includes(response.status)) return 'absent';
    if (response.status === 416) await rm(part, { force: true });
    if (!response.ok || !response.body) return `the server answered ${response.status}`;
    const start = response.status === 206 ? begun : 0;
    const length = response.headers.get('content-length');
    const total = length === null ? null : start + Number(length);
    await writeFile(`${part}.etag`, strongEtag(response));
    let done = start;
    const count = new Transform({
      transform(chunk: Buffer, _, next) {
        clearTimeout(watch);
        watch = setTimeout(() => stalled.abort(), stallMs);
        done += chunk.length;
        file.progress(done, total);
        next(null, chunk);
      },
    });
    const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
    await pipeline(body, count, createWriteStream(part, { flags: start > 0 ? 'a' : 'w' }));
    return total === null || done === total ? 'whole' : `only ${done} of ${total} bytes came`;
  } finally {
    clearTimeout(watch);
  }
}

/** A weak ETag does not promise the same bytes, so it cannot be resumed on. */
function strongEtag(response: Response): string {
  const etag = response.headers.get('etag') ?? '';
  return etag.startsWith('W/') ? '' : etag;
}

/** fetch hides the system's reason in `cause`. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'AbortError') return 'the connection brought nothing any more';
  const cause = error.cause as { code?: string; message?: string } | undefined;
  const code = (error as { code?: string }).code ?? cause?.code;
  return [error.message, cause?.message, code].filter(Boolean).join(': ');
}
