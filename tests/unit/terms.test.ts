import { describe, expect, test } from 'vitest';
import { editionOf, readRecord } from '../../src/lib/record.ts';
import { linkTerms, termsIn, type Term } from '../../src/lib/terms.ts';
import { files, more, term, TERM, TODAY, tree } from '../content.ts';

/** A glossary of terms, each written as `term = another form = another form`; files are named by number. */
function glossary(...written: string[]): readonly Term[] {
  const entries = written.map((forms, index): [string, string] => {
    const [name = '', ...aliases] = forms.split(' = ').map((form) => JSON.stringify(form));
    const source = term.replace('botnet', () => name).replace('zombie network', () => aliases.join(', '));
    return [`content/glossary/en/t${index}.md`, source];
  });
  const record = readRecord(files(tree(Object.fromEntries(entries))), TODAY);
  if (record.problems.length > 0) throw new Error(`a glossary with problems: ${written.join('; ')}`);
  return editionOf(record, 'en').terms;
}
const names = (terms: readonly Term[]) => terms.map(({ entry }) => entry.fields.term);

/** The text with the words that became links in square brackets. */
const linked = (html: string, ...written: string[]) =>
  linkTerms(html, glossary(...written), (of) => of).replace(/<a class="term" href="[^"]*">([^<]*)<\/a>/g, '[$1]');

describe('a term', () => {
  test('is a link to its place in the glossary, as its page writes the address', () => {
    const { terms } = editionOf(readRecord(files(tree(more)), TODAY), 'en');
    expect(terms.map(({ entry, address }) => [entry.file, address])).toEqual([[TERM, '/glossary/#botnet']]);
    expect(linkTerms('<p>A botnet struck.</p>', terms, (of) => `/ref${of}`))
      .toBe('<p>A <a class="term" href="/ref/glossary/#botnet">botnet</a> struck.</p>');
  });

  test.each<[name: string, text: string, expected: string]>([
    ['inside a sentence', 'A botnet struck.', 'A [botnet] struck.'],
    ['at its beginning', 'Botnets struck.', '[Botnets] struck.'],
    ['at its end', 'It was a botnet', 'It was a [botnet]'],
    ['alone', 'botnet', '[botnet]'],
    ['in the plural', 'Two botnets struck.', 'Two [botnets] struck.'],
    ['in the genitive', 'A botnet’s end.', 'A [botnet]’s end.'],
    ['before a full stop', 'No botnet.', 'No [botnet].'],
    ['in brackets', 'It (botnet) struck.', 'It ([botnet]) struck.'],
    ['in quotation marks', 'A “botnet” struck.', 'A “[botnet]” struck.'],
    ['beside a dash', 'Worms–botnets–spies', 'Worms–[botnets]–spies'],
    ['beside a slash', 'spam/botnet', 'spam/[botnet]'],
    ['before a hyphen that ends a word', 'botnet- and spam filters', '[botnet]- and spam filters'],
  ])('is found %s', (_, text, expected) => {
    expect(linked(text, 'botnet')).toBe(expected);
  });

  test.each<[name: string, text: string]>([
    ['the end of a word', 'A robotnet struck.'],
    ['the beginning of a word', 'They botnetted on.'],
    ['a word with a second plural', 'Many botnetss.'],
    ['a word with an accent', 'A ébotnet, a botneté.'],
    ['a word of another script', 'жbotnetж'],
    ['a number', 'botnet2 and 4botnet'],
    ['the second part of a compound', 'An anti-botnet law.'],
    ['capitals in which no sentence begins', 'A BOTNET, a botNet.'],
    ['the first part of a compound', 'A botnet-like thing, botnets-to-be.'],
  ])('is not found in %s', (_, text) => {
    expect(linked(text, 'botnet')).toBe(text);
  });

  test.each<[name: string, written: string, text: string, expected: string]>([
    ['of two words', 'cyber hygiene', 'Cyber hygiene first.', '[Cyber hygiene] first.'],
    ['of two words, but not with both in capitals', 'cyber hygiene', 'The Cyber Hygiene Act.', 'The Cyber Hygiene Act.'],
    ['of two words, in the plural', 'trade secret', 'No trade secrets.', 'No [trade secrets].'],
    ['of two words over two lines', 'cyber hygiene', 'Better cyber\nhygiene.', 'Better [cyber\nhygiene].'],
    ['of two words, but not each of them', 'cyber hygiene', 'Cyber-hygiene, hygiene.', 'Cyber-hygiene, hygiene.'],
    ['with a hyphen', 'non-State actor', 'Some non-State actors.', 'Some [non-State actors].'],
    ['with a typographic apostrophe', 'state’s duty', 'A state’s duty.', 'A [state’s duty].'],
    ['with a straight apostrophe in the text', 'state’s duty', "A state's duty.", "A [state's duty]."],
    ['with a straight apostrophe in the glossary', "state's duty", 'A state’s duty.', 'A [state’s duty].'],
    ['with a mark that means something in patterns', 'A.B (x) + [y]?', 'The A.B (x) + [y]? here.', 'The [A.B (x) + [y]?] here.'],
    ['with a point, which is no other letter', 'a.b', 'An axb.', 'An axb.'],
    ['with an explanation in brackets, which is left out', 'norm (of conduct)', 'Two norms.', 'Two [norms].'],
    ['by another form', 'botnet = zombie network', 'Zombie networks struck.', '[Zombie networks] struck.'],
    ['by another form that begins as it does', 'hack = hack back', 'They hack back.', 'They [hack back].'],
    ['by itself beside such a form', 'hack = hack back', 'They hack too.', 'They [hack] too.'],
    ['with letters beyond ASCII', 'Élysée', 'The Élysée.', 'The [Élysée].'],
  ])('%s is found as a whole', (_, written, text, expected) => {
    expect(linked(text, written)).toBe(expected);
  });
});

describe('a name', () => {
  test.each<[name: string, written: string, text: string, expected: string]>([
    ['is found as it is written', 'ICANN', 'ICANN met.', '[ICANN] met.'],
    ['is not found in small letters', 'CAN', 'They can do it.', 'They can do it.'],
    ['is not found at the beginning of a sentence with another first letter', 'eBay', 'EBAY sells.', 'EBAY sells.'],
    ['is not found in other capitals', 'NotPetya', 'Notpetya, NOTPETYA.', 'Notpetya, NOTPETYA.'],
    ['is found in the plural', 'CBM', 'Some CBMs.', 'Some [CBMs].'],
    ['is found in the genitive', 'ICANN', 'ICANN’s role.', '[ICANN]’s role.'],
    ['of two words keeps both capitals', 'Tallinn Manual', 'A tallinn Tallinn Manual.', 'A tallinn [Tallinn Manual].'],
    ['that is another form of a word is found', 'information technology = ICT', 'All ICT.', 'All [ICT].'],
    ['that is another form of a word is not found in small letters', 'secure technology = SECT', 'A sect.', 'A sect.'],
    [
      'leaves the word of which it is another form free to begin a sentence', 'information technology = ICT',
      'Information technology grows.', '[Information technology] grows.',
    ],
  ])('%s', (_, written, text, expected) => {
    expect(linked(text, written)).toBe(expected);
  });
});

describe('terms', () => {
  test('stand from the longest to the shortest', () => {
    expect(names(glossary('norm', 'cyber hygiene', 'botnet'))).toEqual(['cyber hygiene', 'botnet', 'norm']);
  });

  test.each<[name: string, written: string[], text: string, expected: string]>([
    ['the longer of two that begin together', ['norm', 'norm package'], 'A norm package.', 'A [norm package].'],
    ['the longer of two that end together', ['hygiene', 'cyber hygiene'], 'Cyber hygiene.', '[Cyber hygiene].'],
    [
      'the longer of two other forms, though its term is the shorter', ['regulation = norm', 'bundle = norm package'],
      'A norm package.', 'A [norm package].',
    ],
    ['both where both stand', ['hygiene', 'cyber hygiene'], 'Cyber hygiene and hygiene.', '[Cyber hygiene] and [hygiene].'],
    ['each in its first place', ['worm', 'spam'], 'Spam, worm, spam, worm.', '[Spam], [worm], spam, worm.'],
    ['a form of a term once, in whatever form', ['botnet = zombie'], 'Zombies are botnets.', '[Zombies] are botnets.'],
    [
      'three of them at most, the first to come', ['worm', 'spam', 'virus', 'bug'], 'A bug, a virus, spam and a worm.',
      'A [bug], a [virus], [spam] and a worm.',
    ],
    ['two side by side', ['worm', 'spam'], 'worm spam', '[worm] [spam]'],
    ['none where there are none', [], 'A worm.', 'A worm.'],
  ])('are linked: %s', (_, written, text, expected) => {
    expect(linked(text, ...written)).toBe(expected);
  });

  test.each<[name: string, html: string, expected: string]>([
    ['once in a passage of many blocks', '<p>Worm.</p>\n<ul><li>Worm.</li></ul>', '<p>[Worm].</p>\n<ul><li>Worm.</li></ul>'],
    [
      'three in a passage of many blocks', '<p>worm</p><p>spam</p><table><td>bug</td><td>virus</td></table>',
      '<p>[worm]</p><p>[spam]</p><table><td>[bug]</td><td>virus</td></table>',
    ],
    ['in emphasis', '<p>A <em>worm</em>.</p>', '<p>A <em>[worm]</em>.</p>'],
    ['in a note', '<section data-footnotes><p>A worm.</p></section>', '<section data-footnotes><p>A [worm].</p></section>'],
    ['in an abbreviation, whose element only begins like a link', '<abbr>worm</abbr>', '<abbr>[worm]</abbr>'],
    ['not in a link', '<p><a href="/x/">A worm</a> struck.</p>', '<p><a href="/x/">A worm</a> struck.</p>'],
    ['not in emphasis inside a link', '<a href="/x/">a <em>worm</em> b</a>', '<a href="/x/">a <em>worm</em> b</a>'],
    ['but behind a link', '<p><a href="/x/">A worm</a> and a worm.</p>', '<p><a href="/x/">A worm</a> and a [worm].</p>'],
    ['not in a heading', '<h3 id="x">A worm</h3><p>spam</p>', '<h3 id="x">A worm</h3><p>[spam]</p>'],
    ['nor behind a link in it', '<h3><a href="#x">A</a> worm</h3>spam', '<h3><a href="#x">A</a> worm</h3>[spam]'],
    ['not in code', '<p><code>worm</code> and spam</p>', '<p><code>worm</code> and [spam]</p>'],
    ['not in a block of code', '<pre><code class="x">worm\nspam</code></pre>', '<pre><code class="x">worm\nspam</code></pre>'],
    ['not in an attribute', '<p title="a worm" data-worm>spam</p>', '<p title="a worm" data-worm>[spam]</p>'],
    ['not in a comment', '<!-- worm --><p>spam</p>', '<!-- worm --><p>[spam]</p>'],
  ])('are linked %s', (_, html, expected) => {
    expect(linked(html, 'worm', 'spam', 'bug', 'virus')).toBe(expected);
  });

  test.each<[name: string, html: string]>([
    ['elements in elements', '<ul>\n<li><p>A <strong><em>worm</em></strong>, <a href="/a/">spam</a></p></li>\n</ul>'],
    ['empty elements', '<p>A worm<br>and<br/>spam <img src="worm.png" alt="worm"> bug</p><hr>'],
    ['notes', '<p>worm<sup><a href="#fn-1" data-footnote-ref>1</a></sup></p><section data-footnotes><h2>Worm</h2></section>'],
    ['a table', '<table><thead><tr><th>worm</th></tr></thead><tbody><tr><td align="left">bug</td></tr></tbody></table>'],
    ['characters by name and number', '<p>A &lt;worm&gt; &amp; &quot;spam&quot; &#39;bug&#39; &nbsp; virus</p>'],
    ['nothing', ''],
  ])('leave the markup of %s as it was', (_, html) => {
    const after = linkTerms(html, glossary('worm', 'spam', 'bug', 'virus'), (of) => of);
    expect(after.replace(/<a class="term" href="[^"]*">([^<]*)<\/a>/g, '$1')).toBe(html);
  });

  test.each(['amp', 'lt'])('named “%s” leave a character of that name as it was', (name) => {
    const html = '<p>R&amp;D &lt; 2</p>';
    expect(linked(html, name)).toBe(html);
  });
});

describe('the terms in a text', () => {
  const terms = glossary('norm', 'botnet = zombie', 'cyber hygiene', 'ICANN');

  test.each<[text: string, expected: string[]]>([
    ['A norm against botnets.', ['botnet', 'norm']],
    ['Zombies.', ['botnet']],
    ['Norms, norms and norms.', ['norm']],
    ['ICANN on cyber hygiene, norms and botnets.', ['cyber hygiene', 'botnet', 'ICANN', 'norm']],
    ['They icann enormously.', []],
    ['', []],
  ])('“%s” are %j', (text, expected) => {
    expect(names(termsIn(text, terms))).toEqual(expected);
  });

  test('are the same each time', () => {
    expect(names(termsIn('A norm.', terms))).toEqual(names(termsIn('A norm.', terms)));
  });
});
