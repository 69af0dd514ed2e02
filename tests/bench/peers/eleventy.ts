import { folder, slashed, withFields, type Peer } from './peer.ts';

const config = `import { IdAttributePlugin } from '@11ty/eleventy';
export default function (eleventy) {
  eleventy.addPlugin(IdAttributePlugin);
  eleventy.addPassthroughCopy('style.css');
  return { markdownTemplateEngine: false, dir: { input: 'pages', includes: '../layouts', output: 'dist' } };
}
`;
const links = [['The Call', 'call'], ['Principles', 'principles'], ['Coverage', 'coverage'], ['Questions', 'questions'], ['Timeline', 'timeline'], ['Glossary', 'glossary'], ['About', 'about'], ['Search', 'search']];
/** A plain page with a header, as its own starter has it. */
export const layout = (title: string, summary: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${summary}">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><a href="/">The Paris Call</a><nav><ul>${links.map(([label, path]) => `<li><a href="/${path}/">${label}</a></li>`).join('')}</ul></nav></header>
<main data-pagefind-body>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
const style = `body { max-width: 45rem; margin: 0 auto; padding: 1rem; font: 1.0625rem/1.6 system-ui, sans-serif; }
nav ul { display: flex; flex-wrap: wrap; gap: 1rem; padding: 0; list-style: none; }
table { border-collapse: collapse; } th, td { padding: 0.25rem 0.5rem; border: 1px solid #ccc; text-align: left; }
`;
const search = `---
title: Search
---
<link href="/pagefind/pagefind-ui.css" rel="stylesheet">
<script src="/pagefind/pagefind-ui.js"></script>
<div id="search"></div>
<script>new PagefindUI({ element: '#search', showSubResults: true });</script>
`;

/** Eleventy with a plain layout, and Pagefind run over its output. */
export const eleventy: Peer = {
  name: 'eleventy',
  packages: { '@11ty/eleventy': '3.1.8', pagefind: '1.6.0' },
  hrefOf: slashed,
  project: (entries) => ({
    'eleventy.config.js': config,
    'style.css': style,
    'layouts/page.njk': layout('{{ title }}', '{{ description }}', '{{ content | safe }}'),
    'pages/pages.json': '{ "layout": "page.njk" }',
    'pages/search.html': search,
    ...Object.fromEntries(entries.map(({ path, title, summary, markdown }) =>
      [`pages/${path === '' ? 'index' : path}.md`, withFields({ title, description: summary, permalink: `${folder(path)}index.html` }, markdown)])),
  }),
  build: [{ what: 'site', command: ['eleventy', '--quiet'] }, { what: 'search index', command: ['pagefind', '--site', 'dist'] }],
  caches: [],
  output: 'dist',
  addressOf: folder,
  search: {
    page: 'search/',
    turn: async (page) => {
      await page.focus('.pagefind-ui__search-input');
    },
    turning: 'the focus of the field on its search page',
    hit: '.pagefind-ui__result-link',
  },
};
