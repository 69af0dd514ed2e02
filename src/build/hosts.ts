/** Writes what hosts read: the headers under the base path, the redirects, and whom to tell of a hole. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { headersUnder } from '../lib/headers.ts';
import { redirectsFile, redirectsOf } from '../lib/hosts.ts';
import { newest } from '../lib/history.ts';
import type { Edition } from '../lib/record.ts';
import { SECURITY_TXT, securityTxtOf } from '../lib/security-txt.ts';
import { settings } from '../settings.ts';

export function writeHostFiles(editions: readonly Edition[], folder: string): void {
  const headers = join(folder, '_headers');
  writeFileSync(headers, headersUnder(readFileSync(headers, 'utf8'), settings.base));
  writeFileSync(join(folder, '_redirects'), redirectsFile(redirectsOf(editions, settings), settings.base));
  const day = settings.sourceDay ?? newest(editions.flatMap(({ dates }) => [...dates.values()].map(({ updated }) => updated)));
  const security = day === undefined ? undefined : securityTxtOf({ contact: settings.report, site: settings.site, day, languages: editions.map(({ lang }) => lang) });
  if (security === undefined) return;
  mkdirSync(dirname(join(folder, SECURITY_TXT)), { recursive: true });
  writeFileSync(join(folder, SECURITY_TXT), security);
}
