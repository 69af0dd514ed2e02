import { describe, expect, test } from 'vitest';
import type { Lang } from '../../src/lib/ids.ts';
import { apart, asShown, compoundsOf, forIndex, holds, inPieces, isHeld, isSameWord, jumpsFor, readQuery, singleWords, tidy, trimmed, withCompounds, withoutElision, withoutStopWords, writeQuery, type Query } from '../../src/lib/query.ts';

describe('a query', () => {
  test.each<[string, Query, string]>([
    ['nothing', { words: '', filters: {} }, ''],
    ['words', { words: 'hack back', filters: {} }, '?q=hack+back'],
    ['a phrase', { words: '"hack back"', filters: {} }, '?q=%22hack+back%22'],
    ['accents and typographic marks', { words: 'l’éthique', filters: {} }, '?q=l%E2%80%99%C3%A9thique'],
    ['what an address would cut at', { words: 'a&b=c#d?e+f%20', filters: {} }, '?q=a%26b%3Dc%23d%3Fe%2Bf%2520'],
    ['a filter alone', { words: '', filters: { principle: '8' } }, '?principle=8'],
    ['words and every filter, in one order', {
      words: 'election', filters: { year: '2018', publisher: 'The Paper', principle: '3', kind: 'reporting' },
    }, '?q=election&kind=reporting&principle=3&publisher=The+Paper&year=2018'],
    ['another language', { words: 'élections', filters: {}, lang: 'fr' }, '?q=%C3%A9lections&lang=fr'],
    ['the default language, named', { words: 'elections', filters: {}, lang: 'en' }, '?q=elections&lang=en'],
    ['every language, with a filter', { words: 'peace', filters: { kind: 'law' }, lang: 'all' }, '?q=peace&kind=law&lang=all'],
    ['a language alone', { words: '', filters: {}, lang: 'all' }, '?lang=all'],
  ])('of %s goes into the address and comes back', (_, query, search) => {
    expect(writeQuery(query)).toBe(search);
    expect(readQuery(search)).toEqual(query);
  });

  test.each<[string, string, Query]>([
    ['without a question mark', 'q=peace', { words: 'peace', filters: {} }],
    ['unknown parameters', '?q=peace&hl=fr&utm_source=x&__proto__=y', { words: 'peace', filters: {} }],
    ['a language that the site does not know', '?q=peace&lang=xx', { words: 'peace', filters: {} }],
    ['an empty language', '?q=peace&lang=', { words: 'peace', filters: {} }],
    ['a language in capitals', '?q=peace&lang=FR', { words: 'peace', filters: {} }],
    ['a language given twice', '?q=peace&lang=fr&lang=all', { words: 'peace', filters: {}, lang: 'fr' }],
    ['empty filters', '?q=peace&kind=&principle=+', { words: 'peace', filters: {} }],
    ['a parameter given twice', '?q=peace&q=war&kind=law&kind=research', { words: 'peace', filters: { kind: 'law' } }],
    ['a filter in white space', '?kind=+law+', { words: '', filters: { kind: 'law' } }],
    ['a broken escape', '?q=100%&kind=%E0%A4%A', { words: '100%', filters: { kind: '\uFFFD%A' } }],
    ['markup', '?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E', { words: '<script>alert(1)</script>', filters: {} }],
    ['white space and control characters', '?q=%00%0A++hack%09%1B%7F+back%C2%A0%E2%80%A8', { words: 'hack back', filters: {} }],
    ['nothing but white space', '?q=+%0A%C2%A0', { words: '', filters: {} }],
    ['more than anybody types', `?q=${'x'.repeat(10_000)}`, { words: 'x'.repeat(200), filters: {} }],
    ['nothing at all', '', { words: '', filters: {} }],
  ])('is read from an address with %s', (_, search, query) => {
    expect(readQuery(search)).toEqual(query);
  });

  test.each([
    ['ends in white space', `${'x'.repeat(199)} y`],
    ['ends within a letter of two code units', `${'x'.repeat(199)}😀`],
  ])('that is cut where it %s is the same when read again', (_, words) => {
    const query = readQuery(writeQuery({ words, filters: {} }));
    expect(readQuery(writeQuery(query))).toEqual(query);
  });
});

describe('the words of a query', () => {
  test.each([
    ['  hack \n back ', 'hack back'],
    ['hack\u0000back', 'hack back'],
    ['hack \u202ekcab\u202c \u2067back', 'hack kcab back'],
    ['', ''],
  ])('%j are tidied to %j', (words, tidied) => {
    expect(tidy(words)).toBe(tidied);
  });

  test.each<[string, string, Lang?]>([
    ['l’internet', "l' internet"],
    ["l'internet", "l' internet"],
    ['L’Appel, d’outils', "L' Appel, d' outils"],
    ['jusqu’à lorsqu’il puisqu’on qu’est-ce', "jusqu' à lorsqu' il puisqu' on qu' est-ce"],
    ['aujourd’hui quelqu’un presqu’île', "aujourd'hui quelqu'un presqu'île"],
    ['France’s States’ today’s', "France's States' today's"],
    ['“le cœur public de l’internet”', '"le cœur public de l\' internet"'],
    ['‘so’', "'so'"],
    ['“hack back”', '"hack back"'],
    ['«hack back»', '"hack back"'],
    ['«\u202Facteurs non étatiques\u00A0»', '"acteurs non étatiques"'],
    ['« acteurs non étatiques »', '"acteurs non étatiques"'],
    ['coeur, manoeuvre, oeil, Oeuvre', 'cœur, manœuvre, œil, Œuvre', 'fr'],
    ['coexister, moelle, cœur', 'coexister, moelle, cœur', 'fr'],
    ['coeur, manoeuvre, oeil', 'coeur, manoeuvre, oeil', 'en'],
    [' plain  words ', 'plain words'],
  ])('%s are looked up as %s', (words, looked, lang = 'fr') => {
    expect(forIndex(words, lang)).toBe(looked);
  });

  test.each([
    ["de l' internet", 'de l’internet'],
    ["L' Appel jusqu' à aujourd'hui", 'L’Appel jusqu’à aujourd’hui'],
    ["de l' <mark>internet</mark>, d' <mark>outils</mark>", 'de l’<mark>internet</mark>, d’<mark>outils</mark>'],
    ["de <mark>l'</mark> <mark>internet</mark>", 'de <mark>l’</mark><mark>internet</mark>'],
    ["the States' duty, France's 'so'", "the States’ duty, France’s 'so’"],
    ['plain words', 'plain words'],
  ])('%s are shown as %s', (words, shown) => {
    expect(asShown(words)).toBe(shown);
  });

  test.each(['l’internet', 'Jusqu’à l’État', 'aujourd’hui', 'd’où', 'the States’ duty'])('%s goes into the index and comes back', (words) => {
    expect(asShown(apart(words))).toBe(words);
  });

  test.each<[string, string[]]>([
    ['hack back', ['hack', 'back']],
    ['peace, security & "hack back" law', ['peace', 'security', 'law']],
    ['peace "hack back', ['peace']],
    ["today's multi-stakeholder States", ["today's", 'multi-stakeholder', 'States']],
    ['multi\u2011stakeholder hack–back', ['multi\u2011stakeholder', 'hack–back']],
    ['éthique 2018', ['éthique', '2018']],
    ['one two three four five six seven', ['one', 'two', 'three', 'four', 'five', 'six']],
    ['"hack back"', []],
    ['… ! -', []],
    ['', []],
  ])('%j holds the single words %j', (words, single) => {
    expect(singleWords(words)).toEqual(single);
  });
});

describe('words that a hyphen joins', () => {
  test.each<[string, string[], string]>([
    ['hack-back', ['hack-back'], 'hack back'],
    ['Non-State actors', ['Non-State'], 'Non State actors'],
    ['multi-stakeholder supply-chain law', ['multi-stakeholder', 'supply-chain'], 'multi stakeholder supply chain law'],
    ['state-of-the-art', ['state-of-the-art'], 'state of the art'],
    ['multi\u2011stakeholder hack–back', ['multi\u2011stakeholder', 'hack–back'], 'multi stakeholder hack back'],
    ['principle-8', ['principle-8'], 'principle 8'],
    ["l' avant-garde", ['avant-garde'], "l' avant garde"],
    ['hack-back "supply-chain" "public-core', ['hack-back'], 'hack back "supply-chain" "public-core'],
    ['a-a b-b c-c d-d', ['a-a', 'b-b', 'c-c'], 'a a b b c c d d'],
    ['hack back', [], 'hack back'],
    ['hack - back -8 hack- -', [], 'hack - back -8 hack- -'],
    ['"hack-back"', [], '"hack-back"'],
    ['', [], ''],
  ])('are found in %j', (words, compounds, pieces) => {
    expect(compoundsOf(words)).toEqual(compounds);
    expect(inPieces(words)).toBe(pieces);
  });

  const answer = (scores: { [id: string]: number }) => Object.entries(scores).map(([id, score]) => ({ id, score }));
  const compound = (joined: string, apart: string) => ({ joined: new Set(joined), apart: new Set(apart) });
  const ids = (...of: Parameters<typeof withCompounds>) => withCompounds(...of).map(({ id, score }) => `${id} ${score}`).join(', ');

  test('are found where they are joined and where they stand apart as a phrase, the best first', () => {
    expect(ids(answer({ a: 9, b: 2 }), answer({ c: 15, d: 14, b: 3, a: 1, e: 1 }), [compound('ab', 'bce')])).toBe('c 15, a 9, b 3, e 1');
  });

  test('are not taken for what only begins like them, where somebody has them', () => {
    expect(ids(answer({ a: 9, c: 3 }), answer({ c: 2, d: 1 }), [compound('', 'c')])).toBe('c 2');
    expect(ids(answer({ a: 9 }), answer({ a: 12, b: 2 }), [compound('a', '')])).toBe('a 9');
  });

  test('that nobody has are answered as they would be by themselves', () => {
    expect(ids(answer({ a: 9 }), answer({ a: 2, b: 1 }), [compound('', '')])).toBe('a 9');
    expect(ids([], answer({ b: 1 }), [compound('', '')])).toBe('');
  });

  test('are found together, one joined and the other apart', () => {
    expect(ids([], answer({ a: 4, b: 3, c: 2 }), [compound('ab', ''), compound('', 'ac')])).toBe('a 4');
    expect(ids([], answer({ a: 4, b: 3 }), [compound('', 'a'), compound('', '')])).toBe('a 4');
  });

  test('stay as they are under filters that no page fits', () => {
    expect(ids([], [], [compound('ab', 'c')])).toBe('');
    expect(ids(answer({ d: 1 }), [], [compound('', 'c')])).toBe('');
  });
});

describe('a word', () => {
  test.each([
    ['l’internet', 'internet'],
    ["L'Appel", 'Appel'],
    ['qu’ils', 'ils'],
    ['Jusqu’à', 'à'],
    ['d’aujourd’hui', 'aujourd’hui'],
    ['aujourd’hui', 'aujourd’hui'],
    ['est-ce-qu’il', 'est-ce-qu’il'],
    ['today’s', 'today’s'],
    ['O’Neill', 'O’Neill'],
    ['l', 'l'],
  ])('%s without what is elided before it is %s', (word, bare) => {
    expect(withoutElision(word)).toBe(bare);
  });
});

describe('a number leads', () => {
  test.each<[string, string[]]>([
    ['8', ['principle-8', 'p8']],
    ['P8', ['principle-8', 'p8']],
    ['P 8', ['principle-8', 'p8']],
    [' 8 ', ['principle-8', 'p8']],
    ['08', ['principle-8', 'p8']],
    ['p7', ['p7', 'principle-7']],
    ['p.7', ['p7', 'principle-7']],
    ['principle 8', ['principle-8']],
    ['Principle 8', ['principle-8']],
    ['PRINCIPLE 8', ['principle-8']],
    ['principle-8', ['principle-8']],
    ['principle8', ['principle-8']],
    ['principe 8', ['principle-8']],
    ['paragraph 6', ['p6']],
    ['paragraphe 6', ['p6']],
    ['para. 6', ['p6']],
    ['¶6', ['p6']],
    ['¶ 16', ['p16']],
    ['9', ['principle-9', 'p9']],
    ['10', ['p10']],
    ['12', ['p12']],
    ['P12', ['p12']],
    ['16', ['p16']],
    ['principle 12', []],
    ['paragraph 17', []],
    ['17', []],
    ['0', []],
    ['p0', []],
    ['99', []],
    ['108', []],
    ['-8', []],
    ['8.5', []],
    ['8th', []],
    ['c7', []],
    ['claim 7', []],
    ['page 8', []],
    ['8 principle', []],
    ['principle', []],
    ['P', []],
    ['', []],
  ])('%j to %j', (words, jumps) => {
    expect(jumpsFor(words)).toEqual(jumps);
  });
});

describe('a hit', () => {
  test.each([
    ['vulnerability', 'vulnerability'],
    ['Vulnerability', 'vulnerability'],
    ['vulnerability', 'vulnerabilities'],
    ['vulnerabilities', 'vulnerability'],
    ['hack', 'hacks'],
    ['laws', 'law'],
    ['signing', 'sign'],
    ['hack', 'hacked'],
    ['hack', 'hacking'],
    ['state', 'States'],
    ['ethique', 'éthique'],
    ['États', 'etat'],
    ['today’s', "today's"],
    ['élections', 'election'],
    ['securite', 'sécurité'],
    ['cœur', 'coeur'],
    ['AI', 'ai'],
    ['8', '8'],
  ])('for %s is a form of it where it is %s', (asked, hit) => {
    expect(isSameWord(asked, hit)).toBe(true);
  });

  test.each([
    ['cyber', 'cyberspace'],
    ['theft', 'the'],
    ['state', 'statement'],
    ['statement', 'state'],
    ['inter', 'international'],
    ['election', 'electronics'],
    ['peace', 'security'],
    ['AI', 'air'],
    ['it', 'its'],
    ['cat', 'car'],
    ['', 'peace'],
    ['peace', ''],
  ])('for %j is another word where it is %j', (asked, hit) => {
    expect(isSameWord(asked, hit)).toBe(false);
  });
});

describe('a marked hit', () => {
  test.each([
    ['outils,', 'outils'],
    ["d'outils", 'outil'],
    ['cyber-riposte.', 'cyber-riposte'],
    ['cyber-riposte.', 'cyberriposte'],
    ['cyberriposte', 'cyber-riposte'],
    ['cyber-riposte', 'riposte'],
    ["today's", "today's"],
    ['(FIRST).', 'first'],
  ])('%s holds %s', (hit, asked) => {
    expect(holds(hit, asked)).toBe(true);
  });

  test.each([
    ['principales', 'principe'],
    ['BibTeX', 'teacup'],
    ['(k).', 'kinetic'],
    ['…', 'peace'],
    ['', 'peace'],
  ])('%s does not hold %s', (hit, asked) => {
    expect(holds(hit, asked)).toBe(false);
  });
});

describe('the mark of a hit', () => {
  test.each([
    ['vulnerabilities', '', 'vulnerabilities', ''],
    ['vulnerabilities,', '', 'vulnerabilities', ','],
    ['back.”', '', 'back', '.”'],
    ['“hacking-back”', '“', 'hacking-back', '”'],
    ['(‘so’).', '(‘', 'so', '’).'],
    ['«internet»', '«', 'internet', '»'],
    ['(l’internet', '(', 'l’internet', ''],
    ['L’Appel', '', 'L’Appel', ''],
    ['States’', '', 'States', '’'],
    ['today?', '', 'today', '?'],
    ['1,222', '', '1,222', ''],
    ['50 %', '', '50 %', ''],
    ['"back"]', '"', 'back', '"]'],
    ['and…', '', 'and', '…'],
    ['AT&T;', '', 'AT&T', ';'],
    ['…', '', '', '…'],
    ['', '', '', ''],
  ])('%s leaves the punctuation outside', (hit, ...parts) => {
    expect(trimmed(hit)).toEqual(parts);
    expect(parts.join('')).toBe(hit);
  });
});

describe('the marked hits of a page', () => {
  test.each([
    [['hack-backs.'], 'hack-back'],
    [['hack-back'], 'hackback'],
    [['cyberattaques,'], 'cyber-attaques'],
    [['hacking', 'back,'], 'hack-back'],
    [['Multistakeholder'], 'multi\u2011stakeholder'],
    [['law', 'peace'], 'peace'],
    [["d'outils"], 'outils'],
  ])('%j hold %s', (hits, asked) => {
    expect(isHeld(hits, asked)).toBe(true);
  });

  test.each([
    [['contre', 'contre'], 'contre-attaque'],
    [['vie.'], 'vie-privée'],
    [['back'], 'hack-back'],
    [[], 'peace'],
  ])('%j do not hold %s', (hits, asked) => {
    expect(isHeld(hits, asked)).toBe(false);
  });
});

describe('words without meaning', () => {
  const stopWords = new Set(['who', 'it', 'the', 'did']);

  test.each([
    ['who called it dead on arrival?', 'called dead on arrival?'],
    ['Did Israel sign', 'Israel sign'],
    ['"the public core" who', '"the public core"'],
    ['the who', 'the who'],
    ['who did-it', 'who did-it'],
    ['', ''],
  ])('are left out of “%s”', (words, kept) => {
    expect(withoutStopWords(words, stopWords)).toBe(kept);
  });

  test.each([
    ["l' internet", 'internet'],
    ["L' Appel d' outils", 'Appel outils'],
    ["Qu' est-ce que le cœur public de l' internet ?", 'cœur public internet'],
    ["y a-t-il d' autres États ?", 'autres États'],
    ['"cœur public de l\' internet"', '"cœur public de l\' internet"'],
    ["l' \"internet libre\"", '"internet libre"'],
    ["aujourd'hui", "aujourd'hui"],
    ["l'", "l'"],
    ['?', '?'],
    ['est-ce', 'est-ce'],
  ])('of French are left out of “%s” too, elided or joined', (words, kept) => {
    expect(withoutStopWords(words, new Set(['que', 'le', 'de', 'est', 'ce', 'y', 'il', 'a']))).toBe(kept);
  });

  test('of English keep the plural that possesses', () => {
    expect(withoutStopWords("the states' duty", stopWords)).toBe("states' duty");
  });
});
