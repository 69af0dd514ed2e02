/** The built site, file by file: markup, links, names, sizes, addresses. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, test } from 'vitest';
import { readLedger } from '../../src/lib/ledger.ts';
import { attribute, builtSite, elementsOf, hasClass, wordsIn, type BuiltPage as Page, type Element } from '../built.ts';
import { PAGE_TYPES } from '../pages.ts';

const sites = (['site', 'siteUnderBase'] as const).map((name) => ({ name, of: builtSite(name), base: inject(name).base }));

describe.each(sites)('$name', ({ of: { files, all: pages }, base }) => {
  const byAddress = new Map(pages.map((page) => [base + page.path.replace(/index\.html$/, ''), page]));

  test('has no dead link, file or fragment', () => {
    const dead = pages.flatMap((page) => page.elements.flatMap((element) =>
      ['href', 'src', 'action'].flatMap((name) => attribute(element, name) ?? []).flatMap((url) => {
        if (/^(https?:|mailto:)/.test(url)) return [];
        const [path = '', fragment] = url.split('#');
        const at = path === '' ? page : byAddress.get(path.split('?')[0] ?? '');
        if (at === undefined) return files.has(path.slice(base.length)) && path.startsWith(base) ? [] : [`${page.path}: ${url}`];
        return fragment === undefined || fragment === '' || at.ids.has(fragment) ? [] : [`${page.path}: ${url}`];
      })));
    expect(dead).toEqual([]);
    expect(pages.length).toBeGreaterThan(40);
  });

  test('gives each page its own title, description and canonical address, and each id once', () => {
    const real = pages.filter(({ isRedirect }) => !isRedirect);
    const faults = real.flatMap(({ path, elements }) => {
      const all = elements.flatMap((element) => attribute(element, 'id') ?? []);
      return all.length === new Set(all).size ? [] : [path];
    });
    const text = (page: Page) => /<title>([^<]*)<\/title>/.exec(page.html)?.[1] ?? '';
    const description = (page: Page) => page.elements.map((element) => (attribute(element, 'name') === 'description' ? attribute(element, 'content') : undefined)).find(Boolean) ?? '';
    expect(faults).toEqual([]);
    // A publication bears its own title in every language.
    for (const own of [real.filter(({ path }) => !path.startsWith('fr/')), real.filter(({ path }) => path.startsWith('fr/'))]) {
      expect(new Set(own.map(text)).size).toBe(own.length);
      expect(new Set(own.map(description)).size).toBe(own.length);
    }
    expect(real.filter((page) => text(page).length > 70).map(({ path }) => path)).toEqual([]);
    expect(real.filter((page) => description(page).length > 160 || description(page) === '').map(({ path }) => path)).toEqual([]);
  });

  test('has headings that do not jump, one h1 a page, and a language', () => {
    const faults = pages.filter(({ isRedirect }) => !isRedirect).flatMap(({ path, elements }) => {
      const levels = elements.flatMap(({ tagName }) => Number(/^h([1-6])$/.exec(tagName)?.[1] ?? 0) || []);
      const jumps = levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1);
      const lang = elements.find(({ tagName }) => tagName === 'html');
      return jumps || levels.filter((level) => level === 1).length !== 1 || lang === undefined || attribute(lang, 'lang') !== (path.startsWith('fr/') ? 'fr' : 'en') ? [`${path}: ${levels.join(' ')}`] : [];
    });
    expect(faults).toEqual([]);
  });

  test('gives no heading a permalink, or a name other than its words', () => {
    const headings = pages.flatMap(({ path, elements }) => elements.filter(({ tagName }) => /^h[1-6]$/.test(tagName)).map((heading) => ({ path, heading })));
    const impure = headings.filter(({ heading }) => wordsIn(heading).includes('¶') || attribute(heading, 'aria-label') !== undefined || elementsOf(heading).some((element) => hasClass(element, 'permalink', 'former')));
    expect(impure.map(({ path, heading }) => `${path}: ${wordsIn(heading)}`)).toEqual([]);
  });

  test('names a permalink, and a table of Markdown, after the heading that it stands beside', () => {
    let named = 0;
    const wrong = pages.flatMap(({ path, elements }) => elements.filter(({ tagName }) => tagName === 'h2').flatMap((heading) => {
      const beside = heading.parentNode as Element;
      const permalink = beside.childNodes.find((node): node is Element => 'tagName' in node && hasClass(node, 'permalink'));
      if (!hasClass(beside, 'heading') || permalink === undefined) return [];
      const title = wordsIn(heading);
      const section = beside.parentNode as Element;
      named++;
      const tables = elementsOf(section).filter((element) => hasClass(element, 'scroll')).map((element) => attribute(element, 'aria-label') ?? '').filter((name) => /^Tab(le|leau) \d+,/.test(name));
      return [attribute(permalink, 'aria-label') ?? '', ...tables].filter((name) => !name.toLowerCase().includes(title.toLowerCase())).map((name) => `${path}: ${title}: ${name}`);
    }));
    expect(wrong).toEqual([]);
    expect(named).toBeGreaterThan(100);
  });

  test('keeps every page under 60 KiB compressed, but the one that prints the whole edition', () => {
    expect(pages.filter(({ path, html }) => !path.endsWith('edition/index.html') && gzipSync(html).length > 60 * 1024).map(({ path }) => path)).toEqual([]);
  });
});

describe('the site', () => {
  const { all, files } = builtSite('site');

  test('holds of the search engine what a search asks for, and nothing else', () => {
    const names = new Set([...files.keys()].flatMap((path) => /^pagefind\/en\/([^/]+)/.exec(path)?.slice(1) ?? []));
    expect([...names].map((name) => name.replace(/\.en_[0-9a-f]+\./, '.en.')).sort()).toEqual(['filter', 'fragment', 'index', 'pagefind-entry.json', 'pagefind.en.pf_meta', 'pagefind.js', 'wasm.en.pagefind']);
  });

  test('has markup in which the validator finds nothing', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:document'],
      rules: {
        // All our resources come from our own origin; a hash would only repeat their names.
        'require-sri': ['error', { target: 'crossorigin' }],
        // Long descriptions of the trade: a title may be as long as the publication's own.
        'long-title': 'off',
      },
    });
    // What a page in French has of its own are words: one of each type will do.
    const french = new Set(Object.values(PAGE_TYPES).map((path) => `fr/${path}index.html`));
    const faults = await Promise.all(all.filter(({ path }) => !path.startsWith('fr/') || french.has(path)).map(async ({ path, html }) => {
      const report = await validator.validateString(html, path);
      return report.results.flatMap(({ messages }) => messages.map(({ line, column, ruleId, message }) => `${path}:${line}:${column} ${ruleId}: ${message}`));
    }));
    expect(faults.flat()).toEqual([]);
  });

  test('asks for nothing from elsewhere and allows no inline script', () => {
    const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(String(files.get('index.html')))?.[1] ?? '';
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    expect(all.filter(({ elements, isRedirect }) => !isRedirect && !elements.some((element) => attribute(element, 'http-equiv') === 'content-security-policy')).map(({ path }) => path)).toEqual([]);
  });

  test('names the search engine on the search pages alone', () => {
    expect(all.filter(({ html }) => html.includes('pagefind')).map(({ path }) => path)).toEqual(['fr/search/index.html', 'search/index.html']);
  });

  test('holds every address of the ledger', () => {
    const ledger = readLedger(readFileSync('content/ledger.txt', 'utf8')).map(({ address }) => address);
    const addresses = new Set(all.flatMap(({ path, elements }) => {
      const page = `/${path.replace(/index\.html$/, '')}`;
      return [page, ...elements.flatMap((element) => attribute(element, 'id') ?? []).map((id) => `${page}#${id}`)];
    }));
    const paths = new Set([...files.keys()].map((path) => `/${path}`));
    // A line with a star stands for many; `machine-files.test.ts` finds each of them.
    const lines = ledger.filter((line) => !line.includes('*'));
    expect(lines.filter((line) => !addresses.has(line) && !paths.has(line))).toEqual([]);
    expect(ledger.length).toBeGreaterThan(200);
  });
});
