import { HtmlValidate } from 'html-validate';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { embedOf, oembedOf } from '../../src/lib/embeds.ts';
import { principleFile, tree } from '../content.ts';
import { french, nasty, official, officialWords, recordWith, siteOf, whole, type TestSite } from '../edition.ts';

const AT = 'https://example.org/ref/principles/8/';
const eighth = ({ edition }: TestSite) => edition.principles.find(({ number }) => number === 8) ?? expect.fail('no principle 8');
const embed = (site: TestSite) => embedOf(site.edition, site.view, eighth(site));
const elementsOf = (node: Tree.Node): Tree.Element[] => [...('tagName' in node ? [node] : []), ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : [])];
const words = (node: Tree.Node): string => ('value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(words).join('') : '');

describe('an embed', () => {
  test('is the aim with its name, its permalink and the site, complete in itself', () => {
    expect(embed(siteOf())).toBe(`<blockquote cite="${AT}" lang="en"><p>Words of principle-8.</p></blockquote>\n`
      + `<p><a href="${AT}">Principle 8, Name 8</a> (in plain words), <cite>The Paris Call, annotated</cite></p>\n`);
  });

  test('quotes the official wording where the edition has it, and does not call it ours', () => {
    expect(embed(siteOf({ ...whole, ...official() }))).toBe(`<blockquote cite="${AT}" lang="en"><p>${officialWords('principle-8')}</p></blockquote>\n`
      + `<p><a href="${AT}">Principle 8, Name 8</a>, <cite>The Paris Call, annotated</cite></p>\n`);
  });

  test('says in which language its words are', () => {
    const made = siteOf({ ...whole, ...french(tree(whole)), ...official('fr') }, 'fr');
    expect(embed(made)).toContain(`<blockquote cite="https://example.org/ref/fr/principles/8/" lang="fr"><p>${officialWords('principle-8', 'fr')}</p>`);
    expect(embed(made)).toContain('>Principe 8, Nom 8</a>, <cite>L’Appel de Paris, annoté</cite>');
  });

  test('is HTML of five elements, whatever the words: a script in a name stays a name', () => {
    const text = String(nasty['content/text/en.md']).replace('Words of principle-8.', 'A \\</p>\\<script>x()\\</script> & "b" ’c’.');
    const made = siteOf({ ...nasty, 'content/text/en.md': text });
    const elements = elementsOf(parseFragment(embed(made)));
    expect(elements.map(({ tagName }) => tagName)).toEqual(['blockquote', 'p', 'p', 'a', 'cite']);
    expect(elements.map(words)).toEqual([
      'A </p><script>x()</script> & “b” ’c’.', 'A </p><script>x()</script> & “b” ’c’.', 'Principle 8, No "private" </script> | *hack* (in plain words), The Paris Call, annotated',
      'Principle 8, No "private" </script> | *hack*', 'The Paris Call, annotated',
    ]);
    const report = new HtmlValidate({ root: true, extends: ['html-validate:standard'] }).validateStringSync(embed(made));
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  });

  test('loads nothing and runs nothing', () => {
    const made = siteOf({ ...nasty });
    expect(made.edition.principles.flatMap((principle) => elementsOf(parseFragment(embedOf(made.edition, made.view, principle)))).flatMap(({ attrs }) => attrs.map(({ name }) => name))
      .filter((name) => !['cite', 'lang', 'href'].includes(name))).toEqual([]);
  });
});

describe('oEmbed', () => {
  test('holds the same as rich content, with its source', () => {
    const made = siteOf();
    expect(oembedOf(made.edition, made.view, eighth(made))).toEqual({
      version: '1.0', type: 'rich', title: 'Principle 8, Name 8', provider_name: 'The Paris Call, annotated', provider_url: 'https://example.org/ref/', html: embed(made), width: 600, height: null, cache_age: 86400,
    });
  });

  test('keeps a hostile name as it is, since JSON quotes it', () => {
    const made = siteOf({ [principleFile(8)]: recordWith({ summary: '"A \\"b\\"."' }, String(nasty[principleFile(8)])) });
    const text = JSON.stringify(oembedOf(made.edition, made.view, eighth(made)));
    expect(JSON.parse(text)).toMatchObject({ title: 'Principle 8, No "private" </script> | *hack*' });
  });
});
