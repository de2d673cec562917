import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../server/project-root.ts';

const folder = join(projectRoot(), 'web-components', 'examples');
const rooms = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');
const all = readdirSync(folder, { recursive: true }).map(String);

test.each(rooms)('%s says what to paste, what it needs and what its keys are', (room) => {
  const readme = read(room, 'README.md');
  for (const file of readdirSync(join(folder, room)).filter((name) => name !== 'README.md'))
    expect(readme, file).toContain(`](${file})`);
  expect(readme).toContain('ERFARA_ORIGINS');
  expect(readme).toContain('Ctrl+Shift+Space');
  expect(readme).toMatch(/\*\*Needs\*\*/);
});

test('the list of examples leads to every one of them, and no link of theirs is dead', () => {
  const list = read('README.md');
  for (const room of rooms) expect(list).toContain(`](${room})`);
  for (const file of all.filter((name) => name.endsWith('README.md'))) {
    for (const [, link = ''] of read(file).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
      const target = normalize(join(folder, dirname(file), link));
      expect(existsSync(target), `${file} links to ${link}`).toBe(true);
    }
  }
});
