import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRecord } from '../../src/lib/record.ts';
import { bareOf } from '../bench/bare.ts';
import { turns } from '../bench/line.ts';
import { entriesOf } from '../bench/peers/entries.ts';
import { slashed } from '../bench/peers/peer.ts';
import { grown, LINKED_QUESTIONS, LINKED_TERMS, sketchOf } from '../bench/records.ts';
import { median, ratio, table } from '../bench/report.ts';
import { files, term, tree, question, type Tree } from '../content.ts';

const SEED = 7;
const around = (records: Tree): Tree => tree({
  ...Object.fromEntries(LINKED_QUESTIONS.map((slug) => [`content/questions/en/${slug}.md`, question])),
  ...Object.fromEntries(LINKED_TERMS.map((slug) => [`content/glossary/en/${slug}.md`, term.replace('term: botnet', `term: ${slug}`)])),
  ...records,
});

describe('generated records', () => {
  const records = grown(300, SEED);

  test('pass the checks of the site', () => {
    expect(readRecord(files(around(records)), '2026-11-21').problems).toEqual([]);
  });

  test('are the same for a seed, and the beginning of a larger number of them', () => {
    expect(Object.entries(grown(50, SEED))).toEqual(Object.entries(records).slice(0, 50));
    expect(grown(5, SEED + 1)).not.toEqual(grown(5, SEED));
  });

  test('are as long as real ones, with four to nine claims and three to six links', () => {
    const originals = Object.values(records).map(String).filter((text) => !text.includes('\ncopyOf:'));
    const words = originals.map((text) => text.split(/\s+/).length);
    expect(median(words)).toBeGreaterThan(380);
    expect(median(words)).toBeLessThan(500);
    const counts = originals.map((text) => ({ claims: text.match(/^### c\d/gm)?.length, links: text.match(/\]\(/g)?.length ?? 0 }));
    expect([...new Set(counts.map(({ claims }) => claims))].sort()).toEqual([4, 5, 6, 7, 8, 9]);
    expect(counts.filter(({ links }) => links < 3 || links > 6)).toEqual([]);
  });

  test('have copies, and publishers that become more as they do', () => {
    expect(Object.values(records).filter((text) => String(text).includes('\ncopyOf:')).length).toBeGreaterThan(5);
    const houses = (count: number) => new Set(Array.from({ length: count }, (_, index) => sketchOf(SEED, index).publisher)).size;
    expect(houses(10_000)).toBeGreaterThan(5 * houses(50));
  });

  test('link to questions and terms that are there', () => {
    const missing = [...LINKED_QUESTIONS.map((slug) => `content/questions/en/${slug}.md`), ...LINKED_TERMS.map((slug) => `content/glossary/en/${slug}.md`)].filter((file) => !existsSync(file));
    expect(missing).toEqual([]);
  });
});

describe('the peers’ pages', () => {
  test('are one an entry, their links led to its addresses', () => {
    const entries = entriesOf(tree(), slashed);
    const one = entries.find(({ path }) => path === 'coverage/one');
    expect(one?.markdown).toContain('[not to hack back](/principles/8/)');
    expect(one?.markdown).toContain('[the first claim](/coverage/one/#c1)');
    expect(entries.find(({ path }) => path === 'coverage')?.markdown).toContain('- [One article](/coverage/one/)');
  });

  test('lose no link to a page that is not there', () => {
    const entries = entriesOf(tree(), slashed);
    const paths = new Set(entries.map(({ path }) => slashed(path, '')));
    const links = entries.flatMap(({ markdown }) => [...markdown.matchAll(/\]\((\/[^)#]*)/g)].map(([, link = '']) => link));
    expect(links.filter((link) => !paths.has(link))).toEqual([]);
  });
});

describe('measuring', () => {
  test('shares a line’s width: what comes second waits for the first', () => {
    const turn = turns(1000);
    expect([turn(0, 500), turn(0, 500), turn(5000, 100)]).toEqual([500, 1000, 5100]);
  });

  test('makes a page bare: its words and links, no request', () => {
    const bare = bareOf('<html lang="en"><head><title>T</title><link rel="stylesheet" href="a.css"></head><body class="x"><a href="/b/" class="y">words</a><script src="c.js"></script></body></html>');
    expect(bare).toContain('<a href="/b/">words</a>');
    expect(bare).not.toMatch(/link|script|class/);
  });

  test('reports medians, ratios and aligned columns', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, 0]);
    expect([ratio(3, 2), ratio(undefined, 2), ratio(3, 0)]).toEqual(['1.50 ×', '', '']);
    expect(table(['name', 'ms'], [['a', '10']])).toBe('| name |  ms |\n|------|----:|\n| a    |  10 |');
  });
});
