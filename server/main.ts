import { serve } from '@hono/node-server';
import { compose } from './compose.ts';
import { projectRoot } from './project-root.ts';
import { readSettings } from './settings.ts';

const settings = readSettings(process.env, projectRoot());
const t0 = performance.now();
const erfara = await compose(settings);
console.log('composed', Math.round(performance.now() - t0));
await erfara.sync();
console.log('synced', Math.round(performance.now() - t0));
serve({ fetch: erfara.app.fetch, port: settings.port, hostname: settings.host }, (info) =>
  console.log('ready', info.port),
);
