// Bundles the server, the commands and the elements into dist/. Does nothing when no source changed since the last build.
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', '.sources');

/** Every file below `folder` that a bundle can be made of. */
function sources(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(root, folder, String(name)))
    .filter((path) => /\.(ts|mjs|json|css|html|svg)$/.test(path) && statSync(path).isFile());
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

/** White space that a style sheet does not need; a bundler leaves template strings as they are. */
const tightStyles = {
  name: 'tight-styles',
  setup({ onLoad }) {
    onLoad({ filter: /(styles|tokens)\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replace(/(?<=css`)[^`]*/g, (css) =>
        css
          .replace(/\s+/g, ' ')
          .replace(/ ?([{};,>:]) /g, '$1')
          .replace(/;}/g, '}'),
      ),
    }));
  },
};

/** Indentation that markup does not need. */
const tightMarkup = {
  name: 'tight-markup',
  setup({ onLoad }) {
    onLoad({ filter: /web-components.*(element|views[\\/][\w-]+)\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: readFileSync(path, 'utf8').replace(/\n +/g, '\n'),
    }));
  },
};

const NOT_BUNDLED = [
  '@huggingface/transformers',
  '@lancedb/lancedb',
  'apache-arrow',
  'esbuild',
  'libsql',
  'pg',
  'pino',
  'playwright-core',
  'swagger-ui-dist',
  'typescript',
];
/** Packages in CommonJS call `require` for what node has built in. */
const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

const ENTRY = /^web-components\/([^/]+\/define|pages\/[^/]+)\.ts$/;
const CONSOLE = /^web-components\/(console\/define|pages\/console)\.ts$/;

/** The console is bundled apart: what it shares with the panel would cut the panel's bundle into pieces that cost more. */
export function consoleElements() {
  return { ...elements(), entryPoints: entries('web-components', (path) => CONSOLE.test(path)) };
}

/** How the elements and the pages' scripts are bundled for a browser. */
export function elements() {
  return {
    bundle: true,
    format: 'esm',
    absWorkingDir: root,
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    minify: true,
    // The libraries' licences lie beside each bundle, where they cost a page nothing.
    legalComments: 'external',
    splitting: true,
    plugins: [tightStyles, tightMarkup],
    outdir: 'dist/components',
    outbase: join(root, 'web-components'),
    entryNames: '[dir]/[name]',
    chunkNames: 'chunks/[name]-[hash]',
    entryPoints: entries('web-components', (path) => ENTRY.test(path) && !CONSOLE.test(path)),
  };
}

/** Builds when needed; answers whether it did. */
export async function buildIfChanged() {
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false;
  // Built beside and swapped in whole: a running server or a second build never meets half a bundle.
  const fresh = `dist.${process.pid}`;
  // Loaded only when needed: most starts build nothing.
  const { build } = await import('esbuild');
  const shared = { bundle: true, sourcemap: true, format: 'esm', logLevel: 'warning', absWorkingDir: root };
  try {
    await Promise.all([
      build({
        ...shared,
        platform: 'node',
        target: 'node20',
        // Hundreds of small files cost a start more than what is in them. These have binaries, workers or files beside them.
        external: NOT_BUNDLED,
        banner: { js: REQUIRE },
        splitting: true,
        outdir: `${fresh}/server`,
        outbase: root,
        entryNames: '[name]',
        chunkNames: 'chunks/[name]-[hash]',
        entryPoints: [
          ...entries('server', (path) => /^server\/(main|embedding\/embedding-worker)\.ts$/.test(path)),
          ...entries('scripts', (path) => /^scripts\/[^/]+\.ts$/.test(path)),
        ],
      }),
      build({ ...shared, ...elements(), outdir: `${fresh}/components` }),
      build({ ...shared, ...consoleElements(), outdir: `${fresh}/components` }),
    ]);
    mkdirSync(join(root, fresh, 'pages'), { recursive: true });
    for (const path of entries('web-components', (name) =>
      /^web-components\/pages\/[^/]+\.(html|css|svg)$/.test(name),
    )) {
      copyFileSync(path, join(root, fresh, 'pages', basename(path)));
    }
    copyFileSync(
      join(root, 'web-components/custom-elements.json'),
      join(root, fresh, 'components/custom-elements.json'),
    );
    writeFileSync(join(root, fresh, '.sources'), now);
    const old = join(root, `${fresh}.old`);
    if (existsSync(join(root, 'dist'))) renameSync(join(root, 'dist'), old);
    renameSync(join(root, fresh), join(root, 'dist'));
    rmSync(old, { recursive: true, force: true });
  } finally {
    // What a failed build leaves; after a good one nothing is there.
    rmSync(join(root, fresh), { recursive: true, force: true });
  }
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = await buildIfChanged();
  console.log(built ? 'Built the server and the elements.' : 'Nothing changed since the last build.');
}
