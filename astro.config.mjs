import { createHash } from 'node:crypto';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig, fontProviders } from 'astro/config';
import { FACE_SCRIPT } from './src/lib/face-script.ts';
import { FEATURES } from './src/lib/markdown.ts';
import { contentLinks } from './src/markdown/content-links.ts';
import { edition } from './src/build/edition.ts';
import { settings } from './src/settings.ts';

export default defineConfig({
  site: settings.site,
  base: settings.base,
  cacheDir: settings.cache,
  trailingSlash: 'always',
  // 'jsx', the default, drops the space between a link and the word on the next line.
  compressHTML: true,
  devToolbar: { enabled: false },
  // In one file, what is rendered becomes one module, which takes three minutes to be read at ten thousand entries.
  experimental: { collectionStorage: { type: 'chunked', chunkSize: 1024 * 1024 } },
  // The style sheet, 5 KiB compressed, is part of each page: a page paints with its first answer.
  build: { redirects: false, inlineStylesheets: 'always', concurrency: 4 },
  markdown: {
    processor: satteri({ features: FEATURES, mdastPlugins: [contentLinks(settings.base)] }),
    syntaxHighlight: false,
  },
  integrations: [mdx(), edition()],
  fonts: [
    {
      provider: fontProviders.local(),
      name: 'Alegreya',
      cssVariable: '--face',
      fallbacks: ['Georgia', 'serif'],
      // A page that brings its face settles that before it is drawn (src/lib/face-script.ts).
      display: 'optional',
      options: {
        variants: [
          { weight: 400, style: 'normal', src: ['./src/type/alegreya-normal.woff2'] },
          { weight: 400, style: 'italic', src: ['./src/type/alegreya-italic.woff2'] },
        ],
      },
    },
  ],
  security: {
    csp: {
      directives: [
        "default-src 'none'", "img-src 'self'", "font-src 'self'", "connect-src 'self'", "worker-src 'self'",
        "form-action 'self'", "base-uri 'none'",
      ],
      // Search compiles WebAssembly; the one script in a page itself is known by its hash.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"], hashes: [`sha256-${createHash('sha256').update(FACE_SCRIPT).digest('base64')}`] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    // Scripts and styles stay in files: cacheable, and the policy needs no hash for them.
    build: {
      assetsInlineLimit: 0,
      // @astrojs/mdx marks its modules with a directive of Astro's own, and the bundler wonders at it in every build.
      rolldownOptions: { onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)) },
    },
  },
});
