/** What a page says beside an address elsewhere, of which the last check is known. */
import { archiveLookUp } from './external-links.ts';
import type { LinkCheck } from './link-checks.ts';
import { fill, type Words } from './words.ts';

export interface LinkNote {
  /** Sentences without their ends: `gone since our check of …`, `last seen alive on …`. */
  readonly said: readonly string[];
  /** The same address elsewhere: where it has moved to, or where a copy can be looked for, which nobody has confirmed. */
  readonly other?: { readonly href: string; readonly words: string; readonly note?: string };
}

/** `archive` is the copy that the record names, `published` the day of the publication; both where they are known. */
export function linkNote({ words, day }: { readonly words: Words; day(date: string): string }, check: LinkCheck, archive?: string, published?: string): LinkNote {
  const { externalLinks: say } = words;
  const [seen, since] = [fill(say.seen, { date: day(check.lastAlive) }), { date: day(check.failingSince) }];
  const lastSeen = check.lastAlive === '' ? [] : [seen];
  switch (check.status) {
    case 'alive': return { said: lastSeen };
    case 'moved': return { said: lastSeen, other: { href: check.movedTo, words: fill(say.movedTo, { host: new URL(check.movedTo).hostname.replace(/^www\./, '') }) } };
    case 'refused': return { said: [fill(say.refused, { date: day(check.checked) }), ...lastSeen] };
    case 'failing': return { said: [fill(say.failing, since), ...lastSeen] };
    case 'gone': return {
      said: [fill(say.gone, since), ...lastSeen],
      ...(archive === undefined && { other: { href: archiveLookUp(check.url, check.lastAlive || (published ?? '')), words: say.lookUp, note: say.lookUpNote } }),
    };
  }
}
