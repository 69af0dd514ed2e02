import { describe, expect, test } from 'vitest';
import { editionOf, readRecord } from '../../src/lib/record.ts';
import { usesOf } from '../../src/lib/uses.ts';
import {
  COPY, copy, files, more, ONE, one, principleFile, QUESTION, question, term, TEXT, TIMELINE, timeline, TODAY, tree, VARIANTS,
  variants,
} from '../content.ts';

type Changes = Parameters<typeof tree>[0];

const put = (file: string, old: string, words: string): Changes => {
  const source = String({ ...tree(), ...more }[file]);
  if (!source.includes(old)) throw new Error(`nothing to replace: ${old}`);
  return { [file]: source.replace(old, () => words) };
};
/** Each term that is used with the addresses of its places. */
const uses = (changes: Changes = {}) => {
  const all = usesOf(editionOf(readRecord(files(tree({ ...more, ...changes })), TODAY), 'en'));
  return Object.fromEntries([...all].map(([{ entry }, places]) => [entry.fields.term, places]));
};

describe('a term is used', () => {
  test.each<[name: string, changes: Changes, expected: readonly string[]]>([
    ['in a paragraph of the text', put(TEXT, 'Words of p6.', 'Words of botnets.'), ['/call/#p6']],
    ['in a principle, by its place in the text', put(TEXT, 'Words of principle-8.', 'A botnet.'), ['/principles/8/']],
    ['in a principle, by a passage of its page', put(principleFile(8), 'The lineage of it.', 'A botnet.'), ['/principles/8/']],
    [
      'in a principle once, though it stands in the text and on its page',
      { ...put(TEXT, 'Words of principle-8.', 'A botnet.'), ...put(principleFile(8), 'The asks of it.', 'A botnet.') },
      ['/principles/8/'],
    ],
    ['in a question', put(QUESTION, 'In Paris, where', 'Against botnets, where'), ['/questions/where/']],
    ['in a question’s table', put(QUESTION, '| in Paris |', '| a botnet |'), ['/questions/where/']],
    ['in a record, by one of its claims', put(ONE, 'It asks firms', 'On botnets, it asks firms'), ['/coverage/one/']],
    [
      'in a record once, however often it stands there',
      { [ONE]: one.replace('It asks', 'A botnet asks').replace('The clause', 'The botnet clause').replace('All.', 'Botnets.') },
      ['/coverage/one/'],
    ],
    ['by another of its forms', put(TEXT, 'Words of p6.', 'Zombie networks.'), ['/call/#p6']],
    ['in the words of a link', put(ONE, '[the Call]', '[the clause on botnets]'), ['/coverage/one/']],
  ])('%s', (_, changes, expected) => {
    expect(uses(changes)).toEqual({ botnet: expected });
  });

  test('in the order of the site: the text, the principles, the questions, the coverage', () => {
    expect(uses({
      ...put(TEXT, 'Words of p16.', 'A botnet.'),
      [TEXT]: String(tree()[TEXT]).replace('Words of p16.', 'A botnet.').replace('Words of p2.', 'A botnet.'),
      ...put(principleFile(3), 'The asks of it.', 'A botnet.'),
      [QUESTION]: question.replace('In Paris, where', 'Against botnets, where'),
      [ONE]: one.replace('It asks firms', 'On botnets, it asks firms'),
      [COPY]: copy.replace('A copy.\n\n##', 'A botnet’s copy.\n\n##'),
    })).toEqual({
      botnet: ['/call/#p2', '/call/#p16', '/principles/3/', '/questions/where/', '/coverage/copy/', '/coverage/one/'],
    });
  });

  test('beside others, each in its own places', () => {
    expect(uses({
      'content/glossary/en/worm.md': term.replace('botnet', 'worm').replace('[zombie network]', '[]'),
      ...put(TEXT, 'Words of p6.', 'Worms and botnets.'), ...put(ONE, 'It asks firms', 'On worms, it asks firms'),
    })).toEqual({ botnet: ['/call/#p6'], worm: ['/call/#p6', '/coverage/one/'] });
  });
});

describe('a term is not used', () => {
  test.each<[name: string, changes: Changes]>([
    ['where it stands nowhere', {}],
    ['in its own definition', { 'content/glossary/en/botnet.md': term.replace('Machines', 'A botnet is machines') }],
    ['in an event, whose page has no place of its own for it', { [TIMELINE]: timeline.replace('A worm', 'A botnet') }],
    ['in a variant', { [VARIANTS]: variants.replace('has another word', 'has no botnet') }],
    ['in a page about the site', put('content/pages/en/about.mdx', 'About', 'Botnets: about')],
    ['in a title', put(ONE, 'title: One article', 'title: A botnet')],
    ['in the first line of a claim', put(ONE, 'Some Critic ·', 'Botnet ·')],
    ['inside another word', put(TEXT, 'Words of p6.', 'Anti-botnet words.')],
  ])('%s', (_, changes) => {
    expect(uses(changes)).toEqual({});
  });

  test('in a glossary that nobody wrote', () => {
    expect(usesOf(editionOf(readRecord(files(), TODAY), 'en')).size).toBe(0);
  });
});
