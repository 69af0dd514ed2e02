/**
 * `npm run type`: cuts the text face down to the letters that this site sets, and writes it to `src/type/`.
 *
 * Alegreya by Juan Pablo del Peral, SIL Open Font License 1.1, no reserved name; from the pinned fontsource package.
 * Run it again when a test says that the content uses a letter which the face lacks.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { CHARACTERS } from '../type/characters.ts';

const require = createRequire(import.meta.url);

for (const style of ['normal', 'italic']) {
  const whole = readFileSync(require.resolve(`@fontsource-variable/alegreya/files/alegreya-latin-wght-${style}.woff2`));
  const face = await subsetFont(whole, CHARACTERS, { targetFormat: 'woff2', variationAxes: { wght: 400 } });
  writeFileSync(new URL(`../type/alegreya-${style}.woff2`, import.meta.url), face);
  console.log(`src/type/alegreya-${style}.woff2  ${face.length} bytes of ${whole.length}`);
}
copyFileSync(require.resolve('@fontsource-variable/alegreya/LICENSE'), new URL('../type/OFL.txt', import.meta.url));
