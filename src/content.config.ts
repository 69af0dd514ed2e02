import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import * as schemas from './lib/schemas.ts';
import { settings } from './settings.ts';

const files = (folder: string) => glob({ base: `${settings.content}/${folder}`, pattern: '**/*.{md,mdx}', generateId: ({ entry }) => `${folder}/${entry}` });

export const collections = {
  text: defineCollection({ loader: files('text'), schema: schemas.text }),
  principles: defineCollection({ loader: files('principles'), schema: schemas.principle }),
  coverage: defineCollection({ loader: files('coverage'), schema: schemas.coverage }),
  pages: defineCollection({ loader: files('pages'), schema: schemas.page }),
};
