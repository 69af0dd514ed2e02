/** Offers the address nearest to the one that was asked for; without this script the page still leads on. */
import { nearest } from '../../lib/nearest.ts';

const offer = document.querySelector<HTMLElement>('.nearest');
const { addresses = '', words = '' } = offer?.dataset ?? {};

try {
  const known = (await (await fetch(addresses)).json()) as string[];
  const found = nearest(`${location.pathname.replace(/\/?$/, '/')}`, known);
  if (found !== undefined) {
    const [before = '', after = ''] = words.split('{address}');
    const link = document.createElement('a');
    link.href = found + location.hash;
    link.textContent = found;
    offer?.append(before, link, after);
  }
} catch {
  // No list, no offer: the principles and the main pages stand below.
}
