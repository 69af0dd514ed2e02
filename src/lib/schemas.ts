/**
 * The fields of each kind of entry: what a front matter may hold and what it means.
 *
 * The collections and the problems report use the same schemas, and all types are inferred from them. What a path
 * says already (language, slug, year, number of a principle) is no field. `content/README.md` tells authors the same.
 */
import { z } from 'astro/zod';
import { slugOf } from './coverage.ts';
import { isPartialDate } from './dates.ts';
import { isFormula } from './formulas.ts';
import { isWebAddress } from './links.ts';
import { hasHidden } from './source-text.ts';

/** Astro's YAML reader makes a date of `2018-11-12`; ours leaves it as written. Both end as the text. */
const asWritten = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString().slice(0, 10) : typeof value === 'number' ? String(value) : value;
const DATE = 'a year, a month or a day that the calendar holds: 2018, 2018-11 or 2018-11-12';
const date = () =>
  z.preprocess(asWritten, z.string({ error: DATE }).refine(isPartialDate, { error: DATE })).describe(DATE);

const WEB = 'an address that begins with https:// or http://';
/** A host by name, its last part in letters or in the ASCII form of other scripts: `wired.com`, `xn--e1afmkfd.xn--p1ai`. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/i;
const web = () => z.url({ protocol: /^https?$/, hostname: HOST, error: WEB, abort: true }).refine(isWebAddress, { error: `${WEB}, with nothing before the host` }).describe(WEB);

/** Markdown sets the apostrophes of the body; those of the fields are set here. */
const anyWords = (what: string) =>
  z.string({ error: what }).trim().min(1, { error: what, abort: true }).refine((text) => !hasHidden(text), { error: `${what}, without letters that nobody sees` }).describe(what).overwrite((text) => text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’'));
/** Words that may become a cell of a table. */
const words = (what: string) => anyWords(what).refine((text) => !isFormula(text), { error: `${what}, with none of = + - @ at its beginning, which a table program takes for a formula` }).describe(what);
const summary = () => words('one plain sentence for lists and search results, at most 160 characters').max(160, {
  error: 'at most 160 characters',
});
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `one of ${values.join(', ')}` }).describe(`one of ${values.join(', ')}`);

export const COVERAGE_KINDS = [
  'reporting', 'commentary', 'explainer', 'research', 'report', 'official', 'statement', 'law', 'repost', 'list-post',
] as const;
export const STANCES = ['supportive', 'neutral', 'mixed', 'critical'] as const;

const CUT = 'a claim or a run of claims: c3 or c28-c45';
function isCut(text: string): boolean {
  const [, from, to = from] = /^c([1-9]\d{0,3})(?:-c([1-9]\d{0,3}))?$/.exec(text) ?? [];
  return from !== undefined && Number(from) <= Number(to);
}

/** Its list of coverage has the address that its letters make. */
const HOUSE = 'the house, in its usual form';

const bothLanguages = <T extends z.ZodType>(value: T) => z.strictObject({ en: value, fr: value }, { error: 'en: and fr: below it, indented' });

/** The Call itself in our plain words, in one language. */
export const text = z.strictObject({
  title: words('the title of this edition'),
  edition: oneOf(['plain']),
  date: date(),
  official: bothLanguages(web()).describe('en and fr, the addresses of the official text'),
});

/** The official wording, as `npm run official` writes it. */
export const official = z.strictObject({
  ...text.shape,
  edition: oneOf(['official']),
  // The name of any file; no table holds it.
  source: anyWords('the document that it was read from'),
  retrieved: date(),
});

/** One of the nine principles. */
export const principle = z.strictObject({
  names: bothLanguages(words('the official short name')).describe('en and fr, the official short names'),
  summary: summary(),
});

/** One outside publication about the Call. */
export const coverage = z
  .strictObject({
    title: words('the title as printed'),
    titleFrom: oneOf(['page', 'address', 'us']).default('page'),
    summary: summary(),
    authors: z.array(words('a name'), { error: 'a list of names: [A. Reporter]' }).default([]).describe('a list of names'),
    corporateAuthors: z.array(words('the name of a body'), { error: 'a list of names: [Reuters]' }).default([]).describe('a list of names of bodies'),
    publisher: words(HOUSE).refine((house) => slugOf(house) !== '', { error: `${HOUSE}, with a letter or a digit` }),
    section: words('the part of the house').optional(),
    published: date().optional(),
    notBefore: date().optional(),
    corrected: date().optional(),
    language: z.string({ error: 'a language tag such as en or fr' })
      .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, { error: 'a language tag such as en or fr' }).describe('a language tag such as en or fr'),
    kind: oneOf(COVERAGE_KINDS),
    stance: oneOf(STANCES),
    read: oneOf(['full', 'extract', 'copy']),
    url: web().optional(),
    urlStatus: oneOf(['confirmed', 'unconfirmed']).default('confirmed'),
    archive: web().optional(),
    copyOf: words('the slug of the original').optional(),
    cuts: z.array(z.string({ error: CUT }).refine(isCut, { error: CUT }), { error: 'a list of claims such as [c3, c28-c45]' }).default([]).describe('a list of claims such as [c3, c28-c45]'),
  })
  .superRefine((entry, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (entry.published === undefined && entry.notBefore === undefined)
      refuse('published', 'published, or notBefore where only the earliest day can be worked out');
    if (entry.published !== undefined && entry.notBefore !== undefined)
      refuse('notBefore', 'either published or notBefore, not both');
    if (entry.cuts.length > 0 && entry.copyOf === undefined) refuse('cuts', 'cuts only beside copyOf');
  });

export const STATUSES = ['agreed', 'differ', 'corrected', 'open'] as const;

/** Whether the entry must stand in every language; said only where it need not. */
const translated = () => z.boolean({ error: 'true or false' }).optional().describe('true or false');

/** A question to which sources give their answers. */
export const question = z.strictObject({
  question: words('the question, as a reader would ask it'),
  summary: summary(),
  asOf: date(),
  status: oneOf(STATUSES),
  translated: translated(),
});

/** A term of the field. */
export const term = z.strictObject({
  term: words('the term as in running text').regex(/^[\p{L}\p{N}]/u, { error: 'the term as in running text, which begins with a letter' }),
  other: words('the equivalent in the other language'),
  aliases: z.array(words('another form of the term').regex(/^[\p{L}\p{N}]/u, { error: 'another form of the term, which begins with a letter' }), { error: 'a list of other forms' }).default([]).describe('a list of other forms'),
  translated: translated(),
});

/** A page of the site itself, the timeline, the corrections or the register of variants. */
export const page = z.strictObject({ title: words('the title'), summary: summary(), asOf: date().optional(), translated: translated() });

export type TextFields = z.infer<typeof text>;
export type OfficialFields = z.infer<typeof official>;
export type PrincipleFields = z.infer<typeof principle>;
export type CoverageFields = z.infer<typeof coverage>;
export type QuestionFields = z.infer<typeof question>;
export type TermFields = z.infer<typeof term>;
export type PageFields = z.infer<typeof page>;
