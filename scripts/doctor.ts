import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Command } from 'commander';
import { FileArticleStore } from '../server/content/file-article-store.ts';
import { openDataFolder } from '../server/data-folder.ts';
import { embeddedModel, modelPath, openModelFolder } from '../server/embedding/model-folder.ts';
import { explainError } from '../server/explain-error.ts';
import { LancePassageIndex } from '../server/index/lance-passage-index.ts';
import { projectRoot } from '../server/project-root.ts';
import { readSettings, type Settings } from '../server/settings.ts';

/** What a check found. `no` is something the product cannot run with; `hint` is good to know. */
interface Finding {
  state: 'ok' | 'hint' | 'no';
  text: string;
}

const ok = (text: string): Finding => ({ state: 'ok', text });
const hint = (text: string): Finding => ({ state: 'hint', text });
const no = (text: string): Finding => ({ state: 'no', text });

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > 20 || (major === 20 && minor >= 19);
  return enough
    ? ok(`Node ${process.versions.node}`)
    : no(`Node ${process.versions.node} is too old. Install Node 20.19 or newer.`);
}

function checkBundles(): Finding {
  const missing = ['server/main.js', 'server/embedding-worker.js', 'components', 'pages'].filter(
    (path) => !existsSync(join(projectRoot(), 'dist', path)),
  );
  return missing.length === 0
    ? ok('The bundles are built')
    : no(`dist/ lacks ${missing.join(', ')}. Run: npm run build`);
}

async function checkModel(settings: Settings): Promise<Finding> {
  const root = projectRoot();
  const path = settings.model
    ? modelPath(settings.model, join(settings.data, 'models'))
    : embeddedModel(join(root, 'models'));
  const folder = await openModelFolder(path);
  return ok(`Model ${folder.card.name}: every file is the one its checksum names (${path})`);
}

async function checkContent(settings: Settings): Promise<Finding> {
  const { articles, problems } = await new FileArticleStore(settings.content).load();
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const found = `${articles.length} articles in ${settings.content}`;
  if (articles.length === 0)
    return no(`No article in ${settings.content}. Set ERFARA_CONTENT, or see content/README.md.`);
  return errors === 0 ? ok(found) : hint(`${found}; ${errors} errors. Run: npm run check`);
}

function checkData(settings: Settings): Finding {
  mkdirSync(settings.data, { recursive: true });
  accessSync(settings.data, constants.W_OK);
  openDataFolder(settings.data);
  return ok(`The data folder can be written (${settings.data})`);
}

async function checkIndex(settings: Settings): Promise<Finding> {
  const index = new LancePassageIndex(join(settings.data, 'index'));
  const reader = await index.current();
  await index.close();
  if (!reader) return hint('There is no index yet. npm start builds it, or: npm run sync');
  const { version, passages, model, publishedAt } = reader.version;
  return ok(`Index version ${version}: ${passages} passages by ${model ?? 'keywords'}, ${publishedAt}`);
}

async function checkPort({ host, port }: Settings): Promise<Finding> {
  const server = createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
  return free
    ? ok(`Port ${port} is free`)
    : hint(`Port ${port} is in use: Erfara may be running already. Otherwise: PORT=${port + 1} npm start`);
}

function checkBrowser(): Finding {
  const named = process.env.CHROME_PATH;
  if (named)
    return existsSync(named)
      ? ok(`Browser for the tests: ${named}`)
      : no(`CHROME_PATH names ${named}, which is not there.`);
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':');
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
  return found
    ? ok(`Browser for the tests: ${found}`)
    : hint('No browser for the tests. npm test tries to get one, or set CHROME_PATH.');
}

/** Runs one check; what it throws becomes its finding. */
async function run(check: () => Finding | Promise<Finding>): Promise<Finding> {
  try {
    return await check();
  } catch (error) {
    return no(explainError(error));
  }
}

new Command('npm run doctor').description('Checks what Erfara needs on this machine, and says what to do.').parse();
const findings: Finding[] = [await run(checkNode), await run(checkBundles)];
let settings: Settings | null = null;
findings.push(
  await run(() => {
    settings = readSettings(process.env, projectRoot());
    return ok('The settings are right');
  }),
);
const known = settings as Settings | null;
if (known) {
  for (const check of [checkData, checkModel, checkContent, checkIndex, checkPort])
    findings.push(await run(() => check(known)));
}
findings.push(await run(checkBrowser));
const SIGNS = { ok: 'ok   ', hint: 'note ', no: 'NO   ' };
for (const { state, text } of findings) process.stdout.write(`${SIGNS[state]}${text.replaceAll('\n', '\n     ')}\n`);
const broken = findings.filter((finding) => finding.state === 'no').length;
process.stdout.write(broken === 0 ? '\nEverything that is needed is there.\n' : `\n${broken} to mend.\n`);
process.exitCode = broken === 0 ? 0 : 1;
