import type { Article, Text } from '../../domain/article.ts';
import type { ArticleName } from '../../domain/curation.ts';
import { ErfaraError } from '../../domain/errors.ts';
import { incidentOf, isIncident } from '../../domain/incident.ts';
import type { IncidentPageOutput, OlderText } from '../../domain/incident-desk.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { LedgerEvent } from '../../ports/ledger.ts';
import { textToRead } from '../../retrieval/choose.ts';
import type { LiveBank } from '../live-bank.ts';
import { readableTexts } from '../may-read.ts';
import { isLead, requireScope } from '../scope.ts';
import type { ReadLog } from './incident-log.ts';
import { incidentState } from './incident-state.ts';
import { withParts } from './incident-texts.ts';

/** Cases that are listed; the rest are counted. */
const LISTED = 200;
const REACHED: LedgerEvent['type'][] = ['sent', 'insert'];

export interface ReadIncidentDeps {
  bank: () => LiveBank;
  readLog: ReadLog;
  /** What agents did between two moments (ISO 8601, UTC). */
  events: (since: string, until: string) => Promise<LedgerEvent[]>;
  /** What a version of a text told customers; null when it is no longer known. */
  wordsOf: (text: Text, etag: string) => Promise<string | null>;
}

/** One incident for people called in: what it says, what it withholds and, for leads, whose answers were older. */
export function readIncident(deps: ReadIncidentDeps) {
  return async ({ id }: { id: string }, ctx: Ctx): Promise<IncidentPageOutput> => {
    requireScope(ctx, 'suggest');
    const bank = deps.bank();
    const incident = bank.byId.get(id);
    const state =
      incident && isIncident(incident) ? await incidentState(incident, { bank, ctx, readLog: deps.readLog }) : null;
    if (!incident || !state) throw new ErfaraError('not-found');
    const until = state.state === 'ended' ? state.until : ctx.now.toISOString();
    const events = isLead(ctx) ? await deps.events(utc(state.from), utc(until)) : [];
    const parts = withParts(incident, bank);
    const older = olderTexts(events, parts, { bank, ctx, changed: await changedAnswers(events, parts, deps.wordsOf) });
    return {
      requestId: ctx.requestId,
      incident: state,
      withheld: state.supersedes.flatMap((each) => named(each, { bank, ctx })),
      older: older.slice(0, LISTED),
      olderTotal: older.length,
    };
  };
}

/** Hashes of own answers that agents used and whose words to customers are others now. */
async function changedAnswers(
  events: LedgerEvent[],
  parts: Article[],
  wordsOf: ReadIncidentDeps['wordsOf'],
): Promise<Set<string>> {
  const changed = new Set<string>();
  const texts = parts.flatMap((part) => part.texts);
  for (const { article } of events) {
    const { etag } = article ?? {};
    const text = texts.find(({ id, lang }) => id === article?.id && lang === article.lang);
    if (!text || etag === undefined || etag === text.etag || changed.has(etag)) continue;
    // Another end is another file, but no other answer.
    const [then, now] = await Promise.all([wordsOf(text, etag), wordsOf(text, text.etag)]);
    if (then !== null && then !== now) changed.add(etag);
  }
  return changed;
}

interface Looking {
  bank: LiveBank;
  ctx: Ctx;
  /** Hashes of own answers that say something else now. */
  changed: Set<string>;
}

/**
 * The cases that got a text which the incident makes wrong, or words of its answers that say something else now: the last
 * such text of each case, newest first. Events are those since it began.
 */
export function olderTexts(events: LedgerEvent[], parts: Article[], looking: Looking): OlderText[] {
  const { bank, changed } = looking;
  const superseded = new Set(parts.flatMap((part) => incidentOf(part)?.supersedes ?? []));
  const own = new Set(parts.map(({ id }) => id));
  const latest = new Map<string, OlderText>();
  const byTime = events.filter(({ type }) => REACHED.includes(type)).sort((a, b) => a.at.localeCompare(b.at));
  for (const { case: ref, at, article, channel } of byTime) {
    if (ref === undefined || article === undefined) continue;
    const id = bank.byId.get(article.id)?.id ?? article.id;
    const older = superseded.has(id) ? 'superseded' : changed.has(article.etag ?? '') ? 'answer-changed' : null;
    // Whoever got the right words afterwards need not be written to again.
    if (older === null && own.has(id)) latest.delete(ref);
    if (older === null) continue;
    const [name] = named(id, looking, article.lang);
    const shown = name ?? { id, lang: article.lang ?? '', title: id };
    latest.set(ref, { case: ref, at, article: shown, channel: channel ?? null, why: older });
  }
  return [...latest.values()].sort((a, b) => b.at.localeCompare(a.at));
}

function named(id: string, { bank, ctx }: Pick<Looking, 'bank' | 'ctx'>, lang?: string): ArticleName[] {
  const article = bank.byId.get(id);
  const texts = article ? readableTexts(article, ctx) : [];
  const text = texts.find((each) => each.lang === lang) ?? textToRead({ id, texts }, [ctx.locale], bank.settings);
  return text ? [{ id: text.id, lang: text.lang, title: text.title }] : [];
}

function utc(iso: string): string {
  return new Date(iso).toISOString();
}
