import { join } from 'node:path';
import { expect, test } from 'vitest';
import { embeddedModel, openModelFolder } from '../../../server/embedding/model-folder.ts';
import { projectRoot } from '../../../server/project-root.ts';
import { defaultRelevance } from '../../../server/retrieval/default-relevance.ts';
import { FEATURES } from '../../../server/retrieval/relevance.ts';

test('what was learned from other banks is of the model that is shipped, and of the features that are used', async () => {
  const { hash } = await openModelFolder(embeddedModel(join(projectRoot(), 'models')));
  const learned = defaultRelevance(hash);
  expect(learned?.features).toEqual([...FEATURES]);
  expect(learned?.weights).toHaveLength(FEATURES.length);
  const bars = learned?.bars.map(({ bar }) => bar) ?? [];
  expect(bars.length).toBeGreaterThan(5);
  expect(bars).toEqual([...bars].sort((a, b) => a - b));
});

test('another model has none', () => expect(defaultRelevance('another')).toBeNull());
