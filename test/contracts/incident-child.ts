import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { compose } from '../../server/compose.ts';
import { readSettings } from '../../server/settings.ts';

// A server in which incidents are raised, given another end and ended until it is killed: incident-child <folder>
const [folder = ''] = process.argv.slice(2);
const settings = readSettings({ ERFARA_CONTENT: 'content', ERFARA_DATA: 'data', ERFARA_EDITOR: 'Lina Berg' }, folder);
const { app, sync } = await compose(settings, { embedder: null, log: pino({ level: 'silent' }), watch: false });
await sync();

const post = async (body: object) => {
  const response = await app.request('http://127.0.0.1/v1/incidents', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { incident?: { id: string; until: string; state: string } };
};
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

process.once('message', async () => {
  for (let i = 1; ; i += 1) {
    const { incident } = await post({
      action: 'raise',
      template: 'template-storm',
      until: inHours(i),
      approvedBy: 'Lina',
    });
    if (!incident) {
      // What ran when the last process was killed, or was ended within this second, still runs.
      const list = await (await app.request('http://127.0.0.1/v1/incidents')).json();
      for (const { id } of (list as { incidents: { id: string }[] }).incidents) await post({ action: 'end', id });
      await sleep(50);
      continue;
    }
    const { id } = incident;
    const told = (output: object) => process.send?.({ id, ...output });
    told(incident);
    for (const more of [1, 2]) told((await post({ action: 'extend', id, until: inHours(i + more) })).incident ?? {});
    told((await post({ action: 'end', id })).incident ?? {});
  }
});
process.send?.('ready');
