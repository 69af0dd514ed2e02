/**
 * The content as every peer gets it: one page an entry, its body the same Markdown, its links led to the peer's addresses.
 *
 * What only our own components can show is left out: the tables of States, the matrix, what others say of a passage.
 */
import { parse } from 'yaml';
import { addressOfEntry, fragmentOf, locationOf, pageOf, type Address } from '../../../src/lib/addresses.ts';
import { targetOf } from '../../../src/lib/links.ts';
import type { Tree } from '../../content.ts';

export interface Entry {
  /** Its address without the slashes around it: `coverage/wired-us-sits-out`; empty for the home page. */
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly markdown: string;
}

const GLOSSARY = '/glossary/';
/** A term is a passage of our glossary and a page of a peer's. */
export const pathOf = (address: Address): string => {
  const [page, id] = [pageOf(address), fragmentOf(address)];
  return (page === GLOSSARY && id !== '' ? `${page}${id}` : page).replace(/^\/|\/$/g, '');
};

/** All pages of an English content tree, the lists and the home page among them. `hrefOf` writes a peer's address. */
export function entriesOf(tree: Tree, hrefOf: (path: string, fragment: string) => string): Entry[] {
  const entries = Object.entries(tree).flatMap(([file, text]): Entry[] => {
    const location = locationOf(file);
    if (location === undefined || typeof text !== 'string' || location.collection === 'official') return [];
    const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
    const fields = parse(front) as { [field: string]: string };
    const title = location.collection === 'principles' ? `Principle ${location.slug.slice(-1)}, ${(fields['names'] as unknown as { en: string }).en}` : fields['title'] ?? fields['question'] ?? fields['term'] ?? location.slug;
    const source = location.collection !== 'coverage' ? '' : `${[fields['publisher'], fields['published'] ?? fields['notBefore'], fields['kind'], fields['stance'], fields['url'] === undefined ? undefined : `[original](${fields['url']})`].filter(Boolean).join(' · ')}\n\n`;
    return [{ path: pathOf(addressOfEntry(location)), title: String(title), summary: String(fields['summary'] ?? ''), markdown: source + linked(file, body, hrefOf).trim() }];
  });
  const list = (path: string, title: string): Entry => {
    const inside = entries.filter((entry) => entry.path.startsWith(`${path}/`)).sort((a, b) => (a.title < b.title ? -1 : 1));
    return { path, title, summary: `${title} of this edition.`, markdown: inside.map((entry) => `- [${entry.title.replace(/[[\]\\<>*_`{}]/g, '\\$&')}](${hrefOf(entry.path, '')})`).join('\n') };
  };
  const lists = [list('principles', 'Principles'), list('coverage', 'Coverage'), list('questions', 'Questions'), list('glossary', 'Glossary')];
  const home: Entry = {
    path: '', title: 'The Paris Call, annotated', summary: 'The Paris Call, its nine principles and what has been written about them.',
    markdown: [{ path: 'call', title: 'The Call' }, ...lists].map(({ path, title }) => `- [${title}](${hrefOf(path, '')})`).join('\n'),
  };
  return [home, ...lists, ...entries];
}

/** The body with its links rewritten, without the components of our own that stand in it. */
function linked(file: string, body: string, hrefOf: (path: string, fragment: string) => string): string {
  return body.replace(/^<[A-Z]\w* \/>$/gm, '').replace(/\]\(([^)\s]+)(?: "\w+")?\)/g, (whole, url: string) => {
    const target = targetOf(file, url);
    if (target.to !== 'content') return whole;
    const path = pathOf(target.address);
    return `](${hrefOf(path, path.startsWith('glossary/') ? '' : fragmentOf(target.address))})`;
  });
}
