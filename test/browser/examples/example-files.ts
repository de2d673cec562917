import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../../../server/project-root.ts';
import type { Served } from './host-page.ts';

const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript', json: 'application/json' };

/** A file of web-components/examples as it is, with the addresses that an integrator puts in. */
export function example(path: string, addresses: Record<string, string>): Served {
  let body = readFileSync(join(projectRoot(), 'web-components', 'examples', path), 'utf8');
  for (const [written, real] of Object.entries(addresses)) body = body.replaceAll(written, real);
  return { body, type: TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain' };
}

/** A framework's example, bundled as its own build would. */
export async function bundled(path: string): Promise<string> {
  const { outputFiles = [] } = await build({
    entryPoints: [join(projectRoot(), 'web-components', 'examples', path)],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  });
  return outputFiles[0]?.text ?? '';
}
