import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../src/lib/problems.ts';
import { extendLedger } from '../../src/lib/ledger.ts';
import { readRecord, releasedIn } from '../../src/lib/record.ts';
import { copy, COPY, files, more, ONE, one, principleFile, TERM, term, TEXT, TIMELINE, timeline, TODAY, tree } from '../content.ts';
import { french } from '../edition.ts';

type Changes = Parameters<typeof tree>[0];

const problemsOf = (changes: Changes) => readRecord(files(tree(changes)), TODAY).problems;
const codesOf = (changes: Changes) => problemsOf(changes).map(({ code }) => code);
const shown = ({ at: { file, line, column }, ...rest }: Problem) => ({ ...rest, at: `${file}:${line}:${column}` });

const changed = (file: string, from: string, to: string): Changes => ({ [file]: String(tree()[file]).replace(from, to) });

const LEDGER = 'content/ledger.txt';
const ledger = (...lines: string[]): Changes => ({ [LEDGER]: ['# Addresses', ...lines, ''].join('\n') });

/** `one` with another link in its second claim. */
const linking = (link: string): Changes => ({ [ONE]: one.replace('[the Call](../../../text/en.md)', link) });
const copying = (from: string, to: string): Changes => ({ [COPY]: copy.replace(from, to) });

/** Further copies; by name they come before and after all others. */
const FIRST = 'content/coverage/en/2018/a-first.md';
const THIRD = 'content/coverage/en/2018/third.md';
const copyOf = (slug: string) => copy.replace('copyOf: one', `copyOf: ${slug}`);

/** The tree without its text, and without the links that would miss it. */
const withoutText: Changes = {
  ...Object.fromEntries(Object.entries(tree()).map(([file, source]) =>
    [file, typeof source === 'string' ? source.replace(/\[([^\]]+)\]\([^)]*text\/en\.md[^)]*\)/g, '$1') : source])),
  [TEXT]: undefined,
};
const withoutClaims = one.replace(/## claims[^]*(?=## omits)/, '');
const withoutSegments = one.replace(/\[([^\]]+)\]\((\.\.[^)]+)\)/g, '$1');

describe('what only all files together show', () => {
  test.each<{ name: string; changes: Changes; problem: ReturnType<typeof shown> }>([
    {
      name: 'a link to a file that is not there suggests the file with the nearest name',
      changes: linking('[hack back](../../../principles/en/principle-88.md)'),
      problem: {
        code: 'unknown-target', at: `${ONE}:30:29`, found: '../../../principles/en/principle-88.md',
        expected: 'an entry of content/', mend: 'did you mean content/principles/en/principle-8.md?',
      },
    },
    {
      name: 'a link that climbs too few folders suggests the file of that name',
      changes: linking('[hack back](../../principles/en/principle-8.md)'),
      problem: {
        code: 'unknown-target', at: `${ONE}:30:29`, found: '../../principles/en/principle-8.md',
        expected: 'an entry of content/', mend: 'did you mean content/principles/en/principle-8.md?',
      },
    },
    {
      name: 'a link to a file unlike any other suggests none',
      changes: linking('[another article](nothing-of-the-kind.md)'),
      problem: {
        code: 'unknown-target', at: `${ONE}:30:29`, found: 'nothing-of-the-kind.md',
        expected: 'an entry of content/', mend: 'correct the path, or write the file first',
      },
    },
    {
      name: 'a link to a passage unlike any other names the first and the last',
      changes: linking('[paragraph six](../../../text/en.md#paragraph-six)'),
      problem: {
        code: 'unknown-fragment', at: `${ONE}:30:29`, found: '../../../text/en.md#paragraph-six',
        expected: `an id in ${TEXT}, p1 to p16`, mend: 'see content/README.md, “Linking”',
      },
    },
    {
      name: 'a link to a passage with two digits swapped suggests the passage that was meant',
      changes: linking('[paragraph 13](../../../text/en.md#p31)'),
      problem: {
        code: 'unknown-fragment', at: `${ONE}:30:29`, found: '../../../text/en.md#p31',
        expected: `an id in ${TEXT}, p1 to p16`, mend: 'did you mean #p13?',
      },
    },
    {
      name: 'a link to a passage of the same file that is misspelt',
      changes: linking('the Call, as in [what is omitted](#omit)'),
      problem: {
        code: 'unknown-fragment', at: `${ONE}:30:45`, found: '#omit',
        expected: `an id in ${ONE}, summary to unconfirmed`, mend: 'did you mean #omits?',
      },
    },
    {
      name: 'coverage that touches no segment',
      changes: { [ONE]: withoutSegments },
      problem: {
        code: 'no-segment', at: `${ONE}:1:1`, found: '', expected: 'a claim with a link to a principle, a paragraph or the Call',
        mend: 'link the words that name it; see content/README.md, “Linking”',
      },
    },
    {
      name: 'coverage that touches a segment outside its claims alone',
      changes: { [ONE]: withoutSegments.replace('It reports the launch.', '[The Call](../../../text/en.md) was launched.') },
      problem: {
        code: 'no-segment', at: `${ONE}:1:1`, found: '', expected: 'a claim with a link to a principle, a paragraph or the Call',
        mend: 'link the words that name it; see content/README.md, “Linking”',
      },
    },
    {
      name: 'coverage without claims',
      changes: { [ONE]: withoutClaims, [COPY]: undefined },
      problem: {
        code: 'missing-passage', at: `${ONE}:1:1`, found: '', expected: '## claims with ### c1 … below it',
        mend: 'write down what the source says, claim by claim',
      },
    },
    {
      name: 'a copy whose original is misspelt suggests the original',
      changes: copying('copyOf: one', 'copyOf: onee'),
      problem: {
        code: 'unknown-original', at: `${COPY}:10:9`, found: 'onee',
        expected: 'the slug of a coverage record', mend: 'did you mean one?',
      },
    },
    {
      name: 'a copy whose original is not there',
      changes: copying('copyOf: one', 'copyOf: something-else'),
      problem: {
        code: 'unknown-original', at: `${COPY}:10:9`, found: 'something-else',
        expected: 'the slug of a coverage record', mend: 'write the original first',
      },
    },
    {
      name: 'a copy of itself',
      changes: copying('copyOf: one', 'copyOf: copy'),
      problem: {
        code: 'copy-circle', at: `${COPY}:10:9`, found: 'copy', expected: 'a chain of copies that ends in an original',
        mend: 'take copyOf out of the record that is the original',
      },
    },
    {
      name: 'a cut that the original does not have',
      changes: copying('[c3]', '[c1, c4]'),
      problem: {
        code: 'unknown-cut', at: `${COPY}:11:12`, found: 'c4', expected: 'claims of one: c1 to c3', mend: 'c4 is not one of them',
      },
    },
    {
      name: 'a range of cuts that goes beyond the original names the first claim too many',
      changes: copying('[c3]', '[c2-c9]'),
      problem: {
        code: 'unknown-cut', at: `${COPY}:11:8`, found: 'c2-c9', expected: 'claims of one: c1 to c3',
        mend: 'c4 is not one of them',
      },
    },
    {
      name: 'a redirect from a page that is there',
      changes: ledger('/coverage/one/ -> /coverage/copy/'),
      problem: {
        code: 'moved-alive', at: `${LEDGER}:2:1`, found: '/coverage/one/', expected: 'a redirect from an address that is gone',
        mend: 'take the redirect out, or rename the page or passage that is there',
      },
    },
    {
      name: 'a fragment that moves to another page, which no page could answer',
      changes: ledger('/coverage/one/#c9 -> /coverage/copy/#summary'),
      problem: {
        code: 'lost-address', at: `${LEDGER}:2:1`, found: '/coverage/copy/#summary',
        expected: 'a passage of /coverage/one/, since a fragment can move only within its page',
        mend: 'write /coverage/one/ -> /coverage/copy/ if the whole page moved',
      },
    },
    {
      name: 'a principle missing',
      changes: { [principleFile(3)]: undefined },
      problem: {
        code: 'missing-principle', at: 'content/principles/en/principle-3.md:1:1', found: '',
        expected: 'an entry for each of the nine principles', mend: 'write the file; see content/README.md, “What goes where”',
      },
    },
    {
      name: 'the text missing',
      changes: withoutText,
      problem: {
        code: 'missing-text', at: 'content/text/en.md:1:1', found: '', expected: 'the text of the Call, 25 passages',
        mend: 'write the file; see content/README.md, “What goes where”',
      },
    },
    {
      name: 'one slug in two years',
      changes: { 'content/coverage/en/2019/one.md': one.replace('published: 2018-11-12', 'published: 2019-03-01') },
      problem: {
        code: 'duplicate-slug', at: 'content/coverage/en/2019/one.md:1:1', found: 'one',
        expected: `one file for /coverage/one/; ${ONE} has it already`, mend: 'rename one of the two',
      },
    },
    {
      name: 'one slug in two formats',
      changes: { 'content/coverage/en/2018/one.mdx': one },
      problem: {
        code: 'duplicate-slug', at: 'content/coverage/en/2018/one.mdx:1:1', found: 'one',
        expected: `one file for /coverage/one/; ${ONE} has it already`, mend: 'rename one of the two',
      },
    },
    {
      name: 'a publisher whose list another has already',
      changes: { ...changed(COPY, 'A Blog', 'C++'), ...changed(ONE, 'The Paper', 'C#') },
      problem: {
        code: 'duplicate-publisher', at: `${ONE}:5:12`, found: 'C#',
        expected: `one publisher for /coverage/publisher/c/; in ${COPY} it is C++`, mend: 'write both alike where they are one, or spell one of them out',
      },
    },
    {
      name: 'a publisher that is spelt in two ways',
      changes: { ...changed(COPY, 'A Blog', 'LIBERATION'), ...changed(ONE, 'The Paper', 'Libération') },
      problem: {
        code: 'duplicate-publisher', at: `${ONE}:5:12`, found: 'Libération',
        expected: `one publisher for /coverage/publisher/liberation/; in ${COPY} it is LIBERATION`, mend: 'write both alike where they are one, or spell one of them out',
      },
    },
    {
      name: 'a released claim whose id is gone',
      changes: ledger('/coverage/one/#c1', '/coverage/one/#c12'),
      problem: {
        code: 'lost-address', at: `${LEDGER}:3:1`, found: '/coverage/one/#c12', expected: 'a page or passage at this address',
        mend: 'give back the old id or slug, or write /coverage/one/#c12 -> /coverage/one/#c1',
      },
    },
    {
      name: 'a released claim whose id is gone suggests one of the same record, though another record has that id',
      changes: { ...ledger('/coverage/one/#c12'), 'content/coverage/en/2018/on2.md': one.replace('### c3', '### c12') },
      problem: {
        code: 'lost-address', at: `${LEDGER}:2:1`, found: '/coverage/one/#c12', expected: 'a page or passage at this address',
        mend: 'give back the old id or slug, or write /coverage/one/#c12 -> /coverage/one/#c1',
      },
    },
    {
      name: 'a released page that is gone',
      changes: ledger('/coverage/oone/'),
      problem: {
        code: 'lost-address', at: `${LEDGER}:2:1`, found: '/coverage/oone/', expected: 'a page or passage at this address',
        mend: 'give back the old id or slug, or write /coverage/oone/ -> /coverage/one/',
      },
    },
    {
      name: 'a released page that is gone and unlike any other',
      changes: ledger('/coverage/altogether-different/'),
      problem: {
        code: 'lost-address', at: `${LEDGER}:2:1`, found: '/coverage/altogether-different/',
        expected: 'a page or passage at this address',
        mend: 'give back the old id or slug, or write /coverage/altogether-different/ -> /its/new/address/',
      },
    },
    {
      name: 'a released passage, unlike any other, of a page that is still there suggests the page',
      changes: ledger('/coverage/one/#altogether-different'),
      problem: {
        code: 'lost-address', at: `${LEDGER}:2:1`, found: '/coverage/one/#altogether-different',
        expected: 'a page or passage at this address',
        mend: 'give back the old id or slug, or write /coverage/one/#altogether-different -> /coverage/one/',
      },
    },
    {
      name: 'a redirect that leads nowhere',
      changes: ledger('/coverage/old/ -> /coverage/on/'),
      problem: {
        code: 'lost-address', at: `${LEDGER}:2:1`, found: '/coverage/on/',
        expected: 'a redirect to a page or passage that exists', mend: 'did you mean /coverage/one/?',
      },
    },
  ])('$name', ({ changes, problem }) => {
    expect(problemsOf(changes).map(shown)).toEqual([problem]);
  });

  test.each<[string, Changes]>([
    ['two records', { [ONE]: one.replace('url: https://example.org/one', 'copyOf: copy') }],
    ['three records', {
      ...copying('copyOf: one', 'copyOf: third'), [THIRD]: copyOf('one'),
      [ONE]: one.replace('url: https://example.org/one', 'copyOf: copy'),
    }],
    ['a record that others copy', {
      ...copying('copyOf: one', 'copyOf: copy'), [THIRD]: copyOf('copy'), [FIRST]: copyOf('copy'),
    }],
  ])('a circle of %s is told once, at the first of them', (_, changes) => {
    expect(problemsOf(changes).map(({ code, at: { file } }) => `${code} ${file}`)).toEqual([`copy-circle ${COPY}`]);
  });

  test('each further file of a slug is told, and the first is named', () => {
    const problems = problemsOf({
      'content/coverage/en/2019/one.md': one.replace('published: 2018-11-12', 'published: 2019-03-01'),
      'content/coverage/en/2020/one.md': one.replace('published: 2018-11-12', 'published: 2020-03-01'),
    });
    expect(problems.map(({ at, expected }) => [at.file, expected])).toEqual([
      ['content/coverage/en/2019/one.md', `one file for /coverage/one/; ${ONE} has it already`],
      ['content/coverage/en/2020/one.md', `one file for /coverage/one/; ${ONE} has it already`],
    ]);
  });

  test('a principle that stands in another language alone is missing', () => {
    const third = String(tree()[principleFile(3)]);
    const problems = problemsOf({
      'content/text/fr.md': String(tree()[TEXT]), 'content/principles/fr/principle-3.md': third, [principleFile(3)]: undefined,
    });
    expect(problems.map(({ code, at: { file } }) => `${code} ${file}`)).toContain(`missing-principle ${principleFile(3)}`);
  });

  test('a language that has a text must have all nine principles, and every other entry', () => {
    const files = problemsOf({ 'content/text/fr.md': String(tree()[TEXT]) }).map(({ code, at: { file } }) => `${code} ${file}`);
    const principles = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `missing-principle content/principles/fr/principle-${number}.md`);
    expect(files).toEqual([...principles, 'not-translated content/pages/en/about.mdx']);
  });

  test('a copy whose original another language alone has is told, though what that language has is faulty', () => {
    const problems = problemsOf({ ...french(tree()), ...copying('copyOf: one', 'copyOf: lost'), 'content/coverage/fr/2018/lost.md': one.replace('stance: neutral\n', '').replaceAll('/en/', '/fr/').replace('text/en.md', 'text/fr.md') });
    expect(problems.map(({ code, at: { file } }) => `${code} ${file}`)).toContain(`unknown-original ${COPY}`);
  });

  test('each missing principle is told', () => {
    expect(problemsOf({ [principleFile(2)]: undefined, [principleFile(9)]: undefined }).map(({ at: { file } }) => file))
      .toEqual([principleFile(2), principleFile(9)]);
  });

  test('each link to a missing file is told where it stands', () => {
    const problems = problemsOf({ ...linking('[One](nowhere.md), [two](nowhere.md)'), [principleFile(3)]: undefined });
    expect(problems.map(({ code, at: { line, column } }) => `${code} ${line}:${column}`))
      .toEqual(['missing-principle 1:1', 'unknown-target 30:29', 'unknown-target 30:48']);
  });

  test('a problem is printed with its place, what stands there, what was expected and how to mend it', () => {
    expect(problemsOf(copying('[c3]', '[c4]')).map(formatProblem)).toEqual([[
      `${COPY}:11:8  no such claim in the original`,
      '    found     c4',
      '    expected  claims of one: c1 to c3',
      '    mend      c4 is not one of them',
    ].join('\n')]);
  });
});

describe('what is right', () => {
  test.each<[string, Changes]>([
    ['a redirect to a page', ledger('/coverage/old/ -> /coverage/one/')],
    ['a redirect to a passage', ledger('/coverage/one/#c9 -> /coverage/one/#c3')],
    ['a fragment that moved along with its page', ledger('/coverage/old/#c3', '/coverage/old/ -> /coverage/one/')],
    ['a redirect by way of another', ledger('/coverage/older/ -> /coverage/old/', '/coverage/old/ -> /coverage/one/')],
    ['a ledger of addresses that are there', ledger(
      '/', '/call/#p16', '/principles/#principle-9', '/principles/8/#asks', '/coverage/one/#c3', '/p8/',
    )],
    ['a link to a passage by its encoded id', linking('[paragraph 6](../../../text/en.md#%706)')],
    ['a link to another site', linking('[the official site](https://example.org/nowhere#p31)')],
    ['a link to a claim of another record', linking('[the critic](copy.md#summary)')],
    ['coverage that touches a paragraph alone', {
      [ONE]: withoutSegments.replace('More than', '[Much more](../../../text/en.md#p6) than'),
    }],
    ['a range of cuts', copying('[c3]', '[c1-c2]')],
    ['a copy of a copy', { [THIRD]: copyOf('copy') }],
    ['one slug in two languages', { 'content/coverage/fr/2018/one.md': one }],
  ])('is no problem: %s', (_, changes) => {
    expect(problemsOf(changes)).toEqual([]);
  });
});

describe('one fault is told once', () => {
  test.each([
    ['before', FIRST],
    ['after', THIRD],
  ])('a copy of a copy whose original is not there, by name %s it, is in no circle', (_, file) => {
    const changes = { ...copying('copyOf: one', 'copyOf: something-else'), [file]: copyOf('copy') };
    expect(codesOf(changes)).toEqual(['unknown-original']);
  });

  test.each([
    ['itself', ['/coverage/a/ -> /coverage/a/']],
    ['one that leads back', ['/coverage/a/ -> /coverage/b/', '/coverage/b/ -> /coverage/a/']],
  ])('a redirect to %s leads nowhere', (_, lines) => {
    expect(codesOf(ledger(...lines))).toContain('lost-address');
  });

  test('a circle of redirects is told at the first of them, as far as it goes round', () => {
    const problems = problemsOf(ledger('/coverage/a/ -> /coverage/b/', '/coverage/b/ -> /coverage/a/'));
    expect(problems.filter(({ code }) => code === 'lost-address').map(({ at, found }) => `${at.line} ${found}`)).toEqual(['2 /coverage/b/ -> /coverage/a/ -> /coverage/b/']);
  });

  test('a copy cuts nothing wrongly from an original that has no claims', () => {
    expect(codesOf({ [ONE]: withoutClaims })).toEqual(['missing-passage']);
  });

  test.each([
    ['backwards, which would cut nothing', 'c3-c1'],
    ['beyond all reason', 'c1-c99999999999'],
  ])('a range of cuts %s', (_, cut) => {
    expect(problemsOf(copying('[c3]', `[${cut}]`))).toEqual([
      expect.objectContaining({
        code: expect.stringMatching(/^(unknown-cut|wrong-value)$/), at: { file: COPY, line: 11, column: 8 }, found: cut,
      }),
    ]);
  });

  test.each<[string, Changes, string]>([
    ['principle', changed(principleFile(8), 'summary: What aim 8 asks.\n', ''), 'missing-key'],
    ['principle in another encoding', { [principleFile(8)]: new Uint8Array([0x2d, 0xe9]) }, 'not-utf-8'],
    ['paragraph of the text', changed(TEXT, '## p6\n\nWords of p6.\n\n', ''), 'missing-passage'],
    ['original', { [ONE]: one.replace('stance: neutral\n', '') }, 'missing-key'],
    ['original of a copy’s copy', { [ONE]: one.replace('stance: neutral\n', ''), [THIRD]: copyOf('copy') }, 'missing-key'],
  ])('a faulty %s is not told as missing too', (_, changes, code) => {
    expect(codesOf(changes)).toEqual([code]);
  });

  test('a file that cannot be cut into passages lacks none', () => {
    const problems = problemsOf({
      ...linking('[the Call](../../../text/en.md), as [the first part](../../../pages/en/about.mdx#what) says'),
      'content/pages/en/about.mdx': '---\ntitle: About\nsummary: What this is.\n---\n\n## what\n\n<Counts>\n',
    });
    expect(problems.map(({ code }) => code)).toEqual(['broken-markdown']);
  });
});

describe('an address that was released and is gone', () => {
  const released = extendLedger('', releasedIn(readRecord(files(tree(more)), TODAY)));
  const mends = (changes: Changes, ledgerSource = released) => problemsOf({ ...more, [LEDGER]: ledgerSource, ...changes })
    .map(({ code, found, mend }) => `${code} ${found}: ${mend.replace('give back the old id or slug, or ', '')}`);

  test('is none where nothing is', () => {
    expect(mends({})).toEqual([]);
  });

  test.each<[name: string, changes: Changes, expected: string[]]>([
    ['claim by another id', { [ONE]: one.replace('### c3', '### c4'), ...copying('cuts: [c3]', 'cuts: [c4]') }, ['lost-address /coverage/one/#c3: write /coverage/one/#c3 -> /coverage/one/#c1']],
    ['term', { [TERM]: undefined, 'content/glossary/en/botnets.md': term }, ['lost-address /glossary/#botnet: write /glossary/#botnet -> /glossary/#botnets']],
    ['event by another id', { [TIMELINE]: timeline.replace('## worm', '## worms') }, ['lost-address /timeline/#worm: write /timeline/#worm -> /timeline/#worms']],
  ])('as a %s says the line to write', (_, changes, expected) => {
    expect(mends(changes)).toEqual(expected);
  });

  const moved: Changes = { [COPY]: undefined, 'content/coverage/en/2018/copys.md': copy };
  const ledgerOfMoved = released.replace('/coverage/copy/\n', '/coverage/copy/ -> /coverage/copys/\n');

  test('as a page is told once, with the line that mends it and all its fragments', () => {
    expect(mends(moved)).toEqual(['lost-address /coverage/copy/: write /coverage/copy/ -> /coverage/copys/']);
    expect(mends(moved, ledgerOfMoved)).toEqual([]);
  });

  test('as a fragment of a page that moved says a line that is then taken', () => {
    const changes: Changes = {
      [ONE]: undefined, 'content/coverage/en/2018/uno.md': one.replace('### c3', '### c4'),
      [COPY]: copy.replace('copyOf: one', 'copyOf: uno').replace('cuts: [c3]', 'cuts: [c4]').replaceAll('one.md', 'uno.md'),
    };
    const told = (source: string) => problemsOf({ ...changes, [LEDGER]: source }).map(({ found, mend }) => `${found}: ${mend}`);
    const source = extendLedger('', releasedIn(readRecord(files(tree()), TODAY))).replace('/coverage/one/\n', '/coverage/one/ -> /coverage/uno/\n');
    expect(told(source)).toEqual(['/coverage/one/#c3: give back the old id or slug, or write /coverage/one/#c3 -> /coverage/one/#c1']);
    expect(told(source.replace('/coverage/one/#c3\n', '/coverage/one/#c3 -> /coverage/one/#c4\n'))).toEqual([]);
  });

  describe('in a site of two languages', () => {
    const toFrench = (text: string) => text.replaceAll('/en/', '/fr/').replaceAll('/en.md', '/fr.md');
    const english = tree({ [TERM]: term });
    const french = Object.fromEntries(Object.entries(english).filter(([file]) => !file.includes('/coverage/')).map(([file, text]) => [toFrench(file), toFrench(String(text))]));
    const FRENCH = toFrench(TERM);
    const other = term.replace('term: botnet', 'term: zombie\ntranslated: false').replace('aliases: [zombie network]\n', '');
    const ledgerOf = (content: Changes) => extendLedger('', releasedIn(readRecord(files(tree(content)), TODAY)));
    const both: Changes = { ...english, ...french };
    const toldIn = (changes: Changes, source: string) => problemsOf({ ...both, ...changes, [LEDGER]: source })
      .map(({ code, found, mend }) => `${code} ${found}: ${mend.replace('give back the old id or slug, or ', '')}`);

    test('is none where nothing is', () => {
      expect(toldIn({}, ledgerOf(both))).toEqual([]);
    });

    test.each([
      ['one of them, beside a line for both that leads out', ['/a/ -> /call/', '/fr/a/ -> /fr/b/', '/fr/b/ -> /fr/a/'], ['/fr/b/ -> /fr/a/ -> /fr/b/']],
      ['both', ['/a/ -> /b/', '/b/ -> /a/', '/fr/a/', '/fr/b/'], ['/b/ -> /a/ -> /b/']],
    ])('is told once where redirects lead in a circle in %s', (_, lines, expected) => {
      expect(problemsOf({ ...both, ...ledger(...lines) }).map(({ found }) => found)).toEqual(expected);
    });

    test('says the line for the one that has lost it', () => {
      const changes = { [TERM]: term.replace('aliases:', 'translated: false\naliases:'), [FRENCH]: undefined, 'content/glossary/fr/zombie.md': toFrench(other) };
      expect(toldIn(changes, ledgerOf(both))).toEqual(['lost-address /fr/glossary/#botnet: write /fr/glossary/#botnet -> /fr/glossary/']);
      expect(toldIn(changes, ledgerOf(both).replace('/fr/glossary/#botnet\n', '/fr/glossary/#botnet -> /fr/glossary/\n'))).toEqual([]);
    });

    test('says the line once where both have', () => {
      const changes = { [TERM]: undefined, [FRENCH]: undefined, 'content/glossary/en/botnets.md': term, 'content/glossary/fr/botnets.md': toFrench(term) };
      expect(toldIn(changes, ledgerOf(both))).toEqual(['lost-address /glossary/#botnet: write /glossary/#botnet -> /glossary/#botnets']);
      expect(toldIn(changes, ledgerOf(both).replace('\n/glossary/#botnet\n', '\n/glossary/#botnet -> /glossary/#botnets\n'))).toEqual([]);
    });

    test('is told where a redirect for both leads to what one of them lacks', () => {
      const changes = { [TERM]: undefined, [FRENCH]: undefined, 'content/glossary/en/botnets.md': term.replace('aliases:', 'translated: false\naliases:'), 'content/glossary/fr/zombie.md': toFrench(other) };
      const led = ledgerOf(both).replace('\n/glossary/#botnet\n', '\n/glossary/#botnet -> /glossary/#botnets\n');
      expect(toldIn(changes, led)).toEqual(['lost-address /fr/glossary/#botnets: did you mean /fr/glossary/?']);
    });

    test('is told where a redirect for both takes the place of a page that one of them still has', () => {
      const changes = { [ONE]: undefined, [COPY]: undefined, 'content/coverage/en/2018/uno.md': one, 'content/coverage/fr/2018/one.md': toFrench(one) };
      const source = ledgerOf(both).replace('\n/coverage/one/\n', '\n/coverage/one/ -> /coverage/uno/\n').replace(/\n\/(fr\/)?coverage\/copy\/.*(?=\n)/g, '');
      expect(toldIn(changes, extendLedger(source, [])).filter((line) => line.startsWith('moved-alive'))).toEqual(['moved-alive /fr/coverage/one/: take the redirect out, or rename the page or passage that is there']);
    });
  });

  test('as a fragment is mended by the line that was said', () => {
    const changes = { [TIMELINE]: timeline.replace('## worm', '## worms') };
    expect(mends(changes, released.replace('/timeline/#worm\n', '/timeline/#worm -> /timeline/#worms\n'))).toEqual([]);
  });

  test('as a line of the ledger is told by the line that closes it', () => {
    expect(mends({ [LEDGER]: new TextEncoder().encode(released.replace('/timeline/#worm\n', '')) })).toEqual([expect.stringMatching(/^ledger-altered # \d+ addresses, sha256 [0-9a-f]{16}: put back the line/)]);
  });
});
