import { describe, expect, test } from 'vitest';
import { linkNote } from '../../src/lib/link-notes.ts';
import { formatDate } from '../../src/lib/dates.ts';
import type { LinkCheck } from '../../src/lib/link-checks.ts';
import { wordsOf } from '../../src/strings.ts';

const view = (lang: 'en' | 'fr') => ({ words: wordsOf(lang), day: (date: string) => formatDate(date, lang) });
const check = (changes: Partial<LinkCheck> = {}): LinkCheck => ({
  url: 'https://example.org/one', checked: '2026-11-21', status: 'alive', httpStatus: '200', fault: '', type: 'text/html', lastAlive: '2026-11-01', failingSince: '', failures: 0, movedTo: '', ...changes,
});
const failing = { failingSince: '2026-11-05', failures: 3 } as const;
const SEEN = 'last seen alive on 1 November 2026';

describe('beside an address', () => {
  test.each<[name: string, given: Partial<LinkCheck>, said: string[]]>([
    ['that is alive stands when', {}, [SEEN]],
    ['that refuses programs stands that it does', { status: 'refused' }, ['turned our program away on 21 November 2026; a browser may fare better', SEEN]],
    ['that always refused programs stands nothing else', { status: 'refused', lastAlive: '' }, ['turned our program away on 21 November 2026; a browser may fare better']],
    ['that is failing stands since when', { status: 'failing', ...failing }, ['has not answered as it should since our check of 5 November 2026', SEEN]],
    ['that is gone stands since when', { status: 'gone', ...failing }, ['gone since our check of 5 November 2026', SEEN]],
    ['that never was there stands no day on which it was', { status: 'gone', ...failing, lastAlive: '' }, ['gone since our check of 5 November 2026']],
  ])('%s', (_, given, said) => {
    expect(linkNote(view('en'), check(given)).said).toEqual(said);
  });

  test('stands where it has moved to', () => {
    expect(linkNote(view('en'), check({ status: 'moved', movedTo: 'https://www.example.com/two' }))).toEqual({ said: [SEEN], other: { href: 'https://www.example.com/two', words: 'moved to example.com' } });
  });

  test('that is gone stands where a copy can be looked for, said to be unconfirmed, unless the record names one', () => {
    const gone = check({ status: 'gone', ...failing });
    const other = (...rest: [archive?: string, published?: string]) => linkNote(view('en'), gone, ...rest).other;
    expect(other()).toEqual({ href: 'https://web.archive.org/web/20261101/https://example.org/one', words: 'look for a copy in the Wayback Machine', note: 'nobody has checked that there is one' });
    expect(other('https://archive.example/one')).toBeUndefined();
    expect(linkNote(view('en'), { ...gone, lastAlive: '' }, undefined, '2018-11-12').other?.href).toBe('https://web.archive.org/web/20181112/https://example.org/one');
    expect(linkNote(view('en'), { ...gone, lastAlive: '' }).other?.href).toBe('https://web.archive.org/web/*/https://example.org/one');
  });

  test('nobody is sent to an archive while it may come back', () => {
    for (const status of ['alive', 'refused', 'failing'] as const) expect(linkNote(view('en'), check({ status, ...failing })).other).toBeUndefined();
  });

  test('the same stands in French', () => {
    expect(linkNote(view('fr'), check({ status: 'gone', ...failing })).said).toEqual(['introuvable depuis notre vérification du 5 novembre 2026', 'encore en ligne le 1er novembre 2026']);
  });
});
