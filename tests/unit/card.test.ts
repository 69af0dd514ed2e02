import { readFileSync } from 'node:fs';
import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { cardSheet, cardSvg, COLOURS, HEIGHT, inFace, WIDTH, type Card, type Line, type Measure } from '../../src/lib/card.ts';

/** Letters about as wide as Alegreya's on the average. */
const measure: Measure = (text, size, face) =>
  [...text].reduce((sum, letter) => sum + (/[\s.,:;’ijlI]/.test(letter) ? 0.24 : /[mwMW]/.test(letter) ? 0.75 : 0.47), 0) * size * (face === 'italic' ? 0.9 : 1);
const SITE = 'The Paris Call, annotated';
const plain: Card = { title: 'States', text: 'The States that support the Call, on a map and in a list.', foot: SITE, lang: 'en' };
const principle: Card = {
  numeral: '8', kicker: 'Principle 8 of the Paris Call', title: 'No private hack back',
  text: 'Act so that non-State actors, companies included, do not answer attacks by hacking, for themselves or for other non-State actors.', foot: SITE, lang: 'en',
};
const record: Card = {
  kicker: 'Kaspersky, 12 November 2021',
  title: 'Paris Call Working Group 6: Kaspersky, Cigref, GEODE and multi-stakeholder community bring concrete tools for stronger ICT supply chain security',
  text: 'Kaspersky announces the report of the Call’s group on supply chains, with a grid of what each kind of actor can do now.', foot: SITE, lang: 'en',
};
const words = (count: number) => Array.from({ length: count }, (_, index) => ['trust', 'security', 'and', 'cyberspace', 'of', 'the'][index % 6]).join(' ');

const titled = (title: string, rest: Partial<Card> = {}): Card => ({ ...plain, ...rest, title });
const inColour = (card: Card, colour: Line['colour']) => cardSheet(card, measure).lines.filter((line) => line.colour === colour);
const titleOf = (card: Card) => inColour(card, 'ink');
const textOf = (card: Card) => inColour(card, 'quiet').filter(({ face }) => face === 'normal');

/** What may arrive from a record, and what nobody would write but somebody may. */
const CARDS: [name: string, card: Card][] = [
  ['a page', plain], ['a principle', principle], ['a record', record],
  ['a long title beside a numeral', { ...principle, title: words(40), text: words(80), kicker: words(30), foot: words(30) }],
  ['everything long', { ...record, kicker: words(60), title: words(60), text: words(90), foot: words(40) }],
  ['an address as title', titled(`https://www.example.org/${'a-very-long-path/'.repeat(12)}?a=b&c=<d>`)],
  ['one word of ten thousand letters', titled('x'.repeat(10_000), { text: 'é'.repeat(10_000) })],
  ['ten thousand words', titled(words(10_000), { text: words(10_000) })],
  ['nothing at all', { title: '', text: '', foot: '', lang: '' }],
  ['markup', titled('<script>alert("1")</script> & ]]> \'quoted\'', { kicker: '<b>&amp;</b>', lang: '"><x' })],
  ['controls and halves of pairs', titled('a\u0000b\u0008c\uD800d\uFFFEe\u202Ef', { text: '\u0001\u0002', kicker: '\uDC00' })],
  ['right to left', titled('نداء باريس من أجل الثقة والأمن في الفضاء السيبراني', { kicker: 'קריאת פריז' })],
  ['joined signs and accents', titled('👩🏽‍💻'.repeat(80), { text: 'e\u0301\u0323'.repeat(300) })],
];

describe.each(CARDS)('a card of %s', (_, card) => {
  const { lines, rules } = cardSheet(card, measure);

  test('has no line wider than its column, and none that begins outside it', () => {
    expect(lines.filter(({ text, x, size, face }) => x < 90 || x + measure(text, size, face) > WIDTH - 91)).toEqual([]);
  });

  test('has its words above the rule and the foot below it, one clear of the other', () => {
    const [rule] = rules;
    const foot = lines.filter(({ y }) => y > (rule?.y ?? 0));
    expect(foot.every(({ y, size }) => y - size * 0.75 > (rule?.y ?? 0) && y + size * 0.3 < HEIGHT)).toBe(true);
    expect(lines.filter((line) => !foot.includes(line) && line.y + line.size * 0.27 > (rule?.y ?? 0) && line.text !== card.numeral)).toEqual([]);
    expect(lines.filter(({ y, size }) => y - size * 0.6 < 60)).toEqual([]);
  });

  test('has each line clear of the one above it', () => {
    const column = lines.filter(({ text, face }) => text !== card.numeral && face === 'normal');
    column.slice(1).forEach((line, index) => expect(line.y - (column[index]?.y ?? 0)).toBeGreaterThanOrEqual(line.size * 1.1));
    const ends = lines.filter(({ y }) => y > 560);
    if (ends.length === 2) expect((ends[0]?.x ?? 0) + measure(ends[0]?.text ?? '', 34, 'normal')).toBeLessThan(ends[1]?.x ?? 0);
  });

  test('has at most four lines of title and four of text', () => {
    expect(titleOf(card).length).toBeLessThanOrEqual(4);
    expect(textOf(card).length).toBeLessThanOrEqual(4);
  });

  test('stands in whole pixels', () => {
    expect([...lines, ...rules].flatMap(({ x, y }) => [x, y]).filter((at) => !Number.isInteger(at))).toEqual([]);
  });

  test('is one SVG, the same each time', () => {
    const svg = cardSvg(card, measure);
    expect(XmlDocument.fromString(svg).root.name).toBe('svg');
    expect(svg).toBe(cardSvg(card, measure));
  });
});

describe('the words of a card', () => {
  test.each<[name: string, rest: Partial<Card>]>([['of a page', {}], ['of a record', { kicker: 'Kaspersky' }], ['of a principle', { numeral: '8' }]])(
    '%s keep a margin above and from the rule, however long they are', (_, rest) => {
      for (let count = 1; count < 40; count++) {
        const { lines, rules } = cardSheet(titled(words(count), { ...rest, text: words(60) }), measure);
        const band = lines.filter(({ y, text }) => y < (rules[0]?.y ?? 0) && text !== '8');
        expect(Math.max(...band.map(({ y }) => y))).toBeLessThanOrEqual(484);
        expect(Math.min(...band.map(({ y, size }) => y - size * 0.65))).toBeGreaterThanOrEqual(77);
      }
    },
  );
});

describe('a title', () => {
  const lengths = [1, 3, 5, 7, 9, 12, 15, 18, 22, 26, 30, 60];
  const sizes = lengths.map((count) => titleOf(titled(words(count)))[0]?.size ?? 0);

  test('is set smaller the longer it is', () => {
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(new Set(sizes).size).toBeGreaterThanOrEqual(4);
  });

  test('of one word is as large as can be', () => {
    expect(titleOf(plain)[0]?.size).toBe(100);
  });

  test('of 140 letters is whole', () => {
    const lines = titleOf(record);
    expect(lines.map(({ text }) => text).join(' ')).toBe(record.title);
    expect(lines).toHaveLength(4);
  });

  test('that is too long even in the smallest size ends in an ellipsis', () => {
    const lines = titleOf(titled(words(60)));
    expect(lines).toHaveLength(4);
    expect(lines.map(({ text }) => text.endsWith('…'))).toEqual([false, false, false, true]);
    expect(words(60).startsWith(lines.map(({ text }) => text).join(' ').slice(0, -1))).toBe(true);
  });

  test('is not cut short where it fits', () => {
    for (const count of lengths.filter((one) => words(one).length <= 140)) expect(titleOf(titled(words(count))).map(({ text }) => text).join(' ')).toBe(words(count));
  });

  test('that is missing is replaced by the text', () => {
    expect(titleOf(titled('')).map(({ text }) => text).join(' ')).toBe(plain.text);
    expect(textOf(titled(''))).toEqual([]);
  });

  test('breaks no word while a smaller size spares it', () => {
    const [first, ...more] = titleOf(titled('Telecommunicationsinfrastructures'));
    expect(more).toEqual([]);
    expect(first?.size).toBeLessThan(100);
  });
});

describe('a text', () => {
  test('is set smaller before it is cut', () => {
    const sizes = [10, 22, 26, 30, 80].map((count) => textOf({ ...principle, text: words(count) })[0]?.size ?? 0);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(new Set(sizes).size).toBeGreaterThan(1);
  });

  test('that is too long ends in an ellipsis', () => {
    expect(textOf({ ...plain, text: words(100) }).at(-1)?.text).toMatch(/\p{L}…$/u);
  });

  test('may be missing', () => {
    expect(textOf({ ...plain, text: '' })).toEqual([]);
    expect(titleOf({ ...plain, text: '' })[0]?.text).toBe('States');
  });
});

describe('the parts of a card', () => {
  test('have the numeral in the margin, on the baseline of the title, in rubric', () => {
    const { lines, rules } = cardSheet(principle, measure);
    const [numeral, title] = [lines.find(({ text }) => text === '8'), titleOf(principle)[0]];
    expect(numeral).toMatchObject({ y: title?.y, colour: 'rubric' });
    expect((numeral?.x ?? 0) + measure('8', numeral?.size ?? 0, 'normal')).toBeLessThan(title?.x ?? 0);
    expect(rules[0]?.x).toBe(title?.x);
  });

  test('have the kicker above the title', () => {
    const kicker = inColour(record, 'rubric')[0];
    expect(kicker?.text).toBe(record.kicker);
    expect(kicker?.y).toBeLessThan(titleOf(record)[0]?.y ?? 0);
  });

  test('have it at the end of the foot beside a numeral', () => {
    const line = cardSheet(principle, measure).lines.find(({ text }) => text === principle.kicker);
    const foot = cardSheet(principle, measure).lines.find(({ text }) => text === SITE);
    expect(line).toMatchObject({ y: foot?.y, face: 'italic' });
    expect(Math.round((line?.x ?? 0) + measure(line?.text ?? '', line?.size ?? 0, 'italic'))).toBe(WIDTH - 92);
  });

  test('have the same foot on every card', () => {
    const feet = [plain, record, titled(words(60))].map((card) => cardSheet(card, measure).lines.find(({ text }) => text === SITE));
    expect(new Set(feet.map((foot) => JSON.stringify(foot))).size).toBe(1);
  });

  test('are in the colours of the site', () => {
    const tokens = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
    const token = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens)?.[1];
    expect(COLOURS).toEqual({ paper: token('paper'), line: token('line'), ink: token('ink'), quiet: token('ink-soft'), rubric: token('rubric') });
  });
});

describe('a card as SVG', () => {
  test('says each line with its place, size and colour', () => {
    const texts = XmlDocument.fromString(cardSvg(principle, measure)).find('//*[local-name()="text"]').filter((node) => node instanceof XmlElement);
    expect(texts.map((node) => node.content)).toEqual(cardSheet(principle, measure).lines.map(({ text }) => text));
    const [line] = cardSheet(principle, measure).lines;
    expect(cardSvg(principle, measure)).toContain(`<text x="${line?.x}" y="${line?.y}" font-size="${line?.size}" font-style="normal" fill="${COLOURS[line?.colour ?? 'ink']}">`);
  });

  test('holds markup as words', () => {
    const svg = cardSvg(titled('<script>alert(1)</script>', { text: '& "so"', lang: 'en" onload="x' }), measure);
    expect(svg).not.toMatch(/<script|onload="/);
    expect(svg).toMatch(/>&lt;script&gt;alert\(1\)&lt;\/script&gt;<.*>&amp; &quot;so&quot;</);
  });

  test('is of the size that is asked for, and says the language', () => {
    expect(cardSvg(plain, measure)).toMatch(/^<svg [^>]*xml:lang="en" width="1200" height="630"/);
  });
});

describe('a card in a face', () => {
  const latin = (character: string) => /^[ -~’…]$/.test(character);

  test('is what it was where the face holds its letters', () => {
    expect(inFace(principle, latin)).toEqual(principle);
    expect(inFace(plain, latin)).toEqual(plain);
  });

  test('keeps what can be read of the kicker', () => {
    expect(inFace({ ...plain, kicker: '新华社, 12 November 2018' }, latin).kicker).toBe('12 November 2018');
  });

  test('loses a title that would be left in shreds, and shows its text instead', () => {
    const card = inFace({ ...plain, title: '巴黎倡议 and “Cyber” 网络' }, latin);
    expect(card.title).toBe('');
    expect(titleOf(card).map(({ text }) => text).join(' ')).toBe(plain.text);
  });

  test('keeps a title that lacks an accent or an emoji', () => {
    expect(inFace({ ...plain, title: 'Výzva z Paříže 🎉' }, latin).title).toBe('Vyzva z Parize');
  });
});
