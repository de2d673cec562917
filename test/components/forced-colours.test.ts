import { expect, test } from 'vitest';
import { answer, suggestion } from './fixture-answers.ts';
import { panelPage } from './panel-page.ts';

const on = panelPage();
const style = (selector: string, property: string) =>
  on.panel
    .locator(selector)
    .first()
    .evaluate((each, name) => getComputedStyle(each).getPropertyValue(name), property);

async function show(text: string): Promise<void> {
  await on.page.emulateMedia({ forcedColors: 'active' });
  on.fixture.suggest = () => answer({ suggestions: [suggestion('press', { article: { handOver: 'Press duty.' } })] });
  await on.show();
  await on.panel.locator('.card.open .reply').waitFor();
  await on.reply.fill(text);
  await on.panel.locator('.length').waitFor();
}

test('an empty length bar is an outline, and what fills it can be told from it', async () => {
  await show('');
  const bar = await style('.length .bar', 'border-top-style');
  expect(bar).toBe('solid');
  expect(await style('.length .rail', 'fill')).not.toBe(await style('.length .fill', 'fill'));
  expect(await on.panel.locator('.length .fill').evaluate((each) => each.getBoundingClientRect().width)).toBe(0);
});

test('the mandate and whom to hand to keep a border where backgrounds go', async () => {
  await show('Hej');
  for (const selector of ['.mandate', '.hand-over']) {
    expect(await style(selector, 'border-top-style')).toBe('solid');
    expect(await style(selector, 'border-top-width')).toBe('1px');
  }
});
