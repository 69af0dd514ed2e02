import { createReadStream, existsSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { ViteDevServer } from 'vite';
import { settings } from '../settings.ts';

const TYPES: { [extension: string]: string } = { js: 'text/javascript', css: 'text/css', json: 'application/json' };

/** While writing, search uses the index of the last build; without one, the search page says how to get it. */
export function serveLastIndex(server: ViteDevServer): void {
  const prefix = `${settings.base}pagefind/`;
  server.middlewares.use((request, response, next) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    if (!path.startsWith(prefix)) return next();
    const file = join(settings.out, 'pagefind', normalize(`/${path.slice(prefix.length)}`));
    if (!existsSync(file) || !statSync(file).isFile()) {
      if (!path.endsWith('/pagefind.js')) response.statusCode = 404;
      response.setHeader('Content-Type', 'text/javascript');
      return response.end("throw new Error('There is no search index yet: run `npm run build` once, then reload');");
    }
    response.setHeader('Content-Type', TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
    return createReadStream(file).pipe(response);
  });
}
