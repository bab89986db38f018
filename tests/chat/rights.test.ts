// Who may read what: every probe from every chat is compared with the same bot over a library without the
// collections that are closed to that chat. The messages must be the same, byte by byte, and name nothing
// closed.
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Verb } from '../../src/chat/buttons/action.ts';
import type { CommandName } from '../../src/chat/command-words.ts';
import { COMMANDS, type Place } from '../../src/chat/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import type { FakeResponder } from './fake-responder.ts';
import { LibraryWorld } from './library-world.ts';
import {
  type Aim,
  ALPHA,
  BESIDE,
  BETA,
  FIRST,
  libraryOf,
  marksOf,
  PLACES,
  PRIVATE,
  SECOND,
  THIRD,
} from './rights/library.ts';
import { ATTEMPTS, everythingSent } from './rights/owner.ts';
import { type Known, PARTIALS, PRESSES, PROBES, type Values } from './rights/probes.ts';
import { sentBy, UsedBot } from './rights/used-bot.ts';
import { MANAGER, OWNER, World } from './world.ts';

const { zh } = TEXTS;
const AIMS = [ALPHA, BETA];
const HOMES: [string, Aim, Place][] = [
  ['alpha', ALPHA, FIRST],
  ['beta', BETA, SECOND],
  ['beta, by its community,', BETA, THIRD],
];
/** Each collection in each chat that may not read it. */
const CLOSED = PLACES.flatMap(({ name, place, reads }) =>
  AIMS.filter((aim) => !reads.includes(aim)).map((aim) => ({
    title: `${aim.collection} in ${name}`,
    place,
    reads,
    aim,
  })),
);
type Closed = (typeof CLOSED)[number];

let whole: PassageIndex;
/** Libraries that have some of the collections only. */
const poorer = new Map<string, PassageIndex>();
const keyOf = (aims: Aim[]) => aims.map(({ collection }) => collection).join();
beforeAll(() => {
  whole = libraryOf(...AIMS);
  for (const aims of [[], [ALPHA], [BETA]]) poorer.set(keyOf(aims), libraryOf(...aims));
});

/** A bot over the whole library, and one that was the same until the library lost the closed collections. */
async function bothHouses(reads: Aim[]): Promise<UsedBot[]> {
  const bots = [await UsedBot.open(whole), await UsedBot.open(whole)];
  bots[1].world.index = poorer.get(keyOf(reads)) ?? whole;
  return bots;
}

/** Marks of a collection that were sent although nobody had typed them. */
const leaksIn = (sent: string, aim: Aim, typed: unknown): string[] =>
  marksOf(aim, whole).filter((mark) => sent.includes(mark) && !JSON.stringify(typed).includes(mark));

/** Compares what a bot sends with what it sends where there is nothing to hide. */
async function expectNothing(
  attempt: (bot: UsedBot) => Promise<FakeResponder>,
  bots: UsedBot[],
  { aim }: Closed,
  typed: unknown,
): Promise<void> {
  const [sent, expected] = [sentBy(await attempt(bots[0])), sentBy(await attempt(bots[1]))];
  expect([typed, leaksIn(sent, aim, typed)]).toEqual([typed, []]);
  expect([typed, sent]).toEqual([typed, expected]);
}

describe.each(CLOSED)('as if there were no $title', (closed) => {
  const { place, aim, reads } = closed;
  const by = { person: MANAGER, place };
  let bots: UsedBot[];
  let known: Known;
  /** Questions and topics that were typed in the place may be repeated there. */
  const typed: unknown[] = [];
  beforeAll(async () => {
    bots = await bothHouses(reads);
    known = bots[0].leftBy(aim).known;
  });

  it.each(Object.keys(PRESSES))('does a button: %s', async (verb) => {
    for (const args of PRESSES[verb as Verb](known))
      for (const effect of ['open', 'turn'] as const)
        await expectNothing((bot) => bot.press({ verb, args, effect }, place), bots, closed, args);
  });

  it('is a reply to an answer or a question of the bot in the other chat answered, and a press there', async () => {
    for (const number of [0, 1])
      for (const text of ['存在哪些问题？', '甲县测绘局', '继续说']) {
        const message = (bot: UsedBot) => bot.leftBy(aim).messages[number];
        const reply = (bot: UsedBot) => bot.world.say(text, { ...by, replyTo: message(bot) });
        await expectNothing(reply, bots, closed, text);
        for (const { verb, args } of ASKING)
          await expectNothing(
            (bot) => bot.press({ verb, args, effect: 'open' }, place, message(bot)),
            bots,
            closed,
            args,
          );
      }
  });

  it('are plain words answered', async () => {
    const { agency, word, sentence, period } = aim;
    for (const text of [`${agency}有什么打算？`, `${word}呢`, sentence, period, '你好', '', '有哪些问题']) {
      typed.push(text);
      await expectNothing(({ world }) => world.say(text, by), bots, closed, typed);
    }
  });

  it('is every option completed', async () => {
    for (const { name, options } of COMMANDS)
      for (const option of Object.keys(options))
        for (const partial of PARTIALS(known)) {
          const half = { ...by, command: name, option, partial };
          const [found, expected] = await Promise.all(bots.map(({ world }) => world.chat.complete(half)));
          expect([half, leaksIn(JSON.stringify(found), aim, partial)]).toEqual([half, []]);
          expect(found).toEqual(expected);
        }
  });

  it('is a look-up from any chat answered, page by page', async () => {
    for (const words of [aim.word, aim.agency, aim.sentence, '问题', '档案', aim.sound])
      for (const offset of ['', '1', '20']) {
        const query = { person: MANAGER, place, words, offset };
        const [found, expected] = await Promise.all(bots.map(({ world }) => world.chat.inline(query)));
        expect([query, leaksIn(JSON.stringify(found), aim, words)]).toEqual([query, []]);
        expect(found).toEqual(expected);
      }
  });

  // the last of them closes the place
  it.each(Object.keys(PROBES) as CommandName[])('is answered: /%s', async (name) => {
    for (const values of PROBES[name](known)) {
      // a question goes on from those before it, and a list of followed topics repeats what was typed
      if (name === 'follow' || name === 'ask') typed.push(values);
      const repeated = name === 'ask' || name.includes('follow') ? typed : [];
      const attempt = ({ world }: UsedBot) => world.command(name, values, by);
      await expectNothing(attempt, bots, closed, [values, ...repeated]);
    }
  });
});

/** Buttons under messages that belong to a conversation. */
const ASKING = [
  { verb: 'fill', args: ['0'] },
  { verb: 'fill', args: ['1'] },
  { verb: 'fill', args: ['2'] },
  { verb: 'follow', args: ['question'] },
];

describe('a stored list', () => {
  it('says how many of its entries may be read, and only that there are others', async () => {
    const bot = await UsedBot.open(whole);
    const { reports } = bot.leftBy(ALPHA).known;
    const list = (listing: string, place: Place) =>
      bot.press({ verb: 'list', args: [listing, '0'], effect: 'open' }, place);
    const shown = await list(reports, BESIDE);
    const [heading, note] = shown.message;
    expect(heading).toEqual({ type: 'heading', text: zh.catalogueIntro(2) });
    expect(note).toEqual({ type: 'paragraph', text: zh.passagesGone() });
    const ids = whole.reports.filter(({ title }) => title === ALPHA.title).map(({ id }) => id);
    await bot.world.store.pagedLists.put('lalpha', { kind: 'reports', ids, words: [] }, bot.world.now);
    expect((await list('lalpha', FIRST)).text).toContain(ALPHA.title);
    expect((await list('lalpha', BESIDE)).text).toBe(zh.listGone());
    expect((await list('never', BESIDE)).text).toBe(zh.listGone());
  });
});

/** Files of the chat that match a pattern. */
function filesWith(pattern: RegExp): string[] {
  const folder = path.join(import.meta.dirname, '..', '..', 'src', 'chat');
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .filter((name) => pattern.test(fs.readFileSync(path.join(folder, name), 'utf8')));
}

describe('the whole library', () => {
  it('is used in one file of the chat only', () => {
    const using = filesWith(/\bindex\(\)/).filter((name) => name !== 'chat-options.ts');
    expect(using).toEqual(['access/accessible-index.ts']);
  });
});

describe('the data of a button', () => {
  it('is decoded in one file of the chat only', () => {
    const using = filesWith(/(?<!function )\bdecodePress\(/);
    expect(using).toEqual(['decoded-request.ts']);
  });
});

describe('an owner who manages files in a chat that may not read all of them', () => {
  const words = COMMANDS.filter(({ right }) => right === 'owner').map(({ name }) =>
    name.replace('library ', ''),
  );

  it('is covered with every command for owners', () => {
    expect(Object.keys(ATTEMPTS).sort()).toEqual([...words].sort());
  });

  it.each(words)('is answered privately, whatever is asked for and pressed: /library %s', async (word) => {
    const context = await LibraryWorld.open(whole);
    await context.world.store.collections.bind(ALPHA.collection, FIRST.within.channel);
    try {
      for (const place of [BESIDE, THIRD]) {
        const sent = await everythingSent(context, word, place);
        expect(sent.filter(([, responder]) => responder.sent.length !== 1).map(([done]) => done)).toEqual([]);
        const overheard = sent.filter(
          ([
            ,
            {
              sent: [outgoing],
            },
          ]) => {
            return outgoing.audience !== 'asker' || outgoing.confidential !== true;
          },
        );
        expect(overheard.map(([done]) => done)).toEqual([]);
      }
    } finally {
      await context.archive.close();
    }
  });

  it('also sees the readers of a collection privately', async () => {
    const bot = await UsedBot.open(whole);
    const values = { collection: ALPHA.collection, scope: 'channel' };
    for (const command of ['allow', 'deny']) {
      const { sent, text } = await bot.world.command(command, values, { person: OWNER, place: BESIDE });
      expect(text).toContain(ALPHA.collection);
      expect(sent).toMatchObject([{ audience: 'asker', confidential: true }]);
    }
  });

  it('has a press announced as private before it is answered', async () => {
    const world = new World(whole);
    const action = `b=add.0123456789abcdef~${await world.markOf(OWNER)}`;
    const incoming = {
      person: OWNER,
      place: BESIDE,
      request: { type: 'press', action, message: 'm' },
    } as const;
    expect(world.chat.expect(incoming)).toEqual({ mode: 'replace', audience: 'asker' });
    await world.chat.prepare();
    expect(world.chat.expect(incoming)).toEqual({ mode: 'replace', audience: 'asker' });
  });
});

describe('where it may be read', () => {
  it.each(HOMES)('all of %s is shown', async (_, aim, place) => {
    const bot = await UsedBot.open(whole);
    const { known } = bot.leftBy(aim);
    const by = { person: MANAGER, place };
    const said = async (name: string, values: Values) => sentBy(await bot.world.command(name, values, by));
    expect(await said('ask', { question: `${aim.agency}存在哪些问题？` })).toContain(aim.problem.slice(2, 9));
    expect(await said('search', { words: aim.word })).toContain(aim.title);
    expect(await said('report', { name: aim.title })).toContain(aim.file);
    expect(await said('reports', {})).toContain(aim.title);
    expect(await said('compare', { topic: '打算', first: aim.agency, second: '甲县测绘局' })).toContain(
      aim.title,
    );
    expect(await said('quote', { id: known.quote })).toContain(aim.title);
    expect(await said('verify', { text: aim.sentence })).toContain(aim.title);
    expect(await said('follow', { topic: aim.word })).toContain(aim.title);
    expect(await said('digest now', {})).toContain(aim.title);
    const pressed = sentBy(await bot.press({ verb: 'card', args: [known.report], effect: 'open' }, place));
    expect(pressed).toContain(aim.file);
    const half = { ...by, command: 'search', option: 'agency', partial: aim.sound };
    expect(await bot.world.chat.complete(half)).toMatchObject([{ label: aim.agency }]);
    const found = await bot.world.chat.inline({ ...by, words: aim.word, offset: '' });
    expect(JSON.stringify(found)).toContain(aim.title);
  });

  it('is not everywhere where an owner is', async () => {
    const bot = await UsedBot.open(whole);
    const { text } = await bot.world.command('reports', {}, { person: OWNER, place: PRIVATE });
    for (const { title } of AIMS) expect(text).not.toContain(title);
  });
});
