import { expect, it } from 'vitest';
import { ErfaraError } from '../../../server/domain/errors.ts';
import { readSettings } from '../../../server/settings.ts';

const wrong = (env: Record<string, string>) => {
  try {
    readSettings(env, '/root');
  } catch (error) {
    if (error instanceof ErfaraError) return { code: error.code, details: error.details };
  }
  return null;
};

it('has a default for everything', () => {
  expect(readSettings({}, '/bank')).toEqual({
    port: 8787,
    host: '127.0.0.1',
    content: '/bank/content',
    data: '/bank/.erfara',
    model: null,
    audience: 'internal',
    origins: [],
    keepMessagesDays: 90,
    keepEventsDays: 400,
    editor: { name: 'Editor', email: null, owns: null },
    threads: null,
    maxBody: 262_144,
    logLevel: 'info',
    databaseUrl: null,
  });
});

it('reads every setting', () => {
  const settings = readSettings(
    {
      PORT: '9000',
      HOST: '::1',
      ERFARA_CONTENT: '/elsewhere',
      ERFARA_DATA: 'data',
      ERFARA_MODEL: 'Xenova/multilingual-e5-base',
      ERFARA_AUDIENCE: 'customer',
      ERFARA_ORIGINS: 'https://a.example, http://localhost:3000 chrome-extension://abcdefghijklmnop',
      ERFARA_KEEP_MESSAGES: '2w',
      ERFARA_KEEP_EVENTS: '30',
      ERFARA_THREADS: '3',
      ERFARA_MAX_BODY: '1 MB',
      LOG_LEVEL: 'debug',
      DATABASE_URL: 'postgres://me@localhost/bank',
      UNRELATED: 'kept out of it',
    },
    '/bank',
  );
  expect(settings).toMatchObject({
    port: 9000,
    content: '/elsewhere',
    data: '/bank/data',
    audience: 'customer',
    threads: 3,
  });
  expect(settings).toMatchObject({ keepMessagesDays: 14, keepEventsDays: 30, maxBody: 1_048_576, logLevel: 'debug' });
  expect(settings.origins).toEqual([
    'https://a.example',
    'http://localhost:3000',
    'chrome-extension://abcdefghijklmnop',
  ]);
});

it('takes an empty variable for an unset one', () => {
  expect(readSettings({ PORT: '', ERFARA_MODEL: '' }, '/bank')).toMatchObject({ port: 8787, model: null });
});

it('names the closest setting to one that it does not know', () => {
  expect(wrong({ ERFARA_ORIGIN: 'x' })?.details[0]?.message).toContain('ERFARA_ORIGINS?');
  expect(wrong({ ERFARA_MODLE: 'x' })?.details[0]?.message).toContain('ERFARA_MODEL?');
});

it.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['HOST', '0.0.0.0'],
  ['ERFARA_AUDIENCE', 'everyone'],
  ['ERFARA_ORIGINS', '*'],
  ['ERFARA_ORIGINS', 'https://a.example/path'],
  ['ERFARA_ORIGINS', 'chrome-extension://abc/panel.html'],
  ['ERFARA_ORIGINS', 'null'],
  ['ERFARA_KEEP_MESSAGES', 'forever'],
  ['ERFARA_THREADS', '0'],
  ['ERFARA_MAX_BODY', '10'],
  ['LOG_LEVEL', 'loud'],
  ['DATABASE_URL', 'mysql://localhost/bank'],
  ['ERFARA_ROLE', 'replica'],
  ['ERFARA_WRITER_URL', 'http://writer'],
])('says what %s takes when it is %s', (name, value) => {
  const error = wrong({ [name]: value });
  expect(error?.code).toBe('bad-setting');
  expect(error?.details).toHaveLength(1);
  expect(error?.details[0]?.path).toBe(name);
});

it('names every wrong setting at once', () => {
  const paths = wrong({ PORT: 'x', LOG_LEVEL: 'x', ERFARA_NOTHING: 'x' })?.details.map(({ path }) => path);
  expect(paths?.sort()).toEqual(['ERFARA_NOTHING', 'LOG_LEVEL', 'PORT']);
});

it('reads who changes are by, and for which owners they decide', () => {
  const editor = (ERFARA_EDITOR: string, ERFARA_EDITOR_OWNS?: string) =>
    readSettings({ ERFARA_EDITOR, ERFARA_EDITOR_OWNS }, '/bank').editor;
  expect(editor('Anna Ek <anna@nordbris.example>', 'resor, juridik')).toEqual({
    name: 'Anna Ek',
    email: 'anna@nordbris.example',
    owns: ['resor', 'juridik'],
  });
  expect(editor('Anna')).toEqual({ name: 'Anna', email: null, owns: null });
  for (const wrong of ['Anna <anna', 'Anna <>', 'Anna <a@b> <c@d>']) expect(() => editor(wrong)).toThrow();
});
