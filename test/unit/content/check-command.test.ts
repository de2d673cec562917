import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../server/project-root.ts';
import { articleText, FACTS, SETTINGS } from './bank-of.ts';

let content = '';

beforeAll(async () => {
  content = await mkdtemp(join(tmpdir(), 'erfara-check-'));
  await mkdir(join(content, 'articles'));
  await writeFile(join(content, 'erfara.yaml'), SETTINGS);
  await writeFile(join(content, 'facts.yaml'), FACTS);
});
afterAll(() => rm(content, { recursive: true }));

const write = (text: string) => writeFile(join(content, 'articles', 'refund.en.md'), text);

/** Without a model nothing is asked: what the lines do is tested with the retrieval. */
const settings = { ERFARA_MODEL: './none' };

/** Runs the bundled command in the content folder. */
function check(...args: string[]): { status: number | null; stdout: string } {
  const bundle = join(projectRoot(), 'dist', 'server', 'check.js');
  const env = { ...process.env, ERFARA_CONTENT: content, ERFARA_DATA: join(content, 'data'), ...settings };
  const { status, stdout } = spawnSync(process.execPath, [bundle, ...args], { cwd: content, env, encoding: 'utf8' });
  return { status, stdout };
}

describe('npm run check', () => {
  it('says file, line, column, rule and message from where it runs, with the way out below, and exits 1 on an error', async () => {
    await write(articleText({ markets: '[xx]' }, '## Reply\nPlease call us. You get your money within a week.\n'));
    const { status, stdout } = check();
    expect(status).toBe(1);
    expect(stdout).toContain(
      'articles/refund.en.md:11:8 sends-away "call us" sends the customer somewhere else.\n  Say',
    );
    expect(stdout).toMatch(/articles\/refund\.en\.md:8:11 unknown-market .+ \(warning\)\n/);
    expect(stdout).toContain('1 article in 1 text: 1 error, 1 warning, 1 hint (npm');
    const quiet = check('--quiet').stdout;
    expect(quiet).toContain('sends-away');
    expect(quiet).not.toContain('unknown-market');
  });

  it('exits 0 on warnings and hints, and shows hints when they are asked for', async () => {
    await write(articleText({}, '## Reply\nThat was a bad day.\n'));
    const { status, stdout } = check();
    expect(status).toBe(0);
    expect(stdout).not.toContain('no-next-step');
    expect(stdout).toContain('0 errors, 0 warnings, 2 hints (npm run check -- --hints shows them)');
    expect(check('--hints').stdout).toContain(
      'articles/refund.en.md:9:1 no-next-step The Reply has no next step. (hint)',
    );
  });

  it('says plainly that retrieval was not tested where there is no model, and nothing of it with --no-retrieval', async () => {
    await write(
      articleText({}, '## Reply\nYou get your money back within a week, and I write to you when it is sent.\n'),
    );
    const { status, stdout } = check();
    expect(status).toBe(0);
    expect(stdout).toContain('Notice: Retrieval was not tested.');
    expect(check('--no-retrieval').stdout).not.toContain('Retrieval');
  });

  it('prints JSON and nothing else with --json', async () => {
    await write(articleText({}, '## Reply\nPlease call us.\n'));
    const { status, stdout } = check('--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      articles: 1,
      errors: 1,
      problems: expect.arrayContaining([
        expect.objectContaining({ path: 'articles/refund.en.md', line: 10, rule: 'sends-away', severity: 'error' }),
      ]),
    });
  });
});
