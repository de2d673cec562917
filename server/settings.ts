import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { AUDIENCES } from './domain/audience.ts';
import { ErfaraError, type ErrorDetail } from './domain/errors.ts';
import type { Editor } from './domain/principal.ts';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/** `90d`, `12w` or a bare number of days, to days. */
const days = z
  .string()
  .regex(/^\d{1,5}(d|w)?$/, 'takes a number of days, such as 90d')
  .transform((value) => Number.parseInt(value, 10) * (value.endsWith('w') ? 7 : 1));

/** `256 KB`, `1MB` or a bare number of bytes, to bytes. */
const bytes = z
  .string()
  .regex(/^\d{1,9} ?(b|kb|mb)?$/i, 'takes a size, such as 256KB')
  .transform((value) => {
    const unit = /mb$/i.test(value) ? 1024 * 1024 : /kb$/i.test(value) ? 1024 : 1;
    return Number.parseInt(value, 10) * unit;
  })
  .refine((size) => size >= 1024, 'takes at least 1 KB');

/** A browser extension's pages have an origin of their own that URL calls opaque. */
const EXTENSION = /^(chrome|moz|safari-web)-extension:\/\/[\w-]{1,64}$/;

const origin = z
  .string()
  .refine((value) => EXTENSION.test(value) || (URL.canParse(value) && new URL(value).origin === value), {
    error: 'takes origins such as https://desk.example.com, with commas between and nothing after the host',
  });

const schema = z.object({
  PORT: z.coerce.number('takes a port from 0 to 65535').int().min(0).max(65_535).default(8787),
  HOST: z
    .string()
    .regex(LOOPBACK, 'takes a loopback address (127.0.0.1, ::1 or localhost) until keys exist')
    .default('127.0.0.1'),
  ERFARA_CONTENT: z.string().default('content'),
  ERFARA_DATA: z.string().default('.erfara'),
  ERFARA_MODEL: z.string().optional(),
  ERFARA_AUDIENCE: z.enum(AUDIENCES, `takes one of ${AUDIENCES.join(', ')}`).default('internal'),
  ERFARA_ORIGINS: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter((entry) => entry !== ''))
    .pipe(z.array(origin)),
  ERFARA_KEEP_MESSAGES: days.default(90),
  ERFARA_KEEP_EVENTS: days.default(400),
  ERFARA_EDITOR: z
    .string()
    .regex(
      /^[^<>]{1,80}(<[^<>\s@]+@[^<>\s@]+>)?$/,
      'takes a name and, after it, an e-mail address: Anna Ek <anna@example.com>',
    )
    .optional(),
  ERFARA_EDITOR_OWNS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter((entry) => entry !== ''))
    .optional(),
  ERFARA_THREADS: z.coerce.number('takes a whole number from 1 to 64').int().min(1).max(64).optional(),
  ERFARA_MAX_BODY: bytes.default(256 * 1024),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'takes trace, debug, info, warn, error or silent',
    )
    .default('info'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'takes postgres://user:password@host/database; unset it to use SQLite')
    .optional(),
  ERFARA_INDEX_URL: z
    .literal('local', 'takes "local" in this version: indexes are not published elsewhere yet')
    .optional(),
  ERFARA_ROLE: z.literal('both', 'takes "both" in this version: replicas are not there yet').optional(),
  ERFARA_WRITER_URL: z.undefined('is not used in this version: replicas are not there yet. Unset it').optional(),
});

const NAMES = Object.keys(schema.shape);

/** What the server and every command are told from outside. Folders are absolute, times in days, sizes in bytes. */
export interface Settings {
  port: number;
  host: string;
  content: string;
  data: string;
  /** A path or a hub id; null = the one under `models/`. */
  model: string | null;
  audience: (typeof AUDIENCES)[number];
  /** Origins beside its own that may use the bank. */
  origins: string[];
  keepMessagesDays: number;
  keepEventsDays: number;
  /** Who changes are by, until keys exist. */
  editor: Editor;
  /** null = by machine. */
  threads: number | null;
  maxBody: number;
  logLevel: string;
  /** null = SQLite in the data folder. */
  databaseUrl: string | null;
}

/**
 * Reads the settings from environment variables; an empty one counts as unset. Relative folders start at `root`.
 * @throws ErfaraError `bad-setting` that names every wrong variable, what it takes, and for an unknown `ERFARA_*` the
 * closest one there is.
 */
export function readSettings(env: Record<string, string | undefined>, root: string): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const unknown: ErrorDetail[] = Object.keys(given)
    .filter((name) => name.startsWith('ERFARA_') && !NAMES.includes(name))
    .map((name) => ({
      path: name,
      rule: 'unknown',
      message: `There is no such setting. Did you mean ${closest(name)}?`,
    }));
  const parsed = schema.safeParse(given);
  const wrong: ErrorDetail[] = parsed.error
    ? parsed.error.issues.map((issue) => ({ path: String(issue.path[0]), rule: 'value', message: issue.message }))
    : [];
  if (!parsed.success || unknown.length > 0) throw new ErfaraError('bad-setting', { details: [...unknown, ...wrong] });
  const { data } = parsed;
  const folder = (path: string) => (isAbsolute(path) ? path : join(root, path));
  return {
    port: data.PORT,
    host: data.HOST,
    content: folder(data.ERFARA_CONTENT),
    data: folder(data.ERFARA_DATA),
    model: data.ERFARA_MODEL ?? null,
    audience: data.ERFARA_AUDIENCE,
    origins: data.ERFARA_ORIGINS,
    keepMessagesDays: data.ERFARA_KEEP_MESSAGES,
    keepEventsDays: data.ERFARA_KEEP_EVENTS,
    editor: editorOf(data.ERFARA_EDITOR, data.ERFARA_EDITOR_OWNS),
    threads: data.ERFARA_THREADS ?? null,
    maxBody: data.ERFARA_MAX_BODY,
    logLevel: data.LOG_LEVEL,
    databaseUrl: data.DATABASE_URL ?? null,
  };
}

/** Whoever sits at this machine decides for every owner, unless it is said for whom. */
function editorOf(who: string | undefined, owns: string[] | undefined): Editor {
  const [, name = '', email] = /^([^<>]*?)\s*(?:<([^<>]+)>)?$/.exec(who?.trim() ?? '') ?? [];
  return { name: name || 'Editor', email: email ?? null, owns: owns ?? null };
}

function closest(name: string): string {
  const known = NAMES.filter((candidate) => candidate.startsWith('ERFARA_'));
  return known.reduce((best, candidate) => (edits(name, candidate) < edits(name, best) ? candidate : best));
}

/** Edit distance (Levenshtein, 1966). */
function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
