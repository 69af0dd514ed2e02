/** The map of the States, drawn when the site is built; it bears no words but its name, so one serves all languages. */
import coarse from 'world-atlas/countries-110m.json';
import fine from 'world-atlas/countries-50m.json';
import { worldMap, type WorldAtlas } from '../lib/world-map.ts';
import { siteIn } from '../site.ts';

export const GET = () => {
  const { edition, view } = siteIn(undefined);
  const listed = new Set(edition.states.map(({ numeric }) => numeric));
  return new Response(worldMap(coarse as unknown as WorldAtlas, fine as unknown as WorldAtlas, listed, view.words.states.map), { headers: { 'Content-Type': 'image/svg+xml' } });
};
