import { describe, expect, it } from 'vitest';
import type { CaptureInput, CaptureOutput } from '../../../server/http/contract.ts';
import { CaptureController, type SolvedCase } from '../../../web-components/capture/controller.ts';
import { CaptureDrafts } from '../../../web-components/capture/drafts.ts';
import type { ErfaraClient } from '../../../web-components/client/client.ts';
import { RequestFailure } from '../../../web-components/client/failure.ts';

const SOLVED: SolvedCase = {
  question: 'Var är mitt paraply?',
  solution: 'Stationen letar efter det.',
  channel: 'carrier-pigeon',
  market: 'atlantis',
  language: 'sv',
  fallbackLanguage: 'en',
  case: 'c1',
  variables: {},
};

/** A server that refuses what `refuse` names, and saves everything else. */
function open(refuse: (input: CaptureInput) => string[] = () => []) {
  const sent: CaptureInput[] = [];
  const request = async (_path: string, init: RequestInit): Promise<CaptureOutput> => {
    const input = JSON.parse(String(init.body)) as CaptureInput;
    const details = refuse(input).map((path) => ({ path, rule: 'unknown', message: 'The bank has others.' }));
    if (details.length > 0) throw new RequestFailure('refused', 'No.', { code: 'bad-request', details });
    sent.push(input);
    const { question, solution = '', title = 'Paraply' } = input;
    const saved = { id: 'a', lang: 'sv', etag: 'e', visibleAt: 1, what: 'case' as const, undo: 'a', undoUntil: null };
    const draft = { title, question, solution, reply: null, replaced: [] };
    return { requestId: 'r', saved: input.preview ? null : saved, similar: [], draft };
  };
  const client = { request, base: '' } as unknown as ErfaraClient;
  const controller = new CaptureController(client, new CaptureDrafts('', null), () => undefined);
  return { controller, sent };
}

describe('capturing', () => {
  it('goes without a channel and a market that only the host knows', async () => {
    const { controller, sent } = open(({ channel, market }) => [
      ...(channel ? ['channel'] : []),
      ...(market ? ['market'] : []),
    ]);
    await controller.start(SOLVED);
    await controller.save();
    expect(controller.phase).toBe('saved');
    expect(sent.at(-1)).not.toHaveProperty('channel');
    expect(sent.at(-1)).not.toHaveProperty('market');
  });

  it('keeps the words and names the place where it is refused for anything else', async () => {
    const { controller } = open(({ preview }) => (preview ? [] : ['solution']));
    await controller.start(SOLVED);
    await controller.save();
    expect(controller).toMatchObject({ phase: 'editing', missing: 'solution', failure: { code: 'bad-request' } });
    expect(controller.fields.solution).toBe('Stationen letar efter det.');
  });

  it('begins with no more than the server takes', async () => {
    const { controller, sent } = open();
    const long = 'ord '.repeat(4_000);
    await controller.start({ ...SOLVED, question: long, solution: long, case: 'x'.repeat(500) });
    await controller.save();
    expect(sent.at(-1)?.question.length).toBeLessThan(2_000);
    expect(sent.at(-1)?.solution?.length).toBeLessThan(10_000);
    expect(sent.at(-1)?.source?.ref).toHaveLength(200);
  });

  it('writes tags as the bank does', async () => {
    const { controller, sent } = open();
    await controller.start(SOLVED);
    controller.edit('tags', ' hitte gods, #bagage/ombord ,, Βαλίτσα ');
    await controller.save();
    expect(sent.at(-1)?.tags).toEqual(['hitte-gods', 'bagage-ombord', 'Βαλίτσα']);
    controller.stop();
  });

  it('loses nothing of a case whose draft cannot be kept', async () => {
    const { controller } = open();
    await controller.start(SOLVED);
    expect(controller.wouldLose).toBe(false);
    controller.edit('solution', 'Något annat.');
    expect(controller.wouldLose).toBe(true);
    await controller.save();
    expect(controller.wouldLose).toBe(false);
    controller.stop();
  });
});
