// The library on Telegram: a document sent privately, with a caption, or replied to; added by a press.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import { Archive, sample } from '../library/archive.ts';
import type { Person, SentMessage, Telegram } from '../stand-ins/telegram/index.ts';
import { ADA, type Bot, CHIEF, GROUP, LI, startBot, stopAll } from './bot.ts';
import { button } from './reading.ts';

const { zh, en } = TEXTS;
const FIRST = 'forestry-2023-h1.txt';
const HEALTH = sample('health-2023-h1.txt');
const MEGABYTE = 1024 * 1024;

let bot: Bot;
let standIn: Telegram;
let archive: Archive;
beforeAll(async () => {
  archive = await Archive.open();
  const access = { open: true, ownerIds: [`telegram:${LI.id}`] };
  bot = await startBot({ access, chat: { reportFiles: archive.manager } });
  standIn = bot.standIn;
});
beforeEach(async () => {
  bot.logged.length = 0;
});
afterEach(() => {
  expect(bot.lines('error')).toEqual([]);
});
afterAll(async () => {
  expect(await stopAll()).toEqual([]);
  await archive.close();
});

const send = (name: string, more: Partial<Parameters<Telegram['sendFile']>[0]> = {}) =>
  standIn.sendFile({ person: LI, name, content: HEALTH, ...more });

/** Presses a button; gives its message as it is then. */
async function press(message: SentMessage, label: string, person: Person = LI): Promise<SentMessage> {
  const before = message.edits.length;
  standIn.press({ message, person, data: button(message, label) });
  return standIn.until(() => (message.edits.length > before ? message : undefined), 'The message edited');
}

describe('a document that an owner sends privately', () => {
  it('is fetched, shown with what was understood, and added by a press', async () => {
    const shown = await send('卫生 2023.txt').answered();
    expect(shown.text).toContain(zh.uploadHeading('卫生 2023.txt'));
    expect(shown.text).toContain('卫生健康');
    expect(await archive.names()).toEqual([FIRST]);
    const done = await press(shown, zh.addFile());
    expect(done.text).toContain(zh.fileAdded('卫生 2023.txt', false));
    expect(done.text).toContain(zh.askableNow());
    expect(done.buttons).toEqual([]);
    expect(await archive.bytesOf('卫生 2023.txt')).toEqual(Buffer.from(HEALTH));
  });

  it('is put into the folder that its caption names', async () => {
    const shown = await send('a.txt', { caption: '/library add 卫生' }).answered();
    expect(shown.text).toContain(zh.uploadHeading('卫生/a.txt'));
    expect((await press(shown, zh.cancel())).text).toBe(zh.uploadDismissed());
  });

  it('is taken whatever else its caption says', async () => {
    expect((await send('a.txt', { caption: '新的报告' }).answered()).text).toContain(
      zh.uploadHeading('a.txt'),
    );
  });

  it('may be replied to with the command', async () => {
    const result = send('later.txt');
    await result.answered();
    const shown = await standIn.say({ person: LI, text: '/library add', replyTo: result.message }).answered();
    expect(shown.text).toContain(zh.uploadHeading('later.txt'));
  });

  it('completes a command that asks for it', async () => {
    const asked = await standIn.say({ person: LI, text: '/library add 农业' }).answered();
    expect(asked.markup).toMatchObject({ force_reply: true });
    const shown = await send('b.txt', { replyTo: asked }).answered();
    expect(shown.text).toContain(zh.uploadHeading('农业/b.txt'));
  });

  it('over 20 MB is not even asked for', async () => {
    const { text } = await send('big.pdf', { size: 20 * MEGABYTE + 1 }).answered();
    expect(text).toBe(zh.fileTooLarge('big.pdf', 21, 20));
    expect((await send('big.pdf', { size: 20 * MEGABYTE }).answered()).text).not.toContain('MB');
  });

  it.each([
    [
      'the method refuses',
      { method: 'getFile', status: 400, description: 'Bad Request: file is temporarily unavailable' },
    ],
    ['Telegram has an outage', { method: 'getFile', status: 502 }],
    ['the file is not there', { method: 'file', status: 404 }],
    ['the connection breaks', { method: 'file', cut: 'reset' as const }],
    ['the connection breaks in the middle', { method: 'file', cut: 'midway' as const }],
  ])('that cannot be fetched is asked for again: %s', async (_, fault) => {
    standIn.failNext(fault);
    expect((await send('a.txt').answered()).text).toBe(zh.fileNotLoaded('a.txt'));
    const [line] = bot.logged.filter(({ level }) => level === 'warn');
    expect(line.message).toBe('a file that was sent could not be fetched');
    const { message = '', stack = '' } = line.details.err as Error;
    expect(`${message}${stack}`).not.toContain(standIn.token);
  });

  it('without a name that can be read as a report is refused', async () => {
    expect((await send('../../etc/passwd').answered()).text).toContain(zh.fileUnreadable('passwd'));
  });
});

describe('documents that an owner sends all at once', () => {
  it('are all shown, each with what was understood', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `album-${i}.txt`);
    const result = names.map((name) => send(name));
    const shown = await Promise.all(result.map((each) => each.answered()));
    expect(shown.map(({ text }) => text.split('\n')[0])).toEqual(names.map((name) => zh.uploadHeading(name)));
  });
});

describe('a document in a group', () => {
  it('with the command is answered to the owner alone, who may add it there', async () => {
    standIn.start({ person: LI });
    const result = send('group.txt', { chat: GROUP, caption: `/library@${standIn.bot.username} add` });
    const shown = await standIn.until(
      () => standIn.messagesIn(LI.id).find(({ text }) => text.includes(zh.uploadHeading('group.txt'))),
      'The preview',
    );
    expect(result.answers).toEqual([]);
    expect((await press(shown, zh.addFile())).text).toContain(zh.fileAdded('group.txt', false));
  });
});

describe('an owner who never wrote to the bot privately', () => {
  it('is asked in a group to do so, without a word on the files', async () => {
    const access = { open: true, ownerIds: [`telegram:${LI.id}`] };
    const other = await startBot({ access, chat: { reportFiles: archive.manager } });
    for (const text of ['status', 'reload', 'remove', `remove ${FIRST}`, 'restore', 'add']) {
      const result = other.standIn.say({
        ...{ person: LI, chat: GROUP, text: `/library@${other.standIn.bot.username} ${text}` },
      });
      expect((await result.answered()).text).toBe(zh.writePrivately());
    }
    const bound = other.standIn.say({
      ...{ person: LI, chat: GROUP, text: `/allow@${other.standIn.bot.username} collection:内部` },
    });
    expect((await bound.answered()).text).toBe(zh.writePrivately());
    expect(await other.store.collections.bindings()).toMatchObject([{ collection: '内部' }]);
  });
});

describe('a person who is no owner', () => {
  it('sends documents in vain, as an administrator too', async () => {
    const before = await archive.everything();
    expect((await send('a.txt', { person: ADA }).answered()).text).toBe(en.ownersOnly());
    const command = send('a.txt', { person: CHIEF, caption: '/library add' });
    expect((await command.answered()).text).toBe(zh.ownersOnly());
    expect(await archive.everything()).toEqual(before);
    expect(standIn.requests.filter(({ body }) => body.file_id === command.message.document?.id)).toEqual([]);
  });

  it('has a question in a caption answered', async () => {
    const caption = '林业局2023年上半年存在哪些问题';
    const { text } = await send('a.txt', { person: ADA, caption }).answered();
    expect(text).toContain(zh.overviewIntro('林业局2023年上半年工作总结', 4, 4));
  });
});

describe('the other commands', () => {
  it('remove a file and bring it back, in one line of words', async () => {
    const shown = await standIn.say({ person: LI, text: `/library 移除 ${FIRST}` }).answered();
    expect(shown.text).toContain(zh.removalHeading(FIRST));
    const removed = await press(shown, zh.removeFile());
    expect(removed.text).toBe(zh.fileRemoved(FIRST, 30));
    expect((await press(removed, zh.restoreFile())).text).toBe(zh.fileRestored(FIRST, undefined));
  });

  it('tell the state of the library', async () => {
    const { text } = await standIn.say({ person: LI, text: '/library' }).answered();
    expect(text).toContain(zh.libraryHeading());
    expect((await standIn.say({ person: LI, text: '/library reload' }).answered()).text).toContain(
      zh.reloaded(),
    );
  });
});
