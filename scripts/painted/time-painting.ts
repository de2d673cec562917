import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { parse } from 'yaml';
import { findBrowser } from '../find-browser.mjs';

/** Messages that pay for what is loaded once. */
const WARMING = 5;

/** As much of `<erfara-suggest>` as is needed; the element itself is the page's. */
interface Panel extends HTMLElement {
  turns: { from: 'customer'; text: string }[];
  case: string;
  readonly updateComplete: Promise<boolean>;
}

/**
 * Opens one conversation after another in the panel that a running server serves, and times each in headless Chromium.
 *
 * @returns milliseconds from the message being given to the panel until the frame with its suggestions, or with why there are
 * none, was painted; and how many showed suggestions.
 */
export async function timePainting(server: URL, messages: string[]): Promise<{ times: number[]; answered: number }> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No browser: run node scripts/browser.mjs, or set CHROME_PATH.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    await page.goto(new URL('/embed', server).href);
    await page.locator('erfara-suggest .panel').waitFor();
    const times: number[] = [];
    let answered = 0;
    for (const [place, text] of [...messages.slice(0, WARMING), ...messages].entries()) {
      const one = await page.evaluate(paintOne, { text, reference: String(place) });
      if (place >= WARMING) times.push(one.milliseconds);
      if (place >= WARMING && one.answered) answered += 1;
      // As long as an agent could not be faster; what the panel fetches afterwards is not part of the next one.
      await page.waitForTimeout(150);
    }
    return { times, answered };
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
async function paintOne({ text, reference }: { text: string; reference: string }) {
  const panel = document.querySelector('erfara-suggest') as Panel;
  const arrived = new Promise<{ suggestions: unknown[] }>((resolve) =>
    panel.addEventListener('erfara-suggestions', (event) => resolve((event as CustomEvent).detail), { once: true }),
  );
  const start = performance.now();
  Object.assign(panel, { case: reference, turns: [{ from: 'customer', text }] });
  const { suggestions } = await arrived;
  await panel.updateComplete;
  // The frame callback runs before painting; what it posts runs after.
  await new Promise<void>((painted) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => painted();
      port2.postMessage(null);
    }),
  );
  const shown = panel.shadowRoot?.querySelector(suggestions.length > 0 ? '.card.open' : '.empty, .quiet-line');
  if (!shown) throw new Error(`Nothing was painted for "${text}".`);
  return { milliseconds: performance.now() - start, answered: suggestions.length > 0 };
}

/** Customers' questions from a content folder, `count` of them from all over it. */
export function questionsIn(content: string, count: number): string[] {
  const all = readdirSync(join(content, 'articles'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => {
      const [, front = ''] = readFileSync(join(content, 'articles', name), 'utf8').split(/^---$/m);
      const { questions } = parse(front) as { questions?: unknown[] };
      return (questions ?? []).filter((question): question is string => typeof question === 'string');
    });
  return Array.from({ length: Math.min(count, all.length) }, (_, i) => all[Math.floor((i * all.length) / count)] ?? '');
}
