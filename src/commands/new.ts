/**
 * `npm run new -- coverage`: writes a new coverage record from flags, or asks for what no flag gives.
 *
 *     npm run new -- coverage --title "…" --publisher "…" --published 2019-05-04 --claim "…" --principle 8
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { isFuture, isPartialDate } from '../lib/dates.ts';
import { readEntry } from '../lib/entries.ts';
import { newCoverage } from '../lib/new-coverage.ts';
import { formatProblem } from '../lib/problems.ts';
import { COVERAGE_KINDS, STANCES } from '../lib/schemas.ts';
import { settings, today } from '../settings.ts';

const fail = (message: string): never => {
  console.error(message);
  process.exit(1);
};

/** Each field: what is asked, what it is where nothing is answered, and which answers are taken. */
const FIELDS = {
  title: ['Title, as printed', undefined, (text: string) => text !== ''],
  publisher: ['Publisher', undefined, (text: string) => text !== ''],
  published: ['Published (2019-05-04, 2019-05 or 2019)', undefined, (text: string) => isPartialDate(text) && !isFuture(text, today())],
  url: ['Address (empty if there is none)', '', () => true],
  author: ['Author (empty if there is no byline)', '', () => true],
  language: ['Language of the source', 'en', (text: string) => /^[a-z]{2,3}(-[A-Z]{2})?$/.test(text)],
  kind: [`Kind (${COVERAGE_KINDS.join(', ')})`, 'reporting', (text: string) => COVERAGE_KINDS.some((kind) => kind === text)],
  stance: [`Stance towards the Call, in our judgement (${STANCES.join(', ')})`, 'neutral', (text: string) => STANCES.some((stance) => stance === text)],
  read: ['What you have read (full, extract, copy)', 'full', (text: string) => ['full', 'extract', 'copy'].includes(text)],
  summary: ['One plain sentence on it, at most 160 characters', undefined, (text: string) => text !== '' && text.length <= 160],
  speaker: ['Who makes its first claim', undefined, (text: string) => text !== '' && !text.includes('·')],
  claim: ['The first claim, in your own words', undefined, (text: string) => text !== ''],
  principle: ['The principle it bears on (1 to 9, or 0 for the Call as a whole)', '0', (text: string) => /^\d$/.test(text)],
  slug: ['Slug (empty: made from publisher and title)', '', (text: string) => /^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(text)],
} as const satisfies { readonly [field: string]: readonly [string, string | undefined, (text: string) => boolean] };
type Field = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as Field[];

const options = Object.fromEntries(NAMES.map((name) => [name, { type: 'string' as const }]));
const { values, positionals } = (() => {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\nFlags: ${NAMES.map((name) => `--${name}`).join(' ')}`);
  }
})();
if (positionals.length !== 1 || positionals[0] !== 'coverage') fail('What is to be made? npm run new -- coverage');

const answers = {} as Record<Field, string>;
const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
for (const name of NAMES) {
  const [question, otherwise, isGood] = FIELDS[name];
  let given = values[name] as string | undefined;
  while (given === undefined || !isGood(given.trim())) {
    if (given !== undefined && terminal === undefined) fail(`--${name} ${given}: ${question}`);
    if (terminal === undefined && otherwise === undefined) fail(`--${name} is missing: ${question}`);
    given = terminal === undefined ? otherwise : (await terminal.question(`${question}${otherwise ? ` [${otherwise}]` : ''}: `)) || otherwise;
  }
  answers[name] = given.trim();
}
terminal?.close();

const { file, source } = newCoverage({ ...answers, authors: answers.author === '' ? [] : [answers.author], principle: Number(answers.principle) });
const { problems } = readEntry({ file, bytes: new TextEncoder().encode(source) }, today());
if (problems.length > 0) fail(problems.map(formatProblem).join('\n\n'));
const path = join(dirname(settings.content), file);
if (existsSync(path)) fail(`${file} is there already; choose another --slug`);
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, source);
console.log(`${file} is written.

Next: retell the other claims as ### c2, ### c3 …, link what they speak of, and complete omits, confirmed and
unconfirmed (content/README.md). Then: npm run check`);
