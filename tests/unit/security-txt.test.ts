import { describe, expect, test } from 'vitest';
import { securityTxtOf } from '../../src/lib/security-txt.ts';

const OURS = { contact: 'mailto:editor@call.example', site: 'https://call.example', day: '2026-11-21', languages: ['en', 'fr'] };

describe('security.txt', () => {
  test('names the contact, the day on which it lapses, the languages and its own address at the root of the host', () => {
    expect(securityTxtOf(OURS)).toBe(
      'Contact: mailto:editor@call.example\nExpires: 2027-11-21T00:00:00Z\nPreferred-Languages: en, fr\nCanonical: https://call.example/.well-known/security.txt\n');
  });

  test('lapses a day later where the year has no such day', () => {
    expect(securityTxtOf({ ...OURS, day: '2028-02-29' })).toContain('Expires: 2029-03-01T00:00:00Z\n');
  });

  test.each<[name: string, contact: string | undefined, isThere: boolean]>([
    ['a page', 'https://call.example/report', true],
    ['nobody', undefined, false],
    ['an empty setting', '', false],
    ['a page that is not encrypted, which the standard forbids', 'http://call.example/report', false],
    ['an address without its scheme', 'editor@call.example', false],
    ['what would begin a line of its own', 'mailto:editor@call.example\nExpires: 2999-01-01T00:00:00Z', false],
  ])('for %s: %s', (_, contact, isThere) => {
    expect(securityTxtOf({ ...OURS, contact }) !== undefined).toBe(isThere);
  });
});
