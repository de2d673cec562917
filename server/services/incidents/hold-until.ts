import { createHash } from 'node:crypto';
import type { Article, Text } from '../../domain/article.ts';
import { ErfaraError, type ErrorDetail } from '../../domain/errors.ts';
import { isIncident, runningIncidents } from '../../domain/incident.ts';
import type { IncidentInput } from '../../domain/incident-desk.ts';
import { localIso } from '../../domain/moments.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { LiveBank } from '../live-bank.ts';
import { authorOf } from '../may-change.ts';
import { readableTexts } from '../may-read.ts';
import type { Done } from './done.ts';
import { said } from './incident-log.ts';
import { sourcesOf, withParts } from './incident-texts.ts';
import type { RaiseDeps } from './raise-incident.ts';
import { untilOf } from './until.ts';

/** As long as it is told that an incident is over, it can be taken up again. */
export const TOLD_MS = 2 * 3_600_000;

type Input = Exclude<IncidentInput, { action: 'raise' }>;

/** Gives an incident another end, or ends it now. What holds already is answered without a write. */
export function holdUntil(deps: RaiseDeps) {
  return async (input: Input, ctx: Ctx): Promise<Done> => {
    const bank = deps.bank();
    const incident = incidentNamed(input.id, bank, ctx);
    const [first] = incident.texts as [Text];
    const ends = Date.parse(first.validUntil ?? '');
    const over = ends <= ctx.now.getTime();
    const asIs = { incident, articles: withParts(incident, bank), written: false };
    if (input.action === 'end' && over) return asIs;
    if (over && ctx.now.getTime() - ends > TOLD_MS) {
      const message = `It ended at ${first.validUntil}. Raise it again from its template.`;
      throw new ErfaraError('bad-request', { details: [{ path: 'id', rule: 'ended', message }] });
    }
    const until = input.action === 'end' ? endNow(first, ctx.now) : checked(input.until, ctx.now);
    const iso = localIso(until, bank.settings.timeZone);
    if (Date.parse(iso) === ends) return asIs;
    const message = input.action === 'end' ? said.ended(incident.id) : said.extended(incident.id, iso);
    const texts = await write(incident, { until: iso, message }, { deps, ctx });
    const changed = { id: incident.id, texts };
    return { incident: changed, articles: [changed, ...asIs.articles.slice(1)], written: true };
  };
}

function incidentNamed(id: string, bank: LiveBank, ctx: Ctx): Article {
  const article = bank.byId.get(id);
  if (article && isIncident(article) && article.texts[0]?.validUntil && readableTexts(article, ctx).length > 0) {
    return article;
  }
  const running = runningIncidents(bank.articles, ctx.now).map((each) => each.id);
  const message = `There is no incident "${id}". ${running.length === 0 ? 'None is running.' : `Running: ${running.join(', ')}.`}`;
  throw new ErfaraError('not-found', { details: [{ path: 'id', rule: 'incident', message }] });
}

function checked(iso: string, now: Date): Date {
  const details: ErrorDetail[] = [];
  const until = untilOf(iso, now, (path, rule, message) => void details.push({ path, rule, message }));
  if (details.length > 0) throw new ErfaraError('bad-request', { details });
  return until;
}

/** Now, but never before it began. */
function endNow({ validFrom }: Text, now: Date): Date {
  const second = Math.floor(now.getTime() / 1_000) * 1_000;
  return new Date(Math.max(second, Date.parse(validFrom ?? '') + 1_000));
}

interface Ending {
  until: string;
  message: string;
}

/**
 * The first text decides until when an incident holds, so it is written first: killed between two files, the new end holds
 * and the others are brought in line at the next start.
 */
async function write(
  incident: Article,
  { until, message }: Ending,
  { deps, ctx }: { deps: RaiseDeps; ctx: Ctx },
): Promise<Text[]> {
  const sources = await sourcesOf(incident, deps.writer);
  const { headings } = deps.bank().settings;
  const files = sources.map(({ text, source }) => {
    const markdown = deps.setField(source, ['valid_until'], until);
    const read = deps.readText(markdown, text.path, headings);
    return { path: text.path, etag: hashOf(source), bytes: Buffer.from(markdown), text: read.text ?? text };
  });
  const changed = files.filter(({ bytes, etag }) => hashOf(bytes) !== etag);
  await deps.history.settle(
    files.map(({ path }) => ({ path })),
    { at: ctx.now },
  );
  const change = {
    author: authorOf(ctx),
    message,
    at: ctx.now,
    files: changed.map(({ path, bytes }) => ({ path, bytes })),
  };
  await deps.history.record(change, async () => {
    for (const { path, bytes, etag } of changed) await deps.writer.write(path, bytes, etag);
  });
  return files.map(({ text }) => text);
}

function hashOf(words: string | Uint8Array): string {
  return createHash('sha256').update(words).digest('hex');
}
