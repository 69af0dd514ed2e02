/** What the pages say they hold, counted again from the files by other means. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';

const { folder } = inject('site');
const page = (path: string) => readFileSync(join(folder, path, 'index.html'), 'utf8');
const text = (path: string) => page(path).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const below = (path: string) => readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) => /\.mdx?$/.test(file)).map((file) => join(path, file));

const coverage = below('content/coverage/en').map((file) => readFileSync(file, 'utf8'));
const copies = coverage.filter((source) => /^copyOf:/m.test(source)).length;
const claims = coverage.reduce((sum, source) => sum + (source.match(/^### c\d+$/gm) ?? []).length, 0);
const questions = below('content/questions/en').length;
const terms = below('content/glossary/en').length;
const events = (readFileSync('content/timeline/en.md', 'utf8').match(/^## /gm) ?? []).length;
const states = readFileSync('content/states/states.csv', 'utf8').trim().split('\n').length - 1;

describe('what a page counts is what the files hold', () => {
  test('on the home page', () => {
    expect(text('')).toContain(`${coverage.length} records, ${copies} of them copies of others; ${claims} claims`);
    expect(text('')).toContain(`${questions} questions, ${terms} terms, ${events} events, ${states} states`);
  });

  test.each([
    ['coverage', `${coverage.length} records: ${coverage.length - copies} sources, ${copies} copies`, 'class="records plain"'],
    ['questions', `${questions} questions`, 'records plain'],
    ['timeline', `${events} events`, 'events plain'],
    ['states', `${states} states`, 'class="states"'],
  ])('on %s', (path, count, list) => {
    expect(text(path)).toContain(count);
    expect(page(path)).toContain(list);
  });

  test('and each list is as long as it says', () => {
    expect(page('questions').match(/<h2>\s*<a href="\/questions\//g)).toHaveLength(questions);
    expect(page('glossary').match(/<section class="passage term"/g)).toHaveLength(terms);
    expect(page('timeline').match(/class="event"/g)).toHaveLength(events);
    expect(page('states').match(/<th scope="row"><a/g)).toHaveLength(states);
    const lists = readdirSync(join(folder, 'coverage/kind'), { withFileTypes: true }).filter((item) => item.isDirectory()).map(({ name }) => name);
    const filed = lists.map((kind) => Number(/(\d+) records?/.exec(text(`coverage/kind/${kind}`))?.[1]));
    expect(filed.reduce((sum, count) => sum + count, 0)).toBe(coverage.length);
  });

  test('and a principle is spoken of by as many sources as its row says', () => {
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const said = /(\d+) passages? in (\d+) source/.exec(text(`principles/${number}`));
      const groups = page(`principles/${number}/coverage`).match(/class="voice"/g) ?? [];
      const passages = page(`principles/${number}/coverage`).match(/<p class="source">/g) ?? [];
      expect([passages.length, groups.length].map(String)).toEqual([said?.[1], said?.[2]]);
    }
  });
});
