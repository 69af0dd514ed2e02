/**
 * What only all files together show: targets that do not exist, slugs used twice, publishers that share an address, copies
 * without an original, parts of the Call that are missing, addresses that would die.
 */
import { CALL, facetAddress, fragmentOf, hrefOf, pageOf, type Address } from './addresses.ts';
import { departureOf, type Fingerprints } from './fingerprints.ts';
import { placeIn } from './front-matter.ts';
import { claimsOf, expandCuts, originalOf } from './copies.ts';
import { slugOf } from './coverage.ts';
import type { AnyEntry, Entry, Sketch } from './entries.ts';
import { DEFAULT_LANG, isSegment, LANGUAGES, PRINCIPLES, principleId, type Lang } from './ids.ts';
import { finalAddress, languageOf, movedPages, redirectsIn, type LedgerLine } from './ledger.ts';
import { targetOf } from './links.ts';
import { nearest } from './nearest.ts';
import type { Place, Problem, ProblemCode } from './problems.ts';
import { remembered } from './remembered.ts';

type Coverage = Entry<'coverage'>;

const problem = (code: ProblemCode, at: Place, found: string, expected: string, mend: string): Problem => ({ code, at, found, expected, mend });
const topOf = ({ file }: Pick<Sketch, 'file'>): Place => ({ file, line: 1, column: 1 });

export const coverageIn = (entries: readonly AnyEntry[]): Coverage[] => entries.filter((entry) => entry.collection === 'coverage');

/** A problem for each file whose address another file has already. */
export function slugProblems(files: readonly Sketch[]): Problem[] {
  const first = new Map<string, Sketch>();
  return files.flatMap((entry) => {
    const key = `${entry.lang} ${entry.collection === 'official' ? 'official' : ''} ${entry.address}`;
    const taken = first.get(key);
    if (taken === undefined) first.set(key, entry);
    return taken === undefined ? [] : [problem('duplicate-slug', topOf(entry), entry.slug, `one file for ${entry.address}; ${taken.file} has it already`, 'rename one of the two')];
  });
}

/** A problem for each record whose publisher would stand in another's list: two names of which the address keeps the same letters. */
export function publisherProblems(entries: readonly AnyEntry[]): Problem[] {
  const first = new Map<string, Coverage>();
  return coverageIn(entries).flatMap((entry) => {
    const { publisher } = entry.fields;
    const slug = slugOf(publisher);
    const known = first.get(slug);
    if (known === undefined) first.set(slug, entry);
    return known === undefined || known.fields.publisher === publisher ? [] : [problem('duplicate-publisher', placeIn(entry.places, 'publisher'), publisher, `one publisher for ${facetAddress('publisher', slug)}; in ${known.file} it is ${known.fields.publisher}`, 'write both alike where they are one, or spell one of them out')];
  });
}

/** Each language with a text holds the whole Call, its text and all nine principles; the default one always does. */
export function missingParts(files: readonly Sketch[]): Problem[] {
  const place = (file: string): Place => ({ file, line: 1, column: 1 });
  const mend = 'write the file; see content/README.md, “What goes where”';
  return LANGUAGES.flatMap((lang) => {
    const own = files.filter((file) => file.lang === lang);
    const hasText = own.some(({ collection }) => collection === 'text');
    if (!hasText && lang !== DEFAULT_LANG) return [];
    const text = hasText ? [] : [problem('missing-text', place(`content/text/${lang}.md`), '', 'the text of the Call, 25 passages', mend)];
    const principles = PRINCIPLES.filter((number) => !own.some(({ collection, slug }) => collection === 'principles' && slug === principleId(number)));
    return [...text, ...principles.map((number) =>
      problem('missing-principle', place(`content/principles/${lang}/principle-${number}.md`), '', 'an entry for each of the nine principles', mend))];
  });
}

/** Links to files and passages that are not there, with the nearest that is. */
export function linkProblems(files: readonly Sketch[]): Problem[] {
  const byFile = new Map(files.map((entry) => [entry.file, entry]));
  return files.flatMap((entry) => (entry.passages ?? []).flatMap(({ links }) => links.flatMap(({ url, at }) => {
    const target = targetOf(entry.file, url);
    if (target.to === 'no-entry') return [problem('unknown-target', at, url, 'an entry of content/', nearestFile(url, byFile.keys()))];
    if (target.to !== 'content') return [];
    const found = byFile.get(target.file);
    if (found === undefined) return [problem('unknown-target', at, url, 'an entry of content/', nearestFile(target.file, byFile.keys()))];
    if (target.id === '' || found.passages === undefined || found.passages.some(({ id }) => id === target.id)) return [];
    // A segment that the text lacks is a problem of the text already.
    if (found.collection === 'text' && isSegment(target.id)) return [];
    const ids = found.passages.map(({ id }) => id);
    const near = nearest(target.id, ids);
    const mend = near === undefined ? 'see content/README.md, “Linking”' : `did you mean #${near}?`;
    return [problem('unknown-fragment', at, url, `an id in ${found.file}, ${ids[0]} to ${ids.at(-1)}`, mend)];
  })));
}

function nearestFile(file: string, files: Iterable<string>): string {
  const name = (path: string) => path.split('/').at(-1) ?? path;
  const known = [...files];
  const near = nearest(name(file), known.map(name));
  const found = known.find((path) => name(path) === near);
  return found === undefined ? 'correct the path, or write the file first' : `did you mean ${found}?`;
}

/**
 * Coverage must bear on the Call: a record of its own, or the original that it copies. A copy of a file whose own
 * fields are wrong is left for when those are mended: one fault, one problem.
 */
export function coverageProblems(entries: readonly AnyEntry[], files: readonly Sketch[]): Problem[] {
  return LANGUAGES.flatMap((lang) => coverageProblemsIn(coverageIn(entries).filter((entry) => entry.lang === lang), files.filter((file) => file.lang === lang)));
}

function coverageProblemsIn(coverage: readonly Coverage[], files: readonly Sketch[]): Problem[] {
  const bySlug = new Map(coverage.map((entry) => [entry.slug, entry]));
  const unread = new Set(files.filter(({ collection, slug }) => collection === 'coverage' && !bySlug.has(slug)).map(({ slug }) => slug));
  return coverage.flatMap((entry) => [...(leadsTo(entry, bySlug, unread) ? [] : copyProblems(entry, bySlug)), ...segmentProblems(entry)]);
}

/** Whether a chain of copies ends in one of the given slugs. */
function leadsTo(entry: Coverage, bySlug: ReadonlyMap<string, Coverage>, ends: ReadonlySet<string>): boolean {
  const seen = new Set<string>();
  for (let slug = entry.fields.copyOf; slug !== undefined && !seen.has(slug); slug = bySlug.get(slug)?.fields.copyOf) {
    if (ends.has(slug)) return true;
    seen.add(slug);
  }
  return false;
}

function segmentProblems(entry: Coverage): Problem[] {
  if (entry.fields.copyOf !== undefined || entry.passages.length === 0) return [];
  const claims = claimsOf(entry);
  if (claims.length === 0) return [problem('missing-passage', topOf(entry), '', '## claims with ### c1 … below it', 'write down what the source says, claim by claim')];
  const touches = claims.some(({ links }) => links.some(({ url }) => {
    const target = targetOf(entry.file, url);
    return target.to === 'content' && (pageOf(target.address) === CALL || target.address.startsWith('/principles/'));
  }));
  return touches ? [] : [problem('no-segment', topOf(entry), '', 'a claim with a link to a principle, a paragraph or the Call', 'link the words that name it; see content/README.md, “Linking”')];
}

function copyProblems(entry: Coverage, bySlug: ReadonlyMap<string, Coverage>): Problem[] {
  const { copyOf, cuts } = entry.fields;
  if (copyOf === undefined) return [];
  const parent = bySlug.get(copyOf);
  if (parent === undefined) {
    const near = nearest(copyOf, bySlug.keys());
    return [problem('unknown-original', placeIn(entry.places, 'copyOf'), copyOf, 'the slug of a coverage record', near === undefined ? 'write the original first' : `did you mean ${near}?`)];
  }
  const original = originalOf(entry, bySlug);
  if (original === undefined) {
    if (!isFirstOfCircle(entry, bySlug)) return [];
    return [problem('copy-circle', placeIn(entry.places, 'copyOf'), copyOf, 'a chain of copies that ends in an original', 'take copyOf out of the record that is the original')];
  }
  const ids = new Set<string>(claimsOf(original).map(({ id }) => id));
  if (ids.size === 0) return [];
  return cuts.flatMap((cut, index) => expandCuts([cut]).filter((id) => !ids.has(id)).slice(0, 1).map((id) =>
    problem('unknown-cut', placeIn(entry.places, 'cuts', index), cut, `claims of ${original.slug}: ${[...ids][0] ?? ''} to ${[...ids].at(-1) ?? ''}`, `${id} is not one of them`)));
}

/** A circle is one problem, told at the first of its records. */
function isFirstOfCircle({ slug }: Coverage, bySlug: ReadonlyMap<string, Coverage>): boolean {
  const circle = [slug];
  let next = bySlug.get(slug)?.fields.copyOf;
  for (; next !== undefined && next !== slug; next = bySlug.get(next)?.fields.copyOf) {
    if (circle.includes(next)) return false;
    circle.push(next);
  }
  return next === slug && [...circle].sort()[0] === slug;
}

/** Every segment of an official edition against its fingerprint; one changed letter is a problem. */
export function officialProblems(entries: readonly AnyEntry[], fingerprints: Fingerprints): Problem[] {
  return entries.filter((entry) => entry.collection === 'official').flatMap((entry) => entry.passages.flatMap(({ id, text, at }) => {
    const fingerprint = isSegment(id) ? fingerprints[entry.lang]?.[id] : undefined;
    const departure = fingerprint && departureOf(text, fingerprint);
    if (departure === undefined) return [];
    const where = departure.isPunctuation ? 'its punctuation differs' : `word ${departure.at} differs${departure.found === undefined ? ': the text ends before it' : ''}`;
    return [problem('official-altered', at, departure.found ?? '', `${id} as the official document words it; ${where}`, 'run npm run official again with the official document')];
  }));
}

/**
 * Released addresses that neither exist nor redirect. `alive` holds every address of every language with every fragment.
 * A fragment may move within its page, where the page can still answer to it; where its whole page moved, it moved along.
 * A page that is gone is told once, and not again with each of its fragments and in each language.
 */
export function ledgerProblems(file: string, ledger: readonly LedgerLine[], alive: ReadonlySet<string>): Problem[] {
  const byLang = new Map(LANGUAGES.map((lang) => [lang, { redirects: redirectsIn(ledger, lang), pages: movedPages(ledger, lang) }]));
  const released = new Set(ledger.map(({ address }) => address));
  const inLang = (address: string | undefined, lang: Lang) => address && hrefOf(address as Address, lang, { base: '/' });
  /** What is said of an address, by its own line or for every language, and where it leads after all redirects of pages. */
  const led = (of: string) => {
    const { lang, address } = languageOf(of);
    const { redirects, pages } = byLang.get(lang) ?? { redirects: new Map<string, string>(), pages: new Map<string, string>() };
    const target = redirects.get(address);
    return { lang, plain: address, pages, target: inLang(target, lang), end: inLang(finalAddress(target ?? address, pages), lang) ?? of };
  };
  const circleOf = (address: string) => circleFrom(pageOf(languageOf(led(address).target ?? address).address as Address), led(address).pages);
  const aliveIn = remembered((lang: Lang) => [...alive].filter((one) => languageOf(one).lang === lang));
  const isDead = (address: string) => !alive.has(led(address).end);
  return ledger.flatMap(({ address, target: own, line }) => {
    const at: Place = { file, line, column: 1 };
    const page: string = pageOf(address as Address);
    const { lang, plain, target, end } = led(address);
    const isSaidForAll = own === undefined && plain !== address && released.has(plain);
    if (target !== undefined && alive.has(address))
      return isSaidForAll && alive.has(plain) ? [] : [problem('moved-alive', at, address, 'a redirect from an address that is gone', 'take the redirect out, or rename the page or passage that is there')];
    if (own !== undefined && address !== page && pageOf(own as Address) !== page)
      return [problem('lost-address', at, own, `a passage of ${page}, since a fragment can move only within its page`, `write ${page} -> ${pageOf(own as Address)} if the whole page moved`)];
    const circle = circleOf(address);
    if (circle !== undefined) {
      if (ledger.find((one) => circle.includes(languageOf(one.address).address) && circleOf(one.address) !== undefined)?.line !== line) return [];
      return [problem('lost-address', at, circle.map((one) => inLang(one, lang)).join(' -> '), 'a redirect to a page that exists; these lead in a circle', `write where ${address} leads now`)];
    }
    const isTold = (address !== page && released.has(page) && isDead(page)) || (isSaidForAll && isDead(plain));
    if (alive.has(end) || isTold) return [];
    const near = nearestAddress(end, aliveIn(lang));
    // A fragment of a page that moved stands in the ledger under the page's old address, and so does what it is called now.
    const written = address === page ? near : near?.replace(pageOf(end as Address), page);
    if (target === undefined)
      return [problem('lost-address', at, address, 'a page or passage at this address', `give back the old id or slug, or write ${address} -> ${written ?? '/its/new/address/'}`)];
    return [problem('lost-address', at, target, 'a redirect to a page or passage that exists', `did you mean ${written ?? '/another/address/'}?`)];
  });
}

/** The pages of the circle in which the redirects from a page end, from where it begins back to there. */
function circleFrom(page: string, moved: ReadonlyMap<string, string>): string[] | undefined {
  const passed: string[] = [];
  for (let next: string | undefined = page; next !== undefined; next = moved.get(next)) {
    if (passed.includes(next)) return [...passed.slice(passed.indexOf(next)), next];
    passed.push(next);
  }
  return undefined;
}

/** Among the addresses of the same page first: `/call/#p31` is nearer to `/call/#p13` than to any page. */
function nearestAddress(lost: string, alive: readonly string[]): string | undefined {
  const page = pageOf(lost as Address);
  const same = alive.filter((address) => address.startsWith(`${page}#`));
  const near = nearest(fragmentOf(lost as Address), same.map((address) => fragmentOf(address as Address)));
  if (near !== undefined) return `${page}#${near}`;
  return nearest(lost, alive) ?? (alive.includes(page) ? page : undefined);
}
