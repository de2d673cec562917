import type { Article, Text } from '../../domain/article.ts';
import { incidentOf } from '../../domain/incident.ts';
import type { ArticleWriter } from '../../ports/article-writer.ts';
import type { SetField } from '../bulk-edits.ts';
import type { LiveBank } from '../live-bank.ts';

/** How a raised incident's texts say what they were made from: `source: {system: template, ref: <id>}`. */
const FROM = 'template';

/** The pre-approved, pre-translated incidents that one can be raised from. */
export function templatesIn({ articles }: Pick<LiveBank, 'articles'>): Article[] {
  return articles.filter((article) => {
    const incident = incidentOf(article);
    return incident?.template === true && incident.partOf === null;
  });
}

/** An incident with its answers, the incident first. */
export function withParts(incident: Article, { articles }: Pick<LiveBank, 'articles'>): Article[] {
  return [incident, ...articles.filter((article) => incidentOf(article)?.partOf === incident.id)];
}

/** The id of the template that an incident was raised from. */
export function templateOf(incident: Article): string | null {
  const source = incident.texts[0]?.source;
  return source?.system === FROM ? source.ref : null;
}

/** What the person who raises it decides. */
export interface Raised {
  id: string;
  from: string;
  until: string;
  approvedBy: string;
  markets: string[] | null;
  supersedes: string[];
}

export interface SourceOf {
  text: Text;
  source: string;
}

/** The files of an article as they are on disk; one that was removed meanwhile is left out. */
export async function sourcesOf(article: Article, writer: Pick<ArticleWriter, 'read'>): Promise<SourceOf[]> {
  const read = await Promise.all(article.texts.map(async (text) => ({ text, file: await writer.read(text.path) })));
  return read.flatMap(({ text, file }) => (file ? [{ text, source: Buffer.from(file.bytes).toString('utf8') }] : []));
}

/** A template's text as the text of the incident: its words stay as they were approved, byte by byte. */
export function raisedText({ text, source }: SourceOf, raised: Raised, setField: SetField): string {
  const template = text.incident?.partOf ?? text.id;
  const isAnswer = text.incident?.partOf !== null;
  const fields: [string, unknown][] = [
    ['id', raisedId(text.id, template, raised.id)],
    ['template', undefined],
    ['source', { system: FROM, ref: text.id }],
    ...(raised.markets ? ([['markets', raised.markets]] as [string, unknown][]) : []),
    ...(isAnswer ? ([['part_of', raised.id]] as [string, unknown][]) : holdsFrom(text, raised)),
  ];
  return fields.reduce((edited, [field, value]) => setField(edited, [field], value), source);
}

function holdsFrom(text: Text, { from, until, approvedBy, markets, supersedes }: Raised): [string, unknown][] {
  const own = text.incident?.supersedes ?? [];
  const more = supersedes.filter((id) => !own.includes(id));
  return [
    ['valid_from', from],
    ['valid_until', until],
    ['approved_by', approvedBy],
    ...(more.length > 0 ? ([['supersedes', [...own, ...more]]] as [string, unknown][]) : []),
    ...(markets ? ([['applies_to', { markets }]] as [string, unknown][]) : []),
  ];
}

/** `template-storm-refund` of `template-storm`, raised as `storm-2026-11-22`, is `storm-2026-11-22-refund`. */
function raisedId(id: string, template: string, raised: string): string {
  if (id === template) return raised;
  const own = id.startsWith(`${template}-`) ? id.slice(template.length + 1) : withoutPrefix(id);
  return `${raised}-${own}`;
}

/** What an incident of a day is called before a number is needed to tell it from another of that day. */
export function nameOf(template: string, day: string): string {
  return `${withoutPrefix(template).slice(0, 80).replace(/-$/, '')}-${day}`;
}

function withoutPrefix(id: string): string {
  return id.replace(/^template-/, '');
}
