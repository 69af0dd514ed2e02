/** Read by remark, which has nothing of ours: what a twin means is what a reader of Markdown makes of it. */
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { Address } from '../../src/lib/addresses.ts';
import { escaped, markdownTwin } from '../../src/lib/markdown-twins.ts';
import { partsOfEdition } from '../../src/lib/twins.ts';
import { isParent, walk } from '../../src/lib/markdown.ts';
import { COPY, ONE, tree } from '../content.ts';
import { french, nasty, NASTY, NASTY_LINES, official, officialWords, recordWith, siteOf, whole, type TestSite } from '../edition.ts';
import { HOSTILE } from '../hostile.ts';

const AT = 'https://example.org/ref';
const twin = ({ edition, view }: TestSite, address: string): string => markdownTwin(edition, view, view.page(address as Address));
const reader = unified().use(remarkParse).use(remarkGfm);
const bodyOf = (source: string): string => source.replace(/^---\n[\s\S]*?\n---\n\n/, '');
const read = (source: string): Root => reader.parse(bodyOf(source));
const plain = (node: Nodes): string => ('value' in node ? node.value : isParent(node) ? node.children.map(plain).join('') : '');
const all = (root: Nodes): Nodes[] => {
  const nodes: Nodes[] = [];
  walk(root, (node) => nodes.push(node));
  return nodes;
};
/** All of a page but its headings, which lead to their own passages. */
const below = (root: Root): Root => ({ ...root, children: root.children.filter(({ type }) => type !== 'heading') });
const linksIn = (root: Nodes): string[] => all(root).flatMap((node) => (node.type === 'link' ? node.url : []));
const headingsIn = (root: Root): string[] => root.children.flatMap((node) => (node.type === 'heading' ? `${'#'.repeat(node.depth)} ${plain(node)}` : []));
const itemsUnder = (root: Root, title: string): string[] => {
  const start = root.children.findIndex((node) => node.type === 'heading' && plain(node) === title);
  return root.children.slice(start + 1, start + 3).flatMap((node) => (node.type === 'list' ? node.children.map(plain) : []));
};
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

const site = siteOf(whole);
const MDX = 'content/pages/en/states.mdx';
const page = (body: string) => `---\ntitle: States\nsummary: Which States.\n---\n\n## list\n\nBefore.\n\n${body}\n\nAfter.\n`;
/** What stands for a component on a page. */
const shown = (name: string, changes: Parameters<typeof siteOf>[0] = {}) => read(twin(siteOf({ ...whole, ...changes, [MDX]: page(`<${name} />`) }), '/states/'));

describe('text of ours in a line', () => {
  const TEXTS = Object.entries({ ...HOSTILE, nasty: NASTY, lines: NASTY_LINES }).filter(([, text]) => text.length < 5000);
  const OTHERS = ['1. first', '1) first', '12345678. first', '- first', '+ first', '* first', '-', '--', '---', '===', '= =', '# first', '#', '> said', '\\', 'a\\', '`', '```', '~~~', '[ ] task', '[x]: https://example.org', '[^1]: note',
    '| a | b |\n|---|---|', '&amp; &#35; &copy; &', '<b>', '<!-- -->', '<https://example.org>', '![a](b)', '**a**', '__a__', '~~a~~', '***', '_ _ _', 'a  \nb', '    four', '\tone', 'a_b_c', 'https://example.org/a_b_c', '(www.example.org/a_b)', 'mail a_b@example.org', 'mailto:a_b@example.org', '2018-11-12', '-5 degrees', '1.5', '$x$', 'a:b'];

  test.each([...TEXTS, ...OTHERS.map((text) => [text, text] as const)])('is that text and nothing else: %s', (_, text) => {
    const expected = folded(text).replace(/\0/g, '\ufffd');
    const paragraph = reader.parse(`${escaped(text)}\n`);
    expect(folded(plain(paragraph))).toBe(expected);
    // remark makes a link of an address whatever stands before it; its words are the address all the same.
    const isAddress = (node: Nodes) => node.type === 'link' && /^(https?:\/\/|www\.|mailto:|[\w.+-]+@)/.test(plain(node));
    expect(all(paragraph).filter((node) => node.type !== 'paragraph' && node.type !== 'text' && !isAddress(node))).toEqual([]);
    if (all(paragraph).some(isAddress)) return;
    const [, item] = reader.parse(`# x\n\n- **${escaped(`a${text}b`)}**, c\n`).children;
    expect(all(item ?? paragraph).map(({ type }) => type)).toEqual(['listItem', 'paragraph', 'strong', 'text', 'text']);
  });

  test('is left as it is where nothing would be read as a mark', () => {
    for (const text of ['2018-11-12', '-5 degrees', '1.5 million', 'It is (so): “x”, 1. y!', 'Ça & là']) expect(escaped(text)).toBe(text);
  });
});

describe('a twin', () => {
  test('begins with front matter in YAML, its title and its description', () => {
    const hostile = siteOf(nasty);
    for (const { address, title, description, updated } of hostile.view.pages) {
      const source = twin(hostile, address);
      expect(parseYaml(/^---\n([\s\S]*?\n)---\n/.exec(source)?.[1] ?? '')).toEqual({ title, url: `${AT}${address}`, lang: 'en', updated, licence: 'https://creativecommons.org/licenses/by/4.0/' });
      const [first, second] = read(source).children;
      expect([first?.type, plain(first ?? { type: 'break' }), second?.type, plain(second ?? { type: 'break' })]).toEqual(['heading', folded(title), 'paragraph', folded(description)]);
      expect(source).toMatch(/[^\n]\n$/);
    }
  });

  test('of whatever page has one title (the whole edition one for each part besides), no markup and nothing but whole addresses', () => {
    for (const made of [site, siteOf(nasty), siteOf({ ...nasty, ...official() }), siteOf({ ...whole, ...french(tree(whole)) }, 'fr')]) {
      for (const { address } of made.view.pages) {
        const root = read(twin(made, address));
        const nodes = all(root);
        expect([address, headingsIn(root).filter((heading) => /^# /.test(heading)).length]).toEqual([address, address === '/edition/' ? 1 + partsOfEdition(made.view).length : 1]);
        expect([address, nodes.filter(({ type }) => ['html', 'image', 'definition', 'code', 'delete'].includes(type))]).toEqual([address, []]);
        expect([address, linksIn(root).filter((url) => !URL.canParse(url) || !/^https?:/.test(url))]).toEqual([address, []]);
        const depths = nodes.flatMap((node) => (node.type === 'heading' ? node.depth : []));
        expect([address, depths.filter((depth, index) => depth > (depths[index - 1] ?? 0) + 1)]).toEqual([address, []]);
      }
    }
  });

  test('of another language links within it', () => {
    const made = siteOf({ ...whole, ...french(tree(whole)) }, 'fr');
    const links = made.view.pages.filter(({ shown: { kind } }) => kind !== 'parallel').flatMap(({ address }) => linksIn(read(twin(made, address)))).filter((url) => url.startsWith(AT));
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter((url) => !url.startsWith(`${AT}/fr/`))).toEqual([]);
  });
});

describe('of a record', () => {
  test('the fields come first, then its passages as written, its copies, and who answers', () => {
    const root = read(twin(site, '/coverage/one/'));
    expect(headingsIn(root)).toEqual(['# One article', '## Summary', '## Claims', '### Claim 1', '### Claim 2', '### Claim 3', '## What it leaves out', '## Confirmed', '## Not confirmed', '## Copies', '## Answered or cited by', '### Where was it launched?', '### Corrections'].filter((heading) => headingsIn(root).includes(heading)));
    expect(bodyOf(twin(site, '/coverage/one/'))).toContain(`- Author: A. Reporter
- Publisher: The Paper
- Published: 12 November 2018
- Kind: news report
- Stance: neutral (our judgement)
- Original: <https://example.org/one>

## [Summary](${AT}/coverage/one/#summary)

It reports the launch.
`);
    expect(bodyOf(twin(site, '/coverage/one/'))).toContain(`### [Claim 2](${AT}/coverage/one/#c2)

*A. Reporter, figure, as of 12 November 2018*

More than fifty states back [the Call](${AT}/call/).
`);
  });

  test.each<[what: string, fields: Parameters<typeof recordWith>[0], line: string]>([
    ['no author', { authors: undefined }, '- Author: no byline'],
    ['persons and a body', { authors: '[A. Reporter, "Cruz, Ana"]', corporateAuthors: '[Reuters]' }, '- Author: A. Reporter, Ana Cruz and Reuters'],
    ['no day', { published: undefined, notBefore: '2018-11' }, '- Published: not before November 2018'],
    ['no address', { url: undefined }, '- Original: no address found'],
    ['an address that is not confirmed', { urlStatus: 'unconfirmed' }, '- Original: <https://example.org/one> (address not confirmed)'],
    ['an address with signs of Markdown', { url: '"https://example.org/a_(b) >c"' }, '- Original: <https://example.org/a_(b)%20%3Ec>'],
  ])('%s is said', (_, fields, line) => {
    expect(twin(siteOf({ [ONE]: recordWith(fields) }), '/coverage/one/').split('\n')).toContain(line);
  });

  test('a copy says what it carries of its original and what it cuts, and its original names it', () => {
    const copy = twin(site, '/coverage/copy/');
    expect(copy).toContain(`## [What it carries](${AT}/coverage/copy/#carried)

2 of the 3 claims of The Paper appear here too. They are counted once, under the original.

[c1](${AT}/coverage/one/#c1), [c2](${AT}/coverage/one/#c2)

### What it cuts

- [c3](${AT}/coverage/one/#c3) The clause on theft goes too far, unlike the first claim.
`);
    expect(itemsUnder(read(twin(site, '/coverage/one/')), 'Copies')).toEqual(['The same again, A Blog: cuts 1 of 3 claims']);
    expect(twin(site, '/coverage/one/')).not.toContain('What it carries');
  });

  test('a copy that cuts nothing says so', () => {
    const made = siteOf({ ...whole, [COPY]: recordWith({ cuts: undefined }, String(tree()[COPY])) });
    expect(twin(made, '/coverage/copy/')).toContain('### What it cuts\n\nIt cuts none of them.\n');
    expect(itemsUnder(read(twin(made, '/coverage/one/')), 'Copies')).toEqual(['The same again, A Blog: carries every claim']);
  });

  test('of hostile words each stands where it belongs', () => {
    const root = read(twin(siteOf(nasty), '/coverage/one/'));
    const items = root.children.flatMap((node) => (node.type === 'list' ? node.children.map(plain) : []));
    expect(items.slice(0, 2)).toEqual(['Author: O\'Neill, "Jo" <x>, Ana | de *la* Cruz and Bodies, "Inc." & Sons'.replace('O\'Neill, "Jo" <x>', '"Jo" <x> O’Neill'), `Publisher: House | ${folded(NASTY_LINES)}`]);
    expect(linksIn(root)).toContain('https://example.org/a_(b)?c=1&d=%3Ce%3E%7Cf%22#x');
    expect(all(root).flatMap((node) => (node.type === 'emphasis' ? plain(node) : []))).toContain('A *“B”* <b> | C, fact');
    expect(root.children.map(plain)).toContain('It asks <script>firms</script> | 1 * 2 & “x”“not” to | hack_back .');
  });
});

describe('words that speak of a part', () => {
  const marked = (made: TestSite) => read(twin(made, '/principles/8/')).children.flatMap((node) => (node.type === 'list' ? node.children : []))
    .filter((item) => linksIn(item)[0] === `${AT}/coverage/one/#c1`).map((item) => [plain(item), ...all(item).flatMap((node) => (node.type === 'strong' ? plain(node) : []))]);
  const saying = (claim: string) => siteOf({ [ONE]: String(tree()[ONE]).replace('It asks firms [not to hack back](../../../principles/en/principle-8.md).', claim) });
  const P8 = '(../../../principles/en/principle-8.md)';

  test('stand in their sentence, marked, with their kind and their permalink', () => {
    expect(marked(site)).toEqual([['The Paper, claim 1 (reports): It asks firms not to hack back.', 'not to hack back']]);
  });

  test.each<[what: string, claim: string, said: string, strong: string]>([
    ['between quotation marks', `It asks [“not to hack”]${P8}.`, 'It asks “not to hack”.', '“not to hack”'],
    ['beside letters', `It asks firms[“not”]${P8}to do it.`, 'It asks firms“not”to do it.', '“not”'],
    ['within a word', `It is anti[hack]${P8}ing.`, 'It is antihacking.', 'hack'],
    ['with marks inside', `It asks [\\*not\\* to \\_hack\\_]${P8}.`, 'It asks *not* to _hack_.', '*not* to _hack_'],
    ['with code inside', `It asks [\`not\` to]${P8} hack.`, 'It asks not to hack.', 'not to'],
    ['at both ends of a sentence', `[Not to hack]${P8}`, 'Not to hack', 'Not to hack'],
    ['from right to left', `It asks [שלום]${P8}, no more.`, 'It asks שלום, no more.', 'שלום'],
    ['with an emoji', `It asks a[😀]${P8}b.`, 'It asks a😀b.', '😀'],
  ])('%s', (_, claim, said, strong) => {
    const [[text = '', ...marks] = []] = marked(saying(claim));
    expect([folded(text), marks.map(folded)]).toEqual([`The Paper, claim 1 (reports): ${said}`, [folded(strong)]]);
  });
});

describe('lists', () => {
  test('name each record with its publisher, its day and whether it is a copy', () => {
    expect(itemsUnder(read(twin(site, '/coverage/kind/reporting/')), 'Coverage: kind: news report')).toEqual([]);
    const items = read(twin(site, '/coverage/principle/8/')).children.flatMap((node) => (node.type === 'list' ? node.children.map(plain) : []));
    expect(items).toEqual(['One article, The Paper, 12 November 2018: What it says.', 'The same again, A Blog, not before 13 November 2018 (copy): A copy.']);
    expect(twin(site, '/coverage/principle/8/')).toContain('\n2 records\n');
  });

  test('lead from the home page to the principles, the questions and what else there is', () => {
    const links = linksIn(read(twin(site, '/')));
    expect(links).toEqual([...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${AT}/principles/${n}/`), `${AT}/questions/where/`, ...['call', 'coverage', 'questions', 'glossary', 'corrections'].map((name) => `${AT}/${name}/`)]);
    expect(linksIn(read(twin(siteOf(), '/'))).slice(9)).toEqual([`${AT}/call/`, `${AT}/coverage/`]);
  });

  test('of all coverage count each of its lists', () => {
    expect(itemsUnder(read(twin(site, '/coverage/')), 'Lists')).toContain('principle 8: 2 records');
  });

  test('of terms, events and corrections name each, dated where it has a date', () => {
    expect(twin(site, '/glossary/')).toContain(`## botnet\n\n*réseau de machines zombies*. Machines that obey a stranger, which [the fifth aim](${AT}/principles/5/) would keep from spreading.\n\n${AT}/glossary/#botnet\n`);
    expect(headingsIn(read(twin(site, '/timeline/')))).toEqual(['# Timeline', '## May 2017', '## 12 November 2018', '## 25 November 2019']);
    expect(headingsIn(read(twin(site, '/timeline/principle/8/'))).slice(1)).toEqual(['## 25 November 2019']);
    expect(headingsIn(read(twin(site, '/corrections/')))).toEqual(['# Corrections', '## 20 November 2026', '## 19 November 2026']);
  });
});

describe('the text of the Call', () => {
  const LINES = read(twin(site, '/call/'));

  test('stands segment by segment under its parts', () => {
    expect(headingsIn(LINES).filter((heading) => heading.startsWith('## '))).toEqual(['## Opening paragraphs', '## The nine aims', '## Follow-up', '## What speaks of the Call as a whole']);
    expect(headingsIn(LINES).filter((heading) => /^### (Paragraph|Principle) \d+$/.test(heading))).toHaveLength(25);
    expect(twin(site, '/call/')).toContain('### Principle 8\n\nWords of principle-8.\n');
    expect(twin(site, '/call/')).toContain('[in English](https://example.org/en) and [in French](https://example.org/fr)');
  });

  test('is the official wording where the edition has it, ours below it', () => {
    const made = siteOf({ ...whole, ...official() });
    expect(twin(made, '/call/')).toContain(`### Paragraph 6\n\n${officialWords('p6')}\n\n*In plain words:* Words of p6.\n`);
    expect(twin(made, '/principles/8/')).toContain(`\n\n${officialWords('principle-8')}\n\n*In plain words:* Words of principle-8.\n`);
  });
});

test('the text in two languages gives each segment in its own and leads to the other', () => {
  const made = siteOf({ ...whole, ...french(tree(whole)) });
  expect(twin(made, '/call/parallel/')).toContain(`## Paragraph 6\n\nWords of p6.\n\nFrançais: <${AT}/fr/call/#p6>\n`);
});

describe('in the place of a component stands', () => {
  const cells = (root: Root) => root.children.flatMap((node) => (node.type === 'table' ? node.children.map((row) => row.children.map(plain)) : []));

  test('the same, however its author has set the component', () => {
    const set = (component: string) => twin(siteOf({ ...whole, [MDX]: page(component) }), '/states/');
    for (const written of ['<Counts/>', '<Counts  />', '  <Counts />']) expect(set(written)).toBe(set('<Counts />'));
  });

  test('what there is, counted', () => {
    const items = shown('Counts').children.flatMap((node) => (node.type === 'list' ? node.children.map(plain) : []));
    expect(items).toEqual(['segments of the Call: 25', 'principles: 9', 'coverage records: 2', 'of which originals: 1', 'claims: 3', `links between passages: ${site.edition.graph.mentions.length}`]);
  });

  test('the matrix', () => {
    expect(cells(shown('Matrix'))).toEqual([['Publication', '1', '2', '3', '4', '5', '6', '7', '8', '9'], ['The Paper', '0', '0', '0', '1', '0', '0', '0', '1', '0'], ['A Blog', '0', '0', '0', '0', '0', '0', '0', '1', '0']]);
    expect(linksIn(below(shown('Matrix')))).toEqual([`${AT}/coverage/one/`, `${AT}/coverage/copy/`]);
  });

  test('the States with their sources, the first of them by their day at the latest', () => {
    const root = shown('StatesTable');
    expect(cells(root)).toEqual([['State', 'In French', 'Listed', 'Note'], ['France', 'France', 'by 16 September 2019', ''], ['Malta', 'Malte', 'by 16 September 2019', 'small, but there'], ['Benin', 'Bénin', '11 January 2022', '']]);
    expect(linksIn(below(root))).toEqual(['fra', 'mlt', 'ben'].map((name) => `https://example.org/${name}`));
  });

  test('cells that hold a bar or a mark, whole', () => {
    const states = 'iso3,numeric,en,fr,listed,note,source\nFRA,250,Fr|ance,*France*,2019-09-16,"a | b, <i> & [c]",https://example.org/a_(b\n';
    expect(cells(shown('StatesTable', { 'content/states/states.csv': states }))[1]).toEqual(['Fr|ance', '*France*', 'by 16 September 2019', 'a | b, <i> & [c]']);
    expect(linksIn(below(shown('StatesTable', { 'content/states/states.csv': states })))).toEqual(['https://example.org/a_%28b']);
  });

  test('how the list of States grew, and where its map is', () => {
    expect(cells(shown('StatesGrowth'))).toEqual([['From', 'States'], ['16 September 2019', '2'], ['11 January 2022', '3']]);
    expect(linksIn(below(shown('StatesMap')))).toEqual([`${AT}/states.svg`]);
  });

  test('each table under /data/ with its files', () => {
    const root = shown('DataFiles');
    expect(cells(root)[1]).toEqual(['text', 'the Call, segment by segment', '25', 'CSV, JSON, schema']);
    expect(cells(root)).toHaveLength(12);
    expect(linksIn(below(root)).slice(0, 3)).toEqual(['csv', 'json', 'schema.json'].map((ending) => `${AT}/data/text.${ending}`));
    expect(linksIn(root).slice(-3)).toEqual(['annotations.jsonld', 'datapackage.json', 'SHA256SUMS'].map((name) => `${AT}/data/${name}`));
  });

  test('principle 8 cited in every form', () => {
    const root = shown('CiteForms', { 'content/principles/en/principle-8.md': nasty['content/principles/en/principle-8.md'] ?? '' });
    const code = root.children.flatMap((node) => (node.type === 'code' ? [[node.lang, node.value.split('\n')[0]]] : []));
    expect(code).toEqual([['bib', '@online{paris-call-principles-8,'], ['ris', 'TY  - ELEC'], ['json', '[']]);
    const items = root.children.flatMap((node) => (node.type === 'list' ? node.children.map(plain) : []));
    expect(items.map((item) => item.split('. ')[0])).toEqual(['APA 7: Principle 8, No "private" </script> | *hack*', 'Chicago: “Principle 8, No ‘private’ </script> | *hack*.” The Paris Call, annotated, November 21, 2026']);
  });

  test('where to report an error', () => {
    expect(linksIn(below(shown('Report')))).toEqual([`${AT}/about/#errors`]);
  });

  test('something for each that an author may write', () => {
    for (const name of ['Counts', 'Matrix', 'StatesMap', 'StatesTable', 'StatesGrowth', 'Report', 'CiteForms', 'DataFiles']) {
      const root = shown(name);
      expect([name, all(root).filter(({ type }) => type === 'html')]).toEqual([name, []]);
      expect([name, root.children.map(plain).filter((text) => text === 'Before.' || text === 'After.')]).toEqual([name, ['Before.', 'After.']]);
    }
  });
});
