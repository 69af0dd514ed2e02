/** Real questions of readers, each answered within two actions from the home page. */
import { expect, test } from 'vitest';
import { openPage, useBrowser } from './open.ts';

useBrowser();

test.each([
  ['did Israel sign?', 'Has Israel signed?', /^No\b/],
  ['is it binding?', 'Is the Call binding?', /^No\b/],
])('“%s” is a question on the home page', async (_, question, answer) => {
  const page = await openPage('');
  await page.getByRole('link', { name: question }).first().click();
  await page.getByRole('heading', { level: 1, name: question }).waitFor();
  expect((await page.locator('main .lead').textContent())?.trim()).toMatch(answer);
});

test.each([
  ['who called it dead on arrival?', 'dead on arrival', /DOA|dead on arrival/i],
  ['what is the public core?', 'public core', /public core/i],
  ['when did the United States join?', 'United States join', /2021/],
  ['what do companies say of hack back?', 'hack back', /hack/i],
])('“%s” is answered by a search', async (_, words, answer) => {
  const page = await openPage('');
  await page.getByRole('searchbox').fill(words);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.hits').textContent()).toMatch(answer);
});

test('a term in running text leads to its definition', async () => {
  const page = await openPage('principles/2/');
  await page.locator('main a.term').first().click();
  await page.waitForURL('**/glossary/#*');
  await page.locator('section.term:target').waitFor();
});

test('an event’s dot in the drawing leads to the event', async () => {
  const page = await openPage('timeline/');
  await page.locator('svg.dots a').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.event:target').waitFor();
});
