import { describe, expect, test } from 'vitest';
import { inLanguage, passageHtml, relinked, scrollableTables, withoutClaimLine } from '../../src/lib/passage-html.ts';

const cut = (html: string) => Object.fromEntries(passageHtml(html));

describe('a rendered entry', () => {
  test('is cut at the headings that are ids, and the headings are dropped', () => {
    expect(cut('<h2 id="p1">p1</h2>\n<p>One.</p>\n<h2 id="p2">p2</h2>\n<p>Two.</p>\n<ul><li>Three.</li></ul>\n'))
      .toEqual({ p1: '<p>One.</p>', p2: '<p>Two.</p>\n<ul><li>Three.</li></ul>' });
  });

  test('keeps its passages in their order', () => {
    expect([...passageHtml('<h2 id="p2">p2</h2><p>b</p><h2 id="p1">p1</h2><p>a</p>').keys()]).toEqual(['p2', 'p1']);
  });

  test('ends a passage at a deeper heading', () => {
    const claims = '<h2 id="claims">claims</h2>\n<h3 id="c1">c1</h3>\n<p>One.</p>\n<h3 id="c2">c2</h3>\n<p>Two.</p>\n';
    expect(cut(`${claims}<h2 id="omits">omits</h2>\n<p>Three.</p>`))
      .toEqual({ claims: '', c1: '<p>One.</p>', c2: '<p>Two.</p>', omits: '<p>Three.</p>' });
  });

  test.each([
    ['other words than its id', '<h2 id="p2">Paragraph 2</h2>'],
    ['another level at its end', '<h2 id="p2">p2</h3>'],
    ['no level of a passage', '<h4 id="p2">p2</h4>'],
    ['no id', '<h2>p2</h2>'],
  ])('is not cut at a heading with %s', (_, heading) => {
    expect(cut(`<h2 id="p1">p1</h2><p>One.</p>${heading}<p>Two.</p>`)).toEqual({ p1: `<p>One.</p>${heading}<p>Two.</p>` });
  });

  test('leaves what stands before the first passage to none', () => {
    expect(cut('<p>Stray.</p><h2 id="p1">p1</h2><p>One.</p>')).toEqual({ p1: '<p>One.</p>' });
  });

  test('keeps the notes with the last passage', () => {
    const heading = '<h2 id="footnote-label">Notes</h2>';
    const notes = `<section class="footnotes" data-footnotes>${heading}<ol><li id="fn-1">See p1.</li></ol></section>`;
    expect(cut(`<h2 id="p1">p1</h2><p>One<sup>1</sup>.</p><h2 id="p2">p2</h2><p>Two.</p>\n${notes}\n`))
      .toEqual({ p1: '<p>One<sup>1</sup>.</p>', p2: `<p>Two.</p>\n${notes}` });
  });

  test('without passages has none', () => {
    expect(cut('<p>Nothing.</p>')).toEqual({});
    expect(cut('')).toEqual({});
  });
});

describe('a claim', () => {
  test.each([
    ['loses its first line', '<p>Speaker · fact</p>\n<p>One.</p>\n<p>Two.</p>', '<p>One.</p>\n<p>Two.</p>'],
    [
      'loses a first line with markup',
      '<p><a href="/x/">Speaker</a>\n· fact</p>\n<ul><li>One.</li></ul>', '<ul><li>One.</li></ul>',
    ],
    ['of nothing but its first line is empty', '<p>Speaker · fact</p>', ''],
    ['keeps a first block that is no paragraph', '<ul><li>One.</li></ul>\n<p>Two.</p>', '<ul><li>One.</li></ul>\n<p>Two.</p>'],
  ])('%s', (_, html, rest) => {
    expect(withoutClaimLine(html)).toBe(rest);
  });
});

describe('a table', () => {
  const table = (cell: string) => `<table>\n<tr><td>${cell}</td></tr>\n</table>`;
  const region = (name: string, inner: string) => `<section class="scroll" aria-label="${name}" tabindex="0">${inner}</section>`;

  test('stands in a region of its own that bears its number', () => {
    expect(scrollableTables(`<p>a</p>\n${table('b')}\n<p>c</p>\n${table('d')}`, (n) => `Table ${n}`))
      .toBe(`<p>a</p>\n${region('Table 1', table('b'))}\n<p>c</p>\n${region('Table 2', table('d'))}`);
  });

  test('is counted anew in each passage', () => {
    const label = (n: number) => `Table ${n}`;
    expect([scrollableTables(table('a'), label), scrollableTables(table('a'), label)])
      .toEqual([region('Table 1', table('a')), region('Table 1', table('a'))]);
  });

  test('that is not there leaves a passage as it was', () => {
    expect(scrollableTables('<p>A table.</p>', () => 'Table')).toBe('<p>A table.</p>');
  });
});

describe('words shown in a language other than their own', () => {
  const inFrench = (url: string) => (url.startsWith('/ref/') ? url.replace('/ref/', '/ref/fr/') : undefined);

  test.each([
    ['a page', '<a href="/ref/call/">it</a>', '<a href="/ref/fr/call/">it</a>'],
    ['a passage', '<a href="/ref/call/#p6">it</a>', '<a href="/ref/fr/call/#p6">it</a>'],
    ['a link with attributes before its address', '<a class="x" rel="y" href="/ref/call/">it</a>', '<a class="x" rel="y" href="/ref/fr/call/">it</a>'],
    ['a link with attributes behind its address', '<a href="/ref/call/" class="x" title="a > b">it</a>', '<a href="/ref/fr/call/" class="x" title="a > b">it</a>'],
    ['every link', '<p><a href="/ref/a/">a</a>, <a href="https://example.org/">b</a>\n<a href="/ref/c/">c</a></p>', '<p><a href="/ref/fr/a/">a</a>, <a href="https://example.org/">b</a>\n<a href="/ref/fr/c/">c</a></p>'],
    ['an address with signs that HTML escapes', '<a href="/ref/search/?q=a&amp;lang=en">it</a>', '<a href="/ref/fr/search/?q=a&amp;lang=en">it</a>'],
  ])('lead anew: %s', (_, html, expected) => {
    expect(relinked(html, inFrench)).toBe(expected);
  });

  test.each([
    ['to another site', '<a href="https://example.org/ref/call/">it</a>'],
    ['within the page', '<a href="#p6">it</a>'],
    ['to a mailbox', '<a href="mailto:editor@example.org">it</a>'],
    ['of an element that is no link', '<abbr data-href="/ref/call/">it</abbr><img src="/ref/x.png">'],
    ['that is only spoken of', '<code>&lt;a href="/ref/call/"&gt;</code>'],
    ['that is an id only', '<a id="x">it</a>'],
  ])('leave a link %s', (_, html) => {
    expect(relinked(html, inFrench)).toBe(html);
  });

  test('leave a link of which nothing is known, and ask for each as it stands', () => {
    const asked: string[] = [];
    expect(relinked('<a href="/a/">a</a><a href="/b/#c1">b</a>', (url) => void asked.push(url))).toBe('<a href="/a/">a</a><a href="/b/#c1">b</a>');
    expect(asked).toEqual(['/a/', '/b/#c1']);
  });

  test('keep what an address brings as it is', () => {
    expect(relinked('<a href="/a/">a</a>', () => '/$&/$1/')).toBe('<a href="/$&/$1/">a</a>');
  });

  test('say which language they are in, and nothing where it is that of the page', () => {
    expect(inLanguage('<p>One.</p>\n<p>Two.</p>', 'en', 'fr')).toBe('<div lang="en"><p>One.</p>\n<p>Two.</p></div>');
    expect(inLanguage('<p>Un.</p>', 'fr', 'fr')).toBe('<p>Un.</p>');
    expect(inLanguage('<p>One.</p>', 'en', 'en')).toBe('<p>One.</p>');
  });
});
