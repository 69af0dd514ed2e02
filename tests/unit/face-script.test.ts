import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { FACE_SCRIPT } from '../../src/lib/face-script.ts';

const RULES = [
  '@font-face { font-family: Face; src: url("/ref/_astro/fonts/a.woff2") format("woff2"); }',
  '@font-face { font-family: Face; font-style: italic; src: url(/ref/_astro/fonts/b.woff2); }',
  '@font-face { font-family: "Face fallback"; src: local("Times New Roman"); }',
  ':root { --face: Face, "Face fallback", serif; }',
];

/** Runs the script in a page whose host took so many milliseconds to answer: the rules that stay, and the links that come. */
function page(answeredAfter: number) {
  const rules = [...RULES];
  const links: object[] = [];
  const sheet = {
    get cssRules() { return rules.map((cssText) => ({ cssText })); },
    deleteRule: (at: number) => void rules.splice(at, 1),
  };
  runInNewContext(FACE_SCRIPT, {
    performance: { timing: { requestStart: 1_795_951_000_000, responseStart: 1_795_951_000_000 + answeredAfter } },
    document: { currentScript: { previousElementSibling: { sheet } }, createElement: (tag: string) => ({ tag }), head: { append: (link: object) => links.push({ ...link }) } },
  });
  return { rules, links };
}

describe('a page whose host has answered', () => {
  test.each([0, 40, 100])('after %d ms brings its face, every style of it', (ms) => {
    const { rules, links } = page(ms);
    expect(rules).toEqual(RULES);
    expect(links).toEqual(['b', 'a'].map((name) => ({ tag: 'link', rel: 'preload', as: 'font', crossOrigin: '', href: `/ref/_astro/fonts/${name}.woff2` })));
  });

  test.each([101, 3000])('after %d ms asks for none, and keeps the measures of the face behind it', (ms) => {
    expect(page(ms)).toEqual({ rules: RULES.slice(2), links: [] });
  });
});

test('the script holds nothing that would end it early in a page, and weighs half a kilobyte at most', () => {
  expect(FACE_SCRIPT).not.toMatch(/<\/|<!--|\n/);
  expect(FACE_SCRIPT.length).toBeLessThan(512);
});
