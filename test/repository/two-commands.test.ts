import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../server/project-root.ts';

const read = (path: string) => readFileSync(join(projectRoot(), path), 'utf8');
const TEST_COMMAND = 'npm install && npm test';

test('continuous integration runs the test command that the README gives', () => {
  expect(read('README.md')).toContain(TEST_COMMAND);
  expect(read('.ci/run').split('\n')).toContain(TEST_COMMAND);
});

test('the README gives the start command, and both commands exist', () => {
  expect(read('README.md')).toContain('npm install && npm start');
  expect(Object.keys(JSON.parse(read('package.json')).scripts)).toEqual(expect.arrayContaining(['start', 'test']));
});
