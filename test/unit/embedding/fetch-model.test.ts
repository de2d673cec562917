import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeFolder, fetchModel, isInstalled } from '../../../server/embedding/install-model.ts';
import { embeddedModel, openModelFolder } from '../../../server/embedding/model-folder.ts';
import { TransformersEmbedder } from '../../../server/embedding/transformers-embedder.ts';
import { projectRoot } from '../../../server/project-root.ts';
import { type FakeHub, openFakeHub } from '../../doubles/fake-hub.ts';

const SHIPPED = embeddedModel(join(projectRoot(), 'models'));
const ID = 'someone/multilingual-e5-tiny';
const ONNX = 'onnx/model_quantized.onnx';
const SIZE = statSync(join(SHIPPED, ONNX)).size;

let cache: string;
let hub: FakeHub | null = null;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'erfara-models-'));
});
afterEach(async () => {
  await hub?.close();
  hub = null;
  rmSync(cache, { recursive: true, force: true });
});

const open = async (options: Partial<Parameters<typeof openFakeHub>[0]> = {}) => {
  hub = await openFakeHub({ id: ID, folder: SHIPPED, ...options });
  return hub;
};
const fetchFrom = (endpoint: string, id = ID, rest: Partial<Parameters<typeof fetchModel>[2]> = {}) =>
  fetchModel(id, cache, { dtype: 'q8', endpoint, progress: () => undefined, stallMs: 400, pauseMs: 20, ...rest });

test('a fetched model is described, whole, and works as the embedder', async () => {
  const { endpoint } = await open();
  const seen = new Map<string, [number, number | null]>();
  const folder = await fetchFrom(endpoint, ID, { progress: (file, done, total) => seen.set(file, [done, total]) });
  expect(folder).toBe(join(cache, 'someone', 'multilingual-e5-tiny'));
  expect(seen.get(ONNX)).toEqual([SIZE, SIZE]);
  const { card } = await openModelFolder(folder);
  expect(card).toMatchObject({
    name: ID,
    dtype: 'q8',
    pooling: 'mean',
    queryPrefix: 'query: ',
    passagePrefix: 'passage: ',
    dimensions: 384,
    maxTokens: 512,
  });
  expect(Object.keys(card.sha256)).toEqual(['config.json', ONNX, 'tokenizer.json', 'tokenizer_config.json']);
  const embedder = await TransformersEmbedder.open(folder, 1);
  expect((await embedder.embed(['hej'], 'query'))[0]).toHaveLength(384);
  await embedder.dispose();
  expect(readdirSync(join(cache, '.fetching'))).toEqual([]);
  expect(await isInstalled(folder, 'q8')).toBe(true);
  expect(await isInstalled(folder, 'fp32')).toBe(false);
});

test('a connection that breaks is taken up where it broke', async () => {
  const { endpoint, requests } = await open({ cutAfter: { [ONNX]: [1_000_000, 2_000_000] } });
  const folder = await fetchFrom(endpoint);
  const starts = requests
    .filter((request) => request.startsWith(ONNX))
    .map((request) => Number(request.split('@')[1] ?? 0));
  expect(starts).toHaveLength(3);
  expect(starts[0]).toBe(0);
  expect(starts[1]).toBeGreaterThan(0);
  expect(starts[2]).toBeGreaterThan(starts[1] ?? 0);
  expect(readFileSync(join(folder, ONNX)).equals(readFileSync(join(SHIPPED, ONNX)))).toBe(true);
});

test("a run that gave up leaves nothing under the model's name, and the next one goes on", async () => {
  const first = await open({ cutAfter: { [ONNX]: [1_000_000, 1_000_000, 1_000_000, 1_000_000] } });
  await expect(fetchFrom(first.endpoint)).rejects.toMatchObject({
    code: 'bad-model',
    details: [{ message: expect.stringContaining('run this again to go on') }],
  });
  expect(existsSync(join(cache, 'someone'))).toBe(false);
  await first.close();
  const second = await open();
  await fetchFrom(second.endpoint);
  expect(second.requests.filter((request) => /^(config|tokenizer)\.json/.test(request))).toEqual([]);
  expect(second.requests.find((request) => request.startsWith(ONNX))).toMatch(/@\d{7}/);
}, 60_000);

test('a server that sends another file than before is not resumed on', async () => {
  const draft = join(cache, '.fetching', 'someone--multilingual-e5-tiny-q8', 'onnx');
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, 'model_quantized.onnx.part'), 'bytes of an older file');
  writeFileSync(join(draft, 'model_quantized.onnx.part.etag'), '"older"');
  const { endpoint } = await open();
  const folder = await fetchFrom(endpoint);
  expect(readFileSync(join(folder, ONNX)).equals(readFileSync(join(SHIPPED, ONNX)))).toBe(true);
});

test('a connection that goes silent is given up and opened again', async () => {
  let silent = true;
  const { endpoint } = await open({
    instead: {
      'config.json': (response) => {
        const bytes = readFileSync(join(SHIPPED, 'config.json'));
        response.writeHead(200, { 'content-length': bytes.length });
        if (silent) response.write(bytes.subarray(0, 5));
        else response.end(bytes);
        silent = false;
      },
    },
  });
  expect(existsSync(await fetchFrom(endpoint))).toBe(true);
});

test('a model that is there already stays until the new one is whole', async () => {
  const folder = await (async () => fetchFrom((await open()).endpoint))();
  await hub?.close();
  writeFileSync(join(folder, 'tokenizer.json'), 'damaged');
  expect(await isInstalled(folder, 'q8')).toBe(false);
  await fetchFrom((await open()).endpoint);
  expect(await isInstalled(folder, 'q8')).toBe(true);
});

test('what the model says of itself goes before what its family does', async () => {
  const json = (value: unknown) => (response: import('node:http').ServerResponse) =>
    response.end(JSON.stringify(value));
  const { endpoint } = await open({
    instead: {
      '1_Pooling/config.json': json({ pooling_mode_cls_token: true, pooling_mode_mean_tokens: false }),
      'config_sentence_transformers.json': json({ prompts: { query: 'ask: ', document: 'doc: ' } }),
    },
  });
  const { card } = await openModelFolder(await fetchFrom(endpoint));
  expect(card).toMatchObject({ pooling: 'cls', queryPrefix: 'ask: ', passagePrefix: 'doc: ' });
});

describe('a clear error', () => {
  const messageOf = (promise: Promise<unknown>) =>
    promise.then(
      () => expect.fail('it worked'),
      (error) => {
        expect(error).toMatchObject({ code: 'bad-model' });
        return String(error.details[0].message);
      },
    );

  test('says that there is no such model', async () => {
    const { endpoint } = await open();
    expect(await messageOf(fetchFrom(endpoint, 'someone/nothing'))).toContain('no such model');
  });

  test('names the ONNX file that is not there, and other dtypes', async () => {
    const { endpoint } = await open();
    const message = await messageOf(fetchFrom(endpoint, ID, { dtype: 'fp32' }));
    expect(message).toContain('It has no onnx/model.onnx. Try another --dtype');
  });

  test('says that the hub cannot be reached, and why', async () => {
    const { endpoint, close } = await open();
    await close();
    const message = await messageOf(fetchFrom(endpoint));
    expect(message).toContain('ECONNREFUSED');
    expect(message).toContain('Check the network');
  }, 30_000);

  test('says what the server answered when it keeps failing', async () => {
    const { endpoint } = await open({ instead: { 'config.json': (response) => response.writeHead(503).end('busy') } });
    expect(await messageOf(fetchFrom(endpoint))).toContain('503');
  }, 30_000);

  test('says that a page came instead of JSON', async () => {
    const { endpoint } = await open({ instead: { 'config.json': (response) => response.end('<html>Log in</html>') } });
    expect(await messageOf(fetchFrom(endpoint))).toContain('not JSON');
  });

  test('says that the model does not load, and fetches it anew the next time', async () => {
    const broken = await open({ instead: { [ONNX]: (response) => response.end('not an ONNX file') } });
    expect(await messageOf(fetchFrom(broken.endpoint))).toContain('could not be loaded');
    await broken.close();
    expect(existsSync(await fetchFrom((await open()).endpoint))).toBe(true);
  });

  test.each(['', '../up', 'a/../../b', 'a/b/c', 'https://huggingface.co/a/b', 'a b'])(
    'refuses %j as a hub id',
    async (id) => {
      const { endpoint, requests } = await open();
      expect(await messageOf(fetchFrom(endpoint, id))).toContain('no hub id');
      expect(requests).toEqual([]);
    },
  );
});

describe("a folder of one's own", () => {
  const link = (files: string[]) => {
    const folder = join(cache, 'min egen--e5 #1 %20 ö');
    mkdirSync(join(folder, 'onnx'), { recursive: true });
    for (const file of files) symlinkSync(join(SHIPPED, file), join(folder, file));
    return folder;
  };

  test('is described in place', async () => {
    const folder = link(['config.json', 'tokenizer.json', 'tokenizer_config.json', ONNX]);
    await describeFolder(folder, folder, 'q8');
    expect((await openModelFolder(folder)).card).toMatchObject({ dimensions: 384, queryPrefix: 'query: ' });
  });

  test("without a model's files is refused, the missing one named, and nothing written", async () => {
    const folder = link(['config.json']);
    await expect(describeFolder(folder, folder, 'q8')).rejects.toMatchObject({
      details: [{ path: join(folder, 'tokenizer.json') }],
    });
    expect(existsSync(join(folder, 'erfara.json'))).toBe(false);
  });
});
