/** The official edition, from a document to the pages: through the npm scripts, with invented texts and their fingerprints. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../src/lib/fingerprints.ts';
import { LANGUAGES, SEGMENTS, type Lang, type SegmentId } from '../../src/lib/ids.ts';
import { build, command, scratch, writeTree } from '../build.ts';
import { TEXT, tree, type Tree } from '../content.ts';

/** Two invented languages: every word is used once but `ul`; a segment has 14. */
const SYLLABLES = {
  en: ['bal', 'kor', 'mun', 'pes', 'tig', 'vod', 'zun', 'lak'],
  fr: ['dé', 'fêr', 'gâl', 'hî', 'jœs', 'çû', 'nïr', 'rô'],
};
const word = (lang: Lang, index: number): string =>
  [index >> 6, index >> 3, index].map((digit) => SYLLABLES[lang][digit & 7]).join('');
const segment = (lang: Lang, index: number): string => {
  const [a = '', ...w] = Array.from({ length: 13 }, (_, at) => word(lang, ((index * 13 + at) * 37) % 512));
  const first = `${a.charAt(0).toUpperCase()}${a.slice(1)}`;
  const opening = `${first} ${w[0]} ul ${w[1]}-${w[2]}, ${w[3]} l’${w[4]} ${w[5]}`;
  return `${opening}: ${w[6]} “${w[7]}” ul ${w[8]} ${w[9]} (${w[10]}) ${w[11]};`;
};
const textsIn = (lang: Lang): string[] => SEGMENTS.map((_, index) => segment(lang, index));
const TEXTS = { en: textsIn('en'), fr: textsIn('fr') };
const [EN, FR] = [TEXTS.en.join('\n\n'), TEXTS.fr.join('\n\n')];
const of = (id: SegmentId, lang: Lang = 'en'): string => TEXTS[lang][SEGMENTS.indexOf(id)] ?? '';
const LAST_WORD = of('principle-8').split(' ').at(-1) ?? '';
/** One letter of the eighth aim, in its last word. */
const ALTERED = EN.replace(LAST_WORD, `x${LAST_WORD.slice(1)}`);

const FINGERPRINTS = join(scratch('fingerprints'), 'fingerprints.json');
writeFileSync(FINGERPRINTS, JSON.stringify(Object.fromEntries(LANGUAGES.map((lang) =>
  [lang, Object.fromEntries(SEGMENTS.map((id, index) => [id, fingerprintOf(TEXTS[lang][index] ?? '')]))]))));

const OFFICIAL = { en: 'content/text/official-en.md', fr: 'content/text/official-fr.md' };
const EARLIER = 'an earlier edition';

interface Run {
  readonly status: number;
  readonly printed: string;
  /** The official editions that are there afterwards, by language. */
  readonly written: { readonly [lang in Lang]?: string };
}

/** Runs the command over documents, in a content folder that may hold an earlier edition. */
async function official(documents: { readonly [name: string]: string | Uint8Array }, earlier: Tree = {}): Promise<Run> {
  const folder = scratch('official');
  const content = writeTree(folder, { ...tree(), ...earlier });
  writeTree(folder, documents);
  const environment = { CONTENT_DIR: content, FINGERPRINTS };
  const { status, printed } = await command('official', environment, Object.keys(documents).map((name) => join(folder, name)));
  expect(readdirSync(join(content, 'text')).filter((name) => name.endsWith('.new'))).toEqual([]);
  return { status, printed, written: editionsIn(folder) };
}

const editionsIn = (folder: string) => Object.fromEntries(LANGUAGES.filter((lang) => existsSync(join(folder, OFFICIAL[lang])))
  .map((lang) => [lang, readFileSync(join(folder, OFFICIAL[lang]), 'utf8')]));

const markdown = TEXTS.en.map((text, index) => `## ${index + 1}\n\n- **${text}**`);

/** A PDF of one page that shows nothing, or the lines given. */
function pdf(lines: readonly string[] = []): string {
  const shown = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ');
  const stream = lines.length === 0 ? '' : `BT /F 6 Tf 8 TL 30 825 Td ${shown} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ].map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`);
  const head = '%PDF-1.4\n';
  const starts = objects.map((_, index) => head.length + objects.slice(0, index).join('').length);
  const table = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const body = `${head}${objects.join('')}`;
  return `${body}xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
}
const plain = (text: string) => text.replaceAll('’', '\'').replaceAll(/[“”]/g, '"');

const marked = (text: string) =>
  text.replace('ul', '<em>ul</em>').replace('“', '&ldquo;').replace('’', '&#8217;').replace(', ', ',\n   ');
const html = (texts: readonly string[]) => `<!doctype html>
<html><head><title>A call</title><style>p { margin: 0 }</style></head><body>
<nav><ul><li><a href="/">Home</a></li></ul></nav><script>const call = ${JSON.stringify(texts)};</script>
${texts.map((text, index) => `<div class="n">${index + 1}.</div><p>${marked(text)}</p>`).join('\n')}
<footer><p>All rights reversed.</p></footer></body></html>`;

const quoted = EN.replaceAll(/((?:\S+ ){5})/g, '$1\n').replaceAll(/^/gm, '> ');
const mail = `From: A. Sender\nSubject: Re: it\n\nHere it is:\n\n${quoted}\n\n--\nA. Sender`;

describe.concurrent('npm run official writes the edition', () => {
  test.each<[name: string, file: string, document: string]>([
    ['plain text', 'call.txt', EN],
    ['Markdown', 'call.md', `# The *invented* Call\n\n${markdown.join('\n\n')}`],
    ['a web page', 'call.html', html(TEXTS.en)],
    ['a quoted mail', 'call.eml', mail],
    ['a PDF', 'call.pdf', pdf(TEXTS.en.flatMap((text) => [...plain(text).split(/ (?=ul )/), '']))],
  ])('from %s', async (_, file, document) => {
    const { status, printed, written } = await official({ [file]: document });
    expect(printed).toBe(`${file}: all 25 segments in en, word for word. ${OFFICIAL.en} is written.\n`);
    expect(status).toBe(0);
    expect(Object.keys(written)).toEqual(['en']);
    expect([...(written.en ?? '').matchAll(/^## (\S+)$/gm)].map((match) => match[1])).toEqual(SEGMENTS);
    expect(written.en).toContain(`source: "${file}"`);
  });

  test('of both languages from one document', async () => {
    const sides = SEGMENTS.map((id) => `${of(id)}\n\n${of(id, 'fr')}`).join('\n\n');
    const { status, written } = await official({ 'both.txt': sides.normalize('NFD') });
    expect(status).toBe(0);
    expect(Object.keys(written)).toEqual(['en', 'fr']);
    expect(written.fr).toContain(`## p6\n\n${of('p6', 'fr')}\n`);
  });

  test('of both languages from a table with a column for each', async () => {
    const rows = SEGMENTS.map((id) => `<tr><td>${of(id)}</td><td>${of(id, 'fr')}</td></tr>`).join('');
    const { printed, written } = await official({ 'both.html': `<html><body><table>${rows}</table></body></html>` });
    expect(printed).toContain('both.html: all 25 segments in fr');
    expect(Object.keys(written)).toEqual(['en', 'fr']);
  });

  test('from a page of a mail archive, in the lines of the mail', async () => {
    const lines = `\n${EN}`.replaceAll(/(?<!\p{L})(\p{L}{4})(\p{L}{5,})/gu, '$1-\n$2').replaceAll(/^/gm, '&gt; ');
    expect((await official({ 'archive.html': `<html><body><pre>${lines}</pre></body></html>` })).status).toBe(0);
  });

  test('from Markdown with links in it', async () => {
    const linked = EN.replaceAll(/ ul (\S+)/g, ' ul [$1](https://example.org/ul "a title")');
    expect((await official({ 'call.md': linked })).status).toBe(0);
  });

  test('of each language from its own document', async () => {
    const { status, written } = await official({ 'call.txt': EN, 'appel.txt': FR });
    expect(status).toBe(0);
    expect(Object.keys(written)).toEqual(['en', 'fr']);
  });

  test('in the place of an earlier one', async () => {
    const { written } = await official({ 'call.txt': EN }, { [OFFICIAL.en]: EARLIER });
    expect(written.en).toContain('## p1\n');
    expect(written.en).not.toContain(EARLIER);
  });

  test('of the language that is whole, though the other is not, and fails for that one', async () => {
    const { status, printed, written } = await official({ 'both.txt': `${ALTERED}\n\n${FR}` });
    expect(status).toBe(1);
    expect(printed).toContain('both.txt: 24 of 25 segments in en; nothing is written for this language.');
    expect(Object.keys(written)).toEqual(['fr']);
  });

  test.each<[name: string, args: string[]]>([
    ['named -', ['-']],
    ['where no file is named', []],
  ])('from standard input, %s', async (_, args) => {
    const folder = scratch('stdin');
    const environment = { ...process.env, NO_COLOR: '1', CONTENT_DIR: writeTree(folder, tree()), FINGERPRINTS };
    const printed = await new Promise<string>((resolve) => {
      const command = ['run', '--silent', 'official', '--', ...args];
      const child = execFile('npm', command, { env: environment }, (_error, out, err) => resolve(out + err));
      child.stdin?.end(EN);
    });
    expect(printed).toContain('standard input: all 25 segments in en');
    expect(editionsIn(folder).en).toContain('source: "standard input"');
  });
});

describe.concurrent('npm run official writes nothing, leaves what was there and says why,', () => {
  const swapped = SEGMENTS.map((id) => of(id === 'p3' ? 'p4' : id === 'p4' ? 'p3' : id)).join('\n\n');
  const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 197 + (index >> 3) * 31) & 255);

  test.each<[name: string, file: string, document: string | Uint8Array, ...says: string[]]>([
    [
      'of one altered letter', 'call.txt', ALTERED, 'call.txt: 24 of 25 segments in en; nothing is written for this language.',
      `principle-8: 93 % of its words are there; at word 14 the document has “x${LAST_WORD.slice(1)}”`,
      `nearest: ${of('principle-8').slice(0, 60)}`,
    ],
    ['of a missing segment', 'call.txt', EN.replace(of('p6'), ''), '24 of 25 segments in en', 'not there: p6'],
    ['of two missing segments', 'call.txt', EN.replace(of('p6'), '').replace(of('p16'), ''), '23 of 25', 'not there: p6, p16'],
    ['of segments out of order', 'call.txt', swapped, 'p4 does not stand in the Call’s order'],
    ['of another text', 'call.txt', 'A heron mends its nest.', 'call.txt: no segment of the Call is in it, in any language.'],
    ['of an empty file', 'call.txt', '', 'call.txt is empty.'],
    ['of a file of spaces', 'call.txt', ' \n\n', 'call.txt holds no words.'],
    ['of binary rubbish', 'call.bin', noise, 'call.bin is neither a PDF nor text in UTF-8.'],
    ['of text in UTF-16', 'call.txt', Buffer.from(EN, 'utf16le'), 'call.txt is neither a PDF nor text in UTF-8.'],
    ['of a PDF without text', 'scan.pdf', pdf(), 'scan.pdf is a PDF without text'],
    ['of a broken PDF', 'call.pdf', `%PDF-1.7\n${'rubbish '.repeat(100)}`, 'call.pdf is a broken PDF.'],
    ['of a PDF cut short', 'call.pdf', pdf(['ul']).slice(0, 60), 'call.pdf is a broken PDF.'],
    ['of a web page without the Call', 'call.html', html([]), 'no segment of the Call is in it'],
  ])('%s', async (_, file, document, ...says) => {
    const { status, printed, written } = await official({ [file]: document }, { [OFFICIAL.en]: EARLIER });
    for (const words of says) expect(printed).toContain(words);
    expect(printed).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(status).toBe(1);
    expect(written).toEqual({ en: EARLIER });
  });

  test('of a broken PDF, in one line alone', async () => {
    expect((await official({ 'call.pdf': `%PDF-1.7\n${'rubbish '.repeat(100)}` })).printed).toBe('call.pdf is a broken PDF.\n');
  });

  test('of a file over the limit, without reading it', async () => {
    const folder = scratch('large');
    const file = join(folder, 'large.txt');
    writeFileSync(file, '');
    truncateSync(file, 21 * 1024 * 1024);
    const { status, printed } = await command('official', { CONTENT_DIR: writeTree(folder, tree()), FINGERPRINTS }, [file]);
    expect(printed).toContain('large.txt is 21 MiB; a document that holds the Call has less than 20 MiB');
    expect(status).toBe(1);
  });

  test('of a file that is not there, or is a folder', async () => {
    const folder = scratch('nowhere');
    const environment = { CONTENT_DIR: writeTree(folder, tree()), FINGERPRINTS };
    const { status, printed } = await command('official', environment, [join(folder, 'nowhere.pdf'), folder]);
    expect(printed).toMatch(/^nowhere\.pdf cannot be read: /m);
    expect(printed.match(/ cannot be read: /g)).toHaveLength(2);
    expect(status).toBe(1);
    expect(editionsIn(folder)).toEqual({});
  });
});

describe.concurrent('npm run verify', () => {
  const verify = async (document: string) => {
    const folder = scratch('verify');
    writeTree(folder, { ...tree(), 'article.txt': document });
    const run = await command('verify', { CONTENT_DIR: join(folder, 'content'), FINGERPRINTS }, [join(folder, 'article.txt')]);
    expect(editionsIn(folder)).toEqual({});
    return run;
  };

  test('says which segments a text quotes exactly and which nearly, and where these depart', async () => {
    const word = of('p6').split(' ')[4] ?? '';
    const altered = of('p6').replace(word, 'xyzzy');
    const document = ['The aim says:', `> ${of('principle-8')}`, `and, in French, ${of('p2', 'fr')}`, `but also ${altered}`];
    const { status, printed } = await verify(document.join('\n\n'));
    expect(status).toBe(0);
    expect(printed).toBe([
      'en principle-8: exactly', 'fr p2: exactly', 'en p6: nearly, 93 % of its words; at word 5 the text has “xyzzy”',
      `    ${altered.slice(0, 200)}`, '2 segments quoted exactly, 1 nearly.', '',
    ].join('\n'));
  });

  test('says that a text quotes none', async () => {
    expect((await verify('A heron mends its nest at dusk.')).printed).toBe('0 segments quoted exactly, 0 nearly.\n');
  });

  test('fails where it cannot read the text', async () => {
    const { status, printed } = await verify('');
    expect(printed).toMatch(/article\.txt is empty\.\n$/);
    expect(status).toBe(1);
  });
});

describe.concurrent('the site', () => {
  /** A content folder into which the official edition was brought, and the folder of its site. */
  async function withOfficial(name: string): Promise<{ folder: string; environment: NodeJS.ProcessEnv & { OUT_DIR: string } }> {
    const folder = scratch(name);
    const environment = { CONTENT_DIR: writeTree(folder, tree()), OUT_DIR: join(folder, 'dist'), FINGERPRINTS };
    writeFileSync(join(folder, 'call.txt'), `${EN}\n\n${FR}`);
    expect((await command('official', environment, [join(folder, 'call.txt')])).status).toBe(0);
    return { folder, environment };
  }
  const page = (out: string, path: string) => readFileSync(join(out, path, 'index.html'), 'utf8');

  test('shows the official wording beside the plain one, on the Call and on its principle, and in search', async () => {
    const { environment } = await withOfficial('shown');
    const { status, printed } = await build(environment);
    expect(printed).toContain('the site is in dist/');
    expect(status).toBe(0);
    const [call, principle, search] = ['call', 'principles/8', 'search'].map((path) => page(environment.OUT_DIR, path));
    for (const text of TEXTS.en) expect(call).toContain(text);
    expect(call).toContain('Words of p6.');
    expect(call).toContain('read from call.txt on ');
    expect(call).not.toContain(TEXTS.fr[0]);
    expect(principle).toContain(of('principle-8'));
    expect(principle).toContain('Words of principle-8.');
    expect(principle).not.toContain(of('principle-7'));
    expect(search).toContain('<option value="official-text">');
  });

  test('is not built with one altered letter: the problem names the segment and the word', async () => {
    const { folder, environment } = await withOfficial('altered');
    const text = readFileSync(join(folder, OFFICIAL.en), 'utf8');
    writeFileSync(join(folder, OFFICIAL.en), text.replace(LAST_WORD, `x${LAST_WORD.slice(1)}`));
    const { status, printed } = await command('check', environment);
    expect(status).toBe(1);
    const line = text.split('\n').indexOf('## principle-8') + 1;
    expect(printed).toContain(`${OFFICIAL.en}:${line}:1  the official wording is altered`);
    expect(printed).toContain('principle-8 as the official document words it; word 14 differs');
    expect(printed).toContain(`found     x${LAST_WORD.slice(1, -1)}`);
    expect(printed).toContain('1 problem;');
  });

  test('is the plain one where there is no official edition, and says how to add it', async () => {
    const folder = scratch('plain');
    const out = join(folder, 'dist');
    expect((await build({ CONTENT_DIR: writeTree(folder, tree()), OUT_DIR: out, FINGERPRINTS })).status).toBe(0);
    expect(String(tree()[TEXT])).toContain('Words of p6.');
    expect(page(out, 'call')).toContain('Words of p6.');
    expect(page(out, 'call')).toContain('with one command, npm run official');
    expect(page(out, 'call')).not.toContain('class="official"');
    expect(page(out, 'search')).not.toContain('official-text');
  });
});
