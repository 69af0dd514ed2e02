/**
 * What stands where on a social card, the picture of 1200 × 630 that other sites show beside a link to a page.
 *
 * A card is set like a page of the site: its numeral in the margin, its title, a text, a thin rule and the foot. Whatever
 * draws it breaks no lines, so they are broken here, by the widths that `measure` gives. A title and a text step down in
 * size until they fit, and end in an ellipsis where the smallest is still too large. The outcome is a sheet of lines and
 * rules in their places, and the same as SVG 1.1 (https://www.w3.org/TR/SVG11/text.html). The size is the one that
 * readers of the Open Graph protocol show uncut (https://ogp.me).
 *
 * A face without the letters of a card is the business of `inFace`, which comes first.
 */
import { settable, tidy } from './letters.ts';
import { balancedLines, fits, type Width } from './lines.ts';

export interface Card {
  /** A principle's figure, set large in the margin. */
  readonly numeral?: string;
  /** Who published it and when, above the title. Beside a numeral, which has that place, it goes to the end of the foot. */
  readonly kicker?: string;
  readonly title: string;
  readonly text: string;
  /** The site's name. */
  readonly foot: string;
  /** The language of the title and the text. */
  readonly lang: string;
}

export type Face = 'normal' | 'italic';
/** The width of a text in pixels, set at a size in a face. Widths add up after spaces: `a b` is as wide as `a ` and `b`. */
export type Measure = (text: string, size: number, face: Face) => number;

export const [WIDTH, HEIGHT] = [1200, 630];
/** The site's own, in light: `src/styles/tokens.css`. */
export const COLOURS = { paper: '#fcfaf5', line: '#d8d0c0', ink: '#1f1b16', quiet: '#5c554a', rubric: '#98200f' } as const;
export type Colour = Exclude<keyof typeof COLOURS, 'paper'>;

/** A line of words: where it begins on its baseline, in whole pixels. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly face: Face;
  readonly colour: Colour;
}
export interface Rule {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: Colour;
}
export interface Sheet {
  readonly lang: string;
  readonly lines: readonly Line[];
  readonly rules: readonly Rule[];
}

const MARGIN = 92;
/** A numeral ends here, on the baseline of the title's first line, and the words begin there. */
const NUMERAL = { size: 240, end: 256, baseline: 224, words: 304 } as const;
/** The foot's rule and baseline, and the band above it that the words keep to. */
const [RULE, FOOT, TOP, BOTTOM] = [524, 579, 78, 480];
const SMALL = 34;
/** The height of capitals and the distance of lines, as parts of the size. */
const [CAPITAL, TITLE_LEADING, TEXT_LEADING] = [0.65, 1.13, 1.36];
/** No card shows more letters of a text than this. */
const LONGEST = 400;

/** A size, and as many lines as may be set in it. */
interface Step {
  readonly size: number;
  readonly most: number;
}
/** From the smallest, which takes whatever comes, to the largest that is tried. */
type Steps<S extends Step = Step> = readonly [S, ...S[]];

/** Of a title, each with those of the text below it; together they keep to the band. */
const TITLES: Steps<Step & { readonly text: Steps }> = [
  { size: 56, most: 4, text: [{ size: 32, most: 2 }, { size: 34, most: 2 }, { size: 36, most: 2 }] },
  { size: 64, most: 3, text: [{ size: 32, most: 3 }, { size: 34, most: 2 }, { size: 36, most: 2 }] },
  { size: 72, most: 3, text: [{ size: 34, most: 2 }, { size: 36, most: 2 }, { size: 38, most: 2 }] },
  { size: 84, most: 2, text: [{ size: 34, most: 3 }, { size: 36, most: 3 }, { size: 38, most: 3 }, { size: 40, most: 3 }] },
  { size: 100, most: 1, text: [{ size: 34, most: 4 }, { size: 36, most: 4 }, { size: 40, most: 3 }] },
];
const TITLES_BESIDE_NUMERAL: typeof TITLES = [
  { size: 58, most: 3, text: [{ size: 32, most: 2 }, { size: 34, most: 2 }] },
  { size: 76, most: 2, text: [{ size: 32, most: 3 }, { size: 34, most: 3 }, { size: 36, most: 3 }] },
  { size: 84, most: 1, text: [{ size: 36, most: 4 }, { size: 38, most: 4 }, { size: 40, most: 4 }] },
];

/** Where everything on a card stands. Without a title the text takes its place. */
export function cardSheet(card: Card, measure: Measure): Sheet {
  const short = (words = '') => [...tidy(words)].slice(0, LONGEST).join('');
  const [numeral, kicker, foot] = [short(card.numeral), short(card.kicker), short(card.foot)];
  const [title = '', text = ''] = [short(card.title), short(card.text)].filter(Boolean);
  const x = numeral === '' ? MARGIN : NUMERAL.words;
  const column = WIDTH - MARGIN - x;
  const small: Step = { size: SMALL, most: 1 };
  const widthAt = ({ size }: Step, face: Face = 'normal'): Width => (words) => measure(words, size, face);
  const largest = <S extends Step>(words: string, steps: Steps<S>): S => steps.findLast((step) => fits(words, step.most, column, widthAt(step))) ?? steps[0];

  const step = largest(title, numeral === '' ? TITLES : TITLES_BESIDE_NUMERAL);
  const textStep = largest(text, step.text);
  const above = numeral === '' ? balancedLines(kicker, 1, column, widthAt(small)) : [];
  const titles = balancedLines(title, step.most, column, widthAt(step));
  const texts = balancedLines(text, textStep.most, column, widthAt(textStep));
  const name = balancedLines(foot, 1, column, widthAt(small));

  // Each distance is from a baseline to the next; the first is from the top of the capitals.
  const toTitle = above.length === 0 ? step.size * CAPITAL : step.size * (CAPITAL + 0.26) + 22;
  const toText = textStep.size + step.size * 0.26 + 12;
  const height = (above.length === 0 ? 0 : SMALL * CAPITAL) + toTitle + (titles.length - 1) * step.size * TITLE_LEADING
    + (texts.length === 0 ? 0 : toText + (texts.length - 1) * textStep.size * TEXT_LEADING);
  const kickerY = TOP + (BOTTOM - TOP - height) * 0.4 + (above.length === 0 ? 0 : SMALL * CAPITAL);
  const titleY = numeral === '' ? kickerY + toTitle : NUMERAL.baseline;
  const textY = titleY + (titles.length - 1) * step.size * TITLE_LEADING + toText;

  const set = (words: readonly string[], y: number, { size }: Step, leading: number, colour: Colour): Line[] =>
    words.map((line, index) => ({ text: line, x, y: Math.round(y + index * size * leading), size, face: 'normal', colour }));
  const lines = [
    ...set(above, kickerY, small, 1, 'rubric'),
    ...set(titles, titleY, step, TITLE_LEADING, 'ink'),
    ...set(texts, textY, textStep, TEXT_LEADING, 'quiet'),
    ...set(name, FOOT, small, 1, 'rubric'),
  ];
  if (numeral !== '') {
    const { size, end, baseline } = NUMERAL;
    lines.push({ text: numeral, x: Math.round(end - measure(numeral, size, 'normal')), y: baseline, size, face: 'normal', colour: 'rubric' });
    const italic = widthAt(small, 'italic');
    const room = column - measure(name[0] ?? '', SMALL, 'normal') - SMALL;
    for (const line of balancedLines(kicker, 1, room, italic)) {
      lines.push({ text: line, x: Math.round(x + column - italic(line)), y: FOOT, size: SMALL, face: 'italic', colour: 'quiet' });
    }
  }
  return { lang: card.lang, lines, rules: [{ x, y: RULE, width: column, height: 2, colour: 'line' }] };
}

/** The part of their letters that a face must be able to set of a title and a text; less would mislead, and is left out. */
const READABLE = 0.75;

/** The card with what a face can set of it. */
export function inFace({ numeral, kicker, title, text, foot, lang }: Card, has: (character: string) => boolean): Card {
  return {
    title: settable(title, has, READABLE), text: settable(text, has, READABLE), foot: settable(foot, has), lang,
    ...(numeral === undefined ? {} : { numeral: settable(numeral, has) }),
    ...(kicker === undefined ? {} : { kicker: settable(kicker, has) }),
  };
}

/** A sheet as SVG. It says all that a card shows: two cards of one SVG are one picture. */
function svgOf({ lang, lines, rules }: Sheet): string {
  const drawn = [
    ...rules.map(({ x, y, width, height, colour }) => `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${COLOURS[colour]}"/>`),
    ...lines.map(({ text, x, y, size, face, colour }) => `<text x="${x}" y="${y}" font-size="${size}" font-style="${face}" fill="${COLOURS[colour]}">${escaped(text)}</text>`),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" xml:lang="${escaped(lang)}" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="Alegreya">`
    + `<rect width="${WIDTH}" height="${HEIGHT}" fill="${COLOURS.paper}"/>${drawn.join('')}</svg>\n`;
}

/** A card as SVG, for a face that can set its letters. */
export const cardSvg = (card: Card, measure: Measure): string => svgOf(cardSheet(card, measure));

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
