// Bundles the server, the commands and the elements into dist/. Does nothing when no source changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', '.sources');

/** Every file below `folder` that a bundle can be made of. */
function sources(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(root, folder, String(name)))
    .filter((path) => /\.(ts|mjs|json|css|html)$/.test(path) && statSync(path).isFile());
}

function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  for (const path of [
    ...['server', 'scripts', 'web-components'].flatMap(sources),
    join(root, 'package.json'),
    join(root, 'tsconfig.json'),
  ].sort()) {
    hash.update(relative(root, path)).update(readFileSync(path));
  }
  return hash.digest('hex');
}

const entries = (folder, test) => sources(folder).filter((path) => test(relative(root, path).replaceAll('\\', '/')));

/** Builds when needed; answers whether it did. */
export async function buildIfChanged() {
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false;
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const shared = { bundle: true, sourcemap: true, format: 'esm', logLevel: 'warning', absWorkingDir: root };
  await Promise.all([
    build({
      ...shared,
      platform: 'node',
      target: 'node20',
      packages: 'external',
      splitting: true,
      outdir: 'dist/server',
      outbase: root,
      entryNames: '[name]',
      chunkNames: 'chunks/[name]-[hash]',
      entryPoints: [
        ...entries('server', (path) => /^server\/(main|embedding\/embedding-worker)\.ts$/.test(path)),
        ...entries('scripts', (path) => /^scripts\/[^/]+\.ts$/.test(path)),
      ],
    }),
    build({
      ...shared,
      platform: 'browser',
      target: 'es2022',
      minify: true,
      splitting: true,
      outdir: 'dist/components',
      outbase: join(root, 'web-components'),
      entryNames: '[dir]/[name]',
      chunkNames: 'chunks/[name]-[hash]',
      entryPoints: entries('web-components', (path) => /^web-components\/([^/]+\/define|pages\/[^/]+)\.ts$/.test(path)),
    }),
  ]);
  writeFileSync(stamp, now);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = await buildIfChanged();
  console.log(built ? 'Built the server and the elements.' : 'Nothing changed since the last build.');
}
