import { buildIfChanged } from '../scripts/build.mjs';

/** Workers and pages are tested as they are shipped: from their bundles. */
export async function setup(): Promise<void> {
  await buildIfChanged();
}
