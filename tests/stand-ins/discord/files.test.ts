// Files that people send along with a command on the stand-in for Discord.
import {
  type ChatInputCommandInteraction,
  type Client,
  ApplicationCommandOptionType as Kind,
} from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connect, GENERAL, MEMBER, nextInteraction, start, stop } from './clients.ts';
import type { Discord } from './index.ts';

let discord: Discord;
let client: Client<true>;
beforeAll(async () => {
  discord = await start();
  client = await connect(discord);
  const file = { type: Kind.Attachment as const, name: 'file', description: 'A file', required: true };
  await client.application.commands.set([{ name: 'send', description: 'Sends a file', options: [file] }]);
});
afterEach(() => {
  client.removeAllListeners();
  expect(discord.violations).toEqual([]);
});
afterAll(stop);

const use = (options: Parameters<Discord['slash']>[0]['options']) =>
  discord.slash({ channel: GENERAL, person: MEMBER, name: 'send', options });

async function received(file: { name: string; content: Uint8Array; size?: number }) {
  const asked = nextInteraction<ChatInputCommandInteraction>(client);
  use({ file });
  return (await asked).options.getAttachment('file', true);
}

describe('a file that a person sends along', () => {
  it('is described by name and size, and fetched without a token', async () => {
    const { name, size, url } = await received({ name: 'a b/报告.txt', content: Buffer.from('内容') });
    expect({ name, size }).toEqual({ name: 'a_b报告.txt', size: 6 });
    const response = await fetch(url);
    expect([response.status, await response.text()]).toEqual([200, '内容']);
  });

  it('may be said to be larger than it is', async () => {
    expect((await received({ name: 'a', content: Buffer.from('x'), size: 99 })).size).toBe(99);
  });

  it('is not given where a test asks for that, once', async () => {
    const { url } = await received({ name: 'a', content: Buffer.from('x') });
    discord.failNext({ path: /^\/ephemeral-attachments\//, status: 404 });
    discord.failNext({ path: /^\/ephemeral-attachments\//, status: 'cut' });
    expect((await fetch(url)).status).toBe(404);
    await expect(fetch(url)).rejects.toThrow();
    expect((await fetch(url)).status).toBe(200);
  });

  it('has to be a file, and has to be there', () => {
    expect(() => use({ file: 'a.txt' })).toThrow('nobody can enter a.txt');
    expect(() => use({})).toThrow('requires "file"');
  });
});
