/**
 * `npm run links`: asks the addresses elsewhere that the content cites whether they still answer, and keeps what it found
 * in `content/links.csv`. No build does this; it is run on a schedule, a portion at a time.
 *
 *     npm run links -- --limit 150   # the 150 that are due the longest
 *     npm run links -- --all         # also those that were asked a short while ago
 *     npm run links -- --strict      # fail where a link is failing or gone, else only reported
 */
import { renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readAll } from '../files.ts';
import { LINKS_FILE } from '../lib/link-checks.ts';
import { formatProblems } from '../lib/problems.ts';
import { checkAll, DEFAULTS } from '../links/checker.ts';
import { runLinks, type RunFlags } from '../links/run.ts';
import { settings, today } from '../settings.ts';

const fail = (message: string): never => {
  console.error(message);
  process.exit(1);
};

const flags = ((): RunFlags => {
  const usage = 'Flags: --all --limit NUMBER --strict';
  try {
    const { values: { all = false, strict = false, limit } } = parseArgs({ options: { all: { type: 'boolean' }, strict: { type: 'boolean' }, limit: { type: 'string' } } });
    if (limit !== undefined && !/^[1-9]\d{0,5}$/.test(limit)) return fail(`--limit ${limit}: a number from 1\n${usage}`);
    return { all, strict, ...(limit !== undefined && { limit: Number(limit) }) };
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
})();

const record = readAll();
if (record.problems.length > 0) fail(formatProblems(record.problems));

// Whom to write to, as far as whoever publishes the site has said it.
const about = [settings.site.startsWith('http://localhost') ? undefined : `+${settings.site}${settings.base}`, settings.report].filter((part) => part !== undefined);
const userAgent = `paris-call-annotated-links/1.0 (${[...about, 'checks that cited links still answer'].join('; ')})`;

const { table, report, exitCode } = await runLinks(record, today(), flags, (urls) => checkAll(urls, { ...DEFAULTS, userAgent }));
if (table !== undefined) {
  const name = basename(LINKS_FILE);
  // Written whole beside it, hidden, then renamed: there is never half a table.
  const hidden = join(settings.content, `.${name}.new`);
  writeFileSync(hidden, table);
  renameSync(hidden, join(settings.content, name));
}
console.log(report.join('\n\n'));
process.exit(exitCode);
