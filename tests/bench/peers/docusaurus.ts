import { fileOf, folder, slashed, withFields, type Peer } from './peer.ts';

const config = `export default {
  title: 'The Paris Call', url: 'https://example.org', baseUrl: '/', trailingSlash: true, onBrokenLinks: 'warn', onBrokenAnchors: 'ignore',
  markdown: { format: 'detect' },
  presets: [['classic', { docs: { routeBasePath: '/', sidebarPath: './sidebars.js' }, blog: false, theme: {} }]],
  themes: [['@easyops-cn/docusaurus-search-local', { hashed: true, docsRouteBasePath: '/', indexBlog: false, indexPages: false }]],
  themeConfig: { navbar: { title: 'The Paris Call', items: [
    { to: '/call/', label: 'The Call' }, { to: '/coverage/', label: 'Coverage' }, { to: '/questions/', label: 'Questions' },
  ] } },
};
`;
const sidebars = `export default { main: [
  { type: 'link', label: 'The Call', href: '/call/' },
  { type: 'category', label: 'Principles', items: Array.from({ length: 9 }, (_, index) => \`principles/\${index + 1}\`) },
  { type: 'link', label: 'Coverage', href: '/coverage/' }, { type: 'link', label: 'Questions', href: '/questions/' },
  { type: 'link', label: 'Timeline', href: '/timeline/' }, { type: 'link', label: 'Glossary', href: '/glossary/' }, { type: 'link', label: 'About', href: '/about/' },
] };
`;

/** Docusaurus with the classic theme; its usual search is a service, so the usual plugin for a local one stands in. */
export const docusaurus: Peer = {
  name: 'docusaurus',
  packages: {
    '@docusaurus/core': '3.10.2', '@docusaurus/preset-classic': '3.10.2', '@easyops-cn/docusaurus-search-local': '0.55.3',
    '@mdx-js/react': '3.1.1', react: '19.3.1', 'react-dom': '19.3.1',
  },
  hrefOf: slashed,
  project: (entries) => ({
    'docusaurus.config.mjs': config,
    'sidebars.js': sidebars,
    ...Object.fromEntries(entries.map(({ path, title, summary, markdown }) =>
      [`docs/${fileOf(path)}.md`, withFields({ title, ...(summary !== '' && { description: summary }), slug: slashed(path, ''), displayed_sidebar: 'main' }, markdown)])),
  }),
  build: [{ what: 'site', command: ['docusaurus', 'build', '--out-dir', 'dist'] }],
  caches: ['.docusaurus', 'node_modules/.cache'],
  output: 'dist',
  addressOf: folder,
  search: {
    page: 'principles/8/',
    turn: async (page) => {
      await page.focus('.navbar__search-input');
    },
    turning: 'the focus of the field in the bar',
    hit: '[class*="suggestion_"]',
  },
};
