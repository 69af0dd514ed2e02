/** Builds for real, as `npm run build` does, with the folders and the address that a test asks for. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Tree } from './content.ts';

export interface Built {
  readonly status: number;
  /** What the build printed, colours and the folder's name taken out. */
  readonly printed: string;
}

/** An empty folder of this test run. */
export const scratch = (name: string): string => mkdtempSync(join(tmpdir(), `paris-call-${name}-`));

/** Writes a content tree below `folder` and returns the content folder. */
export function writeTree(folder: string, tree: Tree): string {
  for (const [file, content] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return join(folder, 'content');
}

/** Builds; `environment` as in the README, `script` the npm script to run, in the folder of the project or of a copy of it. */
export const build = (environment: NodeJS.ProcessEnv, script = 'build', args: readonly string[] = [], project = '.'): Promise<Built> =>
  run('npm', ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])], environment, project);

/** Runs one of `src/commands` as its npm script does, without npm, which takes longer to start than most commands to run. */
export const command = (name: string, environment: NodeJS.ProcessEnv, args: readonly string[] = []): Promise<Built> =>
  run(process.execPath, [`src/commands/${name}.ts`, ...args], environment);

/** Runs a program and keeps what it prints. */
export function run(program: string, args: readonly string[], environment: NodeJS.ProcessEnv, cwd = '.', started: (child: ChildProcess) => void = () => undefined): Promise<Built> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, NODE_ENV: 'production', VITEST: undefined, NO_COLOR: '1', FORCE_COLOR: '0', ...environment },
    });
    started(child);
    let printed = '';
    child.stdout.on('data', (data) => (printed += data));
    child.stderr.on('data', (data) => (printed += data));
    child.on('close', (status) => resolve({ status: status ?? 1, printed: printed.replace(/\u001B\[[\d;]*m/g, '') }));
  });
}

/** Every file below a folder, by its path from there. */
export const filesBelow = (folder: string): Map<string, Buffer> =>
  new Map(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile())
    .map(({ parentPath, name }) => join(parentPath, name)).sort().map((file) => [relative(folder, file), readFileSync(file)]));
