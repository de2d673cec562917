import { syncTo } from './kill-generations.ts';

// A process that syncs when it is told to, slowly enough to be killed anywhere: kill-child <folder> <generation> <pause>
const [folder = '', generation = '', pause = ''] = process.argv.slice(2);
process.once('message', async () => {
  await syncTo(folder, Number(generation), Number(pause));
  process.disconnect();
});
process.send?.('ready');
