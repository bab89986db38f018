// A Node that is too old and missing packages are reported in one sentence by every program.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { obstacle, packageFault } from '../adapters/toolchain.mjs';

const PACKAGES = ['node', 'zod', '@node-rs/jieba'];

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'toolchain-'));
});
afterEach(() => fs.rmSync(root, { recursive: true }));

function put(file: string, text = '{}'): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
}

/** Everything that is needed lies there, the Node of the project as well. */
function install(): void {
  for (const name of PACKAGES) put(`node_modules/${name}/package.json`);
  put('node_modules/.bin/node');
}

const told = (version = '24.21.0', program = 'adapters/main.mjs') =>
  obstacle({ version, root, packages: PACKAGES, program });

describe('a set-up', () => {
  it('with all that is needed has no fault', () => {
    install();
    expect(told()).toBeUndefined();
  });

  it('whose packages lie in a folder above has no fault', () => {
    install();
    fs.mkdirSync(path.join(root, 'inner', 'node_modules'), { recursive: true });
    const inner = path.join(root, 'inner');
    expect(obstacle({ version: '24.21.0', root: inner, packages: PACKAGES, program: '' })).toBeUndefined();
  });

  it('without packages wants npm install, also where the Node is too old', () => {
    for (const version of ['24.21.0', '20.20.2'])
      expect(told(version)).toBe('The npm packages are not installed: run npm install.');
  });

  it('without some packages names them', () => {
    install();
    fs.rmSync(path.join(root, 'node_modules', '@node-rs'), { recursive: true });
    expect(told()).toBe('The npm package @node-rs/jieba is missing: run npm install.');
    fs.rmSync(path.join(root, 'node_modules', 'zod'), { recursive: true });
    expect(told()).toBe('The npm packages zod, @node-rs/jieba are missing: run npm install.');
  });

  it.each(['18.20.0', '20.20.2', '22.22.0', '23.11.1', '24.1.0'])('of Node %s is too old', (version) => {
    install();
    expect(told(version)).toBe(
      `This is Node ${version}, and Node 24.2 or newer is needed: use npx node adapters/main.mjs, which takes the one that npm install has brought.`,
    );
    expect(told(version, '')).toContain('use npm start, npm test or npx, which takes the one');
    fs.rmSync(path.join(root, 'node_modules', '.bin'), { recursive: true });
    expect(told(version)).toContain('run npm install, which brings one');
  });

  it.each(['24.2.0', '24.10.0', '25.0.0', '100.0.0', '25.0.0-nightly2026'])(
    'of Node %s will do',
    (version) => {
      install();
      expect(told(version)).toBeUndefined();
    },
  );
});

/** An error as Node makes it. */
const error = (message: string, more: { code?: string; stack?: string; cause?: unknown } = {}): Error =>
  Object.assign(new Error(message), more);
const unparsed = (first: string, message = 'Unexpected end of input'): Error =>
  Object.assign(new SyntaxError(message), {
    stack: `${first}\nexport {\n\nSyntaxError: ${message}\n    at x`,
  });

describe('an error', () => {
  it.each<[string, Error, string]>([
    [
      'a package',
      error("Cannot find package 'zod' imported from /a/b.ts", { code: 'ERR_MODULE_NOT_FOUND' }),
      'zod',
    ],
    [
      'a part of a package',
      error("Cannot find package '@discordjs/rest/x' imported from /a", { code: 'ERR_MODULE_NOT_FOUND' }),
      '@discordjs/rest',
    ],
    [
      'a file of a package',
      error("Cannot find module '/a/node_modules/b/node_modules/undici/index.js' imported from /a", {
        code: 'ERR_MODULE_NOT_FOUND',
      }),
      'undici',
    ],
    [
      'what a package requires',
      error("Cannot find module 'jszip'\nRequire stack:\n- /a/node_modules/mammoth/lib/x.js", {
        code: 'MODULE_NOT_FOUND',
      }),
      'jszip',
    ],
    [
      'a native part',
      error('Cannot find native binding. npm has a bug: remove node_modules directory.', {
        stack: 'Error: remove node_modules directory.\n    at /a/node_modules/@node-rs/jieba/index.js:689:19',
      }),
      '@node-rs/jieba',
    ],
    [
      'a native part that is not whole',
      error('/a/node_modules/@node-rs/jieba-linux-x64-gnu/jieba.node: file too short', {
        code: 'ERR_DLOPEN_FAILED',
      }),
      '@node-rs/jieba-linux-x64-gnu',
    ],
    [
      'a description that is not whole',
      error('Invalid package config /a/node_modules/zod/package.json.', {
        code: 'ERR_INVALID_PACKAGE_CONFIG',
      }),
      'zod',
    ],
    ['a file that is not whole', unparsed('file:///a/node_modules/zod/index.js:3'), 'zod'],
    [
      'another version',
      unparsed('file:///a/src/b.ts:3', "The requested module 'zod' does not provide an export named 'z'"),
      'zod',
    ],
    [
      'what is behind another error',
      error('Discord could not be reached', {
        cause: error("Cannot find package 'discord.js' imported from /a", { code: 'ERR_MODULE_NOT_FOUND' }),
      }),
      'discord.js',
    ],
  ])('about %s names the package', (_, fault, name) => {
    expect(packageFault(fault)).toBe(
      `The npm package ${name} is missing or cannot be loaded: run npm install, or npm ci where that does not mend it.`,
    );
  });

  it.each<[string, unknown]>([
    ['of the network', error('connect ECONNREFUSED', { code: 'ECONNREFUSED' })],
    [
      'about a file of ours',
      error("Cannot find module '/a/src/x.ts' imported from /a", { code: 'ERR_MODULE_NOT_FOUND' }),
    ],
    [
      'about a relative file',
      error("Cannot find module './x.cjs'\nRequire stack:", { code: 'MODULE_NOT_FOUND' }),
    ],
    ['about our syntax', unparsed('file:///a/src/x.ts:3')],
    [
      'about JSON that a package reads',
      Object.assign(new SyntaxError('Unexpected token'), {
        stack:
          'SyntaxError: Unexpected token\n    at JSON.parse (<anonymous>)\n    at /a/node_modules/zod/x.js:1:2',
      }),
    ],
    ['that a package throws', error('no', { stack: 'Error: no\n    at /a/node_modules/zod/x.js:1:2' })],
    ['that is none', 'no'],
  ])('%s is no fault of a package', (_, fault) => {
    expect(packageFault(fault)).toBeUndefined();
  });
});
