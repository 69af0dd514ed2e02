/**
 * How a citation is written in RIS, which reference managers read: a tag, two spaces, a hyphen, a space and the value,
 * one line each, ended by CR and LF.
 *
 * Specification: Research Information Systems, RIS Format Specifications, 2011. It has no way to escape anything and no mark
 * for bodies: a body whose name holds a comma is read as a person.
 */
import type { CslName, CslRecord, CslType } from './csl.ts';
import { oneLine, plainUrl } from './one-line.ts';

/** A public post is a page of the web; `ICOMM` is read as a private message. */
const TYPES: { readonly [type in CslType]: string } = {
  webpage: 'ELEC',
  'article-newspaper': 'NEWS',
  'article-magazine': 'MGZN',
  'post-weblog': 'BLOG',
  post: 'ELEC',
  report: 'RPRT',
  legislation: 'STAT',
  'entry-dictionary': 'DICT',
};

const nameOf = (name: CslName): string =>
  'literal' in name ? oneLine(name.literal) : [name.family, name.given ?? ''].map(oneLine).filter(Boolean).join(', ');

/** `[2018, 11]` → `2018/11//`: the parts that are not known are empty, the fourth is for a season. */
const dateOf = ([year, month, day]: readonly number[]): string =>
  [String(year).padStart(4, '0'), ...[month, day].map((part) => (part === undefined ? '' : String(part).padStart(2, '0'))), ''].join('/');

export function risOf(record: CslRecord): string {
  const date = record.issued?.['date-parts'][0] ?? [];
  const lines: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', TYPES[record.type]],
    ['ID', record.id],
    ...(record.author ?? []).map((name) => ['AU', nameOf(name)] as const),
    ['TI', record.title],
    ['T2', record['container-title']],
    ['PB', record.publisher],
    ...(date.length === 0 ? [] : [['PY', dateOf(date).slice(0, 4)], ['DA', dateOf(date)]] as const),
    ['UR', plainUrl(record.URL ?? '')],
    ['LA', record.language],
    ['AB', record.abstract],
    ['N1', record.note],
  ];
  const written = lines.map(([tag, value = '']) => [tag, oneLine(value)] as const).filter(([, value]) => value !== '');
  return `${written.map(([tag, value]) => `${tag}  - ${value}\r\n`).join('')}ER  - \r\n`;
}
