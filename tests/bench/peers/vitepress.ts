import { fileOf, withFields, type Peer } from './peer.ts';

const config = `import { defineConfig } from 'vitepress';
export default defineConfig({
  title: 'The Paris Call',
  cleanUrls: false,
  themeConfig: {
    search: { provider: 'local' },
    nav: [{ text: 'The Call', link: '/call' }, { text: 'Coverage', link: '/coverage/' }, { text: 'Questions', link: '/questions/' }],
    sidebar: [
      { text: 'The Call', link: '/call' },
      { text: 'Principles', items: Array.from({ length: 9 }, (_, index) => ({ text: \`Principle \${index + 1}\`, link: \`/principles/\${index + 1}\` })) },
      { text: 'Coverage', link: '/coverage/' }, { text: 'Questions', link: '/questions/' }, { text: 'Timeline', link: '/timeline' },
      { text: 'Glossary', link: '/glossary/' }, { text: 'About', link: '/about' },
    ],
  },
});
`;

/** VitePress with its default theme and its local search (MiniSearch). */
export const vitepress: Peer = {
  name: 'vitepress',
  packages: { vitepress: '1.6.4' },
  hrefOf: (path, fragment) => `/${fileOf(path).replace(/(^|\/)index$/, '$1')}${fragment === '' ? '' : `#${fragment}`}`,
  project: (entries) => ({
    '.vitepress/config.mjs': config,
    ...Object.fromEntries(entries.map(({ path, title, summary, markdown }) =>
      [`${fileOf(path)}.md`, withFields({ title, ...(summary !== '' && { description: summary }) }, `# ${title.replaceAll('<', '\\<')}\n\n${markdown}`)])),
  }),
  build: [{ what: 'site', command: ['vitepress', 'build'] }],
  caches: ['.vitepress/cache', '.vitepress/.temp', 'node_modules/.vite'],
  output: '.vitepress/dist',
  addressOf: (path) => (fileOf(path).endsWith('index') ? (path === '' ? '' : `${path}/`) : `${path}.html`),
  search: {
    page: 'principles/8.html',
    turn: async (page) => {
      await page.click('.VPNavBarSearch button');
      await page.waitForSelector('#localsearch-input', { state: 'visible' });
      await page.focus('#localsearch-input');
    },
    turning: 'the button that opens the search window, until its field is there',
    hit: '.VPLocalSearchBox a.result',
  },
};
