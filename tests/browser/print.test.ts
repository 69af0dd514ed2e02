/** Every page type on paper: what is printed, what is not, and where pages break. */
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { PAGE_TYPES } from '../pages.ts';
import { openPage, useBrowser } from './open.ts';

useBrowser();

/** A page as the printer gets it, in A4. The reader's own colours are dark. */
async function printedPage(path: string) {
  const page = await openPage(path, { colorScheme: 'dark', viewport: { width: 794, height: 1123 }, expected: /404/ });
  await page.emulateMedia({ media: 'print' });
  return page;
}

/** Its text, sheet by sheet, line by line. */
async function sheetsOf(page: Awaited<ReturnType<typeof printedPage>>): Promise<string[][]> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true })));
  const { text } = await extractText(pdf);
  await pdf.loadingTask.destroy();
  return text.map((sheet) => sheet.split('\n').map((line) => line.trim()).filter(Boolean));
}

test.each(Object.entries(PAGE_TYPES))('printed, the page %s is black on white, unfolded, without furniture, its links spelled out, its sheets in order', async (_, path) => {
  const page = await printedPage(path);
  const found = await page.evaluate(() => {
    const outline = (elements: Iterable<Element>) => [...elements].map((one) => one.outerHTML.slice(0, 120));
    const shown = <T extends Element = Element>(selector: string) => [...document.querySelectorAll<T>(selector)].filter((one) => one.checkVisibility());
    const isSaid = (link: HTMLAnchorElement) => [link.textContent, getComputedStyle(link, '::after').content].some((words) => words.includes(link.getAttribute('href') ?? ''));
    const { color, backgroundColor } = getComputedStyle(document.body);
    return {
      color, backgroundColor,
      furniture: outline(shown('nav, form, button, input, .skip, .cite-tools, .preview, .said')),
      folded: outline([...document.querySelectorAll('details > :not(summary)')].filter((one) => one.closest('.cite-tools, nav') === null && !one.checkVisibility())),
      unsaid: outline(shown<HTMLAnchorElement>(':is(main, footer) a[href^="http"]').filter((link) => !isSaid(link))),
      tooWide: document.documentElement.scrollWidth > innerWidth,
    };
  });
  expect(found).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)', furniture: [], folded: [], unsaid: [], tooWide: false });

  // A part of the edition begins on a sheet of its own, and its name may end the contents.
  const headings = new Set(await page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, h4, h5')].filter((heading) => !heading.matches('.part > h2'))
    .map((heading) => heading.textContent.replace(/¶/g, '').replace(/\s+/g, ' ').trim())));
  const sheets = await sheetsOf(page);
  const bare = sheets.flatMap((lines, index) => (index === 0 || (lines.includes('The Paris Call, annotated') && lines.includes(`${index + 1} / ${sheets.length}`)) ? [] : [index + 1]));
  expect(bare).toEqual([]);
  expect(sheets.slice(0, -1).map((lines) => lines.at(-1) ?? '').filter((line) => headings.has(line.replace(/ ?#[a-z0-9-]+$/, '')))).toEqual([]);
});

test('a page says its own permalink, and each passage the fragment by which it is cited', async () => {
  const page = await printedPage('coverage/wired-us-sits-out/');
  await page.locator('.colophon').getByText('https://call.example/coverage/wired-us-sits-out/', { exact: true }).waitFor();
  expect(await page.locator('.heading > .permalink').evaluateAll((links) => links.map((link) => getComputedStyle(link, '::after').content))).toContain('"#omits"');
  expect(await page.locator('.claim > .permalink').first().innerText()).toBe('c1');
});

test('the whole edition, on a reader’s own paper, names the claims that it refers to', async () => {
  const page = await printedPage('edition/');
  const link = page.locator('#principles_8_words a[href="#coverage_wired-us-sits-out_c7"] + .page-ref');
  expect(await link.evaluate((reference) => [reference.textContent, getComputedStyle(reference, '::before').content])).toEqual(['', '" (c7)"']);
  await page.emulateMedia({ media: 'screen' });
  expect(await link.isVisible()).toBe(false);
});
