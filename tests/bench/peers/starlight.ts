import { fileOf, folder, slashed, withFields, type Peer } from './peer.ts';

const config = `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({
  site: 'https://example.org',
  integrations: [starlight({
    title: 'The Paris Call',
    sidebar: [
      { label: 'The Call', link: '/call/' },
      { label: 'Principles', items: [{ autogenerate: { directory: 'principles' } }] },
      { label: 'Coverage', link: '/coverage/' },
      { label: 'Questions', link: '/questions/' },
      { label: 'Timeline', link: '/timeline/' },
      { label: 'Glossary', link: '/glossary/' },
      { label: 'About', link: '/about/' },
    ],
  })],
});
`;
const collections = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Starlight as its guide sets it up; Pagefind is built in. */
export const starlight: Peer = {
  name: 'starlight',
  packages: { astro: '7.3.4', '@astrojs/starlight': '0.42.4' },
  hrefOf: slashed,
  project: (entries) => ({
    'astro.config.mjs': config,
    'src/content.config.ts': collections,
    ...Object.fromEntries(entries.map(({ path, title, summary, markdown }) =>
      [`src/content/docs/${fileOf(path)}.md`, withFields({ title, ...(summary !== '' && { description: summary }) }, markdown)])),
  }),
  build: [{ what: 'site', command: ['astro', 'build', '--force'] }],
  caches: ['.astro', 'node_modules/.astro', 'node_modules/.vite'],
  output: 'dist',
  addressOf: folder,
  search: {
    page: 'principles/8/',
    turn: async (page) => {
      await page.click('button[data-open-modal]');
      await page.waitForSelector('.pagefind-ui__search-input', { state: 'visible' });
      await page.focus('.pagefind-ui__search-input');
    },
    turning: 'the button that opens the search window, until its field is there',
    hit: '.pagefind-ui__result-link',
  },
};
