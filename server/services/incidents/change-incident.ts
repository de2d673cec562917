import type { Article } from '../../domain/article.ts';
import { ErfaraError } from '../../domain/errors.ts';
import type { IncidentInput, IncidentOutput } from '../../domain/incident-desk.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { Visibility } from '../capture-case.ts';
import { type LiveBank, liveBank } from '../live-bank.ts';
import { requireInside, requireScope } from '../scope.ts';
import { holdUntil } from './hold-until.ts';
import { incidentState } from './incident-state.ts';
import { type RaiseDeps, raise } from './raise-incident.ts';

export interface ChangeIncidentDeps extends RaiseDeps {
  makeVisible: () => Visibility;
}

/**
 * Raises an incident from a template, gives it another end, or ends it: for leads. One deed after the other, so that two who
 * raise the same at once raise one. A request that is sent again, because the first answer did not come, changes nothing.
 * @throws ErfaraError `not-found`, `bad-request`, `exists`, `disk-full`.
 */
export function changeIncident(deps: ChangeIncidentDeps) {
  let last: Promise<unknown> = Promise.resolve();
  return async (input: IncidentInput, ctx: Ctx): Promise<IncidentOutput> => {
    requireScope(ctx, 'lead');
    requireInside(ctx);
    const deed = last.then(async () => {
      const done = input.action === 'raise' ? await raise(deps)(input, ctx) : await holdUntil(deps)(input, ctx);
      return { ...done, visible: done.written ? deps.makeVisible() : null };
    });
    // The next one must find what this one wrote.
    last = deed.then(({ visible }) => visible?.done).catch(() => undefined);
    const { incident, articles, visible } = await deed;
    const visibleAt = visible ? await visible.version : ((await deps.index.current())?.version.version ?? 0);
    const bank = withArticles(deps.bank(), articles);
    const state = await incidentState(incident, { bank, ctx, readLog: deps.readLog });
    if (!state) throw new ErfaraError('not-found');
    return { requestId: ctx.requestId, incident: state, visibleAt };
  };
}

function withArticles(bank: LiveBank, articles: Article[]): LiveBank {
  const ids = new Set(articles.map(({ id }) => id));
  return liveBank({ ...bank, articles: [...bank.articles.filter(({ id }) => !ids.has(id)), ...articles] });
}
