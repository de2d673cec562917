import pino from 'pino';
import { compose } from '../../server/compose.ts';
import { readSettings } from '../../server/settings.ts';
import { HashingEmbedder } from '../doubles/hashing-embedder.ts';

// A server in which two editors save the same text until it is killed: save-child <folder> <first>
const [folder = '', first = ''] = process.argv.slice(2);
const settings = readSettings({ ERFARA_CONTENT: 'content', ERFARA_DATA: 'data' }, folder);
const log = pino({ level: 'silent' });
const { app, sync } = await compose(settings, { embedder: new HashingEmbedder(), log, watch: false });
await sync();

const ask = (path: string, init?: RequestInit) => app.request(`http://127.0.0.1${path}`, init);

async function edit(place: string): Promise<void> {
  for (let i = Number(first); ; i += 1) {
    const read = (await (await ask('/v1/articles/trip/history?lang=en&limit=1')).json()) as {
      revisions: { id: string }[];
    };
    const path = `/v1/articles/trip/history/${read.revisions[0]?.id}?lang=en`;
    const version = (await (await ask(path)).json()) as { markdown?: string; etag?: string };
    if (!version.markdown) continue;
    const response = await ask('/v1/articles/trip/en', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${version.etag}"` },
      body: JSON.stringify({ markdown: version.markdown.replace(new RegExp(`${place} \\d+`), `${place} ${i}`) }),
    });
    const output = (await response.json()) as { what?: string; etag?: string; revision?: string };
    process.send?.({ place, i, status: response.status, ...output });
  }
}

process.once('message', () => {
  void edit('alpha');
  void edit('omega');
});
process.send?.('ready');
