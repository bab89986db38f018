// The pictures of the README show what the bot writes today (`npm run pictures` draws them anew).
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHARED_INDEX_FOLDER } from './answer/sample.ts';
import { COMPILE_CACHE } from './fixtures/compile-cache.ts';

const ROOT = path.join(import.meta.dirname, '..');

let folder: string;
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pictures-'));
  for (const program of ['docs/picture.ts', 'docs/recording.ts'])
    expect(await run('adapters/launch.mjs', program, folder)).toBe(0);
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

function run(...flags: string[]): Promise<number | null> {
  const env = { PATH: process.env.PATH, ...COMPILE_CACHE, INDEX_DIR: SHARED_INDEX_FOLDER };
  const child = spawn(process.execPath, flags, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve) => child.on('close', resolve));
}

describe('the pictures', () => {
  it.each(['discord-answer.svg', 'discord-digest.svg', 'terminal.svg'])('%s is up to date', (name) => {
    const drawn = fs.readFileSync(path.join(folder, name), 'utf8');
    expect(drawn).toBe(fs.readFileSync(path.join(ROOT, 'docs', name), 'utf8'));
  });
});
