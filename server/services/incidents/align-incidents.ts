import { createHash } from 'node:crypto';
import type { Article } from '../../domain/article.ts';
import { isIncident } from '../../domain/incident.ts';
import type { History } from '../../ports/history.ts';
import { deedOf } from './incident-log.ts';
import { sourcesOf } from './incident-texts.ts';
import type { RaiseDeps } from './raise-incident.ts';

interface AlignDeps extends Pick<RaiseDeps, 'bank' | 'writer' | 'setField'> {
  history: Pick<History, 'log' | 'record'>;
  now: () => Date;
}

/**
 * Finishes what a killed process began: an incident whose first text was given another end has it in every language.
 * Differences that an editor wrote are left for the editor. Answers whether anything was written.
 */
export function alignIncidents(deps: AlignDeps) {
  return async (): Promise<boolean> => {
    let written = false;
    for (const incident of deps.bank().articles.filter(isIncident)) {
      const [first, ...others] = incident.texts;
      const apart = others.filter(({ validUntil }) => moment(validUntil) !== moment(first?.validUntil));
      if (!first?.validUntil || apart.length === 0) continue;
      const [last] = await deps.history.log(first.path, 1);
      const deed = deedOf(last?.message.split('\n')[0] ?? '');
      if (!last || (deed !== 'extended' && deed !== 'ended')) continue;
      await bring(
        { id: incident.id, texts: apart },
        { until: first.validUntil, by: last.author, message: last.message },
        deps,
      );
      written = true;
    }
    return written;
  };
}

async function bring(
  apart: Article,
  { until, by, message }: { until: string; by: string; message: string },
  { writer, history, setField, now }: AlignDeps,
): Promise<void> {
  const files = (await sourcesOf(apart, writer)).map(({ text: { path }, source }) => {
    const etag = createHash('sha256').update(source).digest('hex');
    return { path, etag, bytes: Buffer.from(setField(source, ['valid_until'], until)) };
  });
  const change = {
    author: { name: by, email: null },
    message,
    at: now(),
    files: files.map(({ path, bytes }) => ({ path, bytes })),
  };
  await history.record(change, async () => {
    for (const { path, etag, bytes } of files) await writer.write(path, bytes, etag);
  });
}

function moment(iso: string | null | undefined): number | null {
  return iso ? Date.parse(iso) : null;
}
