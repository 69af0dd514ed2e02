/**
 * The build around Astro's: the content is checked first, the site is made beside the last one, searched through and
 * only then put in its place. A build that fails leaves `dist/` as it was.
 */
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { keepChecked, untilChecked } from '../checked.ts';
import { hrefOf } from '../lib/addresses.ts';
import { DEFAULT_LANG } from '../lib/ids.ts';
import { OFFLINE_COPY, PDF } from '../lib/machine-addresses.ts';
import { formatProblems } from '../lib/problems.ts';
import { editionOf, languagesOf } from '../lib/record.ts';
import { settings } from '../settings.ts';
import { wordsOf } from '../strings.ts';
import { beside, type MadeBeside } from './beside.ts';
import { serveLastIndex } from './dev-search.ts';
import { writeHostFiles } from './hosts.ts';
import { takeTurn } from './lock.ts';
import { serveMachineFiles } from './machine-files.ts';
import { writeOfflineCopy } from './offline.ts';
import { precompress } from './precompress.ts';
import { encodeSingleLettersFast } from './single-letters.ts';
import { clearAfterDeath, freshStage, isReplaceable, putInPlace } from './stage.ts';

/** Says why nothing is built, and ends the process. */
function refuse(why: string): never {
  console.error(`\n${why}\n`);
  process.exit(1);
}

export function edition(): AstroIntegration {
  let making: Promise<MadeBeside> | undefined;
  return {
    name: 'edition',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig, logger }) => {
        if (command !== 'build') return;
        clearAfterDeath(settings.out);
        if (!isReplaceable(settings.out)) refuse(`OUT_DIR is “${settings.out}”; expected nothing yet, an empty folder or a site, and no link to one, since the new site takes the place of all that is in it`);
        const { record, makeIn } = beside();
        keepChecked(record, ({ problems }) => refuse(formatProblems(problems)));
        encodeSingleLettersFast();
        // Only a build that goes on is told that it has to wait.
        await takeTurn((message) => void untilChecked().then(() => logger.info(message)));
        const stage = freshStage(settings.out);
        // The stage is new and empty; Astro would empty it again, of what is made beside the pages meanwhile.
        updateConfig({ outDir: pathToFileURL(`${stage}/`), vite: { build: { emptyOutDir: false } } });
        // A record with problems makes nothing: the build ends where it waits for it.
        making = record.then(({ problems }) => (problems.length === 0 ? makeIn(stage) : new Promise(() => undefined)));
        // It is waited for when the pages are done; that it failed in the meantime is told then.
        making.catch(() => undefined);
      },
      'astro:server:setup': ({ server }) => {
        serveLastIndex(server);
        serveMachineFiles(server);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const record = await untilChecked();
        if (record === undefined || making === undefined) return;
        const made = await making;
        const editions = languagesOf(record.entries).map((lang) => editionOf(record, lang));
        const stage = fileURLToPath(dir);
        writeHostFiles(editions, stage);
        if (settings.release) {
          // Only a release needs a browser, so only a release loads what starts one.
          const { writePdf } = await import('./pdf.ts');
          for (const { lang } of editions) {
            const { pages: sheets } = await writePdf(stage, settings.base, join(stage, hrefOf(PDF, lang, { base: '/' })), undefined, lang);
            logger.info(`${lang}: the edition has ${sheets} pages in print`);
          }
          const copy = await writeOfflineCopy(stage, join(stage, OFFLINE_COPY), settings, wordsOf(DEFAULT_LANG).offline.readme);
          logger.info(`the offline copy has ${copy.pages} pages, ${Math.round(copy.bytes / 1024)} KiB`);
        }
        if (settings.precompress) logger.info(await precompress(stage));
        putInPlace(stage, settings.out);
        logger.info(`${made.pages} pages can be searched; ${made.files} files for programs, ${made.cards} cards; the site is in ${basename(settings.out)}/`);
      },
    },
  };
}
