import { describe, expect, test } from 'vitest';
import { resolvePath, targetOf, type Target } from '../../src/lib/links.ts';

const FROM = 'content/coverage/en/2018/one.md';

/** What a link to content leads to, as plain words. */
const content = (file: string, address: string, id = '', lang = 'en') => ({ to: 'content', file, id, address, lang });

describe('a link to content', () => {
  test.each<[name: string, url: string, expected: object]>([
    ['leads to the text', '../../../text/en.md', content('content/text/en.md', '/call/')],
    ['leads to a paragraph', '../../../text/en.md#p11', content('content/text/en.md', '/call/#p11', 'p11')],
    [
      'leads to a principle', '../../../principles/en/principle-8.md',
      content('content/principles/en/principle-8.md', '/principles/8/'),
    ],
    [
      'leads to a passage of a principle', '../../../principles/en/principle-8.md#lineage',
      content('content/principles/en/principle-8.md', '/principles/8/#lineage', 'lineage'),
    ],
    ['leads to a page', '../../../pages/en/about.mdx#model', content('content/pages/en/about.mdx', '/about/#model', 'model')],
    [
      'leads to a passage of a question', '../../../questions/en/where.md#sources',
      content('content/questions/en/where.md', '/questions/where/#sources', 'sources'),
    ],
    ['leads to a term', '../../../glossary/en/botnet.md', content('content/glossary/en/botnet.md', '/glossary/#botnet')],
    [
      'leads to a term by its definition too', '../../../glossary/en/botnet.md#definition',
      content('content/glossary/en/botnet.md', '/glossary/#botnet', 'definition'),
    ],
    ['leads to an event', '../../../timeline/en.md#launch', content('content/timeline/en.md', '/timeline/#launch', 'launch')],
    ['leads to a variant', '../../../variants/en.md#p6', content('content/variants/en.md', '/variants/#p6', 'p6')],
    ['leads to coverage of the same year', 'two.md#c16', content('content/coverage/en/2018/two.md', '/coverage/two/#c16', 'c16')],
    ['leads to coverage of another year', '../2019/two.md', content('content/coverage/en/2019/two.md', '/coverage/two/')],
    ['leads to a claim of the same file', '#c8', content(FROM, '/coverage/one/#c8', 'c8')],
    ['may begin with a point', './two.md', content('content/coverage/en/2018/two.md', '/coverage/two/')],
    ['may end in an empty fragment', 'two.md#', content('content/coverage/en/2018/two.md', '/coverage/two/')],
    ['may lead to another language', '../../../text/fr.md', content('content/text/fr.md', '/call/', '', 'fr')],
    ['may be encoded', '%2e%2e/2018/t%77o.md#%63%31', content('content/coverage/en/2018/two.md', '/coverage/two/#c1', 'c1')],
    [
      'may lead to a file that nobody wrote', 'no-such.md#c99',
      content('content/coverage/en/2018/no-such.md', '/coverage/no-such/#c99', 'c99'),
    ],
  ])('%s', (_, url, expected) => {
    expect(targetOf(FROM, url)).toEqual(expected);
  });
});

describe('a link to the web', () => {
  test.each([
    'https://pariscall.international/en/', 'http://example.org:8080/a?b=c#d', 'HTTPS://example.org/',
  ])('%s leads there as written', (url) => {
    expect(targetOf(FROM, url)).toEqual({ to: 'web', url });
  });
});

describe('a link', () => {
  test.each<[name: string, url: string, to: Target['to']]>([
    ['above content/ leads outside', '../../../../LICENSE', 'outside'],
    ['far above content/ leads outside', '../../../../../../../../etc/passwd', 'outside'],
    ['out of content/ and back in leads outside', '../../../../content/text/en.md', 'outside'],
    ['out of content/ by encoded points leads outside', '%2e%2e/..%2f../%2E%2E/src/site.ts', 'outside'],
    ['to a folder leads to no entry', '../2019/', 'no-entry'],
    ['to a file as though it were a folder leads to no entry', '../../../text/en.md/', 'no-entry'],
    ['to content/ itself leads to no entry', '../../..', 'no-entry'],
    ['to the ledger leads to no entry', '../../../ledger.txt', 'no-entry'],
    ['to the table of States leads to no entry', '../../../states/states.csv', 'no-entry'],
    ['to a file of its own for an event leads to no entry', '../../../timeline/en/launch.md', 'no-entry'],
    ['to a file without its ending leads to no entry', 'two', 'no-entry'],
    ['to an address instead of a file leads to no entry', '../two/', 'no-entry'],
    ['to a file of no language leads to no entry', '../../de/2018/two.md', 'no-entry'],
    ['to a name that cannot be decoded leads to no entry', '%zz', 'no-entry'],
    ['with a script behind a line break leads to no entry', 'java\nscript:alert(1)', 'no-entry'],
    ['to the top of the site is malformed', '/call/', 'malformed'],
    ['to another host without a protocol is malformed', '//example.org/', 'malformed'],
    ['to nothing is malformed', '', 'malformed'],
    ['to an empty fragment is malformed', '#', 'malformed'],
    ['with two fragments is malformed', 'two.md#c1#c2', 'malformed'],
    ['with a query is malformed', 'two.md?c=1', 'malformed'],
    ['with a backslash is malformed', '..\\2019\\two.md', 'malformed'],
    ['to a script is malformed', 'javascript:alert(1)', 'malformed'],
    ['to a script in capitals is malformed', 'JavaScript:alert(1)', 'malformed'],
    ['with its data inside is malformed', 'data:text/html,x', 'malformed'],
    ['to a mailbox is malformed', 'mailto:a@example.org', 'malformed'],
    ['by another protocol is malformed', 'ftp://example.org/', 'malformed'],
    ['by a protocol that ends like the web’s is malformed', 'xhttps://example.org/', 'malformed'],
    ['to a file named like the web leads to no entry', '../https://example.org/', 'no-entry'],
    ['to the web without slashes is malformed', 'https:example.org', 'malformed'],
    ['to no host is malformed', 'https://', 'malformed'],
    ['to a host with a space is malformed', 'https://exam ple.org/', 'malformed'],
  ])('%s', (_, url, to) => {
    expect(targetOf(FROM, url)).toEqual({ to });
  });
});

describe('a path', () => {
  test.each<[from: string, path: string, expected: string | undefined]>([
    ['content/coverage/en/2018/x.md', '../../../text/en.md', 'content/text/en.md'],
    ['content/text/en.md', '../principles/en/principle-8.md', 'content/principles/en/principle-8.md'],
    ['content/text/en.md', 'fr.md', 'content/text/fr.md'],
    ['content/text/en.md', './/fr.md', 'content/text/fr.md'],
    ['content/text/en.md', 'a/../fr.md', 'content/text/fr.md'],
    ['content/text/en.md', '..', 'content'],
    ['content/text/en.md', '../..', undefined],
    ['content/text/en.md', '../../content/text/fr.md', undefined],
    ['content/text/en.md', '../../src/site.ts', undefined],
    ['content/text/en.md', '../../contents/x.md', undefined],
  ])('from %s, %s leads to %s', (from, path, expected) => {
    expect(resolvePath(from, path)).toBe(expected);
  });
});
