import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/find-browser.mjs';

/** The browser that `pretest` made sure of. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No browser: run node scripts/browser.mjs, or set CHROME_PATH.');
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
