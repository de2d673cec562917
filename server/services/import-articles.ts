import { createHash } from 'node:crypto';
import type { Text } from '../domain/article.ts';
import { ErfaraError } from '../domain/errors.ts';
import { type Lang, normaliseLang } from '../domain/language.ts';
import { readableId } from '../domain/readable-id.ts';
import type { LanguageDetector } from '../ports/analyser.ts';
import type { Bank } from '../ports/article-store.ts';
import type { ImportedRecord, ReadRecord, UnreadRecord } from '../ports/import-format.ts';
import type { ImportedTextWriter, ImportOutcome } from '../ports/imported-text-writer.ts';
import type { FindPersonalData, PersonalDatum } from '../ports/personal-data.ts';
import { importedText } from './imported-text.ts';

/** A guess below this is none. */
const SURE_OF_LANGUAGE = 0.6;
/** Letters that a guess needs. */
const ENOUGH_LETTERS = 20;

export interface ImportDeps {
  bank: Bank;
  writer: ImportedTextWriter;
  detector: LanguageDetector;
  find: FindPersonalData;
  redact: (text: string) => string;
}

export interface ImportInput {
  /** The other system's name. */
  system: string;
  records: ReadRecord[];
  dryRun: boolean;
  /** The language of records that name none. */
  lang?: Lang;
  market?: string;
  progress?: (progress: { phase: 'import'; done: number; total: number }) => void;
}

/** An idea or praise, redacted. */
export interface Voice {
  about: 'idea' | 'praise';
  ref: string;
  title: string;
  words: string;
  url: string | null;
}

export interface ImportReport {
  dryRun: boolean;
  read: number;
  written: Record<ImportOutcome, { place: string; path: string }[]>;
  skipped: UnreadRecord[];
  voices: Voice[];
  /** Texts in which personal data was replaced, with what and how often. */
  redacted: { place: string; path: string; kinds: Partial<Record<PersonalDatum['kind'], number>> }[];
  /** Texts that anybody could read where they came from: proposals for `audience: public`. */
  werePublic: string[];
  /** Why it ended before the last record; null when it did not. */
  stopped: string | null;
}

/**
 * Records of another system to texts of the bank: not validated, internal, with their source, without personal data. Done again
 * it updates what nobody changed here since, and doubles nothing. What cannot be written is named, and the rest goes on.
 */
export function importArticles(deps: ImportDeps) {
  return async (input: ImportInput): Promise<ImportReport> => {
    refuseUnknown(input, deps.bank);
    const report: ImportReport = {
      dryRun: input.dryRun,
      read: input.records.length,
      written: { created: [], updated: [], unchanged: [], edited: [] },
      skipped: [],
      voices: [],
      redacted: [],
      werePublic: [],
      stopped: null,
    };
    const known = knownTexts(deps.bank);
    const seen = new Map<string, string>();
    for (const [i, record] of input.records.entries()) {
      input.progress?.({ phase: 'import', done: i, total: input.records.length });
      try {
        await take(record, { deps, input, report, known, seen });
      } catch (error) {
        if (!(error instanceof ErfaraError)) {
          // Of a file system's error more would follow; any other is about this record alone.
          if ((error as NodeJS.ErrnoException).code !== undefined) throw error;
          report.skipped.push({ place: record.place, reason: `it cannot be taken in (${String(error)})` });
          continue;
        }
        const why = error.details.map(({ message }) => message).join(' ') || error.message;
        if (error.code === 'bad-request') report.skipped.push({ place: record.place, reason: why });
        else {
          report.stopped = `${record.place}: ${why}`;
          break;
        }
      }
    }
    input.progress?.({ phase: 'import', done: input.records.length, total: input.records.length });
    return report;
  };
}

interface Run {
  deps: ImportDeps;
  input: ImportInput;
  report: ImportReport;
  /** Texts by the hash that ends an imported article's id. */
  known: Map<string, Text[]>;
  /** Where each record was met, by hash and language. */
  seen: Map<string, string>;
}

async function take(record: ReadRecord, run: Run): Promise<void> {
  const { deps, input, report, known, seen } = run;
  if ('reason' in record) {
    report.skipped.push(record);
    return;
  }
  if (record.about !== 'knowledge') {
    report.voices.push(voiceOf(record, record.about, deps.redact));
    return;
  }
  const lang = languageOf(record, input, deps);
  if ('reason' in lang) {
    report.skipped.push({ place: record.place, reason: lang.reason });
    return;
  }
  const hash = createHash('sha256').update(`${input.system}\n${record.ref}`).digest('hex').slice(0, 10);
  const earlier = seen.get(`${hash} ${lang.is}`);
  if (earlier !== undefined) {
    report.skipped.push({ place: record.place, reason: `the same id and language stood at ${earlier} already` });
    return;
  }
  seen.set(`${hash} ${lang.is}`, record.place);
  const siblings = known.get(hash) ?? [];
  const id = siblings[0]?.id ?? readableId(record.title, hash);
  const text = importedText(record, { ...input, id, lang: lang.is, bank: deps.bank, redact: deps.redact });
  const there = siblings.find((sibling) => sibling.lang === lang.is);
  const path = there?.path ?? `articles/imported/${input.system}/${id}.${lang.is}.md`;
  const options = { path, headings: deps.bank.settings.headings, dryRun: input.dryRun };
  const outcome = await deps.writer.write(text, options);
  if (!there) known.set(hash, [...siblings, { id, lang: lang.is, path } as Text]);
  report.written[outcome].push({ place: record.place, path });
  const kinds = counted(record, deps.find);
  if (Object.keys(kinds).length > 0) report.redacted.push({ place: record.place, path, kinds });
  if (record.wasPublic) report.werePublic.push(path);
}

function languageOf(record: ImportedRecord, input: ImportInput, deps: ImportDeps): { is: Lang } | { reason: string } {
  const languages = deps.bank.settings.languages;
  const named = record.lang === null ? input.lang : normaliseLang(record.lang);
  if (named !== undefined) {
    if (Object.hasOwn(languages, named)) return { is: named };
    return { reason: `its language is "${record.lang}", which the bank does not have` };
  }
  const words = [record.title, record.question, record.reply, record.resolution].filter(Boolean).join('\n');
  const { lang, confidence } = deps.detector.detect(words.slice(0, 2_000));
  const enough = (words.match(/\p{L}/gu)?.length ?? 0) >= ENOUGH_LETTERS;
  if (enough && confidence >= SURE_OF_LANGUAGE) return { is: lang };
  return { reason: 'its language cannot be told; give --lang' };
}

function counted(record: ImportedRecord, find: FindPersonalData): Partial<Record<PersonalDatum['kind'], number>> {
  const kinds: Partial<Record<PersonalDatum['kind'], number>> = {};
  for (const words of [record.title, record.question, record.reply, record.resolution]) {
    for (const { kind } of find(words ?? '')) kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return kinds;
}

function voiceOf(record: ImportedRecord, about: Voice['about'], redact: (text: string) => string): Voice {
  const { ref, url } = record;
  return { about, ref, url, title: redact(record.title), words: redact(record.question ?? '') };
}

function knownTexts(bank: Bank): Map<string, Text[]> {
  const known = new Map<string, Text[]>();
  for (const text of bank.articles.flatMap((article) => article.texts)) {
    const hash = /-([0-9a-f]{10})$/.exec(text.id)?.[1];
    if (hash !== undefined) known.set(hash, [...(known.get(hash) ?? []), text]);
  }
  return known;
}

function refuseUnknown({ lang, market }: ImportInput, { settings }: Bank): void {
  const details = [
    { path: '--lang', value: lang, known: settings.languages },
    { path: '--market', value: market, known: settings.markets },
  ].flatMap(({ path, value, known }) =>
    value === undefined || Object.hasOwn(known, value)
      ? []
      : [{ path, rule: 'unknown', message: `The bank has ${Object.keys(known).join(', ')}.` }],
  );
  if (details.length > 0) throw new ErfaraError('bad-setting', { details });
}
