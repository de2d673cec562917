import type { Article } from '../../domain/article.ts';
import type { IncidentDeed, IncidentState } from '../../domain/incident-desk.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { History } from '../../ports/history.ts';
import type { LiveBank } from '../live-bank.ts';
import { withParts } from './incident-texts.ts';

/** Versions of one file that are looked through. */
const LOOKED_THROUGH = 100;
/** A version that others wrote is recorded a little after it is read. */
const KEPT_MS = 15_000;

/** The first line of a version's message, which says what was done; the log is read from it again. */
export const said = {
  raised: (id: string, until: string, approvedBy: string) =>
    `Incident "${id}" raised until ${until}, approved by ${approvedBy}`,
  extended: (id: string, until: string) => `Incident "${id}" holds until ${until}`,
  ended: (id: string) => `Incident "${id}" ended`,
};

const DEEDS: [IncidentDeed, RegExp][] = [
  ['raised', /^Incident "[^"]+" raised until /],
  ['extended', /^Incident "[^"]+" holds until /],
  ['ended', /^Incident "[^"]+" ended$/],
];

type Entry = IncidentState['log'][number];

export type ReadLog = (incident: Article, bank: LiveBank, now: Date) => Promise<Entry[]>;

/** Who did what to an incident and when, oldest first, as the history has it; what the clock did is added at `now`. */
export function incidentLog({ history }: { history: Pick<History, 'log'> }): ReadLog {
  const known = new Map<string, { key: string; at: number; entries: Entry[] }>();
  const read = async (incident: Article, bank: LiveBank): Promise<Entry[]> => {
    const texts = withParts(incident, bank).flatMap((article) => article.texts);
    const key = texts.map(({ path, etag }) => `${path} ${etag}`).join();
    const kept = known.get(incident.id);
    if (kept && kept.key === key && Date.now() - kept.at < KEPT_MS) return kept.entries;
    const revisions = (await Promise.all(texts.map(({ path }) => history.log(path, LOOKED_THROUGH)))).flat();
    const once = new Map(revisions.map((revision) => [revision.id, revision]));
    // Newest first as they come: what is of one moment stays in its order.
    const entries = [...once.values()]
      .reverse()
      .map(({ at, author, message }) => {
        const what = message.split('\n')[0] ?? '';
        return { at: new Date(at).toISOString(), by: author, what, kind: deedOf(what) };
      })
      .sort((a, b) => a.at.localeCompare(b.at));
    // It was copied from a template: git takes what became of that before for its own.
    const own = entries.slice(
      Math.max(
        0,
        entries.findIndex(({ kind }) => kind === 'raised'),
      ),
    );
    known.set(incident.id, { key, at: Date.now(), entries: own });
    return own;
  };
  return async (incident, bank, now) => withTheClock(incident, await read(incident, bank), now);
}

export function deedOf(what: string): IncidentDeed {
  return DEEDS.find(([, words]) => words.test(what))?.[0] ?? 'changed';
}

/** An incident that nobody ended ended by itself. */
function withTheClock({ id, texts }: Article, entries: Entry[], now: Date): Entry[] {
  const until = Date.parse(texts[0]?.validUntil ?? '');
  const last = entries.filter(({ kind }) => kind !== 'changed').at(-1);
  if (!(until <= now.getTime()) || last?.kind === 'ended') return entries;
  const at = new Date(until).toISOString();
  const ranOut: Entry = { at, by: 'Erfara', what: `Incident "${id}" ended by itself`, kind: 'ran-out' };
  return [...entries, ranOut].sort((a, b) => a.at.localeCompare(b.at));
}

/** Whoever raised it; null where somebody wrote its files by other means. */
export function raisedBy(entries: Entry[]): string | null {
  return entries.find(({ kind }) => kind === 'raised')?.by ?? null;
}

/** What a reader may see of it. */
export function logFor(entries: Entry[], { principal }: Ctx): Entry[] {
  return principal.audience === 'internal' ? entries : [];
}
