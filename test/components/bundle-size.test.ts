import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { expect, test } from 'vitest';
import { elements } from '../../scripts/build.mjs';

const MOST = 25_000;

test('the panel with Lit costs a page less than 25 kB, before the words of one language', async () => {
  const { outputFiles = [], metafile } = await build({ ...elements(), write: false, metafile: true });
  const needed = staticClosure(metafile.outputs, 'dist/components/suggest/define.js');
  const sizes = outputFiles
    .filter(({ path }) => [...needed].some((name) => path.replaceAll('\\', '/').endsWith(name)))
    .map(({ contents }) => gzipSync(contents).length);
  expect(sizes.length).toBe(needed.size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST);
});

/** A bundle and all that it imports at once; what it imports later is fetched after the first suggestions stand. */
function staticClosure(outputs: Metafile['outputs'], entry: string, found = new Set<string>()): Set<string> {
  found.add(entry);
  for (const { path, kind } of outputs[entry]?.imports ?? []) {
    if (kind === 'import-statement' && !found.has(path)) staticClosure(outputs, path, found);
  }
  return found;
}
