// Programs are started by files that every Node can read, which report what is missing.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');
const MANIFEST = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  engines: { node: string };
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
};
/** What a Node that cannot read TypeScript reads. */
const FIRST_FILES = [
  'adapters/launch.mjs',
  'adapters/main.mjs',
  'adapters/toolchain.mjs',
  'docs/generate.mjs',
];

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'launch-'));
});
afterEach(() => fs.rmSync(root, { recursive: true }));

function put(file: string, text = '{}'): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
}

/** Runs a file of the small project to its end. */
function run(
  file: string,
  ...flags: string[]
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [path.join(root, file), ...flags], { cwd: root });
  const ended = { code: null as number | null, stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      ended[stream] += text;
    });
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...ended, code })));
}

/** A project of the launcher, a program and what that needs. */
function project(program: string, node: string): void {
  for (const name of ['launch.mjs', 'toolchain.mjs'])
    put(`adapters/${name}`, fs.readFileSync(path.join(ROOT, 'adapters', name), 'utf8'));
  put('adapters/program.mjs', program);
  put(
    'package.json',
    JSON.stringify({ engines: { node }, dependencies: { zod: '1' }, devDependencies: { ws: '1' } }),
  );
  put('node_modules/zod/package.json', '{"name":"zod","main":"./index.js"}');
}

describe('the launcher', () => {
  it('starts a program with its flags, and only checks where none is named', async () => {
    project(
      'console.log(process.argv.slice(2).join(" "), process.argv[1] === import.meta.filename);',
      '>=20',
    );
    const flags = ['--json', 'two words'];
    expect(await run('adapters/launch.mjs', 'adapters/program.mjs', ...flags)).toEqual({
      ...{ code: 0, stderr: '', stdout: '--json two words true\n' },
    });
    expect(await run('adapters/launch.mjs')).toEqual({
      ...{ code: 1, stdout: '', stderr: 'The npm package ws is missing: run npm install.\n' },
    });
  });

  it('tells in one sentence of a Node that is too old', async () => {
    project('console.log("never");', '>=99');
    const { code, stdout, stderr } = await run('adapters/launch.mjs', 'adapters/program.mjs');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^This is Node \S+, and Node 99 or newer is needed: run npm install.+\.\n$/);
  });

  it('tells in one sentence of a package that is broken, also where it is loaded later', async () => {
    project("await import('node:fs'); await import('zod');", '>=20');
    expect(await run('adapters/launch.mjs', 'adapters/program.mjs')).toEqual({
      ...{
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/^The npm package zod .+ run npm install, .+\.\n$/),
      },
    });
  });
});

describe('every start', () => {
  it('by npm is by a file that every Node can read', () => {
    for (const command of Object.values(MANIFEST.scripts))
      expect(command).toMatch(/^node (?:--\S+ )*(?:adapters\/(?:launch|main)|docs\/generate)\.mjs\b/);
  });

  it.each(['adapters/main', 'docs/generate'])('of %s.ts is of a file that every Node can read', (name) => {
    expect(fs.realpathSync(path.join(ROOT, `${name}.ts`))).toBe(
      fs.realpathSync(path.join(ROOT, `${name}.mjs`)),
    );
  });

  it.each(FIRST_FILES)('%s needs nothing at first but Node and its like', (file) => {
    const text = fs.readFileSync(path.join(ROOT, file), 'utf8');
    const needed = [...text.matchAll(/^import .*?'([^']+)';/gm)].map(([, specifier]) => specifier);
    expect(needed.filter((specifier) => !/^node:|\/(?:launch|toolchain)\.mjs$/.test(specifier))).toEqual([]);
  });
});
