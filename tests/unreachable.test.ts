// Platforms that cannot be reached at the start: one sentence each, without a stack.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, it } from 'vitest';
import { SHARED_INDEX_FOLDER, sampleIndex } from './answer/sample.ts';
import { COMPILE_CACHE } from './fixtures/compile-cache.ts';

const MAIN = path.join(import.meta.dirname, '..', 'adapters', 'main.ts');

/** An address with a closed port. */
async function nowhere(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}

it('platforms that cannot be reached are reported in one sentence each, and the program stops on a signal', async () => {
  await sampleIndex();
  const address = await nowhere();
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env.PATH,
      ...COMPILE_CACHE,
      INDEX_DIR: SHARED_INDEX_FOLDER,
      STATE_PATH: ':memory:',
      DISCORD_TOKEN: 'not.a.token',
      DISCORD_API_URL: `${address}/api`,
      TELEGRAM_TOKEN: '1:abc',
      TELEGRAM_API_URL: address,
    },
  });
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
    if (['Discord', 'Telegram'].every((name) => told.includes(`${name} could not be reached`)))
      child.kill('SIGTERM');
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(0);
  const sentences = told.trimEnd().split('\n');
  for (const name of ['Discord', 'Telegram'])
    expect(sentences).toContain(
      `${name} could not be reached (connection refused); trying again in 5 seconds.`,
    );
  expect(told).not.toMatch(/\{|Error|\.[tj]s:\d/);
});
