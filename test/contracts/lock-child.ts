import { SqliteWriterLock } from '../../server/index/sqlite-writer-lock.ts';

// A process that holds the writer lock until it is told to let go, or killed: lock-child <path> <purpose>
const [path = '', purpose = ''] = process.argv.slice(2);
await new SqliteWriterLock(path).hold(purpose, 5_000, async () => {
  process.send?.('holds');
  await new Promise((resolve) => process.once('message', resolve));
});
process.disconnect();
