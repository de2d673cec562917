import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, expect, it } from 'vitest';
import { openSqliteLedger } from '../../server/ledger/sqlite-ledger.ts';
import { ledgerContract } from './ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'erfara-ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
const path = () => join(folder, `${count}.sqlite`);
ledgerContract('SQLite', {
  async open() {
    count += 1;
    return openSqliteLedger(path());
  },
  reopen: () => openSqliteLedger(path()),
});

it('writes ahead and waits for the disk before it acknowledges', async () => {
  count += 1;
  const ledger = await openSqliteLedger(path());
  const other = new Database(path());
  expect(other.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
  other.close();
  await ledger.close();
});

it('names the file when it cannot be opened', async () => {
  const damaged = join(folder, 'damaged.sqlite');
  writeFileSync(damaged, 'this is no database at all, but it is long enough to be read as one'.repeat(20));
  await expect(openSqliteLedger(damaged)).rejects.toMatchObject({ code: 'bad-setting', details: [{ path: damaged }] });
});
