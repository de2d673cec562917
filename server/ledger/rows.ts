import type { EventType } from '../domain/feedback.ts';
import type { FlagProblem } from '../domain/flag.ts';
import type { LedgerCapture, LedgerEvent, LedgerFlag, TextNote } from '../ports/ledger.ts';
import type { CapturesTable, EventsTable, FlagsTable, TextNotesTable } from './tables.ts';

export function eventRow(event: LedgerEvent): EventsTable {
  return {
    id: event.id,
    type: event.type,
    at: event.at,
    received_at: event.receivedAt,
    agent: event.agent,
    request_id: event.requestId ?? null,
    article_id: event.article?.id ?? null,
    article_lang: event.article?.lang ?? null,
    article_etag: event.article?.etag ?? null,
    rank: event.rank ?? null,
    ask: event.ask ?? null,
    channel: event.channel ?? null,
    case_ref: event.case ?? null,
    subject: event.subject ?? null,
    text: event.text ?? null,
    reason: event.reason ?? null,
    shown: event.shown ? JSON.stringify(event.shown) : null,
    undoes: event.undoes ?? null,
  };
}

export function eventIn(row: EventsTable): LedgerEvent {
  const given = <K extends string, V>(key: K, value: V | null): { [key in K]?: V } =>
    (value === null ? {} : { [key]: value }) as { [key in K]?: V };
  return {
    id: row.id,
    type: row.type as EventType,
    at: row.at,
    receivedAt: row.received_at,
    agent: row.agent,
    ...given('requestId', row.request_id),
    ...(row.article_id === null
      ? {}
      : { article: { id: row.article_id, ...given('lang', row.article_lang), ...given('etag', row.article_etag) } }),
    ...given('rank', row.rank),
    ...given('ask', row.ask),
    ...given('channel', row.channel),
    ...given('case', row.case_ref),
    ...given('subject', row.subject),
    ...given('text', row.text),
    ...given('reason', row.reason),
    ...given('shown', row.shown === null ? null : (JSON.parse(row.shown) as string[])),
    ...given('undoes', row.undoes),
  };
}

export function rowOfFlag(flag: LedgerFlag): FlagsTable {
  return {
    id: flag.id,
    at: flag.at,
    author: flag.author,
    article_id: flag.article.id,
    article_lang: flag.article.lang,
    article_etag: flag.article.etag,
    comment: flag.comment,
    problem: flag.problem,
    phrasing: flag.phrasing,
    answer: flag.answer,
    answered_at: flag.answeredAt,
  };
}

export function flagIn(row: FlagsTable): LedgerFlag {
  return {
    id: row.id,
    at: row.at,
    author: row.author,
    article: { id: row.article_id, lang: row.article_lang, etag: row.article_etag },
    comment: row.comment,
    problem: row.problem as FlagProblem | null,
    phrasing: row.phrasing,
    answer: row.answer,
    answeredAt: row.answered_at,
  };
}

export function rowOfCapture(capture: LedgerCapture): CapturesTable {
  return {
    id: capture.id,
    at: capture.at,
    author: capture.author,
    article_id: capture.article.id,
    article_lang: capture.article.lang,
    path: capture.path,
    etag: capture.etag,
    question: capture.question,
  };
}

export function captureIn(row: CapturesTable): LedgerCapture {
  return {
    id: row.id,
    at: row.at,
    author: row.author,
    article: { id: row.article_id, lang: row.article_lang },
    path: row.path,
    etag: row.etag,
    question: row.question,
  };
}

export function rowOfNote(note: TextNote): TextNotesTable {
  return {
    article_id: note.article.id,
    lang: note.article.lang,
    words: note.words,
    checked: note.checked,
    new_at: note.newAt,
    changed_at: note.changedAt,
    validated_at: note.validatedAt,
  };
}

export function noteIn(row: TextNotesTable): TextNote {
  return {
    article: { id: row.article_id, lang: row.lang },
    words: row.words,
    checked: row.checked,
    newAt: row.new_at,
    changedAt: row.changed_at,
    validatedAt: row.validated_at,
  };
}
