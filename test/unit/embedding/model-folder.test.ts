import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ErfaraError } from '../../../server/domain/errors.ts';
import { mannerOf } from '../../../server/embedding/model-families.ts';
import { embeddedModel, isPath, modelPath, openModelFolder } from '../../../server/embedding/model-folder.ts';
import { TransformersEmbedder } from '../../../server/embedding/transformers-embedder.ts';
import { projectRoot } from '../../../server/project-root.ts';

const SHIPPED = embeddedModel(join(projectRoot(), 'models'));

describe('a model folder', () => {
  let folder: string;
  const card = () => JSON.parse(readFileSync(join(folder, 'erfara.json'), 'utf8'));
  const write = (value: unknown) => writeFileSync(join(folder, 'erfara.json'), JSON.stringify(value));
  const faultOf = async (): Promise<string> => {
    const error: ErfaraError = await TransformersEmbedder.open(folder, 1).then(
      () => expect.fail('it opened'),
      (caught) => caught,
    );
    expect(error.code).toBe('bad-model');
    expect(error.details).toHaveLength(1);
    return `${error.details[0]?.path.slice(folder.length + 1)}: ${error.details[0]?.message}`;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'erfara-model-'));
    mkdirSync(join(folder, 'onnx'));
    for (const file of ['config.json', 'tokenizer_config.json', 'erfara.json'])
      cpSync(join(SHIPPED, file), join(folder, file));
    for (const file of ['tokenizer.json', 'onnx/model_quantized.onnx'])
      symlinkSync(join(SHIPPED, file), join(folder, file));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('opens when it is whole', async () => {
    expect((await openModelFolder(folder)).card.dimensions).toBe(384);
  });

  test('has another hash when anything changes that shapes a vector, and the same when nothing does', async () => {
    const before = (await openModelFolder(folder)).hash;
    const original = card();
    const changes = [
      { queryPrefix: 'Q: ' },
      { passagePrefix: '' },
      { pooling: 'cls' },
      { maxTokens: 128 },
      { normalize: false },
    ];
    for (const change of changes) {
      write({ ...original, ...change });
      expect((await openModelFolder(folder)).hash, JSON.stringify(change)).not.toBe(before);
    }
    write({ ...original, name: 'renamed', sha256: Object.fromEntries(Object.entries(original.sha256).reverse()) });
    expect((await openModelFolder(folder)).hash).toBe(before);
  });

  test('that is not there says how to get a model', async () => {
    rmSync(folder, { recursive: true });
    expect(await faultOf()).toContain('erfara.json: There is no model here. Fetch it with: npm run model');
  });

  test('with a file that is not the one described names it', async () => {
    rmSync(join(folder, 'tokenizer.json'));
    writeFileSync(join(folder, 'tokenizer.json'), '{}');
    expect(await faultOf()).toMatch(/^tokenizer\.json: .*checksum/);
  });

  test('with a file missing names it', async () => {
    rmSync(join(folder, 'onnx', 'model_quantized.onnx'));
    expect(await faultOf()).toMatch(/^onnx\/model_quantized\.onnx: .*missing/);
  });

  test.each(['', '{', 'null', '[]', '"x"', '{}', '{"name":"x"}'])(
    'with an erfara.json of %j says so',
    async (bytes) => {
      writeFileSync(join(folder, 'erfara.json'), bytes);
      expect(await faultOf()).toMatch(/^erfara\.json: /);
    },
  );

  test('whose vectors are not as long as it says is refused', async () => {
    write({ ...card(), dimensions: 768 });
    expect(await faultOf()).toContain('its vectors have 384 numbers, its erfara.json says 768');
  });

  test('whose weights cannot be loaded is refused', async () => {
    rmSync(join(folder, 'onnx', 'model_quantized.onnx'));
    writeFileSync(join(folder, 'onnx', 'model_quantized.onnx'), 'not ONNX');
    write({ ...card(), sha256: {} });
    expect(await faultOf()).toContain('The model could not be loaded');
  });
});

test('a path begins with a dot, a slash or a drive; anything else is a hub id and lies in the cache', () => {
  expect(['./m', '../m', '/m', 'C:\\m', '.'].every(isPath)).toBe(true);
  expect(['m', 'Xenova/multilingual-e5-base'].some(isPath)).toBe(false);
  expect(modelPath('./m', '/cache')).toBe(resolve('./m'));
  expect(modelPath('Xenova/multilingual-e5-base', '/cache')).toBe(join('/cache', 'Xenova', 'multilingual-e5-base'));
});

test.each([
  ['Xenova/multilingual-e5-base', 'mean', 'query: ', 'passage: '],
  ['intfloat/multilingual-e5-large-instruct', 'mean', 'Instruct: ', ''],
  ['Xenova/bge-small-en-v1.5', 'cls', 'Represent this sentence', ''],
  ['Xenova/bge-m3', 'cls', '', ''],
  ['onnx-community/gte-multilingual-base', 'cls', '', ''],
  ['Xenova/gte-small', 'mean', '', ''],
  ['Snowflake/snowflake-arctic-embed-m-v2.0', 'cls', 'query: ', ''],
  ['nomic-ai/nomic-embed-text-v1.5', 'mean', 'search_query: ', 'search_document: '],
  ['Xenova/paraphrase-multilingual-MiniLM-L12-v2', 'mean', '', ''],
  ['someone/notane5model', 'mean', '', ''],
])('%s is called the way its card says', (id, pooling, query, passage) => {
  const manner = mannerOf(id, {});
  expect(manner).toMatchObject({ pooling, passagePrefix: passage });
  expect(manner.queryPrefix.startsWith(query) && (query !== '' || manner.queryPrefix === '')).toBe(true);
});
