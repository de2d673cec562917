import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Ctx } from '../../../server/domain/principal.ts';
import type { LedgerEvent } from '../../../server/ports/ledger.ts';
import { recordFeedback } from '../../../server/services/record-feedback.ts';

const ctx = (scopes: Ctx['principal']['scopes'] = ['feedback']): Ctx => ({
  principal: { id: 'anna', scopes, audience: 'internal', filter: null },
  now: new Date('2026-11-22T12:00:00Z'),
  requestId: 'r',
  signal: null,
  locale: 'sv',
});

function recorder() {
  const kept: LedgerEvent[] = [];
  const record = recordFeedback({
    ledger: {
      async record(events) {
        kept.push(...events);
        return { accepted: events.length, duplicates: 0 };
      },
    },
    redact: (text) => text.replaceAll('secret', '[gone]'),
    pseudonym: (id, now) => `${now.getMonth()}:${id.length}`,
  });
  return { kept, record };
}

const event = (more: Record<string, unknown> = {}) => ({
  id: uuidv7(),
  type: 'used',
  at: '2026-11-22T12:00:00+02:00',
  ...more,
});

it('keeps words only after personal data is taken out', async () => {
  const { kept, record } = recorder();
  await record([event({ text: 'a secret word', subject: 'secret', reason: 'secret, too' })], ctx());
  expect(kept[0]).toMatchObject({ text: 'a [gone] word', subject: '[gone]', reason: '[gone], too' });
});

it('keeps a pseudonym and the server’s clock, and neither the agent’s id nor a customer’s', async () => {
  const { kept, record } = recorder();
  await record([event({ customer: 'c-17', agent: 'forged', receivedAt: '1999-01-01' })], ctx());
  expect(kept[0]).toMatchObject({
    agent: '10:4',
    at: '2026-11-22T10:00:00.000Z',
    receivedAt: '2026-11-22T12:00:00.000Z',
  });
  expect(JSON.stringify(kept)).not.toMatch(/c-17|anna|forged/);
});

it('keeps the good events of a batch and names the others by id or place', async () => {
  const { kept, record } = recorder();
  const wrong = [{ ...event(), type: 'bought' }, null, { ...event(), at: 'yesterday' }, { id: 'x'.repeat(500) }];
  const output = await record([event(), ...wrong, event()], ctx());
  expect(output).toMatchObject({ accepted: 2, duplicates: 0 });
  expect(output.rejected[0]?.error).toMatch(/type is one of impression/);
  expect(output.rejected[1]?.id).toBe('events.2');
  expect(output.rejected[2]?.error).toMatch(/at is a moment/);
  expect(output.rejected[3]?.id).toHaveLength(100);
  expect(kept).toHaveLength(2);
});

it('takes an id in capitals for the same id', async () => {
  const { kept, record } = recorder();
  const id = uuidv7();
  await record([event({ id: id.toUpperCase() })], ctx());
  expect(kept[0]?.id).toBe(id);
});

it('needs the scope', async () => {
  const { record } = recorder();
  await expect(record([event()], ctx(['search']))).rejects.toMatchObject({ code: 'missing-scope' });
});

it('writes nothing of a case of which nothing is to be kept, and the sender is done with it', async () => {
  const { kept, record } = recorder();
  const output = await record(
    [event({ keep: false, case: 'CASE-1', text: 'a word' }), event({ case: 'CASE-2' })],
    ctx(),
  );
  expect(output).toMatchObject({ accepted: 2, rejected: [] });
  expect(kept.map((one) => one.case)).toEqual(['CASE-2']);
  expect(kept[0]).not.toHaveProperty('keep');
});
