/**
 * A new coverage record: where its file goes and what stands in it at first. What it says is true from the first line,
 * so that the site can be built before the record is finished.
 */
import { stringify } from 'yaml';
import { slugOf } from './coverage.ts';
import { DEFAULT_LANG } from './ids.ts';
import { stopped } from './punctuation.ts';

export interface NewCoverage {
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly url: string;
  readonly language: string;
  readonly kind: string;
  readonly stance: string;
  readonly read: string;
  readonly summary: string;
  readonly authors: readonly string[];
  /** Who makes the first claim, what it says, and the number of the principle it bears on; 0 for the Call as a whole. */
  readonly speaker: string;
  readonly claim: string;
  readonly principle: number;
  /** Made from publisher and title where it is empty. */
  readonly slug: string;
}

/** The file's path and text. The fields are not judged here: `npm run check` does that for every file alike. */
export function newCoverage(record: NewCoverage): { file: string; source: string } {
  const { title, publisher, published, url, language, kind, stance, read, summary, authors, speaker, claim, principle } = record;
  const slug = record.slug || slugOf(`${publisher} ${title}`).split('-').slice(0, 6).join('-');
  const fields = { title, summary, ...(authors.length > 0 && { authors }), publisher, published, language, kind, stance, read, ...(url && { url }) };
  const target = principle > 0 ? `[principle ${principle}](../../../principles/en/principle-${principle}.md)` : '[the Call](../../../text/en.md)';
  const source = `---
${stringify(fields, { lineWidth: 0 })}---

## summary

${summary}

## claims

### c1

${speaker} · fact

${stopped(claim, DEFAULT_LANG)}
It bears on ${target}.

## omits

It has not yet been compared with all nine principles.

## confirmed

Its title, publisher and date are those of the page itself.

## unconfirmed

Nothing in it has been checked against another source yet.
`;
  return { file: `content/coverage/en/${published.slice(0, 4)}/${slug}.md`, source };
}
