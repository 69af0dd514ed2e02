import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Lang } from '../../src/lib/ids.ts';
import { stringProblems } from '../../src/lib/translations.ts';
import { wordsOf } from '../../src/strings.ts';

const FOLDER = new URL('../../src/strings/', import.meta.url);
const languages = readdirSync(FOLDER).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : []));

type Node = string | { readonly [key: string]: Node };
const read = (lang: string): Node => JSON.parse(readFileSync(new URL(`${lang}.json`, FOLDER), 'utf8')) as Node;

/** Every string with the path of its keys: `home.title`. */
const stringsOf = (node: Node, path: readonly string[] = []): [string, string][] =>
  typeof node === 'string'
    ? [[path.join('.'), node]]
    : Object.entries(node).flatMap(([key, below]) => stringsOf(below, [...path, key]));

/** `{n} of {all}` → all, n. */
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();

describe.each(languages)('the words of the interface in %s', (lang) => {
  const strings = stringsOf(read(lang));
  const byPath = new Map(strings);
  const plurals = strings.flatMap(([path]) => (path.endsWith('.one') ? [path.slice(0, -'.one'.length)] : []));

  test('are never empty', () => {
    expect(strings.filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(strings.length).toBeGreaterThan(100);
  });

  test('have both forms of a plural, with the same placeholders', () => {
    expect(plurals).not.toEqual([]);
    const unlike = plurals.filter((path) => {
      const [one, other] = [byPath.get(`${path}.one`), byPath.get(`${path}.other`)];
      return one === undefined || other === undefined || String(placeholders(one)) !== String(placeholders(other));
    });
    expect(unlike).toEqual([]);
    // Without a placeholder it is no count but a word: the passage `other`.
    const counts = strings.filter(([path, text]) => path.endsWith('.other') && placeholders(text).length > 0);
    expect(counts.filter(([path]) => !plurals.includes(path.slice(0, -'.other'.length)))).toEqual([]);
  });

  test('have no braces but those of placeholders', () => {
    expect(strings.filter(([, text]) => /[{}]/.test(text.replace(/\{\w+\}/g, '')))).toEqual([]);
  });

  test('have typographic marks', () => {
    expect(strings.filter(([, text]) => /["']|\.\.\./.test(text))).toEqual([]);
  });

  test('have the keys and the placeholders of the English ones', () => {
    const shape = (of: Node) => stringsOf(of).map(([path, text]) => `${path} ${placeholders(text).join(' ')}`.trim()).sort();
    expect(shape(read(lang))).toEqual(shape(read('en')));
  });

  test('are the same for the build, which names each that is missing', () => {
    const files = ['en', lang].map((one) => ({ file: `src/strings/${one}.json`, source: readFileSync(new URL(`${one}.json`, FOLDER), 'utf8') }));
    expect(stringProblems(files)).toEqual([]);
  });

  test('are handed out', () => {
    expect(wordsOf(lang as Lang)).toEqual(read(lang));
  });
});

describe('the words of the interface in French', () => {
  const strings = stringsOf(read('fr'));
  const english = new Map(stringsOf(read('en')));

  test('have a space that does not break before a high mark and inside quotation marks', () => {
    expect(strings.filter(([, text]) => / [;:!?»]|« |[^\s\u00A0\u202F][;:!?»](?=\s|$)|«(?![\u00A0\u202F])/.test(text))).toEqual([]);
  });

  test('quote in the French way', () => {
    expect(strings.filter(([, text]) => /[“”‘]/.test(text.replace(/«[^»]*»/g, '')))).toEqual([]);
  });

  test('are French, where they are more than a name', () => {
    const same = strings.filter(([path, text]) => english.get(path) === text && text.replace(/\{\w+\}/g, '').split(/\s+/).length > 3);
    expect(same).toEqual([]);
  });
});

test('a language whose words are not written is refused by the name of its file', () => {
  expect(() => wordsOf('xx' as Lang)).toThrow('src/strings/xx.json is missing: the interface has no words in this language');
});
