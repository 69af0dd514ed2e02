/**
 * XML 1.0, written: what text looks like inside it, and a document made of elements.
 *
 * Specification: https://www.w3.org/TR/xml/, of which 2.2 says which characters there are, 2.4 what is escaped, 2.11 and
 * 3.3.3 which white space a parser changes. Strings are always text and elements always markup, so nothing is escaped twice.
 */

/** What no document can hold, not even as a reference: most control characters, half of a pair, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const REFERENCES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const reference = (character: string): string => REFERENCES[character] ?? `&#${character.charCodeAt(0)};`;

/** The text without the characters that XML cannot hold; the rest is as it was. */
export const holdable = (text: string): string => text.replace(FORBIDDEN, '');

/** Text safe in content and between quotation marks. A bare carriage return would be read as a line feed. */
export const xml = (text: string): string => holdable(text).replace(/[&<>"'\r]/g, reference);

/** Text between quotation marks that is read as it was written: bare tabs and line feeds would be read as spaces. */
export const attribute = (text: string): string => xml(text).replace(/[\t\n]/g, reference);

export interface XmlElement { readonly name: string; readonly attributes: Attributes; readonly children: readonly (XmlElement | string)[] }
type Attributes = { readonly [name: string]: string | undefined };

/** `element('link', { rel: 'self', href })`; attributes and children that are undefined are left out. */
export const element = (name: string, attributes: Attributes = {}, ...children: readonly (XmlElement | string | undefined)[]): XmlElement =>
  ({ name, attributes, children: children.filter((child) => child !== undefined) });

/** The document, an element a line; an element that holds text stays on one line, where white space is part of the text. */
export const documentOf = (root: XmlElement): string => `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '\n')}\n`;

function written({ name, attributes, children }: XmlElement, line: string): string {
  const start = Object.entries(attributes).reduce((tag, [key, value]) => (value === undefined ? tag : `${tag} ${key}="${attribute(value)}"`), name);
  const inner = line === '' || children.some((child) => typeof child === 'string') ? '' : `${line}  `;
  const content = children.map((child) => (typeof child === 'string' ? xml(child) : inner + written(child, inner))).join('');
  return children.length === 0 ? `<${start}/>` : `<${start}>${content}${inner === '' ? '' : line}</${name}>`;
}
