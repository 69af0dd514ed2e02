import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Answer, LinkCheck } from '../../src/lib/link-checks.ts';
import { linksTable, readLinkChecks } from '../../src/lib/link-checks.ts';
import { readRecord } from '../../src/lib/record.ts';
import { runLinks, type RunFlags } from '../../src/links/run.ts';
import { build, scratch, writeTree } from '../build.ts';
import { files, more, ONE, TEXT, TODAY, tree } from '../content.ts';
import { recordWith } from '../edition.ts';

const check = (url: string, changes: Partial<LinkCheck> = {}): LinkCheck =>
  ({ url, checked: '2026-10-01', status: 'alive', httpStatus: '200', fault: '', type: 'text/html', lastAlive: '2026-10-01', failingSince: '', failures: 0, movedTo: '', ...changes });
const [EN, FR, ONE_URL] = ['https://example.org/en', 'https://example.org/fr', 'https://example.org/one'];
const good = (url: string): Answer => ({ httpStatus: 200, type: 'text/html', finalUrl: url, permanent: false });
const silent = (url: string): Answer => ({ fault: 'timeout', finalUrl: url, permanent: false });

/** A run against answers by address, all good where none is given; and what was asked, time by time. */
async function run(answers: { [url: string]: Answer } | ((url: string) => Answer) = {}, linkChecks: LinkCheck[] = [], flags: RunFlags = {}, changes: Parameters<typeof tree>[0] = {}) {
  const asked: string[][] = [];
  const answerTo = (url: string) => (typeof answers === 'function' ? answers(url) : answers[url] ?? good(url));
  const record = { ...readRecord(files(tree(changes)), TODAY), linkChecks };
  const { table, report, exitCode } = await runLinks(record, TODAY, flags, (urls) => {
    asked.push([...urls]);
    return Promise.resolve(new Map(urls.map((url) => [url, answerTo(url)])));
  });
  const rows = table === undefined ? undefined : readLinkChecks(table, TODAY);
  return { asked, table, rows: rows?.checks, faults: rows?.problems, report: report.join('\n'), exitCode };
}

describe('a run', () => {
  test('asks every address once and writes a row for each', async () => {
    const { asked, rows, faults, report, exitCode } = await run();
    expect(asked).toEqual([[EN, FR, ONE_URL]]);
    expect(rows?.map(({ url, status, lastAlive }) => `${url} ${status} ${lastAlive}`)).toEqual([EN, FR, ONE_URL].map((url) => `${url} alive ${TODAY}`));
    expect([faults, exitCode]).toEqual([[], 0]);
    expect(report).toBe('3 of 3 addresses asked; 0 not asked yet.\n3 alive, 0 moved, 0 refused to programs, 0 failing, 0 gone.');
  });

  test('asks a portion, and leaves the other rows as they are', async () => {
    const { asked, rows, report } = await run({}, [check(FR, { checked: '2026-09-01' }), check(ONE_URL)], { limit: 2 });
    expect(asked).toEqual([[EN, FR]]);
    expect(rows).toEqual([check(EN, { checked: TODAY, lastAlive: TODAY }), check(FR, { checked: TODAY, lastAlive: TODAY }), check(ONE_URL)]);
    expect(report).toContain('2 of 3 addresses asked; 0 not asked yet.');
  });

  test('asks nothing that was asked lately, unless all is to be asked, and writes the same table', async () => {
    const lately = [EN, FR, ONE_URL].map((url) => check(url, { checked: '2026-11-20' }));
    const quiet = await run({}, lately);
    expect([quiet.asked, quiet.rows, quiet.exitCode]).toEqual([[[]], lately, 0]);
    expect((await run({}, lately, { all: true })).asked).toEqual([[EN, FR, ONE_URL]]);
  });

  test('forgets an address that nothing cites any more', async () => {
    expect((await run({}, [check('https://example.org/old')])).rows?.map(({ url }) => url)).toEqual([EN, FR, ONE_URL]);
  });

  test('has no row for an address whose server puts us off, and asks it first next time', async () => {
    const { rows, report } = await run({ [EN]: { later: true, finalUrl: EN, permanent: false } });
    expect(rows?.map(({ url }) => url)).toEqual([FR, ONE_URL]);
    expect(report).toContain('3 of 3 addresses asked, 1 of them to be asked another time; 1 not asked yet.');
  });
});

describe('what there is to mend is told at each place that cites it', () => {
  test('as a problem is', async () => {
    const { report, exitCode } = await run({
      [ONE_URL]: { httpStatus: 410, finalUrl: ONE_URL, permanent: false }, [EN]: silent(EN), [FR]: { ...good('https://example.org/call/fr'), permanent: true },
    }, [check(EN)]);
    expect(report).toBe(`${ONE}:11:6  an address that is gone
    found     ${ONE_URL}
    expected  an answer; since ${TODAY} it answers 410
    mend      look for it elsewhere or in an archive; name an archive copy
${TEXT}:6:7  an address that does not answer as it should
    found     ${EN}
    expected  an answer; since ${TODAY} the server took too long; last seen alive on 2026-10-01
    mend      look for it elsewhere or in an archive; name an archive copy
${TEXT}:7:7  an address that has moved for good
    found     ${FR}
    expected  the address where it is now, https://example.org/call/fr
    mend      look there, and write the new address
3 of 3 addresses asked; 0 not asked yet.
0 alive, 1 moved, 0 refused to programs, 1 failing, 1 gone.`);
    expect(exitCode).toBe(0);
  });

  test('with the archive copy, where the record names one', async () => {
    const { report } = await run({ [ONE_URL]: { httpStatus: 410, finalUrl: ONE_URL, permanent: false } }, [], {}, { [ONE]: recordWith({ archive: 'https://archive.example/one' }) });
    expect(report).toContain('the record has an archive copy');
  });

  test('and of a State in its own line', async () => {
    const url = 'https://example.org/mlt';
    expect((await run({ [url]: silent(url) }, [], {}, more)).report).toContain('content/states/states.csv:3:1  an address that does not answer as it should');
  });

  test('also of what was found in an earlier run', async () => {
    const failing = check(ONE_URL, { checked: '2026-11-20', status: 'failing', httpStatus: '404', failingSince: '2026-11-13', failures: 2 });
    expect((await run({}, [failing])).report).toContain('since 2026-11-13 it answers 404');
  });
});

describe('the command fails', () => {
  test.each([[{ httpStatus: 404, finalUrl: ONE_URL, permanent: false }, 1], [{ httpStatus: 403, finalUrl: ONE_URL, permanent: false }, 0], [good(ONE_URL), 0]])('on being strict where a link is broken: %j', async (answer, exitCode) => {
    expect((await run({ [ONE_URL]: answer }, [], { strict: true })).exitCode).toBe(exitCode);
    expect((await run({ [ONE_URL]: answer })).exitCode).toBe(0);
  });

  test('where nothing could be reached, and then writes nothing', async () => {
    const { table, report, exitCode, asked } = await run(silent);
    expect([table, exitCode]).toEqual([undefined, 1]);
    expect(report).toBe('None of 3 addresses could be reached: the network seems to be down. Nothing is written.');
    expect(asked[1]).toEqual([]);
  });

  test('where those that answered last time do not answer either', async () => {
    const { table, exitCode, asked } = await run(silent, [check(EN, { checked: '2026-11-20' }), check(FR, { checked: '2026-11-20' })]);
    expect(asked).toEqual([[ONE_URL], [EN, FR]]);
    expect([table, exitCode]).toEqual([undefined, 1]);
  });

  test('not where they do: then the silence of the others is their own', async () => {
    const { rows, exitCode } = await run((url) => (url === ONE_URL ? silent(url) : good(url)), [check(EN, { checked: '2026-11-20' }), check(FR, { checked: '2026-11-20' })]);
    expect(rows?.map(({ url, status, checked }) => `${url} ${status} ${checked}`)).toEqual([`${EN} alive ${TODAY}`, `${FR} alive ${TODAY}`, `${ONE_URL} failing ${TODAY}`]);
    expect(exitCode).toBe(0);
  });
});

describe('npm run links', () => {
  test('writes the table whole and nothing beside it; it is the whole command, less the network, where nothing is due', { timeout: 60_000 }, async () => {
    const folder = scratch('links');
    const rows = [EN, FR, ONE_URL].map((url) => check(url, { checked: TODAY }));
    const content = writeTree(folder, { ...tree(), 'content/links.csv': linksTable([...rows, check('https://example.org/uncited')]) });
    const before = readdirSync(content).sort();
    const environment = { CONTENT_DIR: content, SOURCE_DATE_EPOCH: String(Date.parse(TODAY) / 1000) };
    expect(await build(environment, 'links', ['--limit', '5'])).toEqual({ status: 0, printed: '0 of 3 addresses asked; 0 not asked yet.\n\n3 alive, 0 moved, 0 refused to programs, 0 failing, 0 gone.\n' });
    expect(readFileSync(join(content, 'links.csv'), 'utf8')).toBe(linksTable(rows));
    expect(readdirSync(content).sort()).toEqual(before);
    expect(await build(environment, 'links', ['--limit', 'many'])).toEqual({ status: 1, printed: '--limit many: a number from 1\nFlags: --all --limit NUMBER --strict\n' });
    rmSync(folder, { recursive: true });
  });

  test('runs on a schedule that may write to the repository, have the site published and do nothing else, by no code of others', () => {
    const file = '.github/workflows/links.yml';
    expect(existsSync(file)).toBe(true);
    const { permissions, jobs } = parse(readFileSync(file, 'utf8')) as { permissions: object; jobs: { links: { steps: { uses?: string; run?: string }[] } } };
    expect(permissions).toEqual({ contents: 'write', actions: 'write' });
    expect(jobs.links.steps.flatMap(({ uses }) => uses ?? []).filter((action) => !action.startsWith('actions/'))).toEqual([]);
    expect(jobs.links.steps.map(({ run: line }) => line)).toContain('npm run links -- --limit "$LIMIT"');
    // What a workflow pushes starts no other.
    expect(jobs.links.steps.at(-1)?.run).toMatch(/git push.*\n(#.*\n)?gh workflow run pages\.yml /);
  });
});
