/**
 * A content tree of a few files in which nothing is wrong, to be changed in one place by each test.
 *
 * `tree()` gives path → text; `tree({ 'content/coverage/en/2018/one.md': … })` adds or replaces; `undefined` takes out.
 * A ledger given as text is closed; given as bytes it is left as it is. A history alone gets one of the home page.
 */
import { PRINCIPLES, SECTIONS, SEGMENTS } from '../src/lib/ids.ts';
import type { SourceFile } from '../src/lib/entries.ts';
import { HISTORY_FILE } from '../src/lib/history.ts';
import { extendLedger, LEDGER_FILE } from '../src/lib/ledger.ts';

export type Tree = { [file: string]: string | Uint8Array };
export const TODAY = '2026-11-21';

export const TEXT = 'content/text/en.md';
export const ONE = 'content/coverage/en/2018/one.md';
export const COPY = 'content/coverage/en/2018/copy.md';
export const QUESTION = 'content/questions/en/where.md';
export const TERM = 'content/glossary/en/botnet.md';
export const TIMELINE = 'content/timeline/en.md';
export const CORRECTIONS_FILE = 'content/corrections/en.md';
export const VARIANTS = 'content/variants/en.md';
export const STATES = 'content/states/states.csv';
export const principleFile = (number: number) => `content/principles/en/principle-${number}.md`;

const passages = (ids: readonly string[], words: (id: string) => string) => ids.map((id) => `## ${id}\n\n${words(id)}\n`).join('\n');

const text = `---
title: The Call
edition: plain
date: 2018-11-12
official:
  en: https://example.org/en
  fr: https://example.org/fr
---

${passages(SEGMENTS, (id) => `Words of ${id}.`)}`;

const principle = (number: number) => `---
names:
  en: Name ${number}
  fr: Nom ${number}
summary: What aim ${number} asks.
---

${passages(SECTIONS.principles, (id) => (id === 'preamble' ? `[Paragraph ${number}](../../text/en.md#p${number} "explains") bears on it.` : `The ${id} of it.`))}`;

export const one = `---
title: One article
summary: What it says.
authors: [A. Reporter]
publisher: The Paper
published: 2018-11-12
language: en
kind: reporting
stance: neutral
read: full
url: https://example.org/one
---

## summary

It reports the launch.

## claims

### c1

A. Reporter · fact

It asks firms [not to hack back](../../../principles/en/principle-8.md).

### c2

A. Reporter · figure · as of 2018-11-12

More than fifty states back [the Call](../../../text/en.md).

### c3

Some Critic · criticism

The clause on [theft](../../../text/en.md#principle-4 "criticises") goes too far, unlike [the first claim](#c1 "compares").

## omits

Nothing.

## confirmed

All.

## unconfirmed

Nothing.
`;

export const copy = `---
title: The same again
summary: A copy.
publisher: A Blog
notBefore: 2018-11-13
language: en
kind: repost
stance: neutral
read: full
copyOf: one
cuts: [c3]
---

## summary

A copy.

## omits

The third claim.

## confirmed

It is a copy.

## unconfirmed

Who posted it.
`;

const about = `---
title: About
summary: What this is.
---

## what

About [the Call](../../text/en.md).

## numbers

<Counts />
`;

export const question = `---
question: Where was it launched?
summary: In Paris.
asOf: 2018-11-12
status: differ
---

## answer

In Paris, where [the Call](../../text/en.md) was read out.

## sources

| source | says | date |
|---|---|---|
| [The Paper](../../coverage/en/2018/one.md#c1) | in Paris | 12 November 2018 |
`;

export const term = `---
term: botnet
other: réseau de machines zombies
aliases: [zombie network]
---

## definition

Machines that obey a stranger, which [the fifth aim](../../principles/en/principle-5.md) would keep from spreading.
`;

export const timeline = `---
title: Timeline
summary: What led to it and what followed.
---

## worm

2017-05

A worm spread.

## launch

2018-11-12

France launched [the Call](../text/en.md).

## forum

2019-11-25/2019-11-29

A forum spoke of [hack back](../principles/en/principle-8.md).
`;

export const corrections = `---
title: Corrections
summary: What changed in the record, when and why.
---

## where-read-out

2026-11-20

The answer on [where it was launched](../questions/en/where.md#answer "explains") said London.

## count-of-states

2019-09-16

[The second claim](../coverage/en/2018/one.md#c2 "explains") had fifty States, where the article has more.
`;

export const variants = `---
title: Variants
summary: Where the official versions differ.
---

## p6

The French of [this paragraph](../text/en.md#p6) is narrower.

## principle-8

The French has another word.
`;

export const states = `iso3,numeric,en,fr,listed,note,source
FRA,250,France,France,2019-09-16,,https://example.org/fra
MLT,470,Malta,Malte,2019-09-16,"small, but there",https://example.org/mlt
BEN,204,Benin,Bénin,2022-01-11,,https://example.org/ben
`;

/** One of each kind that an edition may do without: `tree(more)` has nothing wrong either. */
export const more: Tree = {
  [QUESTION]: question, [TERM]: term, [TIMELINE]: timeline, [CORRECTIONS_FILE]: corrections, [VARIANTS]: variants, [STATES]: states,
};

export function tree(changes: { [file: string]: string | Uint8Array | undefined } = {}): Tree {
  const whole: { [file: string]: string | Uint8Array | undefined } = {
    [TEXT]: text,
    ...Object.fromEntries(PRINCIPLES.map((number) => [principleFile(number), principle(number)])),
    [ONE]: one,
    [COPY]: copy,
    'content/pages/en/about.mdx': about,
    ...changes,
  };
  const ledger = whole[LEDGER_FILE] ?? (HISTORY_FILE in changes ? '/\n' : undefined);
  if (typeof ledger === 'string') whole[LEDGER_FILE] = extendLedger(ledger, []);
  return Object.fromEntries(Object.entries(whole).filter((file): file is [string, string | Uint8Array] => file[1] !== undefined));
}

/** The same as the record reads it. */
export const files = (of: Tree = tree()): SourceFile[] =>
  Object.entries(of).map(([file, content]) => ({ file, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }));
