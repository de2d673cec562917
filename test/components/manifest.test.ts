import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeElements, type ElementClass, type Manifest } from '../../scripts/manifest/describe-elements.ts';
import { projectRoot } from '../../server/project-root.ts';
import { elementPage } from './element-page.ts';

const folder = join(projectRoot(), 'web-components');
const kept = readFileSync(join(folder, 'custom-elements.json'), 'utf8');
const manifest = JSON.parse(kept) as Manifest;
const described = manifest.modules.flatMap(({ path, declarations }) => declarations.map((each) => ({ path, ...each })));
const sources = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

const host = elementPage('erfara-suggest', 'suggest', []);

const byName = (some: { name: string }, other: { name: string }) => some.name.localeCompare(other.name);

test('the manifest is what the elements say now', () => {
  expect(kept, 'npm run manifest writes it anew').toBe(`${JSON.stringify(describeElements(folder), null, 2)}\n`);
});

test('every element that is defined is in it', () => {
  const defined = sources.flatMap((source) =>
    [...source.matchAll(/['"](erfara-[a-z-]+)['"]: Erfara(?!\w*Event;)\w+;/g)].map(([, tag]) => tag),
  );
  expect(described.map(({ tagName }) => tagName).sort()).toEqual([...new Set(defined)].sort());
});

test.each(described.map(({ tagName, path }) => [tagName, path]))(
  '<%s> as a browser knows it has the properties and attributes that are in it',
  async (tagName, path) => {
    await host.page.addScriptTag({ type: 'module', url: `/components/${path}` });
    const known = await host.page.evaluate(async (tag) => {
      const element = (await customElements.whenDefined(tag)) as unknown as {
        elementProperties: Map<string, { attribute?: string | boolean; state?: boolean }>;
      };
      return [...element.elementProperties]
        .filter(([, { state }]) => !state)
        .map(([name, { attribute }]) => ({
          name,
          attribute: attribute === false ? null : typeof attribute === 'string' ? attribute : name.toLowerCase(),
        }));
    }, tagName);
    const { members = [] } = described.find((each) => each.tagName === tagName) as ElementClass;
    const fields = members.flatMap((each) =>
      each.kind === 'field' ? [{ name: each.name, attribute: each.attribute ?? null }] : [],
    );
    expect(fields.sort(byName)).toEqual(known.sort(byName));
  },
);

test('every event that the code fires is in it, and no other', () => {
  const fired = sources.flatMap((source) => [...source.matchAll(/super\('(erfara-[a-z-]+)'/g)].map(([, name]) => name));
  const told = described.flatMap(({ events }) => events.map(({ name }) => name));
  expect([...new Set(told)].sort()).toEqual([...new Set(fired)].sort());
});

test('every part in a view is in it', () => {
  const parts = sources.flatMap((source) =>
    [...source.matchAll(/\spart=("[^"]+"|\$\{[^}\n]*\})/g)].flatMap(([, value = '']) =>
      [...value.matchAll(/["']([^"']+)["']/g)].flatMap(([, names = '']) => names.split(' ')),
    ),
  );
  const told = described.flatMap(({ cssParts }) => cssParts.map(({ name }) => name));
  expect([...new Set(parts)].sort()).toEqual([...new Set(told)].sort());
});

test('everything in it says what it is for', () => {
  for (const { tagName, description, attributes, members, events, cssParts } of described) {
    expect(description, tagName).not.toBe('');
    for (const each of [...attributes, ...members, ...events, ...cssParts]) {
      expect(each.description, `${tagName}: ${each.name}`).not.toBe('');
    }
  }
});
