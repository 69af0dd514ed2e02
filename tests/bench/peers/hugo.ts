import { layout } from './eleventy.ts';
import { folder, slashed, withFields, type Peer } from './peer.ts';

/** Hugo, where the system has it, with the same plain layout. It brings no search, and none is counted. */
export const hugo: Peer = {
  name: 'hugo',
  packages: {},
  hrefOf: slashed,
  project: (entries) => ({
    'hugo.toml': "baseURL = 'https://example.org/'\ndisableKinds = ['taxonomy', 'term', 'RSS', 'section', 'home']\n",
    'static/style.css': 'body { max-width: 45rem; margin: 0 auto; padding: 1rem; font: 1.0625rem/1.6 system-ui, sans-serif; }\nnav ul { display: flex; flex-wrap: wrap; gap: 1rem; padding: 0; list-style: none; }\n',
    'layouts/_default/single.html': layout('{{ .Title }}', '{{ .Description }}', '{{ .Content }}'),
    ...Object.fromEntries(entries.map(({ path, title, summary, markdown }) =>
      [`content/${path === '' ? 'home' : `${path}-page`}.md`, withFields({ title, description: summary, url: slashed(path, '') }, markdown)])),
  }),
  build: [{ what: 'site', command: ['hugo', '--quiet', '--destination', 'dist'] }],
  caches: ['resources'],
  output: 'dist',
  addressOf: folder,
  search: undefined,
};
