import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
// Not from `astro:content`, which would load all of Astro's runtime, to which this file is a stranger.
import { defineCollection } from 'astro/content/config';
import { glob } from 'astro/loaders';
import { untilChecked } from './checked.ts';
import * as schemas from './lib/schemas.ts';
import { settings } from './settings.ts';

// A build says what is wrong with the content itself, and all of it, before Astro stumbles over the first of it.
await untilChecked();

const files = (folder: string, pattern = '**/*.{md,mdx}') => glob({ base: pathToFileURL(join(settings.content, folder, '/')), pattern: [pattern, '!**/README.md'], generateId: ({ entry }) => `${folder}/${entry}`, retainBody: false });

export const collections = {
  text: defineCollection({ loader: files('text', '[a-z][a-z].md'), schema: schemas.text }),
  official: defineCollection({ loader: files('text', 'official-*.md'), schema: schemas.official }),
  principles: defineCollection({ loader: files('principles'), schema: schemas.principle }),
  coverage: defineCollection({ loader: files('coverage'), schema: schemas.coverage }),
  questions: defineCollection({ loader: files('questions'), schema: schemas.question }),
  glossary: defineCollection({ loader: files('glossary'), schema: schemas.term }),
  timeline: defineCollection({ loader: files('timeline'), schema: schemas.page }),
  corrections: defineCollection({ loader: files('corrections'), schema: schemas.page }),
  variants: defineCollection({ loader: files('variants'), schema: schemas.page }),
  pages: defineCollection({ loader: files('pages'), schema: schemas.page }),
};
