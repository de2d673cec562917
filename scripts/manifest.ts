import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { projectRoot } from '../server/project-root.ts';
import { describeElements } from './manifest/describe-elements.ts';

const { check } = new Command('npm run manifest --')
  .description('Writes web-components/custom-elements.json from the elements’ own JSDoc.')
  .option('--check', 'write nothing; say whether it is up to date')
  .parse()
  .opts<{ check?: boolean }>();

const folder = join(projectRoot(), 'web-components');
const path = join(folder, 'custom-elements.json');
const text = `${JSON.stringify(describeElements(folder), null, 2)}\n`;
const upToDate = readFileSync(path, 'utf8') === text;
if (!check) writeFileSync(path, text);
console.log(
  upToDate ? 'The manifest is up to date.' : check ? 'The manifest is old: npm run manifest' : 'Wrote the manifest.',
);
if (check && !upToDate) process.exitCode = 1;
