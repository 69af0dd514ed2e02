/** What the measurement must know of a contestant: how it is made from the content, built, and searched. */
import type { Page } from 'playwright-core';
import type { Tree } from '../../content.ts';
import type { Entry } from './entries.ts';

export interface Search {
  /** The page on which the reader stands. */
  readonly page: string;
  /** What the reader does to turn to the search; ends as soon as keys reach the field. */
  readonly turn: (page: Page) => Promise<void>;
  /** The same in words, for the report. */
  readonly turning: string;
  /** Matches a hit once it is shown. */
  readonly hit: string;
}

export interface Peer {
  readonly name: string;
  /** What npm installs for it, exactly; nothing for what is a program of the system. */
  readonly packages: { readonly [name: string]: string };
  readonly hrefOf: (path: string, fragment: string) => string;
  /** The project: its configuration and a file for each entry. */
  readonly project: (entries: readonly Entry[]) => Tree;
  /** The commands of a build, one after the other; each is timed. The first word is a program of the packages or of the system. */
  readonly build: readonly { readonly what: 'site' | 'search index'; readonly command: readonly string[] }[];
  /** Folders that hold what an earlier build left. */
  readonly caches: readonly string[];
  readonly output: string;
  /** How its files are addressed: `coverage/x/` or `coverage/x`. */
  readonly addressOf: (path: string) => string;
  readonly search: Search | undefined;
}

/** `/coverage/x/#c1`, the address of most. */
export const slashed = (path: string, fragment: string): string => `${path === '' ? '/' : `/${path}/`}${fragment === '' ? '' : `#${fragment}`}`;
export const folder = (path: string): string => (path === '' ? '' : `${path}/`);
/** YAML in front of a body; JSON strings are YAML. */
export const withFields = (fields: { readonly [name: string]: string }, body: string): string =>
  `---\n${Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join('\n')}\n---\n\n${body}\n`;
export const fileOf = (path: string): string => (path === '' ? 'index' : ['principles', 'coverage', 'questions', 'glossary'].includes(path) ? `${path}/index` : path);
