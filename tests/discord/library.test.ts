// The library on Discord: a file as an option of a command, shown to the owner alone, added by a press.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import { Archive, sample } from '../library/archive.ts';
import type { Interaction, Person, SentFile, SentMessage } from '../stand-ins/discord/index.ts';
import { BEN, GENERAL, MANAGER, MEI, stopAll } from './bot.ts';
import { OwnBot } from './own-bot.ts';

const { zh, en } = TEXTS;
const FIRST = 'forestry-2023-h1.txt';
const HEALTH = sample('health-2023-h1.txt');
const MEGABYTE = 1024 * 1024;

let context: OwnBot;
let archive: Archive;
beforeAll(async () => {
  archive = await Archive.open();
  const access = { open: true, ownerIds: [`discord:${MEI.id}`] };
  context = await OwnBot.open({ access, chat: { reportFiles: archive.manager } });
});
afterAll(async () => {
  expect(context.bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
  await archive.close();
});

const add = (file: Partial<SentFile> = {}, more = {}, person: Person = MEI): Interaction =>
  context.use('library add', { file: { name: 'a.txt', content: HEALTH, ...file }, ...more }, person);
const plain = ({ text }: SentMessage) => text.replace(/\\(?=\p{P}|\p{S})/gu, '');

function press(message: SentMessage, label: string, person: Person = MEI): Interaction {
  const found = message.allComponents.find((component) => component.label === label);
  return context.discord.press({ message, person, customId: found?.custom_id ?? `no button ${label}` });
}

describe('a file as an option', () => {
  it('is what the command asks for, and the folder is completed', async () => {
    const group = context.discord.commands.in().find(({ name }) => name === 'library');
    const command = group?.options?.find(({ name }) => name === 'add');
    expect(command?.options?.map(({ name, type, required }) => [name, type, required])).toEqual([
      ['file', 11, true],
      ['folder', 3, false],
    ]);
    expect(() => context.use('library add')).toThrow('requires "file"');
  });

  it('is fetched, shown to the owner alone, and added by a press', async () => {
    const asked = add({ name: '卫生.txt' });
    const shown = await asked.settled();
    expect(asked.ephemeral).toBe(true);
    expect(plain(shown)).toContain(zh.uploadHeading('卫生.txt'));
    expect(plain(shown)).toContain('卫生健康');
    const done = await press(shown, zh.addFile()).settled();
    expect(done.id).toBe(shown.id);
    expect(plain(done)).toContain(zh.fileAdded('卫生.txt', false));
    expect(plain(done)).toContain(zh.askableNow());
    expect(await archive.bytesOf('卫生.txt')).toEqual(Buffer.from(HEALTH));
  });

  it('goes into the folder that is named, which is offered the next time', async () => {
    const shown = await add({}, { folder: '农业' }).settled();
    expect(plain(shown)).toContain(zh.uploadHeading('农业/a.txt'));
    await press(shown, zh.addFile()).settled();
    const complete = (person: Person) =>
      context.discord.complete({
        channel: GENERAL,
        person,
        name: 'library add',
        focused: 'folder',
        value: '农',
      });
    expect(await complete(MEI)).toEqual([{ name: '农业', value: '农业' }]);
    expect(await complete(BEN)).toEqual([]);
  });

  it('over 50 MB is not fetched', async () => {
    const shown = await add({ name: 'big.pdf', size: 50 * MEGABYTE + 1 }).settled();
    expect(plain(shown)).toBe(zh.fileTooLarge('big.pdf', 51, 50));
  });

  it.each([404, 500, 'cut'] as const)('that cannot be fetched is asked for again: %s', async (status) => {
    context.discord.failNext({ path: /^\/ephemeral-attachments\//, status });
    expect(plain(await add().settled())).toBe(zh.fileNotLoaded('a.txt'));
    expect(context.bot.lines('warn').at(-1)).toBe('a file that was sent could not be fetched');
  });

  it.each([BEN, MANAGER])('of a person who is no owner is not even fetched: $name', async (person) => {
    const before = await archive.everything();
    const asked = add({}, {}, person);
    expect(plain(await asked.settled())).toBe(person === BEN ? en.ownersOnly() : zh.ownersOnly());
    expect(asked.ephemeral).toBe(true);
    expect(await archive.everything()).toEqual(before);
  });
});

describe('the other commands', () => {
  it('remove a file, which is completed, and bring it back', async () => {
    const use = { channel: GENERAL, person: MEI, name: 'library remove' };
    expect(await context.discord.complete({ ...use, focused: 'name', value: 'forest' })).toEqual([
      { name: FIRST, value: FIRST },
    ]);
    const shown = await context.use('library remove', { name: FIRST }).settled();
    expect(plain(shown)).toContain(zh.removalHeading(FIRST));
    const removed = await press(shown, zh.removeFile()).settled();
    expect(plain(removed)).toContain(zh.fileRemoved(FIRST, 30));
    expect(plain(await press(removed, zh.restoreFile()).settled())).toBe(zh.fileRestored(FIRST, undefined));
  });

  it('tell the owner alone the state of the library', async () => {
    const asked = context.use('library status');
    expect(plain(await asked.settled())).toContain(zh.libraryHeading());
    expect(asked.ephemeral).toBe(true);
    expect(plain(await context.use('library reload').settled())).toContain(zh.reloaded());
    expect(plain(await context.use('library restore').settled())).toBe(zh.nothingRemoved(30));
  });
});
