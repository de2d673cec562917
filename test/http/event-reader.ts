import type { ServerEvent } from '../../server/http/contract.ts';

/** Reads a stream of events as a client does: the first block with its id, then one event at a time. */
export async function readEvents(response: Response) {
  if (!response.body) throw new Error('There is no stream.');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let kept = '';
  /** The next block; null when the stream has ended. */
  const block = async (): Promise<string | null> => {
    for (;;) {
      const end = kept.indexOf('\n\n');
      if (end !== -1) {
        const found = kept.slice(0, end);
        kept = kept.slice(end + 2);
        return found;
      }
      const { value, done } = await reader.read();
      if (done) return null;
      kept += value;
    }
  };
  const first = await block();
  return {
    from: /^id: (.+)$/m.exec(first ?? '')?.[1] ?? '',
    first,
    block,
    async next(): Promise<ServerEvent | null> {
      for (;;) {
        const found = await block();
        const data = /^data: (.+)$/m.exec(found ?? '')?.[1];
        if (found === null || data) return data ? (JSON.parse(data) as ServerEvent) : null;
      }
    },
    stop: () => reader.cancel(),
  };
}
