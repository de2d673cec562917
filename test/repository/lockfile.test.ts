import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../server/project-root.ts';

interface Locked {
  version?: string;
  resolved?: string;
  link?: boolean;
  optionalDependencies?: Record<string, string>;
}
const lock = JSON.parse(readFileSync(join(projectRoot(), 'package-lock.json'), 'utf8'));
const packages: [path: string, entry: Locked][] = Object.entries(lock.packages);
const REGISTRY = 'https://registry.npmjs.org/';

// Two copies would load the model's runtime twice, or load binaries that do not fit each other.
test.each(['@huggingface/transformers', 'onnxruntime-node'])('there is exactly one %s', (name) => {
  expect(packages.map(([path]) => path).filter((path) => path.endsWith(`node_modules/${name}`))).toHaveLength(1);
});

test('every package comes from the npm registry', () => {
  const others = packages.filter(([, { resolved, link }]) => link || (resolved && !resolved.startsWith(REGISTRY)));
  expect(others).toEqual([]);
});

// A binary that the lock leaves out is not installed on its platform, and `npm ci` refuses everywhere.
test('the binaries of every platform are in it, not only of the one it was written on', () => {
  const locked = new Set(packages.map(([path]) => path));
  const missing = packages.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !locked.has(`node_modules/${name}`) && !locked.has(`${path}/node_modules/${name}`),
    ),
  );
  expect(missing).toEqual([]);
});

test('it is the lock of this package.json', () => {
  const manifest = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8'));
  expect(lock.packages['']).toMatchObject({
    name: manifest.name,
    version: manifest.version,
    dependencies: manifest.dependencies,
    devDependencies: manifest.devDependencies,
  });
});
