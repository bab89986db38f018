// Two platforms in one process: each serves its people, and one that fails leaves the other running.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleIndex } from './answer/sample.ts';
import { Program } from './discord/program.ts';
import { type Discord, startDiscord } from './stand-ins/discord/index.ts';
import { type Person, startTelegram, type Telegram } from './stand-ins/telegram/index.ts';

const LI: Person = { id: 12, first_name: 'Li', language_code: 'zh-hans' };
const QUESTION = '林业局2024年上半年存在哪些问题？';

let folder: string;
let discord: Discord;
let telegram: Telegram;
let programs = 0;
const running: Program[] = [];
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'both-'));
  [discord, telegram] = await Promise.all([startDiscord(), startTelegram({ started: [LI] }), sampleIndex()]);
});
afterAll(async () => {
  await Promise.all(running.map((program) => program.kill()));
  await Promise.all([discord.close(), telegram.close()]);
  await fs.rm(folder, { recursive: true });
});

function start(settings: Record<string, string>): Program {
  const program = Program.start(folder, discord, {
    STATE_PATH: path.join(folder, `state-${programs++}.sqlite`),
    ACCESS: 'open',
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_URL: telegram.apiRoot,
    ...settings,
  });
  running.push(program);
  return program;
}

async function isAnsweredOnTelegram(): Promise<boolean> {
  const answer = await telegram.say({ person: LI, text: QUESTION }).answered();
  return answer.text.includes('储备林收储后劲不足');
}

describe('a bot with both tokens', () => {
  it('serves both platforms and ends on a signal', async () => {
    const program = start({});
    await Promise.all([program.prints(/Discord: connected\./), program.prints(/Telegram: connected\./)]);
    expect(await isAnsweredOnTelegram()).toBe(true);
    program.signal('SIGTERM');
    expect(await program.ended()).toBe(0);
  });

  it('keeps serving one platform when the other refuses it, and says which', async () => {
    const program = start({ DISCORD_TOKEN: 'not-a-token' });
    await program.prints(/Telegram: connected\./);
    expect(await isAnsweredOnTelegram()).toBe(true);
    expect(program.stderr).toMatch(/^Discord does not accept DISCORD_TOKEN: .+\n$/);
    program.signal('SIGTERM');
    expect(await program.ended()).toBe(0);
  });

  it('ends with a sentence for each when both refuse it', async () => {
    const program = start({ DISCORD_TOKEN: 'not-a-token', TELEGRAM_TOKEN: '1:not-a-token' });
    expect(await program.ended()).toBe(1);
    expect(program.stderr).toContain('Discord does not accept DISCORD_TOKEN');
    expect(program.stderr).toContain('Telegram does not accept TELEGRAM_TOKEN');
  });
});
