import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import type { Ctx } from '../../../server/domain/principal.ts';
import { openSqliteLedger } from '../../../server/ledger/sqlite-ledger.ts';
import { personalDataFinder } from '../../../server/privacy/find-personal-data.ts';
import { redactor } from '../../../server/privacy/redact.ts';
import { findGaps } from '../../../server/services/gaps/find-gaps.ts';
import { recordFeedback } from '../../../server/services/record-feedback.ts';
import { recordQuery } from '../../../server/services/record-query.ts';
import { suggest } from '../../../server/services/suggest.ts';
import { flagsOpen } from '../../../server/services/work/flags-open.ts';
import { gapsAsWork } from '../../../server/services/work/gaps-as-work.ts';
import { rewritten } from '../../../server/services/work/rewritten.ts';
import { dismissedOften, neverUsed } from '../../../server/services/work/shown-in-vain.ts';
import type { openRealBank } from '../../real-bank.ts';
import type { Seat } from './week.ts';

/** The project's own bank with an empty ledger, as seats and editors use it. */
export async function withTraffic(real: Awaited<ReturnType<typeof openRealBank>>, now: Date) {
  const folder = await mkdtemp(join(tmpdir(), 'erfara-traffic-'));
  const ledger = await openSqliteLedger(join(folder, 'ledger.sqlite'));
  const bank = () => real.bank;
  const { orderNumbers, name } = real.bank.settings;
  const redact = redactor(personalDataFinder(orderNumbers, { ourselves: [name] }));
  const pseudonym = (id: string) => id;
  const search = { ...real, bank, embedder: () => real.embedder };
  const lost = (error: unknown) => {
    throw error;
  };
  const record = recordQuery({ ledger, redact, pseudonym, customerName: (id) => id, lost });
  const asking = suggest({ ...search, record });
  const telling = recordFeedback({ ledger, redact, pseudonym });
  const ctxOf = (agent: string): Ctx => ({
    principal: { id: agent, scopes: ['suggest', 'feedback', 'edit'], audience: 'internal', filter: null },
    now,
    requestId: uuid(),
    signal: null,
    locale: 'sv',
  });
  let turn = 0;
  const nextAgent = () => {
    turn += 1;
    return `agent-${turn % 7}`;
  };
  const seat: Seat = {
    suggest: (input) => asking(input, ctxOf(nextAgent())),
    feedback: (events) => telling(events, ctxOf(nextAgent())),
    newId: () => uuid(),
  };
  const gaps = findGaps({ ...search, ledger, suggest: asking });
  const deps = { gaps, bank, ledger };
  const sources = [gapsAsWork(deps), flagsOpen(deps), rewritten(deps), dismissedOften(deps), neverUsed(deps)];
  return {
    seat,
    gaps: () => gaps(ctxOf('editor')),
    work: async () => (await Promise.all(sources.map((source) => source(ctxOf('editor'))))).flat(),
    async close() {
      await ledger.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
