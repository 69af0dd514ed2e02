/** The addresses of all pages, for the page that stands where none is. */
import { pageOf } from '../lib/addresses.ts';
import { addressesOf } from '../lib/record.ts';
import { sites } from '../site.ts';

export const GET = () => Response.json([...new Set(sites().flatMap(({ edition, view }) => addressesOf(edition).map((address) => view.href(pageOf(address)))))]);
