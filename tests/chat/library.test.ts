// Owners manage files from the chat: they see a preview before anything is added, and restore removed files.
import fs from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import { READABLE_EXTENSIONS } from '../../src/reports/formats/index.ts';
import type { Warning } from '../../src/reports/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { DAY_MS, sample } from '../library/archive.ts';
import { FakeResponder } from './fake-responder.ts';
import { file, fileResponder, LibraryWorld, SECOND_OWNER } from './library-world.ts';
import { pressables } from './message-content.ts';
import { BEN, GROUP, HUA, MANAGER, MEI, OWNER, privateChatOf, type RequestOptions } from './world.ts';

const { zh, en } = TEXTS;
const FIRST = 'forestry-2023-h1.txt';
const HEALTH = sample('health-2023-h1.txt');
const MEGABYTE = 1024 * 1024;

let index: PassageIndex;
let context: LibraryWorld;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(async () => {
  context = await LibraryWorld.open(index);
});
afterEach(() => context.archive.close());

const add = (name = '卫生.txt', bytes: Uint8Array = HEALTH, values = {}) =>
  context.use('add', values, { attachment: file(name, bytes) });
const labels = ({ message }: FakeResponder) => pressables(message).map(({ label }) => label);
const names = () => context.archive.names();
const nowKnown = (name: string, replaced = false) => `${zh.fileAdded(name, replaced)}\n${zh.askableNow()}`;

describe('a file that an owner sends', () => {
  it('is answered with its preview, to the owner only', async () => {
    const shown = await add();
    expect(shown.audiences).toEqual(['asker']);
    expect(shown.text).toContain(zh.uploadHeading('卫生.txt'));
    expect(shown.text).toMatch(/《.*卫生健康.*》 — .*2023年上半年/);
    expect(shown.text).toContain(zh.notAddedYet());
    expect(labels(shown)).toEqual([zh.addFile(), zh.cancel()]);
    expect(await names()).toEqual([FIRST]);
  });

  it('is added by a press, which replaces the preview', async () => {
    const done = await context.press(await add(), zh.addFile());
    expect(done.sent).toMatchObject([{ mode: 'replace' }]);
    expect(done.text).toBe(nowKnown('卫生.txt'));
    expect(labels(done)).toEqual([]);
    expect(await names()).toEqual([FIRST, '卫生.txt']);
  });

  it('is added by a press even after a restart, but not after a day', async () => {
    const [one, other] = [await add('a.txt'), await add('b.txt')];
    context.restart();
    expect((await context.press(one, zh.addFile())).text).toBe(nowKnown('a.txt'));
    context.archive.now += DAY_MS;
    expect((await context.press(other, zh.addFile())).text).toBe(zh.uploadGone());
    expect(await names()).toEqual(['a.txt', FIRST]);
  });

  it('is dropped by a press, and stays so', async () => {
    const shown = await add();
    expect((await context.press(shown, zh.cancel())).text).toBe(zh.uploadDismissed());
    expect((await context.press(shown, zh.addFile())).text).toBe(zh.uploadGone());
    expect((await context.press(shown, zh.cancel())).text).toBe(zh.uploadGone());
    expect(await names()).toEqual([FIRST]);
  });

  it('goes into the folder that is named, in one line of words as well', async () => {
    const shown = await context.use('add', '卫生 系统', { attachment: file('a.txt', HEALTH) });
    expect(shown.text).toContain(zh.uploadHeading('卫生 系统/a.txt'));
    expect(shown.text).toContain(zh.newFolder('卫生 系统'));
    await context.press(shown, zh.addFile());
    expect((await add('b.txt', HEALTH, { folder: '卫生 系统' })).text).not.toContain(
      zh.newFolder('卫生 系统'),
    );
    expect(await names()).toEqual([FIRST, '卫生 系统/a.txt']);
    expect((await add('b.txt', HEALTH, { folder: '..' })).text).toBe(zh.noSuchFolderName('..'));
  });

  it('with an existing name replaces that file or is kept beside it, as the owner chooses', async () => {
    const shown = await add(FIRST);
    expect(shown.text).toContain(zh.nameTaken(FIRST, true));
    expect(labels(shown)).toEqual([zh.replaceFile(), zh.keepBoth(), zh.cancel()]);
    expect((await context.press(shown, zh.keepBoth())).text).toBe(nowKnown('forestry-2023-h1 (2).txt'));
    const other = await add(FIRST, sample('health-2023.txt'));
    expect((await context.press(other, zh.replaceFile())).text).toBe(nowKnown(FIRST, true));
    const back = await context.use('restore', { name: FIRST });
    expect(back.text).toBe(zh.fileRestored('forestry-2023-h1 (3).txt', FIRST));
  });

  it('whose name was taken meanwhile gets a new preview', async () => {
    const [one, other] = [await add('a.txt'), await add('a.txt', sample('health-2023.txt'))];
    await context.press(one, zh.addFile());
    const again = await context.press(other, zh.addFile(), { person: SECOND_OWNER });
    expect(again.text).toContain(en.nameTaken('a.txt', true));
    expect(labels(again)).toEqual([en.replaceFile(), en.keepBoth(), en.cancel()]);
    await context.press(again, en.keepBoth(), { person: SECOND_OWNER });
    expect(await names()).toEqual(['a (2).txt', 'a.txt', FIRST]);
  });

  it('that exists already is not added twice; the same text under another name is mentioned', async () => {
    expect((await add(FIRST, sample(FIRST))).text).toBe(zh.fileThere(FIRST));
    expect((await add('copy.txt', sample(FIRST))).text).toContain(zh.sameTextAs([FIRST]));
  });

  it('is never loaded where it is too large for the bot or the platform', async () => {
    const load = () => Promise.reject(new Error('was loaded'));
    const of = async (size: number, most?: number) =>
      (
        await context.use(
          'add',
          {},
          { attachment: { name: 'a.pdf', size, load, ...(most ? { maxBytes: most } : {}) } },
        )
      ).text;
    expect(await of(50 * MEGABYTE + 1)).toBe(zh.fileTooLarge('a.pdf', 51, 50));
    expect(await of(20 * MEGABYTE + 1, 20 * MEGABYTE)).toBe(zh.fileTooLarge('a.pdf', 21, 20));
    expect(await of(60 * MEGABYTE, 500 * MEGABYTE)).toBe(zh.fileTooLarge('a.pdf', 60, 50));
    expect(await of(0)).toBe(zh.fileIsEmpty('a.pdf'));
    expect(context.world.logged).toEqual([]);
  });

  it('that is larger than stated is not read', async () => {
    const attachment = file('a.txt', Buffer.alloc(3 * MEGABYTE), { size: 1, maxBytes: 2 * MEGABYTE });
    expect((await context.use('add', {}, { attachment })).text).toBe(zh.fileTooLarge('a.txt', 3, 2));
  });

  it('that the platform does not give is asked for again, and the reason is logged', async () => {
    const attachment = file('a\u202e\n.txt', HEALTH, { load: () => Promise.reject(new Error('status 404')) });
    expect((await context.use('add', {}, { attachment })).text).toBe(zh.fileNotLoaded('a  .txt'));
    expect(context.world.logged).toMatchObject([
      { level: 'warn', details: { err: { message: 'status 404' } } },
    ]);
  });

  it('in which no report can be read is refused with the reason', async () => {
    const { text } = await add('a.txt', Buffer.from([0, 1, 2]));
    expect(text).toContain(zh.fileUnreadable('a.txt'));
    expect(text).toContain(zh.warning({ kind: 'skipped', why: { kind: 'no-text-encoding' } }));
    expect(text).not.toMatch(/[a-z]{4,} [a-z]{2,} /); // nothing of it in English
    expect(await context.archive.everything()).toEqual([`reports/${FIRST}`]);
  });

  it('stays as it was where the disk is full, and can be added when there is room', async () => {
    context.archive.failing = { call: 'writeFile', code: 'ENOSPC' };
    expect((await add()).text).toBe(zh.notWritten('full'));
    const shown = await add();
    context.archive.failing = { call: 'writeFile', code: 'ENOSPC' };
    const failed = await context.press(shown, zh.addFile());
    expect(failed.text).toContain(zh.notWritten('full'));
    expect((await context.press(failed, zh.addFile())).text).toBe(nowKnown('卫生.txt'));
  });

  it('that is not served yet says so', async () => {
    const shown = await add();
    context.archive.broken = 'no memory left';
    expect((await context.press(shown, zh.addFile())).text).toBe(
      `${zh.fileAdded('卫生.txt', false)}\n${zh.notReread()}`,
    );
  });
});

describe('a file whose name is not supported', () => {
  const fixture = (name: string) => fs.readFile(path.join(import.meta.dirname, '../fixtures/formats', name));
  const PDF = 'forestry-2023-h1.pdf';

  it.each([
    ['报告.wpt', PDF, '报告.pdf'],
    ['报告', PDF, '报告.pdf'],
    ['总结2023.1', PDF, '总结2023.1.pdf'],
    ['工作总结.docx.download', 'forestry-2023-h1.docx', '工作总结.docx'],
    ['工作总结.wpt', 'forestry-2023-h1.doc', '工作总结.doc'],
    ['show.php', 'forestry-2023-h1.html', 'show.html'],
  ])('is added with the ending of its format, and then served: %s', async (sentAs, content, name) => {
    const shown = await add(sentAs, await fixture(content));
    expect(shown.text).toContain(zh.uploadHeading(name));
    expect(shown.text).toContain(zh.renamedByContent(sentAs));
    context.restart();
    expect((await context.press(shown, zh.addFile())).text).toBe(nowKnown(name));
    expect((await names()).sort()).toEqual([FIRST, name].sort());
  });

  it.each(['报告.txt.exe', '报告', 'Thumbs.db', 'desktop.ini', '表.ods'])(
    'is refused where its content may be anything: %s',
    async (name) => {
      const refusal = zh.warning({
        kind: 'skipped',
        why: { kind: 'unknown-ending', readable: READABLE_EXTENSIONS },
      });
      for (const bytes of [HEALTH, Buffer.from('abc')]) {
        const shown = await add(name, bytes);
        expect(shown.text).toBe(`${zh.fileUnreadable(name)}\n${refusal}`);
        expect(labels(shown)).toEqual([]);
      }
    },
  );

  it('is refused by its format where that is known and not read', async () => {
    const foreign = { kind: 'foreign-format', format: 'web-archive', ending: '.mht' } as const;
    const { text } = await add('报告.mht', Buffer.from('MIME-Version: 1.0\n'));
    expect(text).toContain(zh.warning({ kind: 'skipped', why: foreign }));
  });
});

describe('a file that was added and is not served', () => {
  const added = async (shown: FakeResponder) => (await context.press(shown, zh.addFile())).text;

  it('is reported with the reason, in the language of the owner who added it', async () => {
    const copy = { kind: 'copy', of: FIRST } as const;
    expect(await added(await add('z.txt', sample(FIRST)))).toBe(
      `${zh.fileAdded('z.txt', false)}\n${zh.notAskable([zh.warning(copy)])}`,
    );
    const attachment = file('zz.txt', sample(FIRST));
    const shown = await context.use('add', {}, { person: SECOND_OWNER, attachment });
    const { text } = await context.press(shown, en.addFile(), { person: SECOND_OWNER });
    expect(text).toBe(`${en.fileAdded('zz.txt', false)}\n${en.notAskable([en.warning(copy)])}`);
  });

  it('is reported with none of its other warnings', async () => {
    const noisy = Buffer.from(`##begin##\n${Buffer.from(HEALTH).toString()}\n##end##\n`);
    await context.press(await add('a.txt', noisy), zh.addFile());
    expect(await added(await add('b.txt', noisy))).toContain(
      `\n${zh.notAskable([zh.warning({ kind: 'copy', of: 'a.txt' })])}`,
    );
  });

  it('is reported without a reason where none is known', async () => {
    const shown = await add('a.txt');
    context.archive.restart({ reload: async () => {} });
    context.world.restart({
      reportFiles: context.archive.manager,
      access: { open: true, ownerIds: [OWNER.id] },
    });
    expect(await added(shown)).toBe(`${zh.fileAdded('a.txt', false)}\n${zh.notAskable([])}`);
  });
});

describe('a file without a command', () => {
  it('gets a preview where an owner sends it privately, whatever is written beside it', async () => {
    for (const text of ['', '新的报告', '林业局有什么问题'])
      expect((await context.send(file('a.txt', HEALTH), text)).text).toContain(zh.uploadHeading('a.txt'));
  });

  it('of anybody else is ignored, and the words beside it are a question', async () => {
    const { text } = await context.send(file('a.txt', HEALTH), '林业局2023年上半年存在哪些问题', {
      person: MEI,
    });
    expect(text).toContain(zh.overviewIntro('林业局2023年上半年工作总结', 4, 4));
    expect((await context.send(file('a.txt', HEALTH), '', { person: MEI })).text).toBe(zh.ownersOnly());
  });

  it('in a group gets a preview for an owner; anybody else’s is ignored', async () => {
    const attachment = file('a.txt', HEALTH);
    const { text, audiences } = await context.send(attachment, ' ', { place: GROUP });
    expect(text).toContain(zh.uploadHeading('a.txt'));
    expect(audiences).toEqual(['asker']);
    const { sent, dismissed } = await context.send(attachment, ' ', { person: MANAGER, place: GROUP });
    expect([sent, dismissed]).toEqual([[], 1]);
  });

  it('in a group goes with the words beside it', async () => {
    const { text } = await context.send(file('a.txt', HEALTH), '林业局2023年上半年存在哪些问题', {
      place: GROUP,
    });
    expect(text).toContain(zh.overviewIntro('林业局2023年上半年工作总结', 4, 4));
  });
});

describe('many files that an owner sends at once', () => {
  const hasty = { perPersonPerMinute: 2, perChannelPerMinute: 2 };
  const restart = () => {
    context.world.restart({
      reportFiles: context.archive.manager,
      access: { open: true, ownerIds: [OWNER.id] },
      ...hasty,
    });
  };

  it('all get previews, one after the other, and do not count as questions', async () => {
    restart();
    const names = Array.from({ length: 30 }, (_, i) => `${i}.txt`);
    const shown = await Promise.all(names.map((name) => context.send(file(name, HEALTH))));
    expect(shown.map(({ text }) => text.split('\n')[0])).toEqual(names.map((name) => zh.uploadHeading(name)));
    const place = privateChatOf(OWNER);
    const asked = ['林业局', '卫健委', '农业局'].map((text) =>
      context.world.say(text, { person: OWNER, place }),
    );
    expect((await Promise.all(asked)).at(-1)?.text).toBe(zh.tooFast(60));
  });

  it('are fetched in turn, and refused where more than a hundred wait', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let loaded = 0;
    const load = async () => {
      loaded++;
      await gate;
      return Buffer.from('x');
    };
    const all = Array.from({ length: 102 }, () => context.send(file('a.txt', HEALTH, { load })));
    expect((await all[101]).text).toBe(zh.tooManyAtOnce(100));
    await expect.poll(() => loaded).toBe(1);
    release();
    expect((await Promise.all(all)).filter(({ text }) => text.includes('a.txt'))).toHaveLength(101);
    expect(loaded).toBe(101);
  });

  it('of anybody else count as requests', async () => {
    restart();
    const send = () => context.send(file('a.txt', HEALTH), '林业局有什么问题', { person: MEI });
    await send();
    await send();
    expect((await send()).text).toBe(zh.tooFast(60));
  });
});

describe('a command without a file', () => {
  it('asks for one, and a reply with it completes the command', async () => {
    const asked = await context.use('add', { folder: '卫生' });
    expect(asked.message[0]).toMatchObject({ type: 'prompt' });
    const reply = await context.send(file('a.txt', HEALTH), '', { place: GROUP, replyTo: asked.key });
    expect(reply.text).toContain(zh.uploadHeading('卫生/a.txt'));
    expect(reply.audiences).toEqual(['asker']);
  });

  it('takes the next file in a private chat, and still answers questions', async () => {
    const place = privateChatOf(OWNER);
    await context.use('add', '卫生', { place });
    const answer = await context.world.say('林业局2023年上半年存在哪些问题', { person: OWNER, place });
    expect(answer.text).toContain(zh.overviewIntro('林业局2023年上半年工作总结', 4, 4));
    await context.use('add', '卫生', { place });
    expect((await context.send(file('a.txt', HEALTH))).text).toContain(zh.uploadHeading('卫生/a.txt'));
  });

  it('says where files go on a platform that carries none', async () => {
    const { text, message } = await context.use('add', {}, { responder: new FakeResponder() });
    expect(text).toBe(zh.filesGoInto(context.archive.reports));
    expect(message).toHaveLength(1);
  });
});

describe('a file that an owner removes', () => {
  it('is shown with its reports, then removed by a press, then restored by another', async () => {
    const shown = await context.use('remove', { name: 'forestry' });
    expect(shown.text).toContain(zh.removalHeading(FIRST));
    expect(shown.text).toContain('《林业局2023年上半年工作总结》');
    expect(await names()).toEqual([FIRST]);
    const removed = await context.press(shown, zh.removeFile());
    expect(removed.text).toBe(zh.fileRemoved(FIRST, 30));
    expect(await names()).toEqual([]);
    context.restart();
    expect((await context.press(removed, zh.restoreFile())).text).toBe(zh.fileRestored(FIRST, undefined));
    expect(await names()).toEqual([FIRST]);
    expect((await context.press(removed, zh.restoreFile())).text).toBe(zh.removedGone(30));
  });

  it('stays where the owner cancels, or it has changed meanwhile', async () => {
    const shown = await context.use('remove', FIRST);
    expect((await context.press(shown, zh.cancel())).text).toBe(zh.fileStays(FIRST));
    await fs.appendFile(path.join(context.archive.reports, FIRST), '\n补充。');
    expect((await context.press(shown, zh.removeFile())).text).toBe(zh.fileChanged());
    expect(await names()).toEqual([FIRST]);
  });

  it('is removed once by two owners at once', async () => {
    const shown = await context.use('remove', FIRST);
    const both = await Promise.all([
      context.press(shown, zh.removeFile()),
      context.press(shown, zh.removeFile(), { person: SECOND_OWNER }),
    ]);
    expect(both.map(({ text }) => text)).toEqual([zh.fileRemoved(FIRST, 30), en.fileChanged()]);
  });

  it('is chosen from those that may be meant', async () => {
    await fs.writeFile(path.join(context.archive.reports, 'forestry.jpg'), 'x');
    const several = await context.use('remove', 'forestry');
    expect(several.text).toBe(`${zh.whichFile()}\n${FIRST}\nforestry.jpg`);
    expect((await context.use('remove', '../index')).text).toContain(zh.noSuchFile('../index'));
    const unread = await context.use('remove', 'forestry.jpg');
    expect(unread.text).toContain(zh.notServed());
  });

  it('is found and restored by a composed name where the folder has it decomposed', async () => {
    const decomposed = 'Re\u0301sume\u0301.txt';
    await fs.writeFile(path.join(context.archive.reports, decomposed), 'x');
    for (const typed of ['R\u00e9sum\u00e9.txt', 'r\u00e9sum\u00e9', decomposed])
      expect((await context.use('remove', typed)).text).toContain(zh.removalHeading(decomposed));
    await context.press(await context.use('remove', 'R\u00e9sum\u00e9.txt'), zh.removeFile());
    expect(await names()).toEqual([FIRST]);
    expect((await context.use('restore', 'R\u00e9sum\u00e9.txt')).text).toBe(
      zh.fileRestored(decomposed, undefined),
    );
  });

  it('is asked for where no name is given, and a press on one shows it', async () => {
    const asked = await context.use('remove');
    expect(labels(asked)).toEqual([FIRST]);
    expect((await context.press(asked, FIRST)).text).toContain(zh.removalHeading(FIRST));
  });

  it('is listed among those that can be restored, the last first', async () => {
    expect((await context.use('restore')).text).toBe(zh.nothingRemoved(30));
    await context.press(await context.use('remove', FIRST), zh.removeFile());
    const list = await context.use('restore');
    expect(list.text).toContain(zh.removedHeading(1, 30));
    expect((await context.press(list, FIRST)).text).toBe(zh.fileRestored(FIRST, undefined));
    expect((await context.use('restore', FIRST)).text).toBe(zh.removedGone(30));
  });
});

describe('a file that is removed while others have the same text', () => {
  const lay = async (...names: string[]) => {
    for (const name of names) {
      await fs.mkdir(path.dirname(path.join(context.archive.reports, name)), { recursive: true });
      await fs.writeFile(path.join(context.archive.reports, name), HEALTH);
    }
    await context.use('reload');
  };

  it.each([
    ['which answers are made from', 'a.txt', ['b.txt'], ['b.txt']],
    ['as their copy', 'b.txt', ['a.txt'], ['a.txt']],
    ['one of three', 'b.txt', ['a.txt', 'c.txt'], ['a.txt']],
    ['as the first of three', 'a.txt', ['b.txt', 'c.txt'], ['b.txt']],
    ['in another collection', 'a.txt', ['甲/a.txt'], ['甲/a.txt']],
  ])('is shown with them, before and after: %s', async (_, name, others, stay) => {
    await lay(name, ...others);
    const shown = await context.use('remove', { name });
    expect(shown.text).toContain(zh.sameTextStays(others));
    expect(shown.text).not.toContain(zh.notServed());
    const removed = await context.press(shown, zh.removeFile());
    expect(removed.text).toBe(`${zh.fileRemoved(name, 30)}\n${zh.sameTextStays(stay)}`);
  });

  it('is no longer mentioned where the others are gone', async () => {
    await lay('a.txt', 'b.txt');
    const shown = await context.use('remove', { name: 'a.txt' });
    await fs.rm(path.join(context.archive.reports, 'b.txt'));
    expect((await context.press(shown, zh.removeFile())).text).toBe(zh.fileRemoved('a.txt', 30));
  });
});

describe('who will read a file', () => {
  const bind = (collection: string, ...places: string[]) =>
    Promise.all(places.map((place) => context.world.store.collections.bind(collection, place)));
  const into = async (folder: string) => (await add('a.txt', HEALTH, { folder })).text;
  const only = (...named: string[]) => ({ named, unnamed: 0 });

  it('is every chat where it is in no collection, and the preview says so', async () => {
    expect((await add()).text).toContain(zh.uploadReaders(undefined, undefined));
  });

  it('is named clearly where the folder is new and unbound, as it may be mistyped', async () => {
    expect(await into('内部')).toContain(zh.uploadOpenToAll('内部'));
    await context.press(await add('b.txt', HEALTH, { folder: '内部' }), zh.addFile());
    expect(await into('内部')).toContain(zh.uploadReaders('内部', undefined));
  });

  it('is whoever the collection is bound to, whether it exists or not', async () => {
    await bind('内部', 'fake:guild:1', 'fake:channel:2');
    const readers = zh.uploadReaders('内部', only('fake:channel:2', 'fake:guild:1'));
    expect(await into('内部')).toContain(readers);
    await context.press(await add('b.txt', HEALTH, { folder: '内部' }), zh.addFile());
    expect(await into('内部')).toContain(readers);
    await context.world.store.collections.close('内部');
    expect(await into('内部')).toContain(zh.uploadReaders('内部', only()));
  });

  it('is named again where the name was taken meanwhile', async () => {
    await bind('内部', 'fake:guild:1');
    const values = { folder: '内部' };
    const [one, other] = [await add('a.txt', HEALTH, values), await add('a.txt', sample(FIRST), values)];
    await context.press(one, zh.addFile());
    const again = await context.press(other, zh.addFile());
    expect(again.text).toContain(zh.uploadReaders('内部', only('fake:guild:1')));
  });

  describe('once it is added', () => {
    const addInto = async (...[folder, by]: [string, RequestOptions?]) => {
      const shown = await add('a.txt', HEALTH, { folder });
      return async () => (await context.press(shown, zh.addFile(), by)).text.split('\n').slice(1);
    };

    it('names its readers, where the owner’s chat is none of them', async () => {
      await bind('内部', 'fake:channel:9');
      const press = await addInto('内部');
      expect(await press()).toEqual([zh.addedReaders('内部', only('fake:channel:9'))]);
    });

    it('names its readers and that this chat can ask about it, where it can', async () => {
      await bind('内部', 'fake:guild:1');
      const press = await addInto('内部');
      expect(await press()).toEqual([zh.askableNow(), zh.addedReaders('内部', only('fake:guild:1'))]);
    });

    it.each([
      ['opened', [zh.askableNow(), zh.addedReaders('内部', undefined)]],
      ['closed', [zh.addedReaders('内部', only())]],
    ] as const)('names the bindings as they are since the preview: %s', async (change, expected) => {
      const { collections } = context.world.store;
      await (change === 'closed' ? collections.open('内部') : bind('内部', 'fake:guild:1'));
      const press = await addInto('内部');
      await (change === 'closed' ? collections.close('内部') : collections.open('内部'));
      expect(await press()).toEqual(expected);
    });
  });

  it('is whoever reads the collections whose names are the same in other characters', async () => {
    await bind('人事處', 'fake:guild:1', 'fake:guild:2');
    expect(await into('人事处')).toContain(zh.uploadReaders('人事处', only('fake:guild:1', 'fake:guild:2')));
    await bind('人亊处', 'fake:guild:3'); // no other way to write it: a different name
    await bind('人事处　', 'fake:guild:2');
    expect(await into('人事处')).toContain(zh.uploadReaders('人事处', only('fake:guild:2')));
    await bind('人事处', 'fake:guild:4');
    expect(await into('人事处')).toContain(zh.uploadReaders('人事处', only('fake:guild:4')));
  });
});

describe('the warnings of a file', () => {
  const NOISY = Buffer.from(`##begin##\n${Buffer.from(HEALTH).toString()}\n##end##\n`);
  const warning: Warning = {
    kind: 'left-out',
    counts: [
      { what: 'marker', count: 2 },
      { what: 'front-matter', count: 1 },
    ],
  };

  it('are in the asker’s language, without the name that is above them', async () => {
    expect((await add('a.txt', NOISY)).text).toContain(`\n${zh.warning(warning)}\n`);
    const shown = await context.use('add', {}, { person: SECOND_OWNER, attachment: file('b.txt', NOISY) });
    expect(shown.text).toContain(`\n${en.warning(warning)}\n`);
  });

  it('of all files have their names, skipped files first, up to forty one by one', async () => {
    await fs.writeFile(path.join(context.archive.reports, 'a.txt'), NOISY);
    await context.use('reload');
    expect((await context.use('status')).text).toContain(zh.fileWarning({ file: 'a.txt', warning }));
    for (let i = 0; i < 45; i++) await fs.writeFile(path.join(context.archive.reports, `z${i}.jpg`), 'x');
    await fs.writeFile(path.join(context.archive.reports, 'a2.txt'), NOISY); // a copy, before all others by its name
    await context.use('reload');
    const { text } = await context.use('status', {}, { person: SECOND_OWNER });
    expect(text).toContain(en.fileWarnings(48));
    expect(text.match(/^z\d+\.jpg: skipped, /gm)).toHaveLength(40);
    expect(text).toContain(en.andMore(8));
    for (let i = 10; i < 45; i++) await fs.rm(path.join(context.archive.reports, `z${i}.jpg`));
    await fs.writeFile(path.join(context.archive.reports, 'z.txt'), ''); // known to be empty only once it is opened
    await context.use('reload');
    const lines = (await context.use('status')).text.split('\n');
    const at = lines.indexOf(zh.fileWarnings(14)) + 1;
    expect(lines.slice(at, at + 11).every((line) => line.startsWith('z'))).toBe(true);
    expect(lines.slice(at + 11)).toEqual([
      zh.fileWarning({ file: 'a2.txt', warning: { kind: 'copy', of: 'a.txt' } }),
      zh.fileWarning({ file: 'a.txt', warning }),
      zh.fileWarning({ file: 'a2.txt', warning }),
    ]);
  });

  it('of an earlier version are ignored in a stored preview', async () => {
    const shown = await add('a.txt', NOISY);
    const [record] = (await context.archive.everything()).filter((name) => name.endsWith('.json'));
    const top = path.dirname(context.archive.reports);
    const kept = JSON.parse(await fs.readFile(path.join(top, record), 'utf8'));
    await fs.writeFile(
      path.join(top, record),
      JSON.stringify({ ...kept, warnings: ['a.txt: left out 2 × marker'] }),
    );
    await fs.writeFile(path.join(context.archive.reports, 'a.txt'), 'x');
    const again = await context.press(shown, zh.addFile());
    expect(again.text).toContain(zh.nameTaken('a.txt', true));
    expect(again.text).not.toContain('marker');
  });
});

describe('the library', () => {
  it('names each collection with its size and readers, the bound ones first', async () => {
    const { collections } = context.world.store;
    for (const folder of ['丁', '乙', '空']) {
      await fs.mkdir(path.join(context.archive.reports, folder));
      if (folder !== '空') await fs.writeFile(path.join(context.archive.reports, folder, 'a.txt'), HEALTH);
    }
    await fs.writeFile(path.join(context.archive.reports, '乙', 'b.txt'), sample('health-2023.txt'));
    await context.use('reload');
    for (let i = 1; i <= 12; i++) await collections.bind('乙', `fake:channel:${String(i).padStart(2, '0')}`);
    await collections.close('未来');
    const { text, audiences } = await context.use('status');
    expect(audiences).toEqual(['asker']);
    const named = Array.from({ length: 10 }, (_, i) => `fake:channel:${String(i + 1).padStart(2, '0')}`);
    const lines = [
      zh.collectionsHeading(),
      zh.collectionStatus({ isThere: true, files: 1, reports: 1 }),
      zh.collectionStatus({
        ...{ collection: '乙', isThere: true, files: 2, reports: 2 },
        places: { named, unnamed: 2 },
      }),
      zh.collectionStatus({
        ...{ collection: '未来', isThere: false, files: 0, reports: 0 },
        places: { named: [], unnamed: 0 },
      }),
      zh.collectionStatus({ collection: '丁', isThere: true, files: 1, reports: 1 }),
      zh.collectionStatus({ collection: '空', isThere: true, files: 0, reports: 0 }),
    ];
    expect(text).toContain(lines.join('\n'));
  });

  it('names the readers of a collection bound under another spelling', async () => {
    await fs.mkdir(path.join(context.archive.reports, '人事处'));
    await context.world.store.collections.bind('人事處', 'fake:guild:1');
    const places = { named: ['fake:guild:1'], unnamed: 0 };
    const { text } = await context.use('status');
    const standing = (collection: string, isThere: boolean) =>
      zh.collectionStatus({ collection, isThere, files: 0, reports: 0, places });
    expect(text).toContain(`${standing('人事处', true)}\n${standing('人事處', false)}`);
  });

  it('shows its status', async () => {
    await add();
    const { text, audiences } = await context.use('status');
    expect(audiences).toEqual(['asker']);
    const passages = context.archive.files[0].reports[0].passages.length;
    expect(text).toContain(zh.libraryHolds(1, 1, passages));
    expect(text).toContain(zh.undecided(1));
    expect(text).toContain(zh.lastChange());
    expect((await context.world.command('文库', '', { person: OWNER })).text).toBe(text);
  });

  it('is read again, and says what has changed', async () => {
    expect((await context.use('reload')).text).toContain(zh.nothingChanged());
    await fs.writeFile(path.join(context.archive.reports, 'b.txt'), HEALTH);
    const { text } = await context.use('reload', {}, { person: SECOND_OWNER });
    expect(text).toBe([en.reloaded(), en.changedFiles('added', 1), 'b.txt'].join('\n'));
    context.archive.broken = 'no memory left';
    expect((await context.use('reload')).text).toBe(zh.notReloaded());
  });

  it('says where files are not managed from chats', async () => {
    context.world.restart({ access: { open: true, ownerIds: [OWNER.id] } });
    for (const word of ['status', 'reload', 'restore'])
      expect((await context.use(word)).text).toBe(zh.libraryNotManaged());
    expect((await context.use('remove', 'x')).text).toBe(zh.libraryNotManaged());
    expect((await add()).text).toBe(zh.libraryNotManaged());
    expect((await context.use('add', {}, { responder: new FakeResponder() })).text).toBe(
      zh.libraryNotManaged(),
    );
  });

  it('deletes expired files while the bot is used', async () => {
    await add();
    context.archive.now += DAY_MS;
    context.world.now += DAY_MS;
    await context.world.say('林业局');
    expect(await context.archive.everything()).toEqual([`reports/${FIRST}`]);
  });
});

describe('somebody who is no owner', () => {
  const WORDS = ['add', 'remove', 'restore', 'status', 'reload'];

  it.each(WORDS)('is refused, as a manager and in a private chat too: /library %s', async (word) => {
    for (const [person, place, refusal] of [
      [BEN, GROUP, en.ownersOnly()],
      [HUA, privateChatOf(HUA), TEXTS['zh-Hant'].ownersOnly()],
      [MANAGER, GROUP, zh.ownersOnly()],
    ] as const) {
      const attachment = file('a.txt', HEALTH, { load: () => Promise.reject(new Error('was loaded')) });
      const { text, audiences } = await context.use(word, { name: FIRST }, { person, place, attachment });
      expect(text).toBe(refusal);
      expect(audiences).toEqual(['asker']);
    }
    expect(context.world.logged).toEqual([]);
  });

  it('gets nothing done and learns nothing by any button', async () => {
    const shown = [await add(), await add(FIRST), await context.use('remove', FIRST)];
    shown.push(await context.press(await context.use('remove', FIRST), zh.removeFile()));
    const before = await context.archive.everything();
    for (const responder of shown)
      for (const label of labels(responder))
        for (const person of [BEN, MANAGER]) {
          const { text, audiences } = await context.press(responder, label, { person });
          expect([en.notYourButton(), zh.notYourButton()]).toContain(text);
          expect(audiences).toEqual(['asker']);
        }
    expect(await context.archive.everything()).toEqual(before);
  });

  it('who owned the bot when the preview was made can no longer use its buttons', async () => {
    const shown = await add();
    context.world.restart({
      reportFiles: context.archive.manager,
      access: { open: true, ownerIds: [SECOND_OWNER.id] },
    });
    expect((await context.press(shown, zh.addFile())).text).toBe(zh.ownersOnly());
    expect(await names()).toEqual([FIRST]);
  });

  it('gets no names of files, folders or removed files suggested', async () => {
    await context.press(await add('a.txt', HEALTH, { folder: '卫生' }), zh.addFile());
    await context.press(await context.use('remove', FIRST), zh.removeFile());
    const offered = (command: string, option: string, person = OWNER) =>
      context.world.chat.complete({
        person,
        place: GROUP,
        command: `library ${command}`,
        option,
        partial: '',
      });
    expect((await offered('remove', 'name')).map(({ label }) => label)).toEqual(['卫生/a.txt']);
    expect(await offered('add', 'folder')).toEqual([{ label: '卫生', value: '卫生' }]);
    expect((await offered('restore', 'name')).map(({ label }) => label)).toEqual([FIRST]);
    for (const person of [BEN, MANAGER])
      for (const [command, option] of [
        ['remove', 'name'],
        ['add', 'folder'],
        ['restore', 'name'],
      ])
        expect(await offered(command, option, person)).toEqual([]);
  });

  it('does not see the library commands in help', async () => {
    const help = async (person = BEN) => (await context.world.command('help', {}, { person })).text;
    expect(await help()).not.toContain('/library');
    expect(await help(MANAGER)).not.toContain('/library');
    expect(await help(OWNER)).toContain('/library add');
  });
});

describe('suggested names', () => {
  it('are found by a part of them, and each suggestion is accepted', async () => {
    const long = `${'长'.repeat(70)}${'名'.repeat(4)}.txt`;
    await fs.writeFile(path.join(context.archive.reports, long), HEALTH);
    await fs.writeFile(path.join(context.archive.reports, `${'x'.repeat(150)}.txt`), HEALTH);
    const person = OWNER;
    const offers = await context.world.chat.complete({
      ...{ person, place: GROUP, command: 'library remove', option: 'name', partial: '' },
    });
    expect(offers).toHaveLength(3);
    for (const { label, value } of offers) {
      expect(label.length).toBeLessThanOrEqual(100);
      expect(value.length).toBeLessThanOrEqual(100);
      const { message } = await context.use('remove', { name: value }, { responder: fileResponder() });
      expect(message[0]).toMatchObject({ type: 'heading' });
    }
    const some = await context.world.chat.complete({
      ...{ person, place: GROUP, command: 'library remove', option: 'name', partial: '名名' },
    });
    expect(some.map(({ value }) => value)).toEqual([long]);
  });
});

describe('whatever an owner writes and sends', () => {
  it('is answered once, to the owner only, and nothing leaves the folders', async () => {
    const piece = fc.constantFrom(
      '..',
      '/',
      '\\',
      '\0',
      '\u202e',
      'a',
      '.txt',
      'nul',
      ' ',
      'x'.repeat(300),
      FIRST,
    );
    const text = fc.array(piece, { maxLength: 5 }).map((parts) => parts.join(''));
    const word = fc.constantFrom('add', 'remove', 'restore', 'reload', 'status', 'nothing');
    const values = fc.oneof(text, fc.record({ name: text, folder: text }));
    await fc.assert(
      fc.asyncProperty(word, values, text, fc.nat(2), async (each, given, name, choice) => {
        const responder = await context.use(each, given, { attachment: file(name, HEALTH) });
        expect(responder.audiences).toEqual(['asker']);
        const buttons = pressables(responder.message);
        if (buttons.length === 0) return;
        const { action } = buttons[choice % buttons.length];
        expect((await context.world.press(action, { person: OWNER })).sent).toHaveLength(1);
      }),
      { numRuns: 80 },
    );
    expect(context.world.logged).toEqual([]);
    expect((await context.archive.everything()).filter((each) => !/^(?:reports|index)\//.test(each))).toEqual(
      [],
    );
  });

  it('in the data of a button does nothing where it is none of ours', async () => {
    const deed = fc.constantFrom(
      'add',
      'replace',
      'both',
      'dismiss',
      'remove',
      'keep',
      'restore',
      'constructor',
      '',
    );
    const id = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 16, maxLength: 16 }),
      fc.string({ unit: fc.constantFrom(...'abXY09-.'), maxLength: 20 }),
    );
    const before = await context.archive.everything();
    const mark = await context.world.markOf(OWNER);
    await fc.assert(
      fc.asyncProperty(deed, id, async (each, given) => {
        const data = `b=${each}.${given}~${mark}`;
        expect((await context.world.press(data, { person: OWNER })).sent).toHaveLength(1);
      }),
    );
    expect(context.world.logged).toEqual([]);
    expect(await context.archive.everything()).toEqual(before);
  });
});
