/**
 * Where a link in a content file leads, judged from the link and the file's own path.
 *
 * Authors write relative links between content files. Nothing here knows which files exist: whether the target is
 * there is for `rules.ts` to say, once all files are read.
 */
import { addressOfPassage, locationOf, type Address } from './addresses.ts';
import type { Lang } from './ids.ts';

export type Target =
  | { readonly to: 'content'; readonly file: string; readonly id: string; readonly address: Address; readonly lang: Lang }
  | { readonly to: 'web'; readonly url: string }
  | { readonly to: 'outside' | 'no-entry' | 'malformed' };

/** What the link `url`, written in the content file `from`, leads to. Never throws. */
export function targetOf(from: string, url: string): Target {
  if (/^https?:\/\//i.test(url)) return isWebAddress(url) ? { to: 'web', url } : { to: 'malformed' };
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('/') || url.includes('?') || url.includes('\\')) return { to: 'malformed' };
  const [path = '', id = '', ...rest] = url.split('#');
  if (rest.length > 0 || (path === '' && id === '')) return { to: 'malformed' };
  const file = path === '' ? from : resolvePath(from, decoded(path));
  if (file === undefined) return { to: 'outside' };
  const location = path.endsWith('/') ? undefined : locationOf(file);
  if (location === undefined) return { to: 'no-entry' };
  return { to: 'content', file, id: decoded(id), address: addressOfPassage(location, decoded(id)), lang: location.lang };
}

/** An address of the web on one line, without a name or a password before its host, which make another host of it to the eye. */
export function isWebAddress(url: string): boolean {
  if (!/^https?:\/\/[^\p{Cc}\p{Cs}]+$/iu.test(url) || !URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  return username === '' && password === '';
}

/** `content/coverage/en/2018/x.md` and `../../../text/en.md` → `content/text/en.md`; undefined above `content/`. */
export function resolvePath(from: string, path: string): string | undefined {
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
    if (parts[0] !== 'content') return undefined;
  }
  return parts.join('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
