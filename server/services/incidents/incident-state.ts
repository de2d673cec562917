import { type Article, sectionsNamed } from '../../domain/article.ts';
import { incidentOf } from '../../domain/incident.ts';
import type { IncidentState, IncidentsOutput } from '../../domain/incident-desk.ts';
import type { Lang } from '../../domain/language.ts';
import type { Ctx } from '../../domain/principal.ts';
import { textToRead } from '../../retrieval/choose.ts';
import type { LiveBank } from '../live-bank.ts';
import { readableTexts } from '../may-read.ts';
import { logFor, type ReadLog, raisedBy } from './incident-log.ts';
import { templateOf, withParts } from './incident-texts.ts';

/** Minutes before the end at which whoever raised it is asked whether it goes on. */
export const ASKED_AT = [30, 10] as const;

interface Seeing {
  bank: LiveBank;
  ctx: Ctx;
  readLog: ReadLog;
}

/** An incident as the desk shows it; null for a reader who may not read it, or when it says not how long it holds. */
export async function incidentState(incident: Article, { bank, ctx, readLog }: Seeing): Promise<IncidentState | null> {
  const texts = readableTexts(incident, ctx);
  const [first] = texts;
  // What all languages of an incident share is the first's.
  const [whole] = incident.texts;
  if (!first || !whole?.validFrom || !whole.validUntil) return null;
  const inside = ctx.principal.audience === 'internal';
  const parts = withParts(incident, bank);
  const log = await readLog(incident, bank, ctx.now);
  const running = ctx.now.getTime() < Date.parse(whole.validUntil);
  return {
    id: incident.id,
    template: inside ? templateOf(incident) : null,
    state: running ? 'running' : 'ended',
    line: Object.fromEntries(
      texts.map((text) => [text.lang, sectionsNamed(text, 'status')[0]?.markdown ?? text.title]),
    ),
    from: whole.validFrom,
    until: whole.validUntil,
    approvedBy: whole.incident?.approvedBy ?? null,
    markets: whole.incident?.appliesTo.markets ?? whole.markets,
    supersedes: inside ? [...new Set(parts.flatMap((part) => incidentOf(part)?.supersedes ?? []))] : [],
    answers: parts.flatMap((part) => answerOf(part, bank, ctx)),
    raisedBy: inside ? raisedBy(log) : null,
    ending: running ? endingAt(whole, ctx.now) : null,
    log: logFor(log, ctx),
  };
}

/** The last question that was due: 30 or 10 minutes or less are left. An incident that is no longer than that is not asked for. */
export function endingAt(
  { validFrom, validUntil }: Pick<Article['texts'][number], 'validFrom' | 'validUntil'>,
  now: Date,
) {
  const until = Date.parse(validUntil ?? '');
  const minutes = (since: number) => (until - since) / 60_000;
  const due = ASKED_AT.filter((each) => minutes(now.getTime()) <= each && minutes(Date.parse(validFrom ?? '')) > each);
  return due.at(-1) ?? null;
}

function answerOf(article: Article, bank: LiveBank, ctx: Ctx): IncidentState['answers'] {
  const texts = readableTexts(article, ctx).filter(({ state }) => state === 'validated' || state === 'not-validated');
  const shown = textToRead({ id: article.id, texts }, [ctx.locale], bank.settings);
  const languages = texts.filter((text) => sectionsNamed(text, 'reply').length > 0).map(({ lang }) => lang);
  if (!shown || languages.length === 0) return [];
  return [{ id: article.id, title: shown.title, languages, missing: missingIn(languages, bank) }];
}

/** A template as one chooses it: in which languages all of it is there, and in which something is missing. */
export function templateState(template: Article, bank: LiveBank, ctx: Ctx): IncidentsOutput['templates'] {
  const title = textToRead(
    { id: template.id, texts: readableTexts(template, ctx) },
    [ctx.locale],
    bank.settings,
  )?.title;
  if (title === undefined) return [];
  const parts = withParts(template, bank);
  const languages = template.texts
    .map(({ lang }) => lang)
    .filter((lang) => parts.every(({ texts }) => texts.some((text) => text.lang === lang)));
  return [{ id: template.id, title, languages, missing: missingIn(languages, bank) }];
}

function missingIn(languages: Lang[], { settings }: LiveBank): Lang[] {
  return Object.keys(settings.languages).filter((lang) => !languages.includes(lang));
}
