// Builds the browser extension into dist/extension, to be loaded unpacked: npm run extension
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { elements } from './build.mjs';

/** What goes in as it is, beside what is bundled. */
const AS_IT_IS = ['manifest.json', 'panel.html', 'panel.css', '_locales'];

const root = fileURLToPath(new URL('..', import.meta.url));

/** Writes the whole extension into `to`, in the place of what was there. */
export async function buildExtension(to) {
  const from = join(root, 'web-components', 'extension');
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const shared = { ...elements(), outdir: to, outbase: from };
  await build({ ...shared, entryPoints: ['panel.ts', 'background.ts'].map((name) => join(from, name)) });
  // A script that is put into a page is one file: it has nowhere to fetch another from.
  await build({ ...shared, splitting: false, format: 'iife', entryPoints: [join(from, 'page.ts')] });
  for (const name of AS_IT_IS) cpSync(join(from, name), join(to, name), { recursive: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const to = join(root, 'dist', 'extension');
  await buildExtension(to);
  console.log(`Built the extension: load ${to} unpacked.`);
}
