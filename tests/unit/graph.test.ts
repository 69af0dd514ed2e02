import { describe, expect, test } from 'vitest';
import { CALL, coverageAddress, GLOSSARY, principleAddress, TIMELINE as EVENTS, type Address } from '../../src/lib/addresses.ts';
import { backlinksByFragment, backlinksOf, bestFirst, graphOf, type Mention, type MentionGroup } from '../../src/lib/graph.ts';
import { readRecord } from '../../src/lib/record.ts';
import {
  copy, COPY, corrections, CORRECTIONS_FILE, files, more, ONE, one, principleFile, QUESTION, question, TERM, term, TEXT,
  TIMELINE, timeline, TODAY, tree, VARIANTS, variants,
} from '../content.ts';

type Changes = Parameters<typeof tree>[0];

const entriesOf = (changes: Changes = {}) => readRecord(files(tree(changes)), TODAY).entries;
const graph = (changes: Changes = {}) => graphOf(entriesOf(changes));
const changed = (file: string, from: string, to: string): Changes => ({ [file]: String(tree()[file]).replace(from, to) });

/** The mentions of `one` with another link in its second claim, of that claim alone. */
const mentionsOf = (link: string) =>
  graph(changed(ONE, '[the Call](../../../text/en.md)', link)).mentions.filter(({ address }) => address === '/coverage/one/#c2');

const addresses = (mentions: readonly Mention[]) => mentions.map(({ address }) => address);
const fromOf = (groups: readonly MentionGroup[]) => groups.map(({ from }) => from.address);
const slugsOf = (entries: readonly { slug: string }[]) => entries.map(({ slug }) => slug);

describe('a mention', () => {
  test('says who speaks, where, of what, of which part and in which words', () => {
    const { from, passage, ...rest } = mentionsOf('[theft](../../../text/en.md#principle-4 "criticises")')[0] ?? {};
    expect([from?.file, passage?.id]).toEqual([ONE, 'c2']);
    expect(rest).toMatchObject({
      address: '/coverage/one/#c2', line: 30, to: '/call/#principle-4', part: '/principles/4/', kind: 'criticises',
      before: 'More than fifty states back ', words: 'theft', after: '.',
    });
  });

  test.each([
    ['', 'reports'],
    [' "reports"', 'reports'],
    [' "supports"', 'supports'],
    [' "criticises"', 'criticises'],
    [' "explains"', 'explains'],
    [' "compares"', 'compares'],
    [' "praises"', 'reports'],
  ])('with the title%s is of the kind %s', (title, kind) => {
    expect(mentionsOf(`[the Call](../../../text/en.md${title})`).map((mention) => mention.kind)).toEqual([kind]);
  });

  test.each<[name: string, address: string, changes: Changes, kind: string]>([
    ['the text', '/call/#p6', changed(TEXT, 'Words of p6.', 'See [the eighth](#principle-8).'), 'reports'],
    ['a principle', '/principles/3/#asks', changed(principleFile(3), 'The asks', '[The eighth](principle-8.md)'), 'reports'],
    ['coverage', '/coverage/one/#c1', {}, 'reports'],
    ['a page', '/about/#what', {}, 'reports'],
    ['a question', '/questions/where/#answer', more, 'compares'],
    ['a question’s table of sources', '/questions/where/#sources', more, 'compares'],
    ['a term', '/glossary/#botnet', more, 'explains'],
    ['an event', '/timeline/#launch', more, 'reports'],
    ['a variant', '/variants/#p6', more, 'explains'],
  ])('without a title is of the kind that %s makes', (_, address, changes, kind) => {
    const kinds = graph(changes).mentions.filter((mention) => mention.address === address).map((mention) => mention.kind);
    expect(kinds).toEqual([kind]);
  });

  test.each<[name: string, address: string, changes: Changes]>([
    ['a question', '/questions/where/#answer', { ...more, [QUESTION]: question.replace('en.md)', 'en.md "supports")') }],
    ['a term', '/glossary/#botnet', { ...more, [TERM]: term.replace('.md)', '.md "supports")') }],
    ['an event', '/timeline/#launch', { ...more, [TIMELINE]: timeline.replace('en.md)', 'en.md "supports")') }],
    ['a variant', '/variants/#p6', { ...more, [VARIANTS]: variants.replace('#p6)', '#p6 "supports")') }],
  ])('with a title is of the kind it says in %s too', (_, address, changes) => {
    const kinds = graph(changes).mentions.filter((mention) => mention.address === address).map((mention) => mention.kind);
    expect(kinds).toEqual(['supports']);
  });

  test('in a table is shown with the words of its row', () => {
    const mention = graph(more).mentions.find(({ address }) => address === '/questions/where/#sources');
    expect([mention?.before, mention?.words, mention?.after]).toEqual(['', 'The Paper', ' · in Paris · 12 November 2018']);
  });

  test('leaves the date of an event out of the words around it', () => {
    const mention = graph(more).mentions.find(({ address }) => address === '/timeline/#launch');
    expect(`${mention?.before}${mention?.words}${mention?.after}`).toBe('France launched the Call.');
  });

  test.each([
    ['the Call', '../../../text/en.md', '/call/'],
    ['a paragraph', '../../../text/en.md#p6', '/call/#p6'],
    ['a paragraph whose number is also a principle’s', '../../../text/en.md#p4', '/call/#p4'],
    ['a principle in the text', '../../../text/en.md#principle-4', '/principles/4/'],
    ['a principle’s page', '../../../principles/en/principle-4.md', '/principles/4/'],
    ['a passage of a principle’s page', '../../../principles/en/principle-4.md#asks', '/principles/4/'],
    ['a record', 'copy.md', '/coverage/copy/'],
    ['a passage of a record that is no claim', 'copy.md#omits', '/coverage/copy/'],
    ['a claim of the same record', '#c1', '/coverage/one/#c1'],
    ['a question', '../../../questions/en/where.md', '/questions/where/'],
    ['a passage of a question', '../../../questions/en/where.md#sources', '/questions/where/'],
    ['a term', '../../../glossary/en/botnet.md', '/glossary/#botnet'],
    ['a term’s definition', '../../../glossary/en/botnet.md#definition', '/glossary/#botnet'],
    ['the timeline', '../../../timeline/en.md', '/timeline/'],
    ['an event', '../../../timeline/en.md#launch', '/timeline/#launch'],
    ['a variant', '../../../variants/en.md#principle-8', '/variants/#principle-8'],
  ])('of %s belongs to one part', (_, url, part) => {
    expect(mentionsOf(`[words that name it](${url})`).map((mention) => mention.part)).toEqual([part]);
  });

  test('keeps to the letter what it links to', () => {
    const [mention] = mentionsOf('[theft](../../../principles/en/principle-4.md#asks)');
    expect(mention?.to).toBe('/principles/4/#asks');
  });

  test('is carried by no copy whose original is not there', () => {
    expect(graph(changed(COPY, 'copyOf: one', 'copyOf: nothing')).mentions.flatMap(({ carriedBy }) => carriedBy)).toEqual([]);
  });

  test('stands once for each link of a passage, in their order', () => {
    const mentions = mentionsOf([
      '[the Call](../../../text/en.md),', '[elections](../../../text/en.md#p6 "supports")',
      'and [theft](../../../text/en.md#principle-4)',
    ].join(' '));
    expect(mentions.map(({ part, before, after }) => [part, before, after])).toEqual([
      ['/call/', 'More than fifty states back ', ', elections and theft.'],
      ['/call/#p6', 'More than fifty states back the Call, ', ' and theft.'],
      ['/principles/4/', 'More than fifty states back the Call, elections and ', '.'],
    ]);
  });

  test('leaves the first line of a claim out of the words around it', () => {
    const [mention] = mentionsOf('[the Call](../../../text/en.md)');
    expect(`${mention?.before}${mention?.words}${mention?.after}`).toBe('More than fifty states back the Call.');
  });
});

describe('no mention is made of', () => {
  test.each<[string, string, string, Changes]>([
    [
      'another site', '/coverage/one/#c2', 'https://example.org/call/',
      changed(ONE, '../../../text/en.md)', 'https://example.org/call/)'),
    ],
    [
      'a principle by its own page', '/principles/8/#asks', '/principles/8/',
      changed(principleFile(8), 'The asks of it.', '[The aim](../../text/en.md#principle-8) again.'),
    ],
    [
      'a principle by its own place in the text', '/call/#principle-8', '/principles/8/',
      changed(TEXT, 'Words of principle-8.', '[Its page](../principles/en/principle-8.md) says more.'),
    ],
    ['a paragraph by itself', '/call/#p6', '/call/#p6', changed(TEXT, 'Words of p6.', '[Paragraph 6](#p6) itself.')],
    [
      'a record by its own summary', '/coverage/one/#summary', '/coverage/one/',
      changed(ONE, 'It reports the launch.', 'It reports [less than all](#omits).'),
    ],
    ['a claim by itself', '/coverage/one/#c3', '/coverage/one/#c3', changed(ONE, '#c1 "compares"', '#c3 "compares"')],
    [
      'a question by its own answer', '/questions/where/#answer', '/questions/where/',
      { ...more, [QUESTION]: question.replace('In Paris, where', 'In Paris, [say some](#sources), where') },
    ],
    [
      'a term by its own definition', '/glossary/#botnet', '/glossary/#botnet',
      { ...more, [TERM]: term.replace('Machines', '[Machines](botnet.md#definition)') },
    ],
    [
      'an event by itself', '/timeline/#launch', '/timeline/#launch',
      { ...more, [TIMELINE]: timeline.replace('France launched', '[France](#launch) launched') },
    ],
    [
      'the timeline by one of its events', '/timeline/#launch', '/timeline/',
      { ...more, [TIMELINE]: timeline.replace('France launched', '[France](en.md) launched') },
    ],
  ])('%s', (_, address, part, changes) => {
    expect(graph(changes).mentions.filter((mention) => mention.address === address && mention.part === part)).toEqual([]);
  });
});

describe('copies', () => {
  const carriers = (changes: Changes = {}) =>
    Object.fromEntries(graph(changes).mentions.filter(({ from }) => from.slug === 'one')
      .map(({ passage, carriedBy }) => [passage.id, slugsOf(carriedBy)]));

  test('carry the claims of their original that they do not cut', () => {
    expect(carriers()).toEqual({ c1: ['copy'], c2: ['copy'], c3: [] });
  });

  test('stand side by side where they carry the same claim', () => {
    expect(carriers({ 'content/coverage/en/2018/another.md': copy.replace('cuts: [c3]', 'cuts: [c2]') }))
      .toEqual({ c1: ['another', 'copy'], c2: ['copy'], c3: ['another'] });
  });

  test('of copies carry the claims of the first original', () => {
    const third = copy.replace('copyOf: one', 'copyOf: copy').replace('cuts: [c3]', 'cuts: [c1-c2]');
    expect(carriers({ 'content/coverage/en/2018/third.md': third })).toEqual({ c1: ['copy'], c2: ['copy'], c3: ['third'] });
  });

  test('carry claims alone, not what we say of the original', () => {
    const changes = changed(ONE, 'It reports the launch.', 'It reports [the launch](../../../text/en.md).');
    expect(carriers(changes)['summary']).toEqual([]);
  });

  test('add no mentions', () => {
    expect(graph().mentions).toHaveLength(graph({ [COPY]: undefined }).mentions.length);
  });
});

describe('backlinks', () => {
  const second = (published: string) => one.replace('published: 2018-11-12', `published: ${published}`);

  test('hold every mention once, under its part', () => {
    const { mentions, byPart } = graph();
    expect([...byPart.values()].flat()).toHaveLength(mentions.length);
    expect([...byPart].flatMap(([part, list]) => list.filter((mention) => mention.part !== part))).toEqual([]);
  });

  test.each([
    ['once', '', '', ['reports theft']],
    ['once, by what is more than a report', '', ' "criticises"', ['criticises all of it']],
    ['once, by what is more than a report, whichever comes first', ' "criticises"', '', ['criticises theft']],
    ['twice where it speaks in two ways', ' "criticises"', ' "compares"', ['criticises theft', 'compares all of it']],
  ])('hold a passage that links to two places of a part %s', (_, first, second, expected) => {
    const linked = graph(changed(ONE, '[the Call](../../../text/en.md)', `[theft](../../../text/en.md#principle-4${first}) and [all of it](../../../principles/en/principle-4.md${second})`));
    const said = backlinksOf(linked, principleAddress(4)).flatMap(({ mentions }) => mentions).filter(({ address }) => address === '/coverage/one/#c2');
    expect(said.map(({ kind, words }) => `${kind} ${words}`)).toEqual(expected);
    expect(linked.mentions.filter(({ address }) => address === '/coverage/one/#c2')).toHaveLength(2);
  });

  test('of a part that nothing mentions are none', () => {
    expect(backlinksOf(graph(), principleAddress(1))).toEqual([]);
  });

  test('of a principle hold those of its page and of its place in the text', () => {
    const changes = changed(ONE, '[the Call](../../../text/en.md)', '[theft](../../../principles/en/principle-4.md)');
    const groups = backlinksOf(graph(changes), principleAddress(4));
    expect(groups.map(({ mentions }) => addresses(mentions))).toEqual([['/coverage/one/#c2', '/coverage/one/#c3']]);
  });

  test('are grouped by entry, with each kind and each copy once', () => {
    const [group, ...others] = backlinksOf(graph({
      [ONE]: one
        .replace('[the Call](../../../text/en.md)', '[theft](../../../text/en.md#principle-4)')
        .replace('[not to hack back](../../../principles/en/principle-8.md)', 'not [to steal](../../../text/en.md#principle-4)'),
    }), principleAddress(4));
    expect(others).toEqual([]);
    expect(addresses(group?.mentions ?? [])).toEqual(['/coverage/one/#c1', '/coverage/one/#c2', '/coverage/one/#c3']);
    expect(group?.kinds).toEqual(['reports', 'criticises']);
    expect(slugsOf(group?.copies ?? [])).toEqual(['copy']);
  });

  test('stand in the order of coverage by date, then of their kinds, however the entries came', () => {
    const entries = entriesOf({
      [QUESTION]: question.replace('(../../text/en.md)', '(../../principles/en/principle-8.md)'),
      'content/questions/en/a-first.md': question.replace('(../../text/en.md)', '(../../principles/en/principle-8.md)'),
      [TERM]: term.replace('principle-5', 'principle-8'),
      [TIMELINE]: timeline,
      [VARIANTS]: variants.replace('en.md#p6', 'en.md#principle-8'),
      [CORRECTIONS_FILE]: corrections.replace('questions/en/where.md#answer', 'principles/en/principle-8.md'),
      'content/coverage/en/2018/a-late-one.md': second('2018-12-01'),
      'content/coverage/en/2018/z-early-one.md': second('2018-11'),
      'content/coverage/en/2018/an-equal-one.md': second('2018-11-12'),
      ...changed(principleFile(3), 'The asks of it.', 'Unlike [the eighth](principle-8.md).'),
      ...changed(TEXT, 'Words of p6.', '[The eighth](#principle-8) aim.'),
      ...changed('content/pages/en/about.mdx', '[the Call](../../text/en.md)', '[hack back](../../principles/en/principle-8.md)'),
    });
    const order = [
      '/coverage/z-early-one/', '/coverage/an-equal-one/', '/coverage/one/', '/coverage/a-late-one/',
      '/principles/3/', '/questions/a-first/', '/questions/where/', '/timeline/', '/variants/', '/glossary/#botnet', '/call/',
      '/about/', '/corrections/',
    ];
    expect(fromOf(backlinksOf(graphOf(entries), principleAddress(8)))).toEqual(order);
    expect(fromOf(backlinksOf(graphOf([...entries].reverse()), principleAddress(8)))).toEqual(order);
  });

  test('of a claim come from its own record and from others', () => {
    const other = one.replace('More than fifty states', 'Unlike [the ban](one.md#c1 "supports"), more than fifty states');
    const groups = backlinksOf(graph({ 'content/coverage/en/2018/other.md': other }), coverageAddress('one', 'c1'));
    expect(groups.map(({ from, kinds }) => [from.slug, kinds])).toEqual([['one', ['compares']], ['other', ['supports']]]);
  });

  test('of the Call as a whole are not those of its parts', () => {
    const groups = backlinksOf(graph(), CALL);
    expect(groups.flatMap(({ mentions }) => addresses(mentions))).toEqual(['/coverage/one/#c2', '/about/#what']);
  });
});

describe('backlinks by fragment', () => {
  const by = (page: Address) => backlinksByFragment(graph(), page);
  const keys = (page: Address) => [...by(page).keys()];

  test('give the claims of a record that are spoken of', () => {
    expect(keys(coverageAddress('one'))).toEqual(['c1']);
    expect(fromOf(by(coverageAddress('one')).get('c1') ?? [])).toEqual(['/coverage/one/']);
  });

  test('give the paragraphs of the text, but not its principles, which have pages', () => {
    expect(keys(CALL)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9']);
    expect(fromOf(by(CALL).get('p6') ?? [])).toEqual(['/principles/6/']);
  });

  test('give the events of the timeline and the terms of the glossary', () => {
    const mentions = graph({
      ...more,
      [TIMELINE]: timeline.replace('A forum', 'After [the launch](#launch), a forum'),
      ...changed(ONE, '[the Call](../../../text/en.md)', '[zombies](../../../glossary/en/botnet.md)'),
    });
    expect([...backlinksByFragment(mentions, EVENTS).keys()]).toEqual(['launch']);
    expect(fromOf(backlinksByFragment(mentions, GLOSSARY).get('botnet') ?? [])).toEqual(['/coverage/one/']);
  });

  test('are none for a page of whose passages nothing speaks', () => {
    expect(keys(coverageAddress('copy'))).toEqual([]);
    expect(keys(principleAddress(8))).toEqual([]);
  });
});

describe('the groups that tell most', () => {
  /** A record that speaks of the Call in so many claims, read in full or not. */
  const speaking = (read: string, times: number) => one
    .replace('read: full', `read: ${read}`)
    .replace('## omits', (next) => Array.from({ length: times - 1 }, (_, index) => `### c${index + 4}\n\nA. Reporter · fact\n\nAnother word on [the Call](../../../text/en.md).\n\n`).join('') + next);
  const groups = backlinksOf(graph({
    [ONE]: undefined, [COPY]: undefined,
    'content/coverage/en/2018/a-full-1.md': speaking('full', 1),
    'content/coverage/en/2018/b-extract-4.md': speaking('extract', 4),
    'content/coverage/en/2018/c-full-3.md': speaking('full', 3),
    'content/coverage/en/2018/d-copy-5.md': speaking('copy', 5),
    'content/coverage/en/2018/e-full-1.md': speaking('full', 1),
  }), CALL);
  const names = (of: readonly MentionGroup[]) => of.map(({ from }) => from.slug);

  test.each([
    [0, []],
    [1, ['c-full-3']],
    [2, ['a-full-1', 'c-full-3']],
    [3, ['a-full-1', 'c-full-3', 'e-full-1']],
    [4, ['a-full-1', 'c-full-3', 'd-copy-5', 'e-full-1']],
    [5, ['a-full-1', 'b-extract-4', 'c-full-3', 'd-copy-5', 'e-full-1']],
    [9, ['a-full-1', 'b-extract-4', 'c-full-3', 'd-copy-5', 'e-full-1', 'about']],
  ])('up to %d, are those read in full, then those with most mentions, in their own order', (most, expected) => {
    expect(names(bestFirst(groups, most))).toEqual(expected);
  });

  test('leave the groups as they were', () => {
    const before = names(groups);
    bestFirst(groups, 1);
    expect(names(groups)).toEqual(before);
  });
});
