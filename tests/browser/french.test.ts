/** The French site as a French reader meets it: from language to language, both at once, and by search. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readAll } from '../../src/files.ts';
import { SEGMENTS } from '../../src/lib/ids.ts';
import { editionOf } from '../../src/lib/record.ts';
import { fill, languageName } from '../../src/lib/words.ts';
import { wordsOf } from '../../src/strings.ts';
import { openPage, useBrowser } from './open.ts';

useBrowser();

const edition = editionOf(readAll(), 'fr');
const borrowed = edition.coverage.find(({ lang }) => lang === 'en') ?? expect.fail('no record is in English alone');
const french = wordsOf('fr');
/** Search answers at once; a machine with much to do may keep it waiting. */
const SOON = { timeout: 20_000 };

// --------------------------------------------------------------------------------------------------- from one to the other

const language = (page: Page, name: 'English' | 'Français') => page.locator('.languages').getByRole('link', { name, exact: true });
const at = (page: Page) => new URL(page.url()).pathname + new URL(page.url()).hash;

describe('the link to the other language', () => {
  test.each([
    ['fr/call/#p6', 'English', '/call/#p6'],
    ['call/#p6', 'Français', '/fr/call/#p6'],
    ['principles/8/#objections', 'Français', '/fr/principles/8/#objections'],
    ['fr/coverage/wired-us-sits-out/#c7', 'English', '/coverage/wired-us-sits-out/#c7'],
    ['fr/glossary/#ransomware', 'English', '/glossary/#ransomware'],
    ['fr/', 'English', '/'],
    ['', 'Français', '/fr/'],
    ['fr/call/parallel/#principle-8', 'English', '/call/parallel/#principle-8'],
    ['coverage/year/2018/', 'Français', '/fr/coverage/year/2018/'],
  ] as const)('keeps page and passage from %s to %s', async (path, name, expected) => {
    const page = await openPage(path);
    await language(page, name).click();
    await page.waitForURL((url) => url.pathname + url.hash === expected);
    const { hash } = new URL(page.url());
    if (hash !== '') await page.locator(`${hash}:target`).waitFor();
  });

  test.each([
    ['fr/call/', 'English', '/ref/call/#p6'],
    ['call/', 'Français', '/ref/fr/call/#p6'],
  ] as const)('keeps both under a base path, from %s', async (path, name, expected) => {
    const page = await openPage(`${path}#p6`, { underBase: true });
    await language(page, name).click();
    await page.waitForURL((url) => url.pathname + url.hash === expected);
  });

  test.each([
    ['fr/call/', 'English', '/call/', 1280],
    ['call/', 'Français', '/fr/call/', 1280],
    ['fr/call/', 'English', '/call/', 360],
  ] as const)('keeps what is being read, though the address does not name it: from %s', async (path, name, expected, width) => {
    const page = await openPage(path, { viewport: { width, height: 800 } });
    await page.locator('#p11').evaluate((passage) => passage.scrollIntoView({ behavior: 'instant', block: 'start' }));
    await language(page, name).evaluate((link: HTMLElement) => link.click());
    await page.waitForURL(`**${expected}#*`);
    expect(at(page)).toBe(`${expected}#p11`);
    expect(await page.locator('#p11').evaluate((passage) => passage.getBoundingClientRect().top)).toBeLessThan(400);
  });

  test('leads to the head of a page that is read from its head', async () => {
    const page = await openPage('fr/call/');
    await language(page, 'English').click();
    await page.waitForURL(({ pathname }) => pathname === '/call/');
    expect(at(page)).toBe('/call/');
  });

  test.each([
    ['fr/coverage/wired-us-sits-out/#c7', 'English', '/coverage/wired-us-sits-out/'],
    ['principles/8/', 'Français', '/fr/principles/8/'],
  ] as const)('keeps the page without script, from %s', async (path, name, expected) => {
    const page = await openPage(path, { javaScriptEnabled: false });
    await language(page, name).click();
    await page.waitForURL(({ pathname }) => pathname === expected);
  });

  test('names each language in its own words, to eye and ear', async () => {
    const page = await openPage('fr/principles/8/');
    const link = language(page, 'English');
    expect([await link.getAttribute('lang'), await link.getAttribute('hreflang')]).toEqual(['en', 'en']);
    await page.getByRole('list', { name: 'Langues' }).waitFor();
  });

  test('is reached by keyboard', async () => {
    const page = await openPage('fr/principles/8/');
    for (let presses = 0; presses < 20 && !(await language(page, 'English').evaluate((link) => link === document.activeElement)); presses++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(({ pathname }) => pathname === '/principles/8/');
  });

  test('names the passage even where the page is to be opened beside the other', async () => {
    const page = await openPage('fr/call/#p6');
    const href = await language(page, 'English').evaluate((link: HTMLAnchorElement) => {
      addEventListener('click', (event) => event.preventDefault());
      link.dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true }));
      return link.getAttribute('href');
    });
    expect(new URL(href ?? '', page.url()).hash).toBe('#p6');
  });
});

// ---------------------------------------------------------------------------------------------------------- both at once

describe('the Call in two languages', () => {
  const open = (width: number, path = 'fr/call/parallel/') => openPage(path, { viewport: { width, height: 900 }, javaScriptEnabled: false });
  const boxes = async (page: Page, id: string) => Promise.all((await page.locator(`#${id} > .words`).all()).map(async (words) => await words.boundingBox() ?? expect.fail(`${id} is not shown`)));

  test.each(['call/parallel/', 'fr/call/parallel/'])('stands side by side on a wide screen, segment by segment: %s', async (path) => {
    const page = await open(1280, path);
    expect(await page.locator('.pair').evaluateAll((pairs) => pairs.map(({ id }) => id))).toEqual([...SEGMENTS]);
    for (const id of SEGMENTS) {
      const [one, other, ...more] = await boxes(page, id);
      expect(more).toEqual([]);
      expect(one?.y).toBe(other?.y);
      expect((one?.x ?? 0) + (one?.width ?? 0)).toBeLessThanOrEqual(other?.x ?? 0);
      expect(Math.min(one?.width ?? 0, other?.width ?? 0)).toBeGreaterThan(300);
    }
  });

  test('stands one below the other on a narrow screen', async () => {
    const page = await open(360);
    for (const id of SEGMENTS) {
      const [one, other] = await boxes(page, id);
      expect((one?.y ?? 0) + (one?.height ?? 0)).toBeLessThanOrEqual(other?.y ?? 0);
      expect(one?.x).toBe(other?.x);
    }
  });

  test.each([320, 360, 700, 900, 1024, 1280, 1920])('does not scroll sideways at %d pixels', async (width) => {
    const page = await openPage('fr/call/parallel/', { viewport: { width, height: 900 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  test.each([['call/parallel/', ['en', 'fr']], ['fr/call/parallel/', ['fr', 'en']]])('begins with the language of the page: %s', async (path, languages) => {
    const page = await open(1280, path);
    expect(await page.locator('#p6 > .words').evaluateAll((all) => all.map((words) => words.getAttribute('lang')))).toEqual(languages);
    const [one = '', other = ''] = await page.locator('#p6 > .words').allTextContents();
    expect(one.trim().length).toBeGreaterThan(50);
    expect(other.trim()).not.toBe(one.trim());
  });

  test('says at each segment where the official versions differ, and at no other', async () => {
    const page = await open(1280);
    const { variants } = edition;
    const differing = variants?.passages.map(({ id }) => id) ?? [];
    expect(differing.length).toBeGreaterThan(5);
    expect(await page.locator('.pair:has(.differ)').evaluateAll((pairs) => pairs.map(({ id }) => id))).toEqual(SEGMENTS.filter((id) => differing.includes(id)));
    const note = page.locator(`#${differing[0]} > .differ`);
    const [, words] = await boxes(page, differing[0] ?? '');
    expect((await note.boundingBox())?.y).toBeGreaterThanOrEqual((words?.y ?? 0) + (words?.height ?? 0));
    await note.getByRole('link', { name: french.parallel.differ }).click();
    await page.waitForURL(`**/fr/variants/#${differing[0]}`);
  });

  test('is led to from the text, and leads to a segment', async () => {
    const page = await open(1280, 'fr/call/');
    await page.getByRole('link', { name: french.parallel.read }).first().click();
    await page.waitForURL('**/fr/call/parallel/');
    await page.locator('#p6 > a.permalink').click();
    expect(at(page)).toBe('/fr/call/parallel/#p6');
  });
});

// ---------------------------------------------------------------------------------------------------------------- search

const status = (page: Page) => page.locator('.results [role=status]');
const settled = async (page: Page) => {
  await expect.poll(() => status(page).textContent(), SOON).toMatch(/^(Trouvé|Rien|Aucune|La recherche n|Found|Nothing|No page)/);
  return await status(page).textContent() ?? '';
};
const search = async (words: string, { path = 'fr/search/', more = '', ...options }: NonNullable<Parameters<typeof openPage>[1]> & { path?: string; more?: string } = {}) => {
  const page = await openPage(`${path}?q=${encodeURIComponent(words)}${more}`, options);
  const said = await settled(page);
  const hits = await hitsOn(page);
  return { page, said, hits, count: Number(/sur (\d+) page/.exec(said)?.[1] ?? 0) };
};
/** Asks again where the reader has asked before, and returns what is said. */
const again = async (page: Page, words: string) => {
  const field = page.getByRole('searchbox', { name: french.search.label });
  await field.fill('');
  await expect.poll(() => status(page).textContent(), SOON).toBe('');
  await field.fill(words);
  return settled(page);
};
const hitsOn = (page: Page) => page.locator('.hits > li > h2').allTextContents();
const marks = (page: Page) => page.locator('.hits mark').allTextContents();

describe('search in French', () => {
  test('speaks French', async () => {
    const { page, said } = await search('internet');
    expect(said).toMatch(/^Trouvé sur \d+ pages\.$/);
    await page.getByRole('searchbox', { name: french.search.label }).waitFor();
    expect(await page.locator('.hits small').count()).toBe(0);
    const links = await page.locator('.hits a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links.filter((href) => !href.startsWith('/fr/'))).toEqual([]);
  });

  test.each([
    ['internet', ['l’internet', "l'internet", 'L’Internet', 'd’internet', 'INTERNET']],
    ['outils', ['d’outils', "d'outils", 'outil']],
    ['sécurité', ['securite', 'Sécurité', 'la sécurité']],
    ['élections', ['élection', 'elections', 'd’élections', 'les élections']],
    ['vulnérabilités', ['vulnerabilites', 'vulnérabilité', 'Vulnérabilités']],
    ['cœur', ['coeur', 'Coeur']],
    ['État', ['l’État', "l'Etat", 'états', 'qu’États']],
    ['aujourd’hui', ["aujourd'hui", 'd’aujourd’hui']],
    ['hygiène informatique', ['l’hygiène informatique', 'hygiene informatique']],
  ])('finds as much for “%s” however it is written', async (words, others) => {
    const { page, said, count } = await search(words);
    expect(count).toBeGreaterThan(0);
    for (const other of others) expect([other, await again(page, other)]).toEqual([other, said]);
  });

  test.each([
    ['l’internet', /Protéger l’internet/, /^internet/i],
    ['d’outils', /outils malveillants/, /^outil/],
    ['cyber-riposte', /Pas de cyber-riposte privée/, /^cyber-?riposte/i],
    ['élections', /Défendre les processus électoraux/, /^(élection|élect|elect)/i],
    ['principe 8', /Principe 8, Pas de cyber-riposte privée/, /^(principe|8)/i],
    ['hygiène informatique', /Hygiène informatique/, /^(hygi[eè]ne|informatique)/i],
    ['vulnérabilités', /divulgation des vulnérabilités/, /^vulnérabilité/i],
    ['qu’est-ce que le cœur public de l’internet ?', /Qu’est-ce que le cœur public de l’internet/, /^(cœur|public|internet)/i],
    ['Israël a-t-il signé ?', /Israël a-t-il signé/, /^(Israël|sign)/i],
  ])('leads from “%s” to what it asks for', async (words, title, mark) => {
    const { page, hits, said } = await search(words);
    expect(said).toMatch(/^Trouvé/);
    expect(hits.some((hit) => title.test(hit))).toBe(true);
    expect((await marks(page)).some((marked) => mark.test(marked))).toBe(true);
  });

  test('finds a phrase in French quotation marks or straight ones, with what is elided in it', async () => {
    const { page, said, hits } = await search('« acteurs non étatiques »');
    expect(said).toMatch(/^Trouvé/);
    expect(hits.some((hit) => hit.includes('Principe 8'))).toBe(true);
    for (const other of ['"acteurs non étatiques"', '«\u00A0acteurs non étatiques\u00A0»', '“acteurs non étatiques”']) expect(await again(page, other)).toBe(said);
    expect(await again(page, '« étatiques non acteurs »')).toMatch(/^Rien ne contient/);
    const elided = await again(page, '« cœur public de l’internet »');
    expect((await hitsOn(page)).some((hit) => hit.includes('Qu’est-ce que le cœur public'))).toBe(true);
    expect(await again(page, '"cœur public de l\'internet"')).toBe(elided);
    expect(await again(page, '« internet de l’cœur public »')).toMatch(/^Rien ne contient/);
  });

  test.each([
    ['non-étatique', 'non étatique'],
    ['vie-privée', 'vie privée'],
  ])('finds “%s” where “%s” stands as a phrase, and not where it only begins like it', async (joined, apart) => {
    const { page, said, count } = await search(joined);
    expect(count).toBeGreaterThan(0);
    expect(await again(page, `«\u00A0${apart}\u00A0»`)).toBe(said);
  });

  test('shows words as they are typeset, marks and all', async () => {
    const { page } = await search('l’internet');
    const shown = await page.locator('.hits').textContent() ?? '';
    expect(shown).toContain('l’internet');
    expect(shown).not.toMatch(/['"]|\b[ldLD]['’]\s/);
    expect(await page.locator('.hits p', { hasText: 'l’internet' }).first().locator('mark').first().textContent()).toMatch(/^internet/i);
  });

  test.each([
    ['principe 8', ['Principe 8, Pas de cyber-riposte privée'], '/fr/principles/8/'],
    ['p7', ['Paragraphe 7', 'Principe 7, Hygiène informatique'], '/fr/call/#p7'],
    ['paragraphe 6', ['Paragraphe 6'], '/fr/call/#p6'],
    ['8', ['Principe 8, Pas de cyber-riposte privée', 'Paragraphe 8'], '/fr/principles/8/'],
  ])('offers the part of the Call that “%s” names', async (words, names, address) => {
    const page = await openPage(`fr/search/?q=${encodeURIComponent(words)}`);
    await expect.poll(() => page.locator('.jumps a').allTextContents(), SOON).toEqual(names);
    await page.locator('.jumps a').first().click();
    await page.waitForURL(`**${address}`);
  });

  test('opens a hit at its passage', async () => {
    const { page } = await search('processus électoraux ingérence');
    const link = page.locator('.hits li li a').first();
    const href = await link.getAttribute('href') ?? '';
    expect(href).toMatch(/^\/fr\/.*#/);
    await link.click();
    await page.waitForURL(`**${href}`);
    await page.locator(`${new URL(page.url()).hash}:target`).waitFor({ state: 'attached' });
  });

  test('says which word is absent, and only that', async () => {
    const { page, said } = await search('zyzzyva');
    expect(said).toMatch(/^Rien ne contient «\u00A0zyzzyva\u00A0»\.$/);
    expect(await again(page, 'l’internet zyzzyva')).toContain('zyzzyva');
    expect(await again(page, 'l’internet blockchain')).toMatch(/^Aucune page ne contient le mot «\u00A0blockchain\u00A0»\. Trouvé sur \d+ pages?\.$/);
    expect(await again(page, 'cyberriposte')).toMatch(/^Trouvé/);
    expect(await again(page, 'contre-attaque')).toMatch(/^Aucune page ne contient le mot «\u00A0contre-attaque\u00A0»\. Trouvé/);
    expect(await again(page, 'cyber-attaques')).toMatch(/^Trouvé/);
    // Asked together, each word is looked for by itself.
    expect(await again(page, 'cœur public internet États')).toMatch(/^Trouvé/);
  });

  test('works under a base path', async () => {
    const { page, count } = await search('l’internet', { underBase: true });
    expect(count).toBeGreaterThan(0);
    const links = await page.locator('.hits a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links.filter((href) => !href.startsWith('/ref/fr/'))).toEqual([]);
  });

  test('starts from the masthead of any French page', async () => {
    const page = await openPage('fr/principles/8/');
    await page.keyboard.press('/');
    await page.keyboard.type('l\'internet');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/fr/search/?q=*');
    expect(await settled(page)).toMatch(/^Trouvé/);
  });
});

describe('search in more than one language', () => {
  const other = (page: Page) => page.locator('.other-language a');

  test.each([
    ['fr/search/', 'bystanders', 'en', /^\d+ pages le contiennent en anglais\.$/, /^Trouvé/],
    ['fr/search/', 'watershed', 'en', /^1 page le contient en anglais\.$/, /^Trouvé/],
    ['search/', 'mordant', 'fr', /^\d+ pages in French contain it\.$/, /^Found/],
  ])('offers from %s what the other language has: “%s”', async (path, words, lang, label, found) => {
    const { page } = await search(words, { path });
    await other(page).waitFor();
    expect(await other(page).textContent()).toMatch(label);
    await other(page).click();
    await page.waitForURL(`**/${path}?q=${words}&lang=${lang}`);
    expect(await settled(page)).toMatch(found);
    expect(await page.locator('select[name=lang]').inputValue()).toBe(lang);
    const first = page.locator('.hits > li').first();
    expect(await first.getAttribute('lang')).toBe(lang);
    const href = await first.getByRole('link').first().getAttribute('href') ?? '';
    expect(href.startsWith('/fr/')).toBe(lang === 'fr');
    await first.getByRole('link').first().click();
    await page.waitForURL(`**${href}`);
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
  });

  test('offers nothing that the other language has not either', async () => {
    const { page } = await search('zyzzyva');
    await page.waitForTimeout(1500);
    expect(await other(page).count()).toBe(0);
  });

  test('offers nothing beside the part of the Call that a number leads to', async () => {
    const page = await openPage('fr/search/?q=p8');
    await expect.poll(() => status(page).textContent(), SOON).toBe('Aller à Paragraphe 8. Aller à Principe 8, Pas de cyber-riposte privée.');
    await page.waitForTimeout(1500);
    expect(await other(page).count()).toBe(0);
  });

  test('loads the other index only where it is asked', async () => {
    const { page } = await search('internet');
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/pagefind/')));
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.filter((name) => name.includes('/pagefind/en/'))).toEqual([]);
  });

  test('shows both at once where both are asked, each by its name', async () => {
    const [en, fr, all] = [await search('Microsoft', { more: '&lang=en' }), await search('Microsoft'), await search('Microsoft', { more: '&lang=all' })];
    expect(all.count).toBe(en.count + fr.count);
    const hits = () => all.page.locator('.hits > li').evaluateAll((items) => items.map((item) => ({ lang: item.getAttribute('lang') ?? 'fr', name: item.querySelector('h2 small')?.textContent ?? '', to: item.querySelector('a')?.getAttribute('href')?.startsWith('/fr/') === true })));
    await expect.poll(async () => {
      await all.page.locator('.more').evaluate((more: HTMLButtonElement) => more.hidden || more.click());
      return (await hits()).length;
    }, SOON).toBe(all.count);
    const shown = await hits();
    expect(new Set(shown.map(({ lang }) => lang))).toEqual(new Set(['en', 'fr']));
    expect(shown.filter(({ lang, name, to }) => (lang === 'en' ? name !== 'English' || to : name !== '' || !to))).toEqual([]);
  });

  test('chooses the language in the form, and keeps it in the address through reload and Back', async () => {
    const { page, said } = await search('Microsoft');
    await page.locator('select[name=lang]').selectOption('all');
    await page.waitForURL('**/fr/search/?q=Microsoft&lang=all');
    await expect.poll(() => status(page).textContent(), SOON).not.toBe(said);
    const both = await settled(page);
    await page.reload();
    expect(await settled(page)).toBe(both);
    expect(await page.locator('select[name=lang]').inputValue()).toBe('all');
    await page.goBack();
    await page.waitForURL('**/fr/search/?q=Microsoft');
    await expect.poll(() => status(page).textContent(), SOON).toBe(said);
    expect(await page.locator('select[name=lang]').inputValue()).toBe('');
    await page.goForward();
    await expect.poll(() => status(page).textContent(), SOON).toBe(both);
  });

  test('asks each language as it writes: what is elided stands in the way of neither', async () => {
    const { page, count } = await search('l’internet', { more: '&lang=all' });
    expect(count).toBe((await search('internet', { more: '&lang=all' })).count);
    expect(await page.locator('select[name=lang] option').allTextContents()).toEqual(['Français', 'English', french.search.allLanguages]);
  });
});

test('without script the French search page offers the French concordance, elided words under themselves', async () => {
  const page = await openPage('fr/search/?q=internet', { javaScriptEnabled: false });
  const words = await page.locator('.concordance dt').allTextContents();
  expect(words).toContain('internet');
  expect(words.filter((word) => /^(?:[cdjlmnst]|qu)’/.test(word))).toEqual([]);
  const entry = page.locator('.concordance div', { has: page.locator('dt', { hasText: /^internet$/ }) }).first();
  expect(await entry.textContent()).toMatch(/l’internet/);
  await entry.getByRole('link').first().click();
  await page.waitForURL('**/fr/call/#*');
});

test('a record that is only in English says so, in French, and stays readable as English', async () => {
  const page = await openPage(`fr/coverage/${borrowed.slug}/`);
  await page.getByText(fill(french.language.only, { language: languageName('fr', 'en') })).waitFor();
  expect(await page.locator('#summary [lang=en]').count()).toBe(1);
  expect(await page.locator('#summary h2').textContent()).toContain(french.section.summary);
});
