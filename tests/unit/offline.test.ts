import { describe, expect, test } from 'vitest';
import { offlinePage, offlineStyle } from '../../src/lib/offline.ts';

const FILES = new Set([
  'index.html', 'call/index.html', 'coverage/index.html', 'coverage/x/index.html', 'search/index.html', 'p8/index.html',
  'icon.svg', 'states.svg', '_astro/page.css', '_astro/fonts/a.woff2', 'wide.png', 'a b/é,1%.png', 'fr:odd/index.html',
]);
const ROOT = { base: '/', site: 'https://call.example' };
const UNDER = { base: '/ref/', site: 'https://call.example' };
const exists = (path: string) => FILES.has(path);

const page = (html: string, path = 'coverage/x/index.html', publication = ROOT) => offlinePage(html, path, publication, exists);
/** What the body, or the head, holds when it is rewritten. */
const inBody = (html: string, path?: string, publication = ROOT) =>
  /<body>([\s\S]*)<\/body>/.exec(page(`<!doctype html><html><head></head><body>${html}</body></html>`, path, publication))?.[1];
const inHead = (html: string, path?: string, publication = ROOT) =>
  /<head>([\s\S]*)<\/head>/.exec(page(`<!doctype html><html><head>${html}</head><body></body></html>`, path, publication))?.[1];
const linked = (href: string, publication = ROOT, path?: string) => /href="([^"]*)"/.exec(inBody(`<a href="${href}">x</a>`, path, publication) ?? '')?.[1];

describe('a link', () => {
  test.each<[name: string, link: string, expected: string]>([
    ['to a folder names the file in it', '/call/', '../../call/index.html'],
    ['keeps its fragment', '/call/#p6', '../../call/index.html#p6'],
    ['to a folder without the slash at its end does so too', '/p8', '../../p8/index.html'],
    ['to the home page leads to the root', '/', '../../index.html'],
    ['to the home page’s passage too', '/#principles', '../../index.html#principles'],
    ['to a file of the copy stays one', '/states.svg', '../../states.svg'],
    ['by the file’s own name stays one', '/call/index.html#p6', '../../call/index.html#p6'],
    ['to the page itself by `#` stays as it is', '#c7', '#c7'],
    ['to the page’s beginning stays as it is', '#', '#'],
    ['of no letters stays as it is', '', ''],
    ['to the page itself by its address names its file', '/coverage/x/#c7', '../../coverage/x/index.html#c7'],
    ['relative to its page is resolved there', '../#list', '../../coverage/index.html#list'],
    ['with steps in its path is resolved', '/coverage/../call/./#p1', '../../call/index.html#p1'],
    ['to the published origin is one to the copy', 'https://call.example/call/#p6', '../../call/index.html#p6'],
    ['to the published origin in other letters too', 'HTTPS://Call.Example/call/', '../../call/index.html'],
    ['to the published host without a scheme too', '//call.example/call/', '../../call/index.html'],
    ['in spaces is one', '  /call/ ', '../../call/index.html'],
    ['to what the copy leaves out leads to where it is published', '/data/mentions.csv', 'https://call.example/data/mentions.csv'],
    ['to a twin for machines too', 'index.json', 'https://call.example/coverage/x/index.json'],
    ['to a page that is not there too', '/nowhere/#a', 'https://call.example/nowhere/#a'],
    ['to a page with a query too, since nothing answers it here', '/search/?q=a&amp;kind=b#r', 'https://call.example/search/?q=a&amp;kind=b#r'],
    ['to its own page with a query too', '?page=2', 'https://call.example/coverage/x/?page=2'],
    ['to a file with a query loses it, since the name is all', '/icon.svg?v=2', '../../icon.svg'],
    ['whose entity is an ampersand is read as such', 'https://call.example/call/?a=1&amp;amp;b=2', 'https://call.example/call/?a=1&amp;amp;b=2'],
    ['to mail stays as it is', 'mailto:editor@call.example?subject=/call/', 'mailto:editor@call.example?subject=/call/'],
    ['of another scheme stays as it is', 'data:text/plain,/call/', 'data:text/plain,/call/'],
    ['of a scheme that nobody knows stays as it is', 'x-call:/call/', 'x-call:/call/'],
    ['to elsewhere stays as it is, letter by letter', 'https://example.org/call/?a=b&amp;c', 'https://example.org/call/?a=b&amp;c'],
    ['to a host that begins like the site’s stays as it is', 'https://call.example.org/call/', 'https://call.example.org/call/'],
    ['to another port stays as it is', 'https://call.example:8080/call/', 'https://call.example:8080/call/'],
    ['to the site by another scheme stays as it is', 'http://call.example/call/', 'http://call.example/call/'],
    ['to another host without a scheme gets the scheme of the site', '//example.org/call/', 'https://example.org/call/'],
    ['to no address at all stays as it is', 'https://[', 'https://['],
    ['to a name with signs finds it and writes them safely', '/a%20b/%C3%A9,1%25.png', '../../a%20b/%C3%A9%2C1%25.png'],
    ['to a name that looks like a scheme writes it safely', '/fr:odd/', '../../fr%3Aodd/index.html'],
    ['to bytes that are no letters leads to where it is published', '/%C3%28/', 'https://call.example/%C3%28/'],
    ['to a broken escape too', '/%zz/', 'https://call.example/%zz/'],
    ['out of the site’s root stays in it', '/../../call/', '../../call/index.html'],
  ])('%s', (_, link, expected) => {
    expect(linked(link)).toBe(expected);
  });

  test.each<[name: string, link: string, expected: string]>([
    ['below it is one to the copy', '/ref/call/#p6', '../../call/index.html#p6'],
    ['to itself leads to the root', '/ref/', '../../index.html'],
    ['to itself without its slash too', '/ref', '../../index.html'],
    ['with the origin in front too', 'https://call.example/ref/call/', '../../call/index.html'],
    ['relative to its page is resolved there', '../../call/', '../../call/index.html'],
    ['outside it leads to where it is published', '/call/', 'https://call.example/call/'],
    ['outside it by steps too', '../../../call/', 'https://call.example/call/'],
    ['that only begins like it is outside', '/reference/', 'https://call.example/reference/'],
    ['to what is left out keeps it', '/ref/data/', 'https://call.example/ref/data/'],
  ])('under a base path %s', (_, link, expected) => {
    expect(linked(link, UNDER)).toBe(expected);
  });

  test.each<[name: string, path: string, expected: string]>([
    ['the root', 'index.html', 'call/index.html#p6'],
    ['a folder', 'search/index.html', '../call/index.html#p6'],
    ['a file that is no index', 'about.html', 'call/index.html#p6'],
  ])('goes from %s', (_, path, expected) => {
    expect(linked('/call/#p6', ROOT, path)).toBe(expected);
  });
});

describe('in a page', () => {
  test.each<[name: string, html: string, expected: string]>([
    ['quotes of any kind are read', `<a href='/call/'>a</a><a href=/call/>b</a><a HREF = "/call/" title='"'>c</a>`,
      '<a href="../../call/index.html">a</a><a href="../../call/index.html">b</a><a href="../../call/index.html" title="&quot;">c</a>'],
    ['a sign of more in a value ends no tag', '<a title="a > b" href="/call/">x</a>', '<a title="a &gt; b" href="../../call/index.html">x</a>'],
    ['entities in an address are letters', '<a href="&#47;call&sol;">x</a>', '<a href="../../call/index.html">x</a>'],
    ['`href` in running text is text', '<p>write href="/call/" or &lt;a href="/call/"&gt;</p>', '<p>write href="/call/" or &lt;a href="/call/"&gt;</p>'],
    ['`href` in a comment is a comment', '<!-- <a href="/call/"> -->', '<!-- <a href="/call/"> -->'],
    ['`href` in a text field is text', '<textarea><a href="/call/"></textarea>', '<textarea>&lt;a href="/call/"&gt;</textarea>'],
    ['pictures are found', '<img src="/states.svg" alt="">', '<img src="../../states.svg" alt="">'],
    ['each picture of a set is found, and no width is taken for one', '<img srcset="/wide.png 2x, /states.svg 100w,/left-out.png">',
      '<img srcset="../../wide.png 2x, ../../states.svg 100w,https://call.example/left-out.png">'],
    ['a set of one, with a comma behind it, is found', '<img srcset=" /wide.png, ">', '<img srcset=" ../../wide.png, ">'],
    ['drawings link too', '<svg><a xlink:href="/call/"><use href="#mark"></use></a><a href="/call/"></a></svg>',
      '<svg><a xlink:href="../../call/index.html"><use href="#mark"></use></a><a href="../../call/index.html"></a></svg>'],
    ['a quotation’s source is one', '<blockquote cite="/call/#p6">x</blockquote>', '<blockquote cite="../../call/index.html#p6">x</blockquote>'],
    ['an address for styles or scripts is one',
      '<p data-call="/call/" data-note="/ is a slash" data-list="{&quot;a&quot;:&quot;/call/&quot;}" data-at="https://call.example/call/">x</p>',
      '<p data-call="../../call/index.html" data-note="/ is a slash" data-list="{&quot;a&quot;:&quot;/call/&quot;}" data-at="../../call/index.html">x</p>'],
    ['scripts are taken out', 'a<script type="module" src="/_astro/x.js"></script><script>"</p>"</script>b', 'ab'],
    ['statements for machines stay word by word', '<script type="application/ld+json">{"url":"https://call.example/call/"}</script>',
      '<script type="application/ld+json">{"url":"https://call.example/call/"}</script>'],
    ['what stands there for readers without script is shown', '<noscript><p>Below is <a href="/call/">the Call</a>.</p></noscript>',
      '<p>Below is <a href="../../call/index.html">the Call</a>.</p>'],
    ['a form is a link to the page that it asks', '<form role="search" action="/search/"><input name="q"><button> Search </button></form>',
      '<p><a href="../../search/index.html">Search</a></p>'],
    ['a form of the masthead joins its list', '<header><nav><ul><li>a</li></ul></nav><form action="/search/"><button>Search</button></form></header>',
      '<header><nav><ul><li>a</li><li><a href="../../search/index.html">Search</a></li></ul></nav></header>'],
    ['a form that asks its own page is a link to the published one', '<form><input name="q"><button>Search</button></form>',
      '<p><a href="https://call.example/coverage/x/">https://call.example/coverage/x/</a></p>'],
    ['a form without a button is named by what it asks', '<form action="/search/"><input name="q"></form>',
      '<p><a href="../../search/index.html">https://call.example/search/</a></p>'],
    ['a form that only readers without script see is a link', '<noscript><form action="/search/"><button>Search</button></form></noscript>',
      '<p><a href="../../search/index.html">Search</a></p>'],
  ])('%s', (_, html, expected) => {
    expect(inBody(html)).toBe(expected);
  });

  test.each<[name: string, html: string, expected: string]>([
    ['style sheets and icons are found', '<link rel="stylesheet" href="/_astro/page.css"><link rel="icon" href="/icon.svg">',
      '<link rel="stylesheet" href="../../_astro/page.css"><link rel="icon" href="../../icon.svg">'],
    ['what makes the browser ask an origin is taken off them', '<link rel="stylesheet" href="/_astro/page.css" crossorigin integrity="sha256-x">',
      '<link rel="stylesheet" href="../../_astro/page.css">'],
    ['nothing is loaded ahead',
      '<link rel="preload" href="/_astro/fonts/a.woff2" as="font" crossorigin><link rel="modulepreload" href="/x.js"><link rel="dns-prefetch" href="//example.org"><link rel="manifest" href="/x.json">', ''],
    ['the canonical address stays', '<link rel="canonical" href="https://call.example/call/">', '<link rel="canonical" href="https://call.example/call/">'],
    ['feeds and twins lead to where they are published', '<link rel="alternate" type="application/json" href="/call/index.json">',
      '<link rel="alternate" type="application/json" href="https://call.example/call/index.json">'],
    ['what other programs read of the page stays', '<meta property="og:image" content="https://call.example/call/card.png"><meta property="og:url" content="https://call.example/call/">',
      '<meta property="og:image" content="https://call.example/call/card.png"><meta property="og:url" content="https://call.example/call/">'],
    ['a page that leads on leads to the file', '<meta http-equiv="refresh" content="0; url=/call/#p6">', '<meta http-equiv="refresh" content="0; url=../../call/index.html#p6">'],
    ['one that leads on in quotes too', `<meta http-equiv="Refresh" content="0;URL='/call/'">`, `<meta http-equiv="Refresh" content="0;URL='../../call/index.html'">`],
    ['one that leads on without the word too', '<meta http-equiv="refresh" content="0.5, /call/">', '<meta http-equiv="refresh" content="0.5, ../../call/index.html">'],
    ['one that only comes again stays', '<meta http-equiv="refresh" content="300">', '<meta http-equiv="refresh" content="300">'],
    ['the policy lets files be read and nothing else', `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self'">`,
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src file:; font-src file:; style-src file:; base-uri 'none'; form-action 'none'">`],
  ])('%s', (_, html, expected) => {
    expect(inHead(html)).toBe(expected);
  });

  test('the policy knows each style of the page as it is after the change, wherever it stands', () => {
    const head = inHead('<meta http-equiv="content-security-policy" content="x"><style>a{src:url(/_astro/fonts/a.woff2)}</style>') ?? '';
    expect(head).toContain('<style>a{src:url("../../_astro/fonts/a.woff2")}</style>');
    // echo -n 'a{src:url("../../_astro/fonts/a.woff2")}' | openssl dgst -sha256 -binary | base64
    expect(head).toContain(`style-src file: 'sha256-QtFo3Y4URPFKFALJFvteP/sgs82CnpJOBCjpx6Rkgsk=';`);
  });

  test('nothing else changes', () => {
    const html = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A &amp; B</title></head><body class="x"><main id="main"><p>“A” &lt; <b lang="fr">b c</b></p></main></body></html>';
    expect(page(html)).toBe(html);
  });

  test('what was rewritten is not rewritten again', () => {
    const html = page('<!doctype html><a href="/call/#p6">x</a><form action="/search/"><button>s</button></form><style>a{src:url(/_astro/fonts/a.woff2)}</style>');
    expect(page(html)).toBe(html);
  });
});

describe('a style sheet', () => {
  test.each<[name: string, css: string, expected: string]>([
    ['finds its faces', '@font-face{src:url(/_astro/fonts/a.woff2) format("woff2")}', '@font-face{src:url("../_astro/fonts/a.woff2") format("woff2")}'],
    ['in quotes of either kind, and spaces', `a{b:url( "/icon.svg" ) , url('/icon.svg')}`, 'a{b:url("../icon.svg") , url("../icon.svg")}'],
    ['beside itself', 'a{b:url(fonts/a.woff2)}', 'a{b:url("../_astro/fonts/a.woff2")}'],
    ['whose address holds a bracket in quotes', 'a{b:url("/left(out).svg")}', 'a{b:url("https://call.example/left(out).svg")}'],
    ['imports others', '@import "/_astro/page.css";@import url(/_astro/page.css);', '@import "../_astro/page.css";@import url("../_astro/page.css");'],
    ['leaves parts of the page alone', 'a{clip-path:url(#clip)}', 'a{clip-path:url(#clip)}'],
    ['leaves pictures in the sheet alone', `a{b:url('data:image/svg+xml,<svg xmlns="x"/>')}`, `a{b:url('data:image/svg+xml,<svg xmlns="x"/>')}`],
    ['leaves comments and strings alone', `/* url(/icon.svg) */a{content:"url(/icon.svg)\\"";b:'font-display:optional'}`, `/* url(/icon.svg) */a{content:"url(/icon.svg)\\"";b:'font-display:optional'}`],
    ['leaves what is only called so alone', 'a{b:curl(/icon.svg)}', 'a{b:curl(/icon.svg)}'],
    ['shows its face however late', '@font-face{font-display:optional}a{font-display: optional;b:optional}', '@font-face{font-display:swap}a{font-display: swap;b:optional}'],
  ])('%s', (_, css, expected) => {
    expect(offlineStyle(css, '_astro/page.css', ROOT, exists)).toBe(expected);
  });

  test('under a base path leaves the base out', () => {
    expect(offlineStyle('a{b:url(/ref/icon.svg)}', 'page.css', UNDER, exists)).toBe('a{b:url("icon.svg")}');
  });
});
