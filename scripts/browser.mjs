// Makes sure that there is a browser to test in, before the tests run. Every command is printed before it runs.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';

const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');

function run(command, args) {
  console.log(`$ ${[command, ...args].join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

/** True when the browser starts: a download can lack libraries of the system. */
function starts(path) {
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
}

function found() {
  const path = findBrowser();
  return path && starts(path) ? path : null;
}

/** Playwright's download, where it starts. */
function downloaded() {
  if (!run(process.execPath, [cli, 'install', 'chromium'])) return null;
  const path = chromium.executablePath();
  return existsSync(path) && starts(path) ? path : null;
}

function packaged() {
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!debian) return null;
  if (!run('apt-get', ['update']) || !run('apt-get', ['install', '-y', 'chromium'])) return null;
  return found();
}

try {
  const path = found() ?? downloaded() ?? packaged();
  if (!path) {
    throw new Error(
      [
        'No browser was found and none could be installed, so the tests in a real browser cannot run.',
        'Get one in any of these ways and run the tests again:',
        '  install Chromium or Chrome with your system (Debian, Ubuntu: sudo apt-get install chromium)',
        '  npx playwright-core install --with-deps chromium',
        '  CHROME_PATH=/path/to/chrome npm test',
      ].join('\n'),
    );
  }
  console.log(`Testing in ${path}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
