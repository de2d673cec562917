import { z } from '@hono/zod-openapi';
import { INCIDENT_DEEDS } from '../../domain/incident-desk.ts';
import { articleId, code, words } from './words.ts';

const moment = z.iso
  .datetime({ offset: true, error: 'is a moment with its offset, such as 2026-11-22T18:00:00+01:00' })
  .openapi({ example: '2026-11-22T18:00:00+01:00' });

/** It becomes one line of a file that people read. */
const name = words(120).refine((value) => !/[\r\n]/.test(value), 'is one line');

export const incidentInput = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('raise'),
      template: articleId,
      until: moment,
      approvedBy: name.openapi({ description: 'A name or a role; every agent sees it.' }),
      from: moment.optional().openapi({ description: 'When it began, where that was before now.' }),
      markets: z.array(code).max(50).optional(),
      supersedes: z
        .array(articleId)
        .max(50)
        .optional()
        .openapi({ description: 'Normal articles withheld beside those of the template.' }),
    }),
    z.strictObject({ action: z.literal('extend'), id: articleId, until: moment }),
    z.strictObject({ action: z.literal('end'), id: articleId }),
  ])
  .openapi('IncidentInput');

const incidentState = z
  .object({
    id: z.string(),
    template: z.string().nullable(),
    state: z.enum(['running', 'ended']),
    line: z.record(z.string(), z.string()),
    from: z.string(),
    until: z.string(),
    approvedBy: z.string().nullable(),
    markets: z.array(z.string()).nullable(),
    supersedes: z.array(z.string()),
    answers: z.array(
      z.object({ id: z.string(), title: z.string(), languages: z.array(z.string()), missing: z.array(z.string()) }),
    ),
    raisedBy: z.string().nullable(),
    ending: z.union([z.literal(30), z.literal(10)]).nullable(),
    log: z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), kind: z.enum(INCIDENT_DEEDS) })),
  })
  .openapi('IncidentState');

export const incidentOutput = z
  .object({ requestId: z.string(), incident: incidentState, visibleAt: z.number() })
  .openapi('IncidentOutput');

const surge = z
  .object({
    id: z.string(),
    name: z.string(),
    phrasings: z.array(z.string()),
    languages: z.array(z.string()),
    channels: z.array(z.string()),
    markets: z.array(z.string()),
    from: z.string(),
    lastAt: z.string(),
    cases: z.number(),
    count: z.number(),
    usual: z.number(),
    template: z.object({ id: z.string(), title: z.string() }).nullable(),
  })
  .openapi('Surge');

export const incidentsOutput = z
  .object({
    requestId: z.string(),
    incidents: z.array(incidentState),
    templates: z.array(
      z.object({ id: z.string(), title: z.string(), languages: z.array(z.string()), missing: z.array(z.string()) }),
    ),
    surges: z.array(surge),
  })
  .openapi('IncidentsOutput');

const articleName = z.object({ id: z.string(), lang: z.string(), title: z.string() });

export const incidentPageOutput = z
  .object({
    requestId: z.string(),
    incident: incidentState,
    withheld: z.array(articleName),
    older: z.array(
      z.object({
        case: z.string(),
        at: z.string(),
        article: articleName,
        channel: z.string().nullable(),
        why: z.enum(['superseded', 'answer-changed']),
      }),
    ),
    olderTotal: z.number(),
  })
  .openapi('IncidentPageOutput');
