/**
 * A map of the world as an SVG document: the States of the list in one colour, all others in another. Shapes are from
 * Natural Earth (public domain) by way of world-atlas; States too small for their shapes to be seen get a dot.
 */
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

export type WorldAtlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const [WIDTH, HEIGHT] = [960, 468];
/** In steradians; below it a shape is a point at this size. */
const SMALL = 0.0002;

/**
 * `listed` holds ISO 3166-1 numeric codes. Shapes come from the `coarse` atlas, which leaves the smallest States out;
 * those get a dot where the `fine` one has them. The colours follow the reader's scheme, as in the site's tokens.
 */
export function worldMap(coarse: WorldAtlas, fine: WorldAtlas, listed: ReadonlySet<string>, title: string): string {
  const { features } = feature(coarse, coarse.objects.countries);
  const projection = geoEqualEarth().fitExtent([[4, 4], [WIDTH - 4, HEIGHT - 4]], { type: 'Sphere' });
  const path = geoPath(projection).digits(0);
  const isListed = (id: unknown) => listed.has(String(id).padStart(3, '0'));
  const draw = (on: boolean) => features.filter(({ id, properties }) => isListed(id) === on && properties.name !== 'Antarctica').map((shape) => path(shape) ?? '').join('');
  const drawn = new Set(features.map(({ id }) => String(id)));
  const shapes = feature(fine, fine.objects.countries).features.filter(({ id }) => isListed(id));
  // A State's far-off reefs stand in the atlas under its own code; what counts is its largest shape.
  const large = new Set(shapes.filter((shape) => geoArea(shape) >= SMALL).map(({ id }) => String(id)));
  const dots = shapes.filter(({ id }) => !drawn.has(String(id)) || !large.has(String(id))).flatMap((shape) => {
    const point = projection(geoCentroid(shape));
    return point === null ? [] : [`<circle cx="${Math.round(point[0])}" cy="${Math.round(point[1])}" r="3"/>`];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">`
    + '<style>.no{fill:#e2dacb}.yes{fill:#98200f;stroke:#fcfaf5;stroke-width:.4}@media(prefers-color-scheme:dark){.no{fill:#3a352c}.yes{fill:#f39a80;stroke:#181613}}</style>'
    + `<path class="no" d="${draw(false)}"/><path class="yes" d="${draw(true)}"/><g class="yes">${dots.join('')}</g></svg>\n`;
}
