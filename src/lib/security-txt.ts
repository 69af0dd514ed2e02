/**
 * Whom does somebody tell who has found a hole? `/.well-known/security.txt`, RFC 9116. It belongs at the root of the
 * host, whatever the base path, and exists only where the publisher can be reached.
 */

export const SECURITY_TXT = '/.well-known/security.txt';

/**
 * The file, or `undefined` where there is no contact that it may name. It holds for a year from `day`, the newest of the
 * record: no clock is asked, so that two builds agree, and a site that nobody has touched for a year says so by lapsing.
 */
export function securityTxtOf({ contact, site, day, languages }: { readonly contact: string | undefined; readonly site: string; readonly day: string; readonly languages: readonly string[] }): string | undefined {
  if (contact === undefined || !/^(mailto:|https:\/\/)\S+$/.test(contact)) return undefined;
  const expires = new Date(`${day}T00:00:00Z`);
  expires.setUTCFullYear(expires.getUTCFullYear() + 1);
  return [
    `Contact: ${contact}`, `Expires: ${expires.toISOString().replace('.000Z', 'Z')}`,
    `Preferred-Languages: ${languages.join(', ')}`, `Canonical: ${site}${SECURITY_TXT}`,
  ].map((line) => `${line}\n`).join('');
}
