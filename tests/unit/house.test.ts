/** The rules of the house that a reviewer would otherwise have to remember. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const below = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((item) => item.isFile()).map(({ parentPath, name }) => join(parentPath, name)).sort();
const read = (file: string) => readFileSync(file, 'utf8');
const modules = below('src/lib').filter((file) => file.endsWith('.ts'));
const source = below('src').filter((file) => /\.(ts|astro|css|mjs)$/.test(file));

describe('the code', () => {
  test('of lib knows neither Astro’s modules, nor the environment, nor the disk', () => {
    expect(below('src/lib').filter((file) => /from '(astro:|virtual:|node:fs)|import\.meta|process\./.test(read(file)))).toEqual([]);
  });

  test('of lib has a test beside each module', () => {
    expect(modules.filter((file) => !existsSync(file.replace('src/lib', 'tests/unit').replace(/\.ts$/, '.test.ts')))).toEqual([]);
  });

  test('reads collections in one module', () => {
    expect(source.filter((file) => /\b(getCollection|getEntry|getEntries)\(/.test(read(file)))).toEqual(['src/site.ts']);
  });

  test('keeps each route to forty lines', () => {
    expect(below('src/pages').filter((file) => read(file).split('\n').length > 41)).toEqual([]);
  });

  test('names colours in the tokens alone, and forces nothing', () => {
    const styles = source.filter((file) => /\.(css|astro)$/.test(file) && !file.endsWith('tokens.css') && !file.endsWith('print.css'));
    expect(styles.filter((file) => /#[0-9a-f]{3,8}\b(?=[;\s)])|\brgba?\(|\bhsla?\(|oklch\(/i.test(read(file).replace(/href="#[^"]*"/g, '')))).toEqual([]);
    expect(source.filter((file) => /!important|@ts-ignore|\bas any\b|: any\b/.test(read(file)))).toEqual([]);
  });

  test('says in a comment what each module of lib and each component is for', () => {
    const documented = [...modules, ...below('src/components').filter((file) => file.endsWith('.astro') && !/components\/page\/(Header|Breadcrumbs|Footer|PrevNext)/.test(file))];
    expect(documented.filter((file) => !read(file).slice(0, 1200).includes('/**'))).toEqual([]);
  });

  test('uses every word of the interface', () => {
    const words = JSON.parse(read('src/strings/en.json')) as Record<string, Record<string, unknown>>;
    const code = source.map(read).join('\n');
    // These groups are read by a key that the content gives: a kind, a stance, a passage.
    const byKey = new Set(['section', 'kind', 'stance', 'read', 'claim', 'mention', 'facet', 'counts']);
    const unused = Object.entries(words).filter(([group]) => !byKey.has(group)).flatMap(([group, keys]) => {
      // Where a module takes a group under another name, its words are asked for under that.
      const names = [group, ...[...code.matchAll(new RegExp(`\\b${group}: (\\w+)|(\\w+) = [\\w.]*words\\.${group}\\b(?!\\.)`, 'g'))].map((match) => match[1] ?? match[2])].join('|');
      return Object.keys(keys).filter((key) => !new RegExp(`\\b(?:${names})\\.${key}\\b|'${key}'|\\{[^{}]*\\b${key}\\b[^{}]*\\} = [\\w.]*\\b${group}\\b`).test(code)).map((key) => `${group}.${key}`);
    });
    expect(unused).toEqual([]);
  });
});

describe('the documents', () => {
  const documents = ['README.md', 'src/README.md', 'tests/README.md', 'content/README.md'];

  test.each(documents)('%s names only what is there', (document) => {
    const text = read(document).replace(/```[\s\S]*?```/g, '').replace(/`[^`]*`\s*\|/g, '|');
    const links = [...text.matchAll(/\]\(<?([^)>\s]+)>?\)/g)].map((match) => match[1] ?? '').filter((link) => !/^(https?:|#|\.\.\/\.\.\/\.\.\/)/.test(link));
    expect(links.filter((link) => !existsSync(join(dirname(document), link.split('#')[0] ?? '')))).toEqual([]);
  });
});
