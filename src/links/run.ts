/** One run of `npm run links`: which addresses are asked, what becomes of the table, and what there is to report. */
import { externalLinks, type ExternalLink } from '../lib/external-links.ts';
import { dueAddresses, FAULTS, hasAnswered, linksTable, nextCheck, type Answer, type LinkCheck } from '../lib/link-checks.ts';
import { formatProblem, sortProblems, type Problem, type ProblemCode } from '../lib/problems.ts';
import type { Record } from '../lib/record.ts';

export interface Run {
  /** The new table; undefined where there is nothing to write. */
  readonly table?: string;
  readonly report: readonly string[];
  readonly exitCode: 0 | 1;
}

export interface RunFlags {
  readonly all?: boolean;
  readonly limit?: number;
  readonly strict?: boolean;
}

/** How many addresses that answered last time are asked where none of those due did. */
const WITNESSES = 3;

/**
 * Asks what is due by `ask` and gives the new table and the report. Where nothing at all could be reached, neither now nor
 * of those that answered last time, it is our network that is down: nothing is written, since it would mark every link.
 */
export async function runLinks({ entries, states, linkChecks }: Pick<Record, 'entries' | 'states' | 'linkChecks'>, today: string, flags: RunFlags, ask: (urls: readonly string[]) => Promise<ReadonlyMap<string, Answer>>): Promise<Run> {
  const links = externalLinks(entries, states);
  const before = new Map(linkChecks.map((check) => [check.url, check]));
  const due = dueAddresses(links.map(({ url }) => url), before, today, flags);
  const answers = new Map(await ask(due));
  if (due.length > 0 && ![...answers.values()].some(hasAnswered)) {
    const witnesses = linkChecks.filter(({ url, status }) => status !== 'failing' && status !== 'gone' && !answers.has(url)).slice(0, WITNESSES).map(({ url }) => url);
    const heard = await ask(witnesses);
    if (![...heard.values()].some(hasAnswered)) return { report: [`None of ${due.length + witnesses.length} addresses could be reached: the network seems to be down. Nothing is written.`], exitCode: 1 };
    for (const [url, answer] of heard) answers.set(url, answer);
  }
  // Of addresses that nothing cites any more, nothing is kept.
  const checks = links.flatMap(({ url }): LinkCheck[] => {
    const answer = answers.get(url);
    const check = answer === undefined ? before.get(url) : nextCheck(before.get(url), url, answer, today);
    return check === undefined ? [] : [check];
  });
  const byUrl = new Map(links.map((link) => [link.url, link]));
  const problems = checks.flatMap((check) => problemsOf(check, byUrl.get(check.url)));
  const put = [...answers.values()].filter(({ later }) => later).length;
  const count = (status: LinkCheck['status']) => checks.filter((check) => check.status === status).length;
  const isBroken = checks.some(({ status }) => status === 'gone' || status === 'failing');
  return {
    table: linksTable(checks),
    report: [
      ...sortProblems(problems).map(formatProblem),
      `${answers.size} of ${links.length} addresses asked${put > 0 ? `, ${put} of them to be asked another time` : ''}; ${links.length - checks.length} not asked yet.`,
      `${count('alive')} alive, ${count('moved')} moved, ${count('refused')} refused to programs, ${count('failing')} failing, ${count('gone')} gone.`,
    ],
    exitCode: flags.strict && isBroken ? 1 : 0,
  };
}

const CODE: Partial<{ readonly [status in LinkCheck['status']]: ProblemCode }> = { gone: 'link-gone', failing: 'link-failing', moved: 'link-moved' };

/** What an editor may want to mend, at each place that cites the address. */
function problemsOf({ url, status, fault, httpStatus, failingSince, lastAlive, movedTo }: LinkCheck, link: ExternalLink | undefined): Problem[] {
  const code = CODE[status];
  if (code === undefined) return [];
  const what = fault === '' ? `it answers ${httpStatus}` : FAULTS[fault];
  const expected = status === 'moved' ? `the address where it is now, ${movedTo}` : `an answer; since ${failingSince} ${what}${lastAlive === '' ? '' : `; last seen alive on ${lastAlive}`}`;
  const mend = status === 'moved' ? 'look there, and write the new address' : link?.archive !== undefined ? 'the record has an archive copy' : 'look for it elsewhere or in an archive; name an archive copy';
  return (link?.citedBy ?? []).map(({ at }) => ({ code, at, found: url, expected, mend }));
}
