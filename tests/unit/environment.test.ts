/** What a build takes from the environment, and what it refuses before it does anything. */
import { describe, expect, test } from 'vitest';
import { problemsOfEnvironment, setIn } from '../../src/lib/environment.ts';

const PROJECT = '/home/editor/call';
const problems = (environment: Record<string, string>) => problemsOfEnvironment(environment, PROJECT, () => true);

test('an empty variable is one that was left out', () => {
  const environment = { SITE_URL: '', BASE_PATH: '/ref/', OUT_DIR: '', SOURCE_DATE_EPOCH: '', PORT: '' };
  expect(setIn(environment)).toEqual({ BASE_PATH: '/ref/' });
  expect(problems(environment)).toEqual([]);
});

describe('the site is never put into the place of the project, nor of what it is made from:', () => {
  test.each([
    ['.'], ['./'], [PROJECT], ['..'], ['/'], ['/home'], ['src'], ['src/pages/'], ['content'], ['content/text'], ['public'], ['tests/build'], ['.git'], ['dist/../content'],
  ])('OUT_DIR=%s', (OUT_DIR) => {
    expect(problems({ OUT_DIR })).toEqual([`OUT_DIR is “${OUT_DIR}”; expected a folder of its own, since the site takes the place of all that is in it`]);
  });

  test('nor of a content folder elsewhere', () => {
    const CONTENT_DIR = '/srv/content';
    for (const OUT_DIR of ['/srv', '/srv/content', '/srv/content/site']) expect(problems({ OUT_DIR, CONTENT_DIR })).toHaveLength(1);
    for (const OUT_DIR of ['/srv/site', '/srv/content-site']) expect(problems({ OUT_DIR, CONTENT_DIR })).toEqual([]);
  });

  test.each([['dist'], ['site'], ['../site'], ['/srv/www'], ['contents'], ['a folder/dist']])('but OUT_DIR=%s is its own', (OUT_DIR) => {
    expect(problems({ OUT_DIR })).toEqual([]);
  });
});

test.each([[{}, 'content'], [{ CONTENT_DIR: '' }, 'content'], [{ CONTENT_DIR: 'nowhere' }, 'nowhere'], [{ CONTENT_DIR: '/srv/nowhere' }, '/srv/nowhere']])('the content is looked for: %j', (environment, shown) => {
  const looked: string[] = [];
  const look = (isThere: boolean) => problemsOfEnvironment(environment, PROJECT, (path) => looked.push(path) > 0 && isThere);
  expect([look(true), look(false)]).toEqual([[], [`CONTENT_DIR is “${shown}”; expected the folder that holds the content`]]);
  expect(looked).toEqual(Array(2).fill(shown.startsWith('/') ? shown : `${PROJECT}/${shown}`));
});

describe('is told what was expected:', () => {
  test.each([
    ['SITE_URL', 'example.org', 'an origin, as in https://example.org; a path goes into BASE_PATH'],
    ['SITE_URL', 'https://example.org/call/', 'an origin, as in https://example.org; a path goes into BASE_PATH'],
    ['SITE_URL', 'ftp://example.org', 'an origin, as in https://example.org; a path goes into BASE_PATH'],
    ['BASE_PATH', '/a b/', 'a path of letters, digits and - . _ ~, as in /paris-call/'],
    ['BASE_PATH', '/../ref/', 'a path of letters, digits and - . _ ~, as in /paris-call/'],
    ['BASE_PATH', 'C:/Program Files/Git/ref', 'a path of letters, digits and - . _ ~, as in /paris-call/'],
    ['REPORT_URL', 'javascript:alert(1)', 'an address of the web or of mail, as in mailto:editor@example.org'],
    ['REPORT_URL', 'editor@example.org', 'an address of the web or of mail, as in mailto:editor@example.org'],
    ['SOURCE_DATE_EPOCH', '2018-11-12', 'seconds since the beginning of 1970, as in 1542024000'],
    ['SOURCE_DATE_EPOCH', '253402300800', 'seconds since the beginning of 1970, as in 1542024000'],
    ['PORT', 'abc', 'a number up to 65535'],
    ['PORT', '65536', 'a number up to 65535'],
  ])('%s=%s', (name, value, expected) => {
    expect(problems({ [name]: value })).toEqual([`${name} is “${value}”; expected ${expected}`]);
  });

  test('everything at once', () => {
    expect(problems({ SITE_URL: 'example.org', OUT_DIR: '.', PORT: '-1' }).map((problem) => problem.split(' ')[0])).toEqual(['SITE_URL', 'PORT', 'OUT_DIR']);
  });
});

test('what is right is taken as it is', () => {
  expect(problems({ SITE_URL: 'https://example.org', BASE_PATH: 'paris-call', REPORT_URL: 'mailto:editor@example.org', SOURCE_DATE_EPOCH: '1900000000', PORT: '0', HOME: '' })).toEqual([]);
  expect(problems({ SITE_URL: 'http://localhost:4321/', BASE_PATH: '/a/b-c/', REPORT_URL: 'https://example.org/issues?new' })).toEqual([]);
});
