/**
 * Both feeds, as others read them: by the grammar of Atom, a schema of JSON Feed, and the rules that neither can say, all of
 * which stand in `tests/feeds.ts`. A rule that refuses nothing proves nothing, so each is shown a fault here.
 */
import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { atomOf, jsonFeedOf, newestFirst, type Feed, type FeedItem } from '../../src/lib/feeds.ts';
import { all, brokenInAtom, brokenInJson, grammarRefuses, NAMES, schema, texts, type JsonFeed, type JsonItem } from '../feeds.ts';

// ---------------------------------------------------------------------------------------------------------- the samples

const item = (name: string, more: Partial<FeedItem> = {}): FeedItem => ({
  id: `tag:example.org,2026:coverage/${name}`, url: `https://example.org/coverage/${name}/`, title: `Title of ${name}`, lang: 'en',
  updated: '2026-11-20', summary: `What ${name} says.`, authors: [], categories: [], ...more,
});
const full = item('full', {
  title: 'Le nouvel Appel de Paris', lang: 'fr', published: '2018-11-12', html: '<p>It says <a href="https://example.org/principles/8/">much</a>.</p>',
  authors: ['A. Reporter', 'B. Writer'], external: 'https://example.com/?a=1&b=2',
  categories: [{ term: 'principle-8', label: 'Principle 8' }, { term: 'criticism', label: 'Criticism' }],
});
const feedOf = (more: Partial<Feed> = {}): Feed => ({
  id: 'https://example.org/coverage/', title: 'What is written', subtitle: 'New records.', lang: 'en', home: 'https://example.org/coverage/',
  atom: 'https://example.org/coverage/index.atom', json: 'https://example.org/coverage/feed.json', updated: '2026-11-21',
  author: 'The Call, annotated', rights: 'CC BY 4.0', items: [full, item('plain')], ...more,
});
const whole = feedOf({
  icon: 'https://example.org/icon.png',
  first: { atom: 'https://example.org/coverage/first.atom', json: 'https://example.org/coverage/first.json' },
  next: { atom: 'https://example.org/coverage/2.atom', json: 'https://example.org/coverage/2.json' },
});

const parsed = (feed: Feed): XmlDocument => XmlDocument.fromString(atomOf(feed));
const json = (feed: Feed): JsonFeed => JSON.parse(jsonFeedOf(feed)) as JsonFeed;
const broken = (feed: Feed) => ({ atom: brokenInAtom(parsed(feed), feed.atom), json: brokenInJson(json(feed), feed.json) });
const NOTHING = { atom: [], json: [] };

describe('validators find nothing', () => {
  test.each<[string, Feed]>([
    ['in a feed with everything', whole],
    ['in a feed with only what must be there', feedOf({ items: [item('plain')] })],
    ['in a feed without items', feedOf({ items: [] })],
    ['in items with a year, a month and no date', feedOf({ items: ['2018', '2018-11'].map((published) => item(published, { published })).concat(item('undated')) })],
    ['in items known by a UUID', feedOf({ items: [item('one', { id: 'urn:uuid:60a76c80-d399-51d9-b93c-0003939e0af6' })] })],
    ['in a feed in French', feedOf({ lang: 'fr', items: [full, item('plain')] })],
    ['in a feed of a hundred items', feedOf({ items: Array.from({ length: 100 }, (_, index) => item(`n${index}`)) })],
  ])('%s', (_, feed) => {
    expect(broken(feed)).toEqual(NOTHING);
  });
});

// A grammar that refuses nothing proves nothing: each fault is put into a document in which there is none.

type Fault = (document: XmlDocument) => void;
const one = (document: XmlDocument, path: string): XmlElement => {
  const found = document.get(path, NAMES);
  if (!(found instanceof XmlElement)) throw new Error(`no ${path}`);
  return found;
};
const without = (path: string): Fault => (document) => one(document, path).remove();
const saying = (path: string, text: string): Fault => (document) => {
  const element = one(document, path);
  while (element.firstChild !== null) element.firstChild.remove();
  element.addText(text);
};
const having = (path: string, values: { readonly [name: string]: string }): Fault => (document) => {
  const element = one(document, path);
  for (const [name, value] of Object.entries(values)) {
    // `setAttr` would write a second attribute beside one that is there.
    element.attr(name)?.remove();
    element.setAttr(name, value);
  }
};
const holding = (path: string, name: string, text = ''): Fault => (document) => one(document, path).addElement(name).addText(text);
const faulty = (fault: Fault): XmlDocument => {
  const document = parsed(whole);
  fault(document);
  return XmlDocument.fromString(document.toString());
};

describe('the grammar of Atom refuses', () => {
  test.each<[string, Fault]>([
    ['a feed without an id', without('/a:feed/a:id')],
    ['a feed without a title', without('/a:feed/a:title')],
    ['a feed without a date', without('/a:feed/a:updated')],
    ['an entry without an id', without('//a:entry/a:id')],
    ['an entry without a title', without('//a:entry/a:title')],
    ['an entry without a date', without('//a:entry/a:updated')],
    ['a day that is no instant', saying('//a:entry/a:updated', '2026-11-20')],
    ['a year that is no instant', saying('//a:entry/a:published', '2018')],
    ['a day that the calendar lacks', saying('/a:feed/a:updated', '2026-11-31T00:00:00Z')],
    ['a date with white space inside', saying('/a:feed/a:updated', '2026-11-21 00:00:00Z')],
    ['text in a feed', (document) => one(document, '/a:feed').addText('text')],
    ['text in an entry', (document) => one(document, '//a:entry').addText('text')],
    ['text in an author', (document) => one(document, '//a:author').addText('text')],
    ['elements in HTML that should be escaped', holding('//a:content', 'p')],
    ['elements in a title', holding('//a:entry/a:title', 'b')],
    ['two titles', holding('//a:entry', 'title')],
    ['what belongs to the feed after its entries', (document) => {
      one(document, '/a:feed/a:rights').remove();
      one(document, '/a:feed').addElement('rights').addText('words');
    }],
    ['an entry in an entry', holding('//a:entry', 'entry')],
    ['an element that Atom lacks', holding('/a:feed', 'description')],
    ['an attribute that Atom lacks', having('//a:link', { class: 'x' })],
    ['an author without a name', without('//a:author/a:name')],
    ['a link without an address', (document) => one(document, '//a:link').attr('href')?.remove()],
    ['a type that is no media type', having("//a:link[@type='text/html']", { type: 'html' })],
    ['a language that is no tag', having('//a:link[@hreflang]', { hreflang: 'English, British' })],
    ['a category without a term', (document) => one(document, '//a:category').attr('term')?.remove()],
  ])('%s', (_, fault) => {
    expect(grammarRefuses(faulty(fault))).toMatch(/expect|extra|fail|doesn't allow/i);
  });

  test('no more than RFC 4287 does', () => {
    const document = XmlDocument.fromString(`<?xml version="1.0"?>
<entry xmlns="http://www.w3.org/2005/Atom" xmlns:x="urn:x" xml:base="https://example.org/" x:note="foreign">
  <x:deep a="1">words <x:deeper/></x:deep><x:flat>words</x:flat>
  <updated>2005-07-31T12:29:29.25+02:00</updated><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><b>T</b></div></title>
  <contributor><name>C</name><email>c@example.org</email><uri>c/</uri></contributor><rights type="html">&lt;b&gt;R&lt;/b&gt;</rights>
  <source><generator uri="g/" version="1.0">G</generator><logo>l.png</logo></source><id>urn:x:1</id><link href="/"/>
  <content type="image/svg+xml"><svg xmlns="http://www.w3.org/2000/svg"/></content>
</entry>`);
    expect(grammarRefuses(document)).toBeUndefined();
  });
});

describe('the rules of Atom refuse', () => {
  test.each<[string, Fault, readonly string[]]>([
    ['a feed that is nobody’s, with an entry that is nobody’s', without('/a:feed/a:author'), ['an author for the feed or for each entry']],
    ['an entry that leads nowhere', without("//a:entry[2]/a:link[@rel='alternate']"), ['content or an alternate in each entry']],
    ['an entry without text', without('//a:entry[2]/a:summary'), ['text in each entry']],
    ['two alternates of a type and language', having('//a:entry/a:link[2]', { rel: 'alternate', type: 'text/html', hreflang: 'en' }), ['one alternate of a type and language']],
    ['a feed that does not say where it lies', without("//a:link[@rel='self']"), ['one link to itself, as Atom, where it lies']],
    ['a feed that lies elsewhere', having("//a:link[@rel='self']", { href: 'https://example.org/other' }), ['one link to itself, as Atom, where it lies']],
    ['a feed that names another form of itself', having("//a:link[@rel='self']", { type: 'text/html' }), ['one link to itself, as Atom, where it lies']],
    ['older items on the same page', having("//a:link[@rel='next']", { href: whole.atom }), ['other pages that are not this one']],
    ['a relation of our own', having("//a:link[@rel='related']", { rel: 'original' }), ['registered relations']],
    ['an id used twice', saying('//a:entry[2]/a:id', full.id), ['a different id for each']],
    ['a relative id', saying('//a:entry[2]/a:id', '/coverage/plain/'), ['ids that are whole and canonical']],
    ['an id in two forms', saying('//a:entry[2]/a:id', 'https://EXAMPLE.org/plain'), ['ids that are whole and canonical']],
    ['an id with white space', saying('//a:entry[2]/a:id', ` ${item('plain').id}`), ['ids that are whole and canonical']],
    ['a UUID in capitals', saying('//a:entry[2]/a:id', 'urn:uuid:60A76C80-D399-51D9-B93C-0003939E0AF6'), ['ids that are whole and canonical']],
    ['a tag without a day', saying('//a:entry[2]/a:id', 'tag:example.org:plain'), ['ids that are whole and canonical']],
    ['a relative address', having('//a:entry/a:link', { href: '/coverage/full/' }), ['addresses that are whole']],
    ['a date without a zone', saying('//a:entry/a:updated', '2026-11-20T00:00:00'), ['dates with a zone that have come']],
    ['a date to come', saying('//a:entry/a:updated', '2026-11-22T00:00:00Z'), ['dates with a zone that have come']],
    ['a title of spaces', saying('//a:entry/a:title', ' '), ['words in titles, summaries and names']],
    ['text in no language', (document) => one(document, '/a:feed').attr('lang', 'xml')?.remove(), ['a language for all text']],
    ['HTML that is left open', saying('//a:content', '<p>It <b>says</p>'), ['HTML that is well formed']],
    ['a link within the page', saying('//a:content', '<p><a href="#fn1">1</a></p>'), ['HTML that points to whole addresses']],
    ['a picture under a relative address', saying('//a:content', '<p><img src="/a.png" alt="A"></p>'), ['HTML that points to whole addresses']],
    ['a script', saying('//a:content', '<p>a</p><script>b()</script>'), ['HTML that runs nothing']],
    ['a handler', saying('//a:content', '<p onclick="b()">a</p>'), ['HTML that runs nothing']],
  ])('%s', (_, fault, rules) => {
    expect(brokenInAtom(faulty(fault), whole.atom)).toEqual(rules);
  });
});

describe('the schema and the rules of JSON Feed refuse', () => {
  test.each<[string, (feed: JsonFeed, item: JsonItem) => unknown, RegExp]>([
    ['another version', (feed) => (feed.version = 'https://jsonfeed.org/version/1'), /^schema: \/version must be equal/],
    ['a feed without a title', (feed) => delete (feed as Partial<JsonFeed>).title, /^schema: {2}must have required property 'title'/],
    ['a feed without items', (feed) => delete (feed as Partial<JsonFeed>).items, /^schema: {2}must have required property 'items'/],
    ['an item without an id', (_, item) => delete (item as Partial<JsonItem>).id, /^schema: \/items\/0 must have required property 'id'/],
    ['an id that is a number', (_, item) => Object.assign(item, { id: 1 }), /^schema: \/items\/0\/id must be string/],
    ['an item without content', (_, item) => delete item.content_html, /^schema: \/items\/0 must have required property 'content_html'/],
    ['a day that is no instant', (_, item) => (item.date_published = '2018-11-12'), /^schema: \/items\/0\/date_published must match format/],
    ['an instant without a zone', (_, item) => (item.date_modified = '2026-11-20T00:00:00'), /^schema: \/items\/0\/date_modified must match format/],
    ['an author without a name', (feed) => (feed.authors = [{}] as never), /^schema: \/authors\/0 must NOT have fewer than 1/],
    ['authors that are strings', (_, item) => (item.authors = ['A. Reporter'] as never), /^schema: \/items\/0\/authors\/0 must be object/],
    ['tags that are no strings', (_, item) => (item.tags = [{ label: 'a' }] as never), /^schema: \/items\/0\/tags\/0 must be string/],
    ['a language that is no tag', (feed) => (feed.language = 'English, British'), /^schema: \/language must match pattern/],
    ['a relative address', (_, item) => (item.url = '/coverage/full/'), /^schema: \/items\/0\/url must match format/],
    ['a field that JSON Feed lacks', (_, item) => Object.assign(item, { updated: '2026-11-20' }), /^schema: \/items\/0 must NOT have additional/],
    ['a feed that lies elsewhere', (feed) => (feed.feed_url = 'https://example.org/other'), /^its own address$/],
    ['a feed of no page', (feed) => (feed.home_page_url = 'urn:x:home'), /^a page that it lists$/],
    ['older items on the same page', (feed) => (feed.next_url = feed.feed_url), /^another page that is not this one$/],
    ['an id used twice', (feed, item) => feed.items.push(item), /^a different id for each$/],
    ['an id in two forms', (_, item) => (item.id = 'https://EXAMPLE.org/full'), /^ids that are whole and canonical$/],
    ['an address of another kind', (_, item) => (item.url = 'urn:x:full'), /^addresses that are whole$/],
    ['a date to come', (_, item) => (item.date_modified = '2026-11-22T00:00:00Z'), /^dates that have come$/],
    ['HTML that is left open', (_, item) => (item.content_html = '<p>It <b>says</p>'), /^HTML that is well formed$/],
    ['a link within the page', (_, item) => (item.content_html = '<p><a href="#fn1">1</a></p>'), /^HTML that points to whole addresses$/],
    ['a script', (_, item) => (item.content_html = '<script>b()</script>'), /^HTML that runs nothing$/],
  ])('%s', (_, fault, message) => {
    const feed = json(whole);
    fault(feed, feed.items[0] ?? { id: '' });
    expect(brokenInJson(feed, whole.json)[0]).toMatch(message);
  });
});

// ------------------------------------------------------------------------------------------------------- what they say

describe('Atom says', () => {
  const document = parsed(whole);
  const links = (path: string) => all(document, `${path}/a:link`).map((link) => (link instanceof XmlElement ? link.attrs.map(({ name, value }) => `${name}=${value}`).join(' ') : ''));

  test('what the feed is, whose, and where its other forms and pages lie', () => {
    expect(['id', 'title', 'subtitle', 'updated', 'author/a:name', 'rights', 'icon'].map((name) => texts(document, `/a:feed/a:${name}`))).toEqual([
      [whole.id], [whole.title], [whole.subtitle], ['2026-11-21T00:00:00Z'], [whole.author], [whole.rights], [whole.icon],
    ]);
    expect(links('/a:feed')).toEqual([
      `rel=self type=application/atom+xml href=${whole.atom}`, `rel=alternate type=text/html hreflang=en href=${whole.home}`,
      `rel=alternate type=application/feed+json href=${whole.json}`,
      `rel=first type=application/atom+xml href=${whole.first?.atom}`, `rel=next type=application/atom+xml href=${whole.next?.atom}`,
    ]);
  });

  test('of an item our page, in our language, and apart from it the original', () => {
    expect(links('//a:entry[1]')).toEqual([`rel=alternate type=text/html hreflang=en href=${full.url}`, `rel=related href=${full.external}`]);
    expect(links('//a:entry[2]')).toEqual([`rel=alternate type=text/html hreflang=en href=${item('plain').url}`]);
  });

  test('the language of the feed, and of a title only where it is another', () => {
    expect(texts(document, '//@xml:lang')).toEqual(['en', 'fr']);
    expect(texts(document, '//a:entry/a:title/@xml:lang')).toEqual(['fr']);
  });

  test('the terms and labels of the categories, and HTML as HTML', () => {
    expect(texts(document, '//a:category/@term')).toEqual(['principle-8', 'criticism']);
    expect(texts(document, '//a:category/@label')).toEqual(['Principle 8', 'Criticism']);
    expect(texts(document, "//a:content[@type='html']")).toEqual([full.html]);
  });
});

describe('JSON Feed says', () => {
  test('what the feed is, its version first', () => {
    const { items, ...top } = json(whole);
    expect(Object.keys(json(whole))[0]).toBe('version');
    expect(items).toHaveLength(2);
    expect(top).toEqual({
      version: 'https://jsonfeed.org/version/1.1', title: whole.title, description: whole.subtitle, home_page_url: whole.home,
      feed_url: whole.json, next_url: whole.next?.json, icon: whole.icon, authors: [{ name: whole.author }], language: 'en',
    });
  });

  test('of an item in whose language its summary is, where that is not the feed’s', () => {
    const french = feedOf({ lang: 'fr', items: [item('borrowed', { summaryLang: 'en' }), item('own', { summaryLang: 'fr' })] });
    expect(json(french).items.map(({ id, language }) => [id, language])).toEqual([[item('borrowed').id, 'en'], [item('own').id, undefined]]);
    expect(atomOf(french).match(/<summary[^>]*>/g)).toEqual(['<summary xml:lang="en">', '<summary>']);
  });

  test('of an item the HTML, or the summary where there is none, and never both as its content', () => {
    const [first, second] = json(whole).items;
    expect([first?.content_html, first?.content_text, first?.summary]).toEqual([full.html, undefined, full.summary]);
    expect([second?.content_html, second?.content_text]).toEqual([undefined, item('plain').summary]);
  });

  test('nothing of what an item lacks', () => {
    expect(Object.keys(json(whole).items[1] ?? {})).toEqual(['id', 'url', 'title', 'content_text', 'summary', 'date_modified']);
  });
});

test('both forms say the same of each item, in the same order', () => {
  const document = parsed(whole);
  const within = (entry: number, path: string) => texts(document, `//a:entry[${entry}]/${path}`);
  const fromAtom = whole.items.map((_, index) => ['a:id', "a:link[@rel='alternate']/@href", "a:link[@rel='related']/@href", 'a:title', 'a:summary',
    'a:content', 'a:updated', 'a:published', 'a:author/a:name', 'a:category/@label'].map((path) => within(index + 1, path)));
  const list = (value: string | undefined) => (value === undefined ? [] : [value]);
  const fromJson = json(whole).items.map((one) => [[one.id], list(one.url), list(one.external_url), list(one.title), list(one.summary),
    list(one.content_html), list(one.date_modified), list(one.date_published), (one.authors ?? []).map(({ name }) => name), one.tags ?? []]);
  expect(fromAtom).toEqual(fromJson);
});

test.each([
  ['2018-11-12', '2018-11-12T00:00:00Z'],
  ['2018-11', '2018-11-01T00:00:00Z'],
  ['2018', '2018-01-01T00:00:00Z'],
])('a source of %s is taken to be of %s', (published, instant) => {
  const feed = feedOf({ items: [item('one', { published })] });
  expect(texts(parsed(feed), '//a:published')).toEqual([instant]);
  expect(json(feed).items[0]?.date_published).toBe(instant);
});

describe('items come', () => {
  const ordered = [
    item('d', { updated: '2026-11-21' }),
    item('b', { updated: '2026-11-20', published: '2019' }),
    item('c', { updated: '2026-11-20', published: '2019-01-01' }),
    item('e', { updated: '2026-11-20', published: '2018-11-12' }),
    item('a', { updated: '2026-11-20' }),
    item('f', { updated: '2026-11-20' }),
  ];
  const turned = ordered.map((_, index) => [...ordered.slice(index), ...ordered.slice(0, index)]);

  test('by our day, then by the source’s, both newest first, then by id, the undated last', () => {
    expect(texts(parsed(feedOf({ items: ordered.toReversed() })), '//a:entry/a:id')).toEqual(ordered.map(({ id }) => id));
    expect(json(feedOf({ items: ordered.toReversed() })).items.map(({ id }) => id)).toEqual(ordered.map(({ id }) => id));
    expect(ordered.toReversed().toSorted(newestFirst)).toEqual(ordered);
  });

  test.each(turned.map((items) => [items.map(({ id }) => id.at(-1)).join(''), items] as const))('as the same bytes when they are given as %s, and the list is left alone', (_, items) => {
    const before = [...items];
    expect(atomOf(feedOf({ items }))).toBe(atomOf(feedOf({ items: ordered })));
    expect(jsonFeedOf(feedOf({ items }))).toBe(jsonFeedOf(feedOf({ items: ordered })));
    expect(items).toEqual(before);
  });
});

describe('both forms carry unharmed', () => {
  test.each<[string, string, string?]>([
    ['markup', `</title><script>a('b')</script> & "c" <d>`],
    ['references that are only text', '&amp; &#38; &lt;b&gt; &nbsp;'],
    ['the end of a CDATA section', 'a ]]> b <![CDATA[ c'],
    ['braces and a backslash', '{{ a }} {b} ${c} \\u0041 \\'],
    ['line ends and tabs of every kind', 'a\nb\r\nc\rd\te'],
    ['text from right to left, and its marks', 'نداء باريس \u202Eabc\u202C \u200F'],
    ['emoji of several parts', '👩🏽‍💻 🇫🇷 𝒳'],
    ['line separators and a byte order mark', 'a\u2028b\u2029c\uFEFFd'],
    ['what is left of control characters', 'a\u0000b\u0008\u000B\u001Bc', 'abc'],
    ['what is left of U+FFFE and U+FFFF', 'a\uFFFEb\uFFFFc', 'abc'],
    ['what is left of half pairs', 'a\uD83Db\uDE00c\uDE00\uD83Dd😀', 'abcd😀'],
  ])('%s', (_, text, expected = text) => {
    const feed = feedOf({
      title: text, subtitle: text, author: text, rights: text,
      items: [item('one', { title: text, summary: text, html: text, authors: [text], categories: [{ term: text, label: text }] })],
    });
    const document = parsed(feed);
    expect(grammarRefuses(document)).toBeUndefined();
    const places = ['/a:feed/a:title', '/a:feed/a:subtitle', '/a:feed/a:author/a:name', '/a:feed/a:rights',
      ...['a:title', 'a:summary', 'a:content', 'a:author/a:name', 'a:category/@term', 'a:category/@label'].map((path) => `//a:entry/${path}`)];
    expect(places.map((path) => texts(document, path))).toEqual(places.map(() => [expected]));

    const read = json(feed);
    const [one] = read.items;
    expect(schema(read)).toBe(true);
    expect([read.title, read.description, read.authors[0]?.name, one?.title, one?.summary, one?.content_html, one?.authors?.[0]?.name, one?.tags?.[0]])
      .toEqual(Array.from({ length: 8 }, () => expected));
  });
});
