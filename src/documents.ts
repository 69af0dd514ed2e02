/**
 * Any document as text: PDF, HTML, Markdown or plain text, from a file or standard input. What cannot be read is said
 * in one sentence, never thrown.
 */
import { readFileSync, statSync } from 'node:fs';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { extractText, getDocumentProxy } from 'unpdf';

export type Read = { readonly text: string } | { readonly fault: string };

const MOST_MIB = 20;
const MIB = 1024 * 1024;
const tooLarge = (bytes: number): Read =>
  ({ fault: `is ${Math.round(bytes / MIB)} MiB; a document that holds the Call has less than ${MOST_MIB} MiB: cut it down to the pages that matter` });

/** Reads the file at `path`, or standard input for `-`. */
export async function readDocument(path: string): Promise<Read> {
  try {
    if (path !== '-') {
      const { size } = statSync(path);
      if (size > MOST_MIB * MIB) return tooLarge(size);
    }
    return await textOf(readFileSync(path === '-' ? 0 : path));
  } catch (error) {
    return { fault: `cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The text of a document, told by its first bytes what it is. */
export async function textOf(bytes: Uint8Array): Promise<Read> {
  if (bytes.length > MOST_MIB * MIB) return tooLarge(bytes.length);
  if (bytes.length === 0) return { fault: 'is empty' };
  if (new TextDecoder('latin1').decode(bytes.slice(0, 1024)).includes('%PDF-')) return textOfPdf(bytes);
  const text = new TextDecoder().decode(bytes).replace(/^\uFEFF/, '');
  if (text.includes('\0') || (text.match(/\uFFFD/g)?.length ?? 0) > text.length / 100) return { fault: 'is neither a PDF nor text in UTF-8' };
  if (text.trim() === '') return { fault: 'holds no words' };
  return { text: /<(html|body|p|div)\b/i.test(text) ? textOfHtml(text) : text.replace(/^ {0,3}#{1,6} /gm, '').replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}/g, '') };
}

async function textOfPdf(bytes: Uint8Array): Promise<Read> {
  try {
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }), { mergePages: true });
    return text.trim() === '' ? { fault: 'is a PDF without text, a scan perhaps: recognise its text first' } : { text };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    return { fault: name === 'PasswordException' ? 'is an encrypted PDF: save it without a password first' : 'is a broken PDF' };
  }
}

const BLOCKS = new Set(['p', 'div', 'li', 'br', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'td', 'th', 'dd', 'dt', 'pre', 'section', 'article', 'blockquote', 'ul', 'ol']);
const UNSEEN = new Set(['script', 'style', 'head', 'template', 'noscript']);

/** What a reader sees of a page, a block a line. */
function textOfHtml(html: string): string {
  const read = (node: Tree.Node, isAsWritten: boolean): string => {
    if (node.nodeName === '#text') return isAsWritten ? (node as Tree.TextNode).value : (node as Tree.TextNode).value.replace(/\s+/g, ' ');
    if (UNSEEN.has(node.nodeName) || !('childNodes' in node)) return '';
    const inside = node.childNodes.map((child) => read(child, isAsWritten || node.nodeName === 'pre')).join('');
    return BLOCKS.has(node.nodeName) ? `\n${inside}\n` : inside;
  };
  return read(parse(html), false);
}
