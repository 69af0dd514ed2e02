import type { Definition, Link } from 'mdast';
import { defineMdastPlugin, type MdastVisitorContext } from 'satteri';
import { hrefOf, locationOf } from '../lib/addresses.ts';
import { targetOf } from '../lib/links.ts';
import { contentPath } from '../settings.ts';

/**
 * The adapter that turns links between content files into the site's addresses, and takes the kind of mention out of
 * their titles. All judgement is in `lib/links.ts`; a page depends on its own file only, so a cached page is never stale.
 *
 * Astro keeps rendered Markdown until a plugin's name changes: raise the number when this code changes.
 */
export function contentLinks(base: string) {
  const rewrite = (node: Readonly<Link | Definition>, context: MdastVisitorContext) => {
    if (context.fileURL === undefined) return;
    const file = contentPath(context.fileURL);
    const target = targetOf(file, node.url);
    if (target.to !== 'content') return;
    // In the language of the file: where a French entry links to a record that is in English alone, the French site shows it.
    const lang = locationOf(file)?.lang ?? target.lang;
    // In full even within a file: an event of the timeline stands on several pages.
    context.setProperty(node, 'url', hrefOf(target.address, lang, { base }));
    context.setProperty(node, 'title', null);
  };
  return defineMdastPlugin({ name: `content-links@3:${base}`, link: rewrite, definition: rewrite });
}
