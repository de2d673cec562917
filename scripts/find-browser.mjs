// Finds a Chromium or Chrome to test in: CHROME_PATH, the system's own, then Playwright's.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const MAC = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'];

const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];

/** Where systems keep a browser, besides the PATH. */
function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => MAC.map((app) => join(folder, app)));
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    return folders.flatMap((folder) => (folder ? WINDOWS.map((app) => join(folder, app)) : []));
  }
  return ['/snap/bin/chromium', '/opt/google/chrome/chrome', '/opt/chromium/chrome'];
}

function onPath() {
  if (process.platform === 'win32') return [];
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'].filter(Boolean);
  return COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Playwright's own download for this version; it may not be there. */
function playwrightPlace() {
  try {
    return [chromium.executablePath()];
  } catch {
    return [];
  }
}

/** The path of the first browser there is, or null. A CHROME_PATH that names nothing is an error, not a reason to guess. */
export function findBrowser() {
  const asked = process.env.CHROME_PATH;
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Error(`CHROME_PATH is ${asked}, and there is no such file. Correct it, or unset it to have one found.`);
  }
  return [...onPath(), ...usualPlaces(), ...playwrightPlace()].find((path) => existsSync(path)) ?? null;
}
