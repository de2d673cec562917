import type { Article, Text } from './article.ts';

/** The incident texts and answers of a bank, with who inherits from whom. */
export function incidentOf(article: Article): NonNullable<Text['incident']> | null {
  return article.texts[0]?.incident ?? null;
}

/** An incident itself: no answer of one, no template. */
export function isIncident(article: Article): boolean {
  const incident = incidentOf(article);
  return incident !== null && incident.partOf === null && !incident.template;
}

/** When an article holds, in milliseconds; an answer of an incident holds as long as its incident does. */
export function validityOf(
  article: Article,
  byId: Map<string, Article>,
): { from: number | null; until: number | null } {
  const parent = incidentOf(article)?.partOf;
  const source = (parent ? byId.get(parent) : undefined) ?? article;
  const text = source.texts[0];
  return { from: moment(text?.validFrom), until: moment(text?.validUntil) };
}

function moment(iso: string | null | undefined): number | null {
  return iso ? Date.parse(iso) : null;
}

/** Incidents that run at `now`. */
export function runningIncidents(articles: Article[], now: Date): Article[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return articles.filter((article) => {
    if (!isIncident(article)) return false;
    const { from, until } = validityOf(article, byId);
    return from !== null && until !== null && from <= now.getTime() && now.getTime() < until;
  });
}

/**
 * Ids of normal articles that running incidents make wrong for a customer in `market`. With the market unknown only an
 * incident that holds everywhere withholds anything: elsewhere the normal answer is still right.
 */
export function supersededIds(articles: Article[], running: Article[], market: string | null): Set<string> {
  const ids = new Set<string>();
  for (const incident of running) {
    const markets = incidentOf(incident)?.appliesTo.markets ?? null;
    if (markets !== null && (market === null || !markets.includes(market))) continue;
    const parts = articles.filter((article) => incidentOf(article)?.partOf === incident.id);
    for (const part of [incident, ...parts]) for (const id of incidentOf(part)?.supersedes ?? []) ids.add(id);
  }
  return ids;
}

/** Incidents that ended between two moments, newest first. One whose file is gone is not known any more. */
export function endedIncidents(articles: Article[], after: Date, now: Date): { article: Article; endedAt: number }[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return articles
    .filter(isIncident)
    .flatMap((article) => {
      const { from, until } = validityOf(article, byId);
      const ran = from !== null && until !== null && from < until;
      return ran && until > after.getTime() && until <= now.getTime() ? [{ article, endedAt: until }] : [];
    })
    .sort((a, b) => b.endedAt - a.endedAt);
}
