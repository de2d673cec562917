import type { Article, Text } from '../../domain/article.ts';
import { ErfaraError, type ErrorDetail } from '../../domain/errors.ts';
import { incidentOf, runningIncidents } from '../../domain/incident.ts';
import type { IncidentInput } from '../../domain/incident-desk.ts';
import { dayOf, localIso } from '../../domain/moments.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { ArticleWriter } from '../../ports/article-writer.ts';
import type { History } from '../../ports/history.ts';
import type { PassageIndex } from '../../ports/passage-index.ts';
import type { ReadText } from '../bank-after.ts';
import type { SetField } from '../bulk-edits.ts';
import type { LiveBank } from '../live-bank.ts';
import { authorOf } from '../may-change.ts';
import { readableTexts } from '../may-read.ts';
import type { Done } from './done.ts';
import { type ReadLog, said } from './incident-log.ts';
import { nameOf, type Raised, raisedText, sourcesOf, templateOf, templatesIn, withParts } from './incident-texts.ts';
import { untilOf } from './until.ts';

const FOLDER = 'incidents';
/** Of one template on one day. */
const MOST = 50;

export interface RaiseDeps {
  bank: () => LiveBank;
  index: Pick<PassageIndex, 'current'>;
  writer: Pick<ArticleWriter, 'read' | 'write' | 'createFolder'>;
  history: Pick<History, 'record' | 'settle'>;
  readText: ReadText;
  setField: SetField;
  readLog: ReadLog;
}

export type RaiseInput = Extract<IncidentInput, { action: 'raise' }>;

/**
 * An incident from a template in all its languages, at once and whole. One that runs already is answered when it was asked
 * for in the same words, and named otherwise.
 */
export function raise(deps: RaiseDeps) {
  return async (input: RaiseInput, ctx: Ctx): Promise<Done> => {
    const bank = deps.bank();
    const template = templateNamed(input.template, bank, ctx);
    const chosen = readInput(input, template, bank, ctx);
    const running = alike(template.id, chosen.markets, { bank, ctx });
    if (running) return sameOrThrow(running, input, bank);
    const day = dayOf(ctx.now, bank.settings.timeZone);
    const sources = await templateSources(template, { bank, deps });
    for (let number = 1; number <= MOST; number += 1) {
      const id = `${nameOf(template.id, day)}${number === 1 ? '' : `-${number}`}`;
      if (bank.byId.has(id)) continue;
      const raised = { ...chosen, id };
      const texts = sources.map((source) =>
        readable(raisedText(source, raised, deps.setField), raised, { bank, deps }),
      );
      if (texts.some(({ text }) => bank.byId.has(text.id))) continue;
      if (!(await write(texts, raised, { deps, ctx }))) continue;
      return { ...asArticles(texts, id), written: true };
    }
    const message = `"${template.id}" was raised ${MOST} times today. Extend one of them, or write an incident by hand.`;
    throw new ErfaraError('exists', { details: [{ path: 'template', rule: 'exists', message }] });
  };
}

function templateNamed(id: string, bank: LiveBank, ctx: Ctx): Article {
  const templates = templatesIn(bank).filter((each) => readableTexts(each, ctx).length > 0);
  const template = templates.find((each) => each.id === id);
  if (template) return template;
  const ids = templates.map((each) => each.id).join(', ');
  const message = `There is no template "${id}". ${ids === '' ? 'There are none: write one in incidents/templates.' : `There are: ${ids}.`}`;
  throw new ErfaraError('not-found', { details: [{ path: 'template', rule: 'template', message }] });
}

/** What was asked for, with every mistake named at once. */
function readInput(input: RaiseInput, template: Article, bank: LiveBank, ctx: Ctx): Omit<Raised, 'id'> {
  const details: ErrorDetail[] = [];
  const wrong = (path: string, rule: string, message: string) => void details.push({ path, rule, message });
  const { timeZone } = bank.settings;
  const from = input.from === undefined ? ctx.now : new Date(input.from);
  if (from.getTime() > ctx.now.getTime()) {
    wrong('from', 'future', 'It begins when it is raised. Leave `from` out, or say when it began.');
  }
  if (ctx.now.getTime() - from.getTime() > 7 * 86_400_000) wrong('from', 'past', 'It began at most seven days ago.');
  const until = untilOf(input.until, ctx.now, wrong);
  if (input.approvedBy.trim() === '') wrong('approvedBy', 'empty', 'Say who approved it: a name or a role.');
  const own = incidentOf(template)?.appliesTo.markets ?? template.texts[0]?.markets ?? null;
  const known = own ?? Object.keys(bank.settings.markets);
  for (const market of input.markets ?? []) {
    if (known.includes(market)) continue;
    const fit = known.length === 0 ? 'The bank has no markets.' : `Choose among ${known.join(', ')}.`;
    wrong('markets', 'unknown', `"${market}" is no market of this template. ${fit}`);
  }
  if (input.markets?.length === 0) wrong('markets', 'empty', 'Name the markets, or leave them out for all.');
  for (const id of input.supersedes ?? []) {
    const article = bank.byId.get(id);
    if (!article || readableTexts(article, ctx).length === 0) {
      wrong('supersedes', 'unknown', `There is no article "${id}". Search for it, and take its id.`);
    } else if (incidentOf(article)) wrong('supersedes', 'incident', `"${id}" is an incident. End it instead.`);
  }
  if (details.length > 0) throw new ErfaraError('bad-request', { details });
  return {
    from: localIso(from, timeZone),
    until: localIso(until, timeZone),
    approvedBy: input.approvedBy.trim(),
    markets: input.markets ? [...new Set(input.markets)].sort() : null,
    supersedes: [...new Set((input.supersedes ?? []).map((id) => bank.byId.get(id)?.id ?? id))],
  };
}

/** What already runs from the template where the new one would. */
function alike(template: string, markets: string[] | null, { bank, ctx }: { bank: LiveBank; ctx: Ctx }) {
  return runningIncidents(bank.articles, ctx.now).find((article) => {
    if (templateOf(article) !== template) return false;
    const there = incidentOf(article)?.appliesTo.markets ?? null;
    return there === null || markets === null || there.some((market) => markets.includes(market));
  });
}

function sameOrThrow(running: Article, input: RaiseInput, bank: LiveBank): Done {
  const { validUntil, incident } = running.texts[0] as Text;
  const sameEnd = sameSecond(validUntil ?? '', input.until);
  const sameMarkets =
    [...(incident?.appliesTo.markets ?? [])].sort().join() === [...(input.markets ?? [])].sort().join();
  if (sameEnd && sameMarkets && incident?.approvedBy === input.approvedBy.trim()) {
    return { incident: running, articles: withParts(running, bank), written: false };
  }
  const message = `It runs already, as "${running.id}" until ${validUntil}. Extend that one (action extend), or end it first.`;
  throw new ErfaraError('exists', { details: [{ path: 'template', rule: 'running', message }] });
}

function sameSecond(one: string, other: string): boolean {
  return Math.floor(Date.parse(one) / 1_000) === Math.floor(Date.parse(other) / 1_000);
}

interface Raising {
  bank: LiveBank;
  deps: RaiseDeps;
}

async function templateSources(template: Article, { bank, deps }: Raising) {
  const sources = await Promise.all(withParts(template, bank).map((part) => sourcesOf(part, deps.writer)));
  const all = sources.flat();
  if (all.some(({ text }) => text.id === template.id)) return all;
  const message = `The files of "${template.id}" were removed just now. Choose another template.`;
  throw new ErfaraError('not-found', { details: [{ path: 'template', rule: 'template', message }] });
}

interface RaisedFile {
  text: Text;
  markdown: string;
}

function readable(markdown: string, { id }: Raised, { bank, deps }: Raising): RaisedFile {
  const read = deps.readText(markdown, `${FOLDER}/${id}`, bank.settings.headings);
  if (read.text) {
    const path = `${FOLDER}/${id}/${read.text.id}.${read.text.lang}.md`;
    return { text: { ...read.text, path }, markdown };
  }
  const details = read.problems.map(({ line, rule, message, fix }) => ({
    path: `line ${line}`,
    rule,
    message: `${message} ${fix}`,
  }));
  throw new ErfaraError('has-errors', { details, about: { problems: read.problems } });
}

/** All files or none. False when the name is taken. */
async function write(texts: RaisedFile[], raised: Raised, { deps, ctx }: { deps: RaiseDeps; ctx: Ctx }) {
  const files = texts.map(({ text: { path }, markdown }) => ({ path, bytes: Buffer.from(markdown) }));
  const folder = `${FOLDER}/${raised.id}`;
  let free = true;
  const message = said.raised(raised.id, raised.until, raised.approvedBy);
  await deps.history
    .record({ author: authorOf(ctx), message, at: ctx.now, files }, async () => {
      const named = files.map(({ path, bytes }) => ({ name: path.slice(folder.length + 1), bytes }));
      free = await deps.writer.createFolder(folder, named);
      // Nothing was written: nothing may be recorded as if it were.
      if (!free) throw new ErfaraError('exists');
    })
    .catch((error: unknown) => {
      if (free) throw error;
    });
  return free;
}

function asArticles(texts: RaisedFile[], id: string): { incident: Article; articles: Article[] } {
  const byId = new Map<string, Article>();
  for (const { text } of texts) {
    byId.set(text.id, { id: text.id, texts: [...(byId.get(text.id)?.texts ?? []), text] });
  }
  return { incident: byId.get(id) as Article, articles: [...byId.values()] };
}
