/**
 * An edition and its view, made of a small content tree as a build makes them of the whole record; and the trees that the
 * files for programs are tried with: in French, with an official wording, with words that would break a format.
 */
import type { Publication } from '../src/lib/addresses.ts';
import { fingerprintOf, type Fingerprints } from '../src/lib/fingerprints.ts';
import { LANGUAGES, SEGMENTS, type Lang } from '../src/lib/ids.ts';
import { formatProblems } from '../src/lib/problems.ts';
import { editionOf, languagesOf, readRecord, type Edition } from '../src/lib/record.ts';
import { viewOf, type View } from '../src/lib/view.ts';
import { wordsOf } from '../src/strings.ts';
import { COPY, files, more, ONE, TEXT, TODAY, tree, type Tree } from './content.ts';

export const PUBLICATION: Publication = { base: '/ref/', site: 'https://example.org' };

/** The official wording of these tests is invented, as are its fingerprints. */
export const officialWords = (id: string, lang: Lang = 'en'): string => `${lang === 'en' ? 'Official words of' : 'Mots officiels de'} ${id}.`;
const FINGERPRINTS: Fingerprints = Object.fromEntries(LANGUAGES.map((lang) => [lang, Object.fromEntries(SEGMENTS.map((id) => [id, fingerprintOf(officialWords(id, lang))]))]));

export interface TestSite { readonly edition: Edition; readonly view: View }

/** `tree(changes)` as one language shows it. Throws where something is wrong with it. */
export function siteOf(changes: Parameters<typeof tree>[0] = {}, lang: Lang = 'en', publication = PUBLICATION): TestSite {
  const record = readRecord(files(tree(changes)), TODAY, FINGERPRINTS);
  if (record.problems.length > 0) throw new Error(formatProblems(record.problems));
  const sites = languagesOf(record.entries).map((one): TestSite => {
    const edition = editionOf(record, one);
    return { edition, view: viewOf(edition, wordsOf(one), publication, () => sites.map(({ view }) => view)) };
  });
  const found = sites.find(({ edition }) => edition.lang === lang);
  if (found === undefined) throw new Error(`the tree has no ${lang}`);
  return found;
}

/** The file that `npm run official` writes. */
export const official = (lang: Lang = 'en'): Tree => ({
  [`content/text/official-${lang}.md`]: `---
title: The official Call
edition: official
date: 2018-11-12
official:
  en: https://example.org/en
  fr: https://example.org/fr
source: call.pdf
retrieved: 2026-11-20
---

${SEGMENTS.map((id) => `## ${id}\n\n${officialWords(id, lang)}\n`).join('\n')}`,
});

/** The same tree in French: every entry in the folder of the other language, and its links. */
export const french = (of: Tree = tree(more)): Tree => Object.fromEntries(Object.entries(of).filter(([file]) => /\/en[./]/.test(file)).map(([file, content]) =>
  [file.replace(/\/en(?=[./])/, '/fr'), String(content).replaceAll('/en/', '/fr/').replaceAll('text/en.md', 'text/fr.md')]));

export const corrections = `---
title: Corrections
summary: What changed in the record.
---

## 2026-11-20-bystanders

2026-11-20

[The first claim](../coverage/en/2018/one.md#c1) now speaks of [hack back](../principles/en/principle-8.md). It had spoken of theft.

## 2026-11-19-launch

2026-11-19

[The answer](../questions/en/where.md#answer) had named another city.
`;
export const CORRECTIONS = 'content/corrections/en.md';

/** Every kind of entry that there is. */
export const whole: Tree = { ...more, [CORRECTIONS]: corrections };

/** A record with other fields: `undefined` takes one out. Values are YAML. */
export function recordWith(fields: { readonly [name: string]: string | undefined }, of: string = String(tree()[ONE])): string {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(of) ?? [];
  const kept = head.split('\n').filter((line) => line !== '' && !Object.hasOwn(fields, line.split(':')[0] ?? ''));
  const added = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return `---\n${[...kept, ...added].join('\n')}\n---\n${body}`;
}

/** Words that each format would take for its own: quotes, the end of an element, a cell, a line, a key, marks, other scripts. */
export const NASTY = 'He said "no" & <b>‘yes’</b></script> | *stars* _under_ `code` [a](b) ]]> {x} \\ # $1 ~~x~~ 100% ; שלום 😀 \u200fabc\u200e';
export const NASTY_LINES = '* first: "x"\n# second\n1. third, <i>\n=HYPERLINK("x")';

const yaml = (text: string) => JSON.stringify(text);
/** A tree in which whatever an author may write holds such words. */
export const nasty: Tree = {
  ...whole,
  [ONE]: recordWith({
    title: yaml(NASTY), summary: yaml(NASTY.slice(0, 150)), authors: `[${yaml('O\'Neill, "Jo" <x>')}, ${yaml('Ana | de *la* Cruz')}]`, corporateAuthors: `[${yaml('Bodies, "Inc." & Sons')}]`,
    publisher: yaml(`House | ${NASTY_LINES}`), url: yaml('https://example.org/a_(b)?c=1&d=<e>|f"#x'), archive: yaml('https://example.org/archive?x=1&amp;y=2'),
  }).replace('A. Reporter · fact', 'A \\*"B"\\* \\<b\\> \\| [C](https://example.org) · fact')
    .replace('It asks firms [not to hack back]', 'It asks \\<script\\>firms\\</script\\> \\| 1 \\* 2 & “x”[“not” to \\| hack\\_back ]'),
  [COPY]: recordWith({ title: yaml(NASTY_LINES), publisher: yaml('1. Blog "x"') }, String(tree()[COPY])),
  'content/questions/en/where.md': String(more['content/questions/en/where.md']).replace('question: Where was it launched?', `question: ${yaml(`${NASTY}?`)}`),
  'content/glossary/en/botnet.md': String(more['content/glossary/en/botnet.md']).replace('term: botnet', `term: ${yaml('bot|net "x" <y>')}`).replace('other: réseau de machines zombies', `other: ${yaml('*réseau* </script> | _x_')}`),
  [TEXT]: String(tree()[TEXT]).replace('title: The Call', `title: ${yaml(NASTY)}`).replace('Words of p6.', 'Words \\| of \\<p6\\> & “more”, with a \\* b.'),
  'content/principles/en/principle-8.md': String(tree()['content/principles/en/principle-8.md']).replace('en: Name 8', `en: ${yaml('No "private" </script> | *hack*')}`)
    .replace('summary: What aim 8 asks.', `summary: ${yaml('What | aim 8 <asks>.')}`),
  [CORRECTIONS]: corrections.replace('It had spoken of theft', 'It had spoken of \\<theft\\> \\| \\*so\\*'),
};
