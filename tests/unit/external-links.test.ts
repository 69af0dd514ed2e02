import { describe, expect, test } from 'vitest';
import { archiveLookUp, askedAddress, externalLinks } from '../../src/lib/external-links.ts';
import { readRecord } from '../../src/lib/record.ts';
import { files, more, ONE, one, STATES, TEXT, TODAY, tree } from '../content.ts';
import { official, recordWith } from '../edition.ts';

const linksOf = (changes: Parameters<typeof tree>[0] = {}) => {
  const { entries, states } = readRecord(files(tree(changes)), TODAY);
  return externalLinks(entries, states);
};
const citedBy = (url: string, changes: Parameters<typeof tree>[0] = {}) =>
  linksOf(changes).find((link) => link.url === url)?.citedBy.map(({ at, address }) => `${at.file}:${at.line}:${at.column} ${address}`);
const lineOf = (source: string, words: string) => source.split('\n').findIndex((line) => line.includes(words)) + 1;

describe('the address that is asked for', () => {
  test.each<[url: string, asked: string | undefined]>([
    ['https://example.org', 'https://example.org/'],
    ['https://example.org/a#b', 'https://example.org/a'],
    ['HTTP://Example.ORG:80/A?b=C#d', 'http://example.org/A?b=C'],
    ['https://example.org/é', 'https://example.org/%C3%A9'],
    ['mailto:a@example.org', undefined],
    ['//example.org/', undefined],
    ['http://', undefined],
    ['../other.md', undefined],
  ])('of %s is %s', (url, asked) => {
    expect(askedAddress(url)).toBe(asked);
  });
});

describe('the addresses that the content cites', () => {
  test('are those of the fields, with where they stand', () => {
    expect(citedBy('https://example.org/one')).toEqual([`${ONE}:${lineOf(one, 'url:')}:6 /coverage/one/`]);
    expect(citedBy('https://example.org/en')).toEqual([`${TEXT}:6:7 /call/`]);
    expect(citedBy('https://example.org/fr')).toEqual([`${TEXT}:7:7 /call/`]);
  });

  test('are those of links in prose, with the passage that holds them', () => {
    const changed = one.replace('It reports the launch.', 'It reports [the launch](https://example.org/launch#when) and <https://example.org/two>.');
    const line = lineOf(changed, 'the launch](');
    expect(citedBy('https://example.org/launch', { [ONE]: changed })).toEqual([`${ONE}:${line}:12 /coverage/one/#summary`]);
    expect(citedBy('https://example.org/two', { [ONE]: changed })).toEqual([`${ONE}:${line}:62 /coverage/one/#summary`]);
  });

  test('are those of the States, each in its own line', () => {
    expect(citedBy('https://example.org/mlt', more)).toEqual([`${STATES}:3:1 /states/`]);
  });

  test('are the archive copies, which also stand beside what they are copies of', () => {
    const changes = { [ONE]: recordWith({ archive: 'https://archive.example/one' }) };
    expect(linksOf(changes).find(({ url }) => url === 'https://example.org/one')?.archive).toBe('https://archive.example/one');
    expect(citedBy('https://archive.example/one', changes)).toHaveLength(1);
  });

  test('keep their archive copy where they are cited again without one', () => {
    const changed = recordWith({ archive: 'https://archive.example/one' }).replace('It reports the launch.', 'It reports [the launch](https://example.org/one).');
    const again = linksOf({ [ONE]: changed }).find(({ url }) => url === 'https://example.org/one');
    expect([again?.archive, again?.citedBy.length]).toEqual(['https://archive.example/one', 2]);
  });

  test('are those of the official edition', () => {
    expect(citedBy('https://example.org/en', official())).toEqual([`${TEXT}:6:7 /call/`, 'content/text/official-en.md:6:7 /call/'].sort());
  });

  test('are each there once, in order, whatever fragment is written', () => {
    const changed = one.replace('It reports the launch.', '[B](https://example.org/b#1), [a](https://example.org/a), [b again](https://example.org/b#2).');
    const urls = linksOf({ [ONE]: changed }).map(({ url }) => url);
    expect(urls).toEqual([...new Set(urls)].sort());
    expect(citedBy('https://example.org/b', { [ONE]: changed })).toHaveLength(2);
  });

  test('are no links within the record', () => {
    expect(linksOf().filter(({ url }) => !url.startsWith('https://example.org/'))).toEqual([]);
  });
});

describe('a copy in an archive', () => {
  test.each([['2018-11-12', '20181112'], ['2018-11', '201811'], ['', '*']])('is looked up by the day %s', (day, stamp) => {
    expect(archiveLookUp('https://example.org/a?b', day)).toBe(`https://web.archive.org/web/${stamp}/https://example.org/a?b`);
  });
});
