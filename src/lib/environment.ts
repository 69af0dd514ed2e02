/** The variables of the environment that a build obeys (README, “Publish”), and what is wrong with them. */
import { resolve, sep } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What is set. An empty variable is one that was left out: so a workflow passes on what nobody has set. */
export const setIn = (environment: Environment): Environment => Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));

/** Folders of the project that no site may be put into; nor in the place of any that holds one of them. */
const KEPT = ['.git', '.github', 'content', 'public', 'src', 'tests'];

/**
 * What is wrong with the environment, a line for each variable, none where all is well. `project` is the absolute path
 * of the folder that relative ones start from; `isFolder` looks whether a folder is there.
 */
export function problemsOfEnvironment(environment: Environment, project: string, isFolder: (path: string) => boolean): string[] {
  const { OUT_DIR = 'dist', CONTENT_DIR = 'content', ...others } = setIn(environment);
  const kept = [...KEPT, CONTENT_DIR].map((folder) => resolve(project, folder));
  const out = resolve(project, OUT_DIR);
  const isTaken = isIn(project, out) || isIn(resolve(project, CONTENT_DIR), out) || kept.some((folder) => isIn(out, folder));
  return [
    ...VARIABLES.flatMap(([name, isRight, expected]) => {
      const value = others[name];
      return value === undefined || isRight(value) ? [] : [`${name} is “${value}”; expected ${expected}`];
    }),
    ...(isFolder(resolve(project, CONTENT_DIR)) ? [] : [`CONTENT_DIR is “${CONTENT_DIR}”; expected the folder that holds the content`]),
    ...(isTaken ? [`OUT_DIR is “${OUT_DIR}”; expected a folder of its own, since the site takes the place of all that is in it`] : []),
  ];
}

/** In seconds since 1970: no date of the record has a fifth digit in its year. */
const YEAR_10000 = 253_402_300_800;
const VARIABLES: readonly (readonly [name: string, isRight: (value: string) => boolean, expected: string])[] = [
  ['SITE_URL', (value) => isUrl(value, /^https?:$/) && new URL(value).href === `${new URL(value).origin}/`, 'an origin, as in https://example.org; a path goes into BASE_PATH'],
  ['BASE_PATH', (value) => value.split('/').every((part) => /^[\w.~-]*$/.test(part) && !/^\.+$/.test(part)), 'a path of letters, digits and - . _ ~, as in /paris-call/'],
  ['REPORT_URL', (value) => isUrl(value, /^(https?|mailto):$/), 'an address of the web or of mail, as in mailto:editor@example.org'],
  ['SOURCE_DATE_EPOCH', (value) => /^\d{1,12}$/.test(value) && Number(value) < YEAR_10000, 'seconds since the beginning of 1970, as in 1542024000'],
  ['PORT', (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, 'a number up to 65535'],
];

const isUrl = (value: string, protocol: RegExp): boolean => URL.canParse(value) && protocol.test(new URL(value).protocol);

const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
