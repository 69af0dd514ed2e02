/**
 * `npm run build`: Astro's build of everything anew. The second thread begins to read the record at once, while Astro
 * loads itself, which takes as long. Arguments go to Astro. Settings that cannot be obeyed end the process before either begins.
 */
import '../settings.ts';
import { beside } from '../build/beside.ts';

beside();
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.argv.splice(2, 0, 'build', '--force');
await import(new URL('bin/astro.mjs', import.meta.resolve('astro/package.json')).href);
