// Answers that change in place: pages and edited questions. Every press is acknowledged, once.
import { afterEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { PersonMessage, Press, SentMessage } from '../stand-ins/telegram/index.ts';
import { ADA, type Bot, GROUP, LI, startBot, stopAll } from './bot.ts';
import { button, faults, filesIn, quotesIn } from './reading.ts';

const PROBLEMS = '林业局2023年上半年存在哪些问题';
const HEALTH = '卫生健康局2023年上半年存在哪些问题';
const FIVE_MINUTES_MS = 5 * 60 * 1000;

let bot: Bot;
afterEach(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

const say = (text: string, chat: number = LI.id) => bot.standIn.say({ chat, person: LI, text });
const ask = (text: string, chat: number = LI.id) => say(text, chat).answered();
const edit = ({ message }: PersonMessage, text: string) => bot.standIn.edit({ message, text });
/** The bot's messages in a chat, once it is idle. */
async function standing(chat: number = LI.id): Promise<SentMessage[]> {
  await bot.finish();
  return bot.standIn.messagesIn(chat).filter(({ author }) => author.id === bot.standIn.bot.id);
}

describe('a page', () => {
  it('is turned in place, there and back', async () => {
    bot = await startBot();
    const list = await ask('/search 高标准农田');
    const first = quotesIn(bot.index, list);
    const turn = async (label: string, times: number) => {
      const pressed = bot.standIn.press({ message: list, person: LI, data: button(list, label) });
      await list.edited(times);
      expect(await pressed.answered()).toEqual({ alert: false });
      expect(faults(bot.index, list)).toEqual([]);
    };
    await turn(TEXTS.zh.nextPage(), 1);
    expect(quotesIn(bot.index, list)).not.toEqual(first);
    expect(list.text).toContain('6. ');
    await turn(TEXTS.zh.previousPage(), 2);
    expect(quotesIn(bot.index, list)).toEqual(first);
    expect(await standing()).toHaveLength(1);
  });

  it('that shows already what was pressed for is no fault', async () => {
    bot = await startBot();
    const list = await ask('/search 高标准农田');
    const data = button(list, TEXTS.zh.nextPage());
    const presses = [1, 2, 3].map(() => bot.standIn.press({ message: list, person: LI, data }));
    await Promise.all(presses.map((press) => press.answered()));
    expect(await standing()).toHaveLength(1);
    expect(list.edits).toHaveLength(1);
    expect(bot.lines('warn')).toEqual([]);
    bot.standIn.violations.length = 0; // nobody keeps people from pressing twice
  });

  it('is turned by who asked only', async () => {
    bot = await startBot();
    const list = await ask('/search@stand_in_bot 高标准农田', GROUP);
    const data = button(list, TEXTS.zh.nextPage());
    const pressed = bot.standIn.press({ message: list, person: ADA, data });
    await pressed.answered();
    expect(pressed).toMatchObject({ text: TEXTS.en.notYourButton(), alert: true });
    expect(list.edits).toEqual([]);
  });
});

describe('a press', () => {
  const old = (data: string) =>
    bot.standIn.placeMessage({
      chat: LI.id,
      body: { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'y', callback_data: data }]] } },
    });

  it.each(['x', 'c=nonsense.1~abcdefg', 'z=1~abcdefg', '~~~', '{"a":1}', 'l+gone.0~abcdefg', '🦀'])(
    'on what is unknown is answered: %s',
    async (data) => {
      bot = await startBot();
      await bot.standIn.start({ person: LI }).answered();
      const pressed = bot.standIn.press({ message: old(data), person: LI, data });
      await pressed.answered();
      expect(pressed.alert).toBe(true);
      expect(pressed.text?.length).toBeGreaterThan(0);
    },
  );

  it('under a message that Telegram no longer shows the bot works', async () => {
    bot = await startBot();
    const list = await ask('/search 高标准农田');
    const data = button(list, TEXTS.zh.nextPage());
    const pressed: Press = bot.standIn.press({ message: list, person: LI, data, inaccessible: true });
    await list.edited();
    await pressed.answered();
    const answer = await ask(PROBLEMS);
    const [context] = answer.buttons;
    bot.standIn.press({ message: answer, person: LI, data: context.callback_data!, inaccessible: true });
    const view = await bot.standIn.nextMessage({ chat: LI.id, after: answer });
    expect(quotesIn(bot.index, view).length).toBeGreaterThan(0);
  });

  it('without a message or without data is answered', async () => {
    bot = await startBot();
    const from = { id: LI.id, is_bot: false, first_name: 'Li' };
    bot.tell(
      { callback_query: { id: 'gone', from, chat_instance: '1', data: 'x', inline_message_id: 'y' } },
      { callback_query: { id: 'gone-too', from, chat_instance: '1', game_short_name: 'z' } },
    );
    await bot.finish();
    const answered = bot.standIn.requests.filter(({ method }) => method === 'answerCallbackQuery');
    expect(answered.map(({ body }) => body.callback_query_id)).toEqual(['gone', 'gone-too']);
    bot.standIn.violations.length = 0; // the stand-in knows no such presses
  });

  it('that came so late that Telegram takes no answer to it still leads somewhere', async () => {
    bot = await startBot();
    const list = await ask('/search 高标准农田');
    const description = 'Bad Request: query is too old and response timeout expired or query ID is invalid';
    bot.standIn.failNext({ method: 'answerCallbackQuery', status: 400, description });
    bot.standIn.press({ message: list, person: LI, data: button(list, TEXTS.zh.nextPage()) });
    await list.edited();
    expect(bot.lines('warn')).toEqual([]);
  });

  it('is answered once, whatever it leads to', async () => {
    bot = await startBot();
    const answer = await ask(PROBLEMS);
    for (const { callback_data: data } of answer.buttons)
      await bot.standIn.press({ message: answer, person: LI, data: data! }).answered();
    await bot.finish();
    const ids = bot.standIn.requests.filter(({ method }) => method === 'answerCallbackQuery');
    expect(new Set(ids.map(({ body }) => body.callback_query_id)).size).toBe(ids.length);
    expect(ids).toHaveLength(answer.buttons.length);
  });
});

describe('a question that is edited', () => {
  it('has its answer edited', async () => {
    bot = await startBot();
    const result = say(PROBLEMS);
    const answer = await result.answered();
    edit(result, HEALTH);
    await answer.edited();
    expect(filesIn(bot.index, answer)).toEqual(['health-2023-h1.txt']);
    expect(faults(bot.index, answer)).toEqual([]);
    edit(result, PROBLEMS);
    await answer.edited(2);
    expect(filesIn(bot.index, answer)).toEqual(['forestry-2023-h1.txt']);
    expect(await standing()).toHaveLength(1);
  });

  it('in a group too, if it still is for the bot', async () => {
    bot = await startBot();
    const result = say(`/ask@stand_in_bot ${PROBLEMS}`, GROUP);
    const answer = await result.answered();
    edit(result, `/ask@stand_in_bot ${HEALTH}`);
    await answer.edited();
    expect(filesIn(bot.index, answer)).toEqual(['health-2023-h1.txt']);
    edit(result, `/ask@other_bot ${PROBLEMS}`);
    expect((await standing(GROUP)).map(({ edits }) => edits.length)).toEqual([1]);
  });

  it('while the first answer is being made has that one edited', async () => {
    bot = await startBot();
    const release = bot.hold();
    const result = say(PROBLEMS);
    await bot.standIn.confirmed();
    edit(result, HEALTH);
    await bot.standIn.confirmed();
    release();
    const answers = await standing();
    expect(answers).toHaveLength(1);
    expect(filesIn(bot.index, ...answers)).toEqual(['health-2023-h1.txt']);
  });

  it('after five minutes stays answered as it was', async () => {
    bot = await startBot();
    const result = say(PROBLEMS);
    const answer = await result.answered();
    bot.time.leap(FIVE_MINUTES_MS + 1);
    edit(result, HEALTH);
    await standing();
    expect(answer.edits).toEqual([]);
  });

  it('after five minutes stays answered as it was also where the clock was set back by an hour', async () => {
    bot = await startBot();
    const result = say(PROBLEMS);
    const answer = await result.answered();
    bot.time.set(-12 * FIVE_MINUTES_MS);
    bot.time.leap(FIVE_MINUTES_MS + 1);
    edit(result, HEALTH);
    await standing();
    expect(answer.edits).toEqual([]);
  });

  it('within five minutes has its answer edited also where the clock was set forward by an hour', async () => {
    bot = await startBot();
    const result = say(PROBLEMS);
    const answer = await result.answered();
    bot.time.set(12 * FIVE_MINUTES_MS);
    edit(result, HEALTH);
    await answer.edited();
    expect(filesIn(bot.index, answer)).toEqual(['health-2023-h1.txt']);
  });

  it('but asks the same is not answered again', async () => {
    bot = await startBot();
    const result = say(PROBLEMS);
    await result.answered();
    edit(result, `@stand_in_bot ${PROBLEMS}`);
    await bot.finish();
    expect(bot.standIn.requests.filter(({ method }) => method === 'editMessageText')).toEqual([]);
  });

  it('and whose answer was deleted is answered anew', async () => {
    bot = await startBot();
    const result = say(PROBLEMS);
    bot.standIn.deleteMessage(await result.answered());
    edit(result, HEALTH);
    const answer = await result.answered(2);
    expect(filesIn(bot.index, answer)).toEqual(['health-2023-h1.txt']);
    bot.standIn.violations.length = 0; // nobody tells a bot that its message was deleted
  });

  it('from a command that there is not to one that there is has the same message edited', async () => {
    bot = await startBot();
    const result = say('/hlep');
    const note = await result.answered();
    edit(result, '/help');
    await note.edited();
    expect(note.text).toContain(TEXTS.zh.helpHeading());
    expect(await standing()).toHaveLength(1);
  });

  it('that was none of the bot’s before stays none', async () => {
    bot = await startBot({ world: { privacy: false } });
    const result = say('hello all', GROUP);
    edit(result, `/ask@stand_in_bot ${PROBLEMS}`);
    expect(await standing(GROUP)).toEqual([]);
  });
});
