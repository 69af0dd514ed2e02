import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../src/lib/history.ts';
import { LINKS_FILE } from '../../src/lib/link-checks.ts';
import { MACHINE_ADDRESSES } from '../../src/lib/machine-addresses.ts';
import { addressesOf, copyOf, countsOf, dated, editionOf, languagesOf, readRecord, releasedIn } from '../../src/lib/record.ts';
import {
  copy, COPY, CORRECTIONS_FILE, files, more, ONE, one, principleFile, QUESTION, question, STATES, states, TERM, term, TEXT,
  TIMELINE, timeline, TODAY, tree, VARIANTS, type Tree,
} from '../content.ts';

const record = (of = tree()) => readRecord(files(of), TODAY);
const edition = (of = tree()) => editionOf(record(of), 'en');
const codes = (of: Tree) => readRecord(files(of), TODAY).problems.map(({ code }) => code);
const slugs = (entries: readonly { slug: string }[]) => entries.map(({ slug }) => slug);

describe('a record', () => {
  test('without faults has no problems', () => {
    expect(record().problems).toEqual([]);
    expect(record(tree(more)).problems).toEqual([]);
  });

  test('counts voices apart from copies', () => {
    expect(countsOf(edition())).toMatchObject({ segments: 25, principles: 9, coverage: 2, voices: 1, copies: 1, claims: 3 });
  });

  test('counts questions, terms, events and States, and has none of them where they are not written', () => {
    expect(countsOf(edition(tree(more)))).toMatchObject({ questions: 1, terms: 1, events: 3, states: 3 });
    expect(countsOf(edition())).toMatchObject({ questions: 0, terms: 0, events: 0, states: 0 });
  });

  test('counts a mention once, whoever carries it', () => {
    // Nine principles of a paragraph each, four links of the article, one of the page.
    expect(countsOf(edition()).mentions).toBe(14);
    expect(countsOf(edition(tree({ [COPY]: undefined }))).mentions).toBe(14);
  });

  test('has an address for every page and passage', () => {
    const addresses = addressesOf(edition());
    expect(addresses).toEqual(expect.arrayContaining([
      '/', '/call/#p16', '/principles/#principle-9', '/principles/8/#asks', '/coverage/one/#c3', '/coverage/year/undated/',
      '/about/#numbers', '/p8/',
    ]));
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('has every page at one address, even without a page about the site', () => {
    const pages = (of = tree()) => addressesOf(edition(of)).filter((address) => !address.includes('#'));
    expect(pages(tree({ [COPY]: undefined }))).toEqual([
      '/', '/call/', '/call/coverage/',
      '/principles/', ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `/principles/${number}/`),
      '/coverage/', '/coverage/one/',
      '/coverage/principle/', '/coverage/year/', '/coverage/publisher/', '/coverage/kind/', '/coverage/stance/', '/coverage/language/',
      '/coverage/principle/4/', '/coverage/principle/8/', '/coverage/year/2018/', '/coverage/publisher/the-paper/',
      '/coverage/kind/reporting/', '/coverage/stance/neutral/', '/coverage/language/en/',
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `/principles/${number}/coverage/`), '/preamble/',
      '/search/', '/about/', '/edition/',
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `/p${number}/`),
    ]);
    expect(pages(tree({ 'content/pages/en/about.mdx': undefined })).filter((address) => address === '/about/')).toHaveLength(1);
  });

  test('has an address for each question, term, event, variant and correction, and for their lists', () => {
    const [all, without] = [addressesOf(edition(tree(more))), addressesOf(edition())];
    expect(all.filter((address) => !without.includes(address))).toEqual([
      '/questions/', '/questions/where/', '/questions/where/#answer', '/questions/where/#sources',
      '/glossary/', '/glossary/#botnet',
      '/timeline/', '/timeline/#worm', '/timeline/#launch', '/timeline/#forum',
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `/timeline/principle/${number}/`),
      '/variants/', '/variants/#p6', '/variants/#principle-8',
      '/corrections/', '/corrections/#where-read-out', '/corrections/#count-of-states',
    ]);
    expect(new Set(all).size).toBe(all.length);
  });

  test('has the addresses of its terms in their order', () => {
    const accord = { 'content/glossary/en/accord.md': term.replace('botnet', 'accord') };
    expect(addressesOf(edition(tree({ ...more, ...accord }))).filter((address) => address.startsWith('/glossary/')))
      .toEqual(['/glossary/', '/glossary/#accord', '/glossary/#botnet']);
  });

  test('has the pages of the site’s own that content writes', () => {
    const page = (title: string) => `---\ntitle: ${title}\nsummary: It.\n---\n\n## limits\n\nWords.\n`;
    const pages = { 'content/pages/en/states.mdx': page('States'), 'content/pages/en/numbering.md': page('Numbers') };
    expect(record(tree(pages)).problems).toEqual([]);
    expect(addressesOf(edition(tree(pages)))).toEqual(expect.arrayContaining([
      '/about/', '/states/', '/states/#limits', '/numbering/', '/numbering/#limits',
    ]));
  });

  test('is the same in whatever order its files come', () => {
    const changes = { 'content/coverage/en/2019/one.md': one, [principleFile(3)]: undefined };
    const forwards = files(tree(changes));
    const [a, b] = [readRecord(forwards, TODAY), readRecord([...forwards].reverse(), TODAY)];
    expect(b.problems).toEqual(a.problems);
    expect(a.problems).not.toEqual([]);
    expect(b.entries.map(({ file }) => file)).toEqual(a.entries.map(({ file }) => file));
  });

  test.each([
    ['a README', 'content/README.md'],
    ['a README of a folder', 'content/coverage/en/2018/README.md'],
    ['a README beside the table of States', 'content/states/README.md'],
    ['a hidden file', 'content/coverage/.DS_Store'],
    ['a hidden file named as an entry', 'content/coverage/en/2018/.one.md'],
  ])('passes over %s', (_, file) => {
    const { entries, problems } = record(tree({ [file]: 'Nothing that an entry would hold.' }));
    expect(problems).toEqual([]);
    expect(entries).toHaveLength(record().entries.length);
  });

  test('does not pass over a file whose name only ends like a README', () => {
    expect(codes(tree({ 'content/pages/en/MY-README.md': 'Words.' }))).toContain('front-matter-missing');
  });

  test('does not pass over a second table of States', () => {
    const { problems } = record(tree({ ...more, 'content/states/more.csv': states }));
    expect(problems.map(({ code, at: { file } }) => `${code} ${file}`)).toEqual(['no-place content/states/more.csv']);
  });

  test('holds the States of its table, in their order', () => {
    expect(record(tree(more)).states.map(({ en }) => en)).toEqual(['France', 'Malta', 'Benin']);
    expect(record().states).toEqual([]);
  });

  test('holds the problems of its table of States', () => {
    const { problems } = record(tree({ ...more, [STATES]: states.replace('MLT', 'Malta') }));
    expect(problems.map(({ code, at }) => [code, at])).toEqual([['states-row', { file: STATES, line: 3, column: 1 }]]);
  });

  test('takes no table of States in another encoding', () => {
    const latin1 = Uint8Array.from(states, (letter) => letter.charCodeAt(0));
    expect(codes({ ...tree(more), [STATES]: latin1 })).toEqual(['not-utf-8']);
  });

  test('holds what is known of the links elsewhere, and gives it to each edition by address', () => {
    const [head, row] = ['url,checked,status,httpStatus,fault,type,lastAlive,failingSince,failures,movedTo', 'https://example.org/one,2026-11-20,alive,200,,text/html,2026-11-20,,0,'];
    const checked = record(tree({ [LINKS_FILE]: `${head}\n${row}\n` }));
    expect([checked.problems, checked.linkChecks.map(({ url }) => url)]).toEqual([[], ['https://example.org/one']]);
    expect(editionOf(checked, 'en').linkChecks.get('https://example.org/one')?.lastAlive).toBe('2026-11-20');
    expect([record().linkChecks, edition().linkChecks.size]).toEqual([[], 0]);
    expect(codes(tree({ [LINKS_FILE]: `${head}\n${row.replace('2026-11-20', '2027-01-01')}\n` }))).toEqual(['links-row']);
    expect(codes({ ...tree(), [LINKS_FILE]: Uint8Array.from([0xe9]) })).toEqual(['not-utf-8']);
  });

  test('dates no file by what is written down of other sites', () => {
    expect(dated(files(tree({ [LINKS_FILE]: '' }))).map(({ file }) => file)).toEqual(dated(files()).map(({ file }) => file));
  });

  test('holds the problems of its files and those that only all files show', () => {
    const changes = { [ONE]: one.replace('stance: neutral', 'stance: angry'), [COPY]: undefined, [principleFile(3)]: undefined };
    expect(codes(tree(changes))).toEqual(['wrong-value', 'missing-principle']);
  });

  test('keeps the entries that could be read beside the problems of the others', () => {
    const { entries } = record(tree({ [ONE]: one.replace('stance: neutral', 'stance: angry') }));
    expect(slugs(entries)).not.toContain('one');
    expect(slugs(entries)).toContain('copy');
  });

  test('judges addresses only when nothing else is wrong', () => {
    const lost = { 'content/ledger.txt': '/coverage/lost/\n' };
    expect(codes(tree(lost))).toEqual(['lost-address']);
    expect(codes(tree({ ...lost, [principleFile(3)]: undefined }))).toEqual(['missing-principle']);
    expect(codes(tree({ ...lost, [STATES]: '' }))).toEqual(['states-row']);
  });

  test('keeps what is made for programs as it keeps its pages', () => {
    expect(releasedIn(record())).toEqual([...addressesOf(edition()), ...MACHINE_ADDRESSES]);
    const released = ['/*/index.md', '/*/cite/*.bib', '/feed.atom', '/data/claims.csv', '/llms.txt', ''].join('\n');
    expect(codes(tree({ 'content/ledger.txt': released }))).toEqual([]);
    const lost = record(tree({ 'content/ledger.txt': `${released}/data/claim.csv\n` })).problems;
    expect(lost.map(({ code, found }) => `${code} ${found}`)).toEqual(['lost-address /data/claim.csv']);
  });

  test('keeps the addresses of every language, and what is made for all of them once', () => {
    const both = record(tree({ 'content/text/fr.md': String(tree()[TEXT]) }));
    const [en, fr] = (['en', 'fr'] as const).map((lang) => addressesOf(editionOf(both, lang)));
    const released = releasedIn(both);
    expect(released.slice(0, en?.length)).toEqual(en);
    for (const address of fr ?? []) expect(released).toContain(`/fr${address}`);
    expect(released).toEqual(expect.arrayContaining(['/fr/feed.atom', '/fr/data/claims.csv', '/sitemap.xml']));
    expect(released.filter((address) => /^\/fr\/(sitemap|robots|addresses|\*)/.test(address))).toEqual([]);
    expect(new Set(released).size).toBe(released.length);
  });

  test('takes no date after today', () => {
    const { problems } = readRecord(files(), '2018-11-12');
    expect(problems.map(({ code, at: { file } }) => `${code} ${file}`)).toEqual([`future-date ${COPY}`]);
  });

  test('of nothing lacks the text and nine principles', () => {
    expect(codes({})).toEqual(['missing-text', ...Array.from({ length: 9 }, () => 'missing-principle')]);
  });
});

describe('the dates of a record', () => {
  const HISTORY = 'content/history.txt';
  const bytes = (text: string) => new TextEncoder().encode(text);
  const line = (day: string, file: string, text: string) => `${day} ${fingerprintOf(bytes(text))} ${file}\n`;
  const datesOf = (file: string, changes: Parameters<typeof tree>[0]) => record(tree(changes)).dates.get(file);

  test('without a history are today’s, for each file that is dated', () => {
    const { dates } = record(tree(more));
    expect([...dates.keys()].sort()).toEqual(Object.keys(tree(more)).sort());
    expect(new Set([...dates.values()].map(({ added, updated }) => `${added} ${updated}`))).toEqual(new Set([`${TODAY} ${TODAY}`]));
  });

  test('are those of the history, where a file is as it was released', () => {
    expect(datesOf(ONE, { [HISTORY]: line('2026-03-01', ONE, one) })).toEqual({ added: '2026-03-01', updated: '2026-03-01' });
    const twice = line('2026-03-01', ONE, 'Another text.') + line('2026-05-01', COPY, copy) + line('2026-04-02', ONE, one);
    expect(datesOf(ONE, { [HISTORY]: twice })).toEqual({ added: '2026-03-01', updated: '2026-04-02' });
  });

  test('end today, where a file has changed since', () => {
    const changed = one.replace('It reports the launch.', 'It reports on the launch.');
    expect(datesOf(ONE, { [ONE]: changed, [HISTORY]: line('2026-03-01', ONE, one) })).toEqual({ added: '2026-03-01', updated: TODAY });
  });

  test('are no others where lines end as on Windows, in the file or in the history', () => {
    const released = { added: '2026-03-01', updated: '2026-03-01' };
    const history = line('2026-03-01', ONE, one);
    expect(datesOf(ONE, { [ONE]: one.replaceAll('\n', '\r\n'), [HISTORY]: history })).toEqual(released);
    expect(datesOf(ONE, { [HISTORY]: history.replaceAll('\n', '\r\n') })).toEqual(released);
  });

  test('are the edition’s as well', () => {
    const { dates } = record();
    expect(edition().dates).toEqual(dates);
  });

  test('are of content alone: neither of registers, nor of documents for authors, nor of the official wording', () => {
    const undated = [HISTORY, 'content/ledger.txt', 'content/README.md', 'content/coverage/.DS_Store', 'content/text/official-en.md'];
    const slug = 'content/coverage/en/2018/official-reply.md';
    const read = dated(files(tree({ ...more, ...Object.fromEntries(undated.map((file) => [file, ''])), [slug]: one })));
    expect(read.map(({ file }) => file).sort()).toEqual([...Object.keys(tree(more)), slug].sort());
  });

  test('and their history are no entry', () => {
    const { entries, problems } = record(tree({ [HISTORY]: '# Released\n\n# Nothing yet.\n' }));
    expect(problems).toEqual([]);
    expect(entries).toHaveLength(record().entries.length);
  });
});

describe('an edition', () => {
  const french = { 'content/text/fr.md': String(tree()[TEXT]), 'content/coverage/fr/2018/un.md': one };

  test('there is for each language that has the text, the default one first', () => {
    expect(languagesOf(record().entries)).toEqual(['en']);
    expect(languagesOf(record(tree(french)).entries)).toEqual(['en', 'fr']);
    expect(languagesOf(record(tree({ 'content/coverage/fr/2018/un.md': one })).entries)).toEqual(['en']);
  });

  test('of a language without the text cannot be had', () => {
    expect(() => editionOf(record(), 'fr')).toThrow('no text in the language fr');
  });

  test('holds the entries of its own language, and the records that nobody has written in it', () => {
    const both = record(tree({ ...more, ...french }));
    const editionIn = (lang: 'en' | 'fr') => editionOf(both, lang);
    expect(slugs(editionIn('en').coverage).sort()).toEqual(['copy', 'one']);
    expect(slugs(editionIn('fr').coverage).sort()).toEqual(['copy', 'one', 'un']);
    expect(editionIn('fr').text.file).toBe('content/text/fr.md');
    expect(new Set(editionIn('en').graph.mentions.map(({ from }) => from.lang))).toEqual(new Set(['en']));
    const others = editionIn('fr').graph.mentions.filter(({ from }) => from.lang !== 'fr').map(({ from }) => from.collection);
    expect(new Set(others)).toEqual(new Set(['coverage']));
  });

  test('holds a record in its own language, where it is written in two', () => {
    const both = record(tree({ ...french, 'content/coverage/fr/2018/one.md': one }));
    expect(editionOf(both, 'fr').coverage.map(({ file }) => file).sort()).toEqual([
      COPY, 'content/coverage/fr/2018/one.md', 'content/coverage/fr/2018/un.md',
    ]);
    expect(editionOf(both, 'en').coverage.map(({ file }) => file).sort()).toEqual([COPY, ONE]);
  });

  test('has the principles in their order', () => {
    const { entries, ...rest } = record();
    const { principles } = editionOf({ ...rest, entries: [...entries].reverse() }, 'en');
    expect(principles.map(({ number, address }) => `${number} ${address}`))
      .toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `${number} /principles/${number}/`));
  });

  test('has its questions in the order of their words', () => {
    const ask = (words: string) => question.replace('Where was it launched?', words);
    const { questions } = edition(tree({
      [QUESTION]: ask('Where?'), 'content/questions/en/a.md': ask('Why?'), 'content/questions/en/z.md': ask('How many?'),
    }));
    expect(questions.map(({ fields }) => fields.question)).toEqual(['How many?', 'Where?', 'Why?']);
  });

  test('knows the voice of each record, of the original and of its copies', () => {
    const { coverage, voices, voiceOf } = edition(tree({ 'content/coverage/en/2018/other.md': one }));
    const named = coverage.map((entry) => [entry.slug, voiceOf.get(entry)?.original.slug]);
    expect(Object.fromEntries(named)).toEqual({ one: 'one', copy: 'one', other: 'other' });
    expect(new Set(voiceOf.values())).toEqual(new Set(voices));
    expect(voiceOf.size).toBe(coverage.length);
  });

  test('knows what each entry says of others, a copy by the mouth of its original', () => {
    const { coverage, pages, terms, saidBy } = edition();
    const said = (slug: string) => coverage.filter((entry) => entry.slug === slug).flatMap((entry) => saidBy.get(entry) ?? []);
    expect(said('one').map(({ part }) => part)).toEqual(['/principles/8/', '/call/', '/principles/4/', '/coverage/one/#c1']);
    // The copy leaves out the third claim.
    expect(said('copy')).toEqual(said('one').slice(0, 2));
    expect(pages.flatMap((entry) => saidBy.get(entry) ?? []).map(({ part }) => part)).toEqual(['/call/']);
    expect(terms).toEqual([]);
  });

  test('has its corrections where they are written', () => {
    expect(edition(tree(more)).corrections?.file).toBe(CORRECTIONS_FILE);
    expect(edition().corrections).toBeUndefined();
    const both = record(tree({ ...more, ...french }));
    expect(editionOf(both, 'fr').corrections).toBeUndefined();
  });

  test('has its timeline, its variants, its terms and the States, of which all languages share one table', () => {
    const events = timeline.replace(/\[(.*?)\]\(.*?\)/g, '$1');
    const both = record(tree({ ...more, ...french, 'content/timeline/fr.md': events }));
    const [en, fr] = [editionOf(both, 'en'), editionOf(both, 'fr')];
    expect([en.timeline?.file, en.variants?.file, en.terms.map(({ entry }) => entry.file)]).toEqual([TIMELINE, VARIANTS, [TERM]]);
    expect([fr.timeline?.file, fr.variants, fr.terms, fr.questions]).toEqual(['content/timeline/fr.md', undefined, [], []]);
    expect(fr.states).toEqual(en.states);
    expect(en.states).toHaveLength(3);
  });

  test('counts what is said of a part by passages, not by links, before that gets a page of its own', () => {
    const asking = (claims: number) => edition(tree({ ...more, [ONE]: one.replace('## omits', `${Array.from({ length: claims }, (_, index) =>
      `### c${index + 4}\n\nA. Reporter · fact\n\nIt [asks where](../../../questions/en/where.md), as [others](../../../questions/en/where.md#sources) do.\n\n`).join('')}## omits`) }));
    const hasPage = (claims: number) => [...asking(claims).mentionLists.keys()].some((part) => part === '/questions/where/');
    expect([hasPage(13), hasPage(26)]).toEqual([false, true]);
  });

  test('leads from the short addresses of the principles, and from the pages that moved, to where they are', () => {
    const ledger = ['/coverage/old/ -> /coverage/one/', '/coverage/one/#c9 -> /coverage/one/#c3', ''].join('\n');
    const { redirects } = edition(tree({ 'content/ledger.txt': ledger }));
    expect(redirects).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => ({ from: `/p${number}/`, to: `/principles/${number}/` })),
      { from: '/coverage/old/', to: '/coverage/one/' },
    ]);
  });
});

describe('a copy', () => {
  const shown = (of = tree(), slug = 'copy') => {
    const whole = edition(of);
    const entry = whole.coverage.find((one) => one.slug === slug);
    return entry === undefined ? undefined : copyOf(whole, entry);
  };
  const ids = (passages: readonly { id: string }[] = []) => passages.map(({ id }) => id);

  test('shows its original, the claims that it carries and those that it cuts, each at its address there', () => {
    const { original, carried, cut, addressOf } = shown() ?? {};
    expect(original?.slug).toBe('one');
    expect([ids(carried), ids(cut)]).toEqual([['c1', 'c2'], ['c3']]);
    expect(addressOf?.('c3')).toBe('/coverage/one/#c3');
  });

  test('of a copy shows the first original', () => {
    const third = copy.replace('copyOf: one', 'copyOf: copy').replace('[c3]', '[c1]');
    const { original, carried, cut } = shown(tree({ 'content/coverage/en/2018/third.md': third }), 'third') ?? {};
    expect([original?.slug, ids(carried), ids(cut)]).toEqual(['one', ['c2', 'c3'], ['c1']]);
  });

  test('is not what an original is', () => {
    expect(shown(tree(), 'one')).toBeUndefined();
  });
});
