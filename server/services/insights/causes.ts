import type { Cause } from '../../domain/curation.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { LiveBank } from '../live-bank.ts';
import { shown } from './figure.ts';
import { casesOf } from './outcome.ts';
import { nameOf, type Slice } from './slice.ts';

/** Every cause that has an owner, with its cases step by step: what the company could end, and what became of it since. */
export function causesIn(slices: Slice[], reading: { bank: LiveBank; ctx: Ctx }): Cause[] {
  const causes = reading.bank.articles.flatMap(({ id, texts: [text] }): Cause[] => {
    if (!text?.causeOwner || text.state === 'archived') return [];
    const { told = null, accepted = null, fixed = null } = text.cause ?? {};
    const isOfCause = (article: string) => (reading.bank.byId.get(article)?.id ?? article) === id;
    const figures = slices.map(({ events }) => casesOf(events, isOfCause));
    const points = figures.map(shown);
    const named = nameOf(id, reading);
    // One that nobody was told of and that made no cases is nothing to look at.
    if (figures.every(({ behind }) => behind.length === 0) && !told && !accepted && !fixed) return [];
    return [{ owner: text.causeOwner, article: named, told, accepted, fixed, points }];
  });
  const cases = ({ points }: Cause) => points.reduce<number>((sum, point) => sum + (point ?? 0), 0);
  return causes.sort((a, b) => cases(b) - cases(a) || a.article.id.localeCompare(b.article.id));
}

/** Everybody who could end what makes cases, in order of name. */
export function causeOwners({ articles }: LiveBank): string[] {
  return [...new Set(articles.flatMap(({ texts: [text] }) => text?.causeOwner ?? []))].sort();
}

/** Whether an article's cases are for this owner to end. */
export function isCausedBy(owner: string, bank: LiveBank): (articleId: string) => boolean {
  return (id) => bank.byId.get(id)?.texts[0]?.causeOwner === owner;
}
