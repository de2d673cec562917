// Runs one command from its bundle, building first when a source changed: node scripts/run.mjs check --json
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildIfChanged } from './build.mjs';

const [command = 'main', ...args] = process.argv.slice(2);
await buildIfChanged();
const bundle = fileURLToPath(new URL(`../dist/server/${command}.js`, import.meta.url));
if (!existsSync(bundle)) {
  console.error(`There is no command "${command}". See package.json for those there are.`);
  process.exit(64);
}
// Lance tells every new table on standard error unless asked not to.
process.env.LANCEDB_LOG ??= 'error';
process.argv = [process.argv[0], bundle, ...args];
await import(pathToFileURL(bundle).href);
