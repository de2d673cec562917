import { endedIncidents, runningIncidents } from '../../domain/incident.ts';
import type { IncidentsOutput, Surge } from '../../domain/incident-desk.ts';
import type { Ctx } from '../../domain/principal.ts';
import type { LiveBank } from '../live-bank.ts';
import { isLead, requireScope } from '../scope.ts';
import { TOLD_MS } from './hold-until.ts';
import type { ReadLog } from './incident-log.ts';
import { incidentState, templateState } from './incident-state.ts';
import { templatesIn } from './incident-texts.ts';

export interface ListIncidentsDeps {
  bank: () => LiveBank;
  readLog: ReadLog;
  /** What is asked unusually often just now. */
  surges: (ctx: Ctx) => Promise<Surge[]>;
}

/** What runs, what ended not long ago, what can be raised and, for leads, what is asked unusually often. */
export function listIncidents(deps: ListIncidentsDeps) {
  return async (ctx: Ctx): Promise<IncidentsOutput> => {
    requireScope(ctx, 'suggest');
    const bank = deps.bank();
    const told = new Date(ctx.now.getTime() - TOLD_MS);
    const ended = endedIncidents(bank.articles, told, ctx.now).map(({ article }) => article);
    const running = runningIncidents(bank.articles, ctx.now);
    const seeing = { bank, ctx, readLog: deps.readLog };
    const states = await Promise.all([...running, ...ended].map((article) => incidentState(article, seeing)));
    return {
      requestId: ctx.requestId,
      incidents: states.filter((state) => state !== null),
      templates: templatesIn(bank).flatMap((template) => templateState(template, bank, ctx)),
      surges: isLead(ctx) ? await deps.surges(ctx) : [],
    };
  };
}
