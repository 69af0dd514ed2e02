/** Bad input: each small tree ends in its one problem, said clearly; a build stops at it, and the last good build stays. */
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { officialFingerprints } from '../../src/files.ts';
import { formatProblems } from '../../src/lib/problems.ts';
import { readRecord } from '../../src/lib/record.ts';
import { build, command, filesBelow, scratch, writeTree, type Built } from '../build.ts';
import { COPY, ONE, TEXT, copy, files, one, principleFile, tree, type Tree } from '../content.ts';
import { SITE } from '../site.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const whole = tree();
const text = String(whole[TEXT]);
const about = String(whole['content/pages/en/about.mdx']);
const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index + 1}`).join(' ');
const claim = (from: string, to: string) => tree({ [ONE]: one.replace(from, to) });
const LINK = '[not to hack back](../../../principles/en/principle-8.md)';

const CASES: { readonly [name: string]: readonly [tree: Tree, problem: string, ...says: string[]] } = {
  'an unknown link target': [claim(LINK, '[it](../../../principles/en/principal-8.md)'), `${ONE}:24:15  no such file`, 'did you mean content/principles/en/principle-8.md?'],
  'an unknown fragment': [claim(LINK, '[it](../../../text/en.md#annex)'), `${ONE}:24:15  no such passage`, 'an id in content/text/en.md, p1 to p16'],
  'a near-miss fragment': [claim(LINK, '[it](../../../text/en.md#p31)'), `${ONE}:24:15  no such passage`, 'did you mean #p13?'],
  'a duplicate id': [tree({ [COPY]: undefined, [ONE]: one.replace('### c3', '### c2') }), `${ONE}:32:1  an id used twice`, 'line 26'],
  'a missing field': [claim('publisher: The Paper\n', ''), `${ONE}:2:1  missing field`, 'add a line publisher'],
  'an unknown field': [claim('publisher:', 'publisher: The Paper\npublicher:'), `${ONE}:6:1  unknown field`, 'did you mean publisher?'],
  'a wrong date': [claim('published: 2018-11-12', 'published: 2018-02-30'), `${ONE}:6:12  wrong value`, '2018-02-30'],
  'a future date': [claim('published: 2018-11-12', 'corrected: 2999-01-01\npublished: 2018-11-12'), `${ONE}:6:12  a date in the future`],
  'an unknown kind': [claim('kind: reporting', 'kind: rumour'), `${ONE}:8:7  wrong value`, 'reporting, commentary'],
  'an unknown kind of mention': [claim('"criticises"', '"criticizes"'), `${ONE}:36:15  unknown kind of mention`, 'did you mean criticises?'],
  'a quotation of 13 words': [claim('Some Critic · criticism\n\n', `Some Critic · criticism\n\n“${words(13)}” `), `${ONE}:36:2  a quotation over the cap`, 'these are 13'],
  'coverage that touches no part of the Call': [
    tree({ [COPY]: undefined, [ONE]: one.replaceAll(/\[([^\]]*)\]\(\.\.[^)]*\)/g, '$1') }), `${ONE}:1:1  coverage that touches no part of the Call`],
  'a copy whose original does not exist': [tree({ [COPY]: copy.replace('copyOf: one', 'copyOf: oen') }), `${COPY}:10:9  no such original`, 'did you mean one?'],
  'copies in a circle': [tree({ [COPY]: copy.replace('copyOf: one\ncuts: [c3]', 'copyOf: two'), 'content/coverage/en/2018/two.md': copy.replace('copyOf: one\ncuts: [c3]', 'copyOf: copy') }), `${COPY}:10:9  copies in a circle`],
  'a missing principle': [tree({ [principleFile(6)]: undefined }), `${principleFile(6)}:1:1  a principle is missing`],
  'a principle numbered 10': [tree({ [principleFile(10)]: whole[principleFile(1)] }), `${principleFile(10)}:1:1  a slug that cannot be an address`, 'principle-1 to principle-9'],
  'a missing segment': [tree({ [TEXT]: text.replace('## p7\n\nWords of p7.\n', '') }), `${TEXT}:1:1  missing passage`, '## p7'],
  'segments out of order': [tree({ [TEXT]: text.replace('## p7', '## px').replace('## p8', '## p7').replace('## px', '## p8') }), `${TEXT}:38:1  passage out of order`],
  'an empty body': [tree({ [ONE]: one.slice(0, one.indexOf('## summary')), [COPY]: undefined }), `${ONE}:1:1  nothing below the front matter`],
  'broken YAML': [claim('title: One article', 'title: One: article'), `${ONE}:2:8  broken front matter`],
  'broken MDX': [tree({ 'content/pages/en/about.mdx': about.replace('<Counts />', '<Counts') }), 'content/pages/en/about.mdx:12:', 'broken MDX'],
  'a file that is not UTF-8': [tree({ [ONE]: Uint8Array.from([...bytes(one.slice(0, 30)), 0xe9, ...bytes(one.slice(30))]) }), `${ONE}:3:`, 'not UTF-8'],
  'a link out of content': [claim(LINK, '[it](../../../../package.json)'), `${ONE}:24:15  a link out of content`],
  'HTML that brings a script': [claim('It reports the launch.', '<script>alert(1)</script>'), `${ONE}:16:1  raw HTML`],
  'a javascript: link': [claim(LINK, '[it](javascript:alert)'), `${ONE}:24:15  a link that the site cannot follow`],
  'two files with one slug': [tree({ 'content/coverage/en/2019/one.md': one.replaceAll('2018', '2019') }), 'content/coverage/en/2019/one.md:1:1  two files with one slug', ONE],
  'one slug as .md and .mdx': [tree({ 'content/coverage/en/2018/one.mdx': one }), 'content/coverage/en/2018/one.mdx:1:1  two files with one slug'],
  'a claim id that would change a released address': [tree({ 'content/ledger.txt': '/coverage/one/#c1\n/coverage/one/#c4\n' }), 'content/ledger.txt:2:1  a released address would die', 'write /coverage/one/#c4 -> /coverage/one/#c'],
};

test.each(Object.entries(CASES))('the check stops at %s', (_, [content, problem, ...says]) => {
  const printed = formatProblems(readRecord(files(content), '2026-11-21', officialFingerprints()).problems);
  for (const words of [problem, ...says, '1 problem;']) expect(printed).toContain(words);
});

const LAST = 'the last good build';

/** Builds a tree where there is a site already. */
async function buildTree(content: Tree): Promise<Built & { folder: string; out: string }> {
  const folder = scratch('bad');
  const out = join(folder, 'dist');
  mkdirSync(out);
  writeFileSync(join(out, 'index.html'), LAST);
  return { ...(await build({ CONTENT_DIR: writeTree(folder, content), OUT_DIR: out })), folder, out };
}

describe.concurrent('a build', () => {
  test('stops at broken MDX as the check does, and the last one stays', async () => {
    const { status, printed, folder, out } = await buildTree(CASES['broken MDX']?.[0] ?? {});
    expect(status).toBe(1);
    expect(printed).toContain(CASES['broken MDX']?.[1]);
    expect(printed).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe(LAST);
    expect(readdirSync(folder).sort()).toEqual(['content', 'dist']);
    const check = await command('check', { CONTENT_DIR: join(folder, 'content') });
    expect(check.status).toBe(1);
    expect(printed.trim()).toBe(check.printed.trim());
  });

  test('says all problems at once, in order, and counts them', async () => {
    const bad = tree({ [ONE]: one.replace('"criticises"', '"criticizes"').replace('#c1 "compares"', '#c9 "compares"'), [COPY]: copy.replace('cuts: [c3]', 'cuts: [c8]'), [principleFile(2)]: undefined });
    const { printed } = await buildTree(bad);
    const places = [...printed.matchAll(/^(content\/\S+):\d+:\d+ {2}/gm)].map((match) => match[1]);
    expect(places).toEqual([COPY, ONE, ONE, principleFile(2)]);
    expect(printed).toContain('4 problems;');
  });
});

describe('a build of good content', () => {
  test('takes the place of the last one whole, and leaves nothing beside it; shows a new article in the matrix, the lists and the search, from its one file; answers to old addresses', async () => {
    const added = one.replace('title: One article', 'title: Brand-new words').replace('The Paper', 'New Gazette').replace('kind: reporting', 'kind: research').replaceAll('2018-11-12', '2019-05-04');
    const ledger = '/coverage/old/ -> /coverage/one/\n/data/old.csv -> /data/coverage.csv\n/coverage/one/#c9 -> /coverage/one/#c3\n/coverage/old/#c1\n';
    const { status, printed, folder, out } = await buildTree(tree({ 'content/coverage/en/2019/brand-new.mdx': added, 'content/ledger.txt': ledger }));
    expect(printed).toContain('the site is in dist/');
    expect(status).toBe(0);
    const page = (path: string) => readFileSync(join(out, path, 'index.html'), 'utf8');
    expect(page('')).not.toBe(LAST);
    expect(readdirSync(folder).sort()).toEqual(['content', 'dist']);

    expect(page('principles/8')).toContain('/coverage/brand-new/#c1');
    expect(page('call')).toContain('/coverage/brand-new/#c1');
    expect(page('coverage')).toContain('aria-label="1 passage of New Gazette on principle 8"');
    for (const list of ['principle/8', 'year/2019', 'publisher/new-gazette', 'kind/research']) expect(page(`coverage/${list}`)).toContain('Brand-new words');
    expect(page('coverage/brand-new')).toContain('It asks firms');
    expect(page('search')).toContain('<option value="New Gazette">');

    expect(page('coverage/old')).toContain('url=/coverage/one/');
    expect(readFileSync(join(out, '_redirects'), 'utf8')).toContain('/coverage/old/ /coverage/one/ 301');
    // Of a file that moved there is no page, which would stand at another address.
    expect(readFileSync(join(out, '_redirects'), 'utf8')).toContain('/data/old.csv /data/coverage.csv 301');
    expect(readdirSync(join(out, 'data')).filter((name) => name.startsWith('old'))).toEqual([]);
    // What is made for programs stands under the old addresses as well: no host leads on from those.
    for (const file of ['index.json', 'index.md', 'card.png', 'cite.bib', 'cite/c1.txt', 'cite/c9.bib']) expect(readFileSync(join(out, 'coverage/old', file))).toEqual(readFileSync(join(out, 'coverage/one', file)));
    expect(readFileSync(join(out, 'coverage/one/cite/c9.bib'))).toEqual(readFileSync(join(out, 'coverage/one/cite/c3.bib')));
    expect(page('coverage/one')).toMatch(/id="c3">\s*<span class="former" id="c9">/);
  });

  test('is the same, byte for byte, in another folder, at another time, with empty caches and in another language', async () => {
    const project = join(scratch('copy'), 'a folder with a space');
    // Its modules are the same, its caches its own.
    for (const item of ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']) cpSync(item, join(project, item), { recursive: true });
    mkdirSync(join(project, 'node_modules'));
    for (const item of readdirSync('node_modules').filter((name) => !/^\.(astro|cache|vite)/.test(name))) symlinkSync(resolve('node_modules', item), join(project, 'node_modules', item));
    const environment = { ...SITE, BASE_PATH: '/ref/', OUT_DIR: join(project, 'deep', 'dist'), TZ: 'Asia/Kathmandu', LANG: 'fr_FR.UTF-8', SOURCE_DATE_EPOCH: '1900000000' };
    const { status, printed } = await build(environment, 'build', [], project);
    expect([status, status === 0 ? '' : printed]).toEqual([0, '']);
    const [here, there] = [filesBelow(inject('siteUnderBase').folder), filesBelow(environment.OUT_DIR)];
    expect([...there.keys()]).toEqual([...here.keys()]);
    // SOURCE_DATE_EPOCH says when the address for reports lapses.
    expect([...there].filter(([file, content]) => !here.get(file)?.equals(content)).map(([file]) => file)).toEqual(['.well-known/security.txt']);
    expect([...there.keys()].filter((file) => file.startsWith('pagefind/')).length).toBeGreaterThan(100);
  });
});
