// How answers look on Telegram: entities, and buttons that are readable on a phone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { SentMessage, Telegram } from '../stand-ins/telegram/index.ts';
import { type Bot, LI, startBot, stopAll } from './bot.ts';
import { faults, quotesIn } from './reading.ts';

let bot: Bot;
let standIn: Telegram;
beforeAll(async () => {
  bot = await startBot();
  standIn = bot.standIn;
});
afterAll(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

const ask = (text: string) => standIn.say({ person: LI, text }).answered();
const sends = () => standIn.requests.filter(({ method }) => /sendMessage|editMessageText/.test(method));

/** How wide a label is, a Chinese character and an emoji counting as two. */
const widthOf = (text: string) =>
  [...text].reduce(
    (sum, character) => sum + (/[\u2e80-\uffef\u{1f000}-\u{1ffff}]/u.test(character) ? 2 : 1),
    0,
  );

describe('a quote', () => {
  it('is a block quote, matched words bold, location in italics, id to be copied', async () => {
    const answer = await ask('/search 高标准农田');
    for (const { id, report, text } of quotesIn(bot.index, answer)) {
      expect(answer.marked('code')).toContain(id);
      expect(answer.marked('blockquote')).toContain(text);
      expect(answer.marked('italic').join('\n')).toContain(`《${report}》`);
    }
    expect(answer.marked('bold').filter((words) => words === '高标准农田').length).toBeGreaterThan(3);
  });

  it('can be cited with a press that copies', async () => {
    const [{ id }] = quotesIn(bot.index, await ask('/search 高标准农田'));
    const shown = await ask(`/quote ${id}`);
    const copies = shown.buttons.filter(({ copy_text }) => copy_text);
    for (const { text, copy_text } of copies) {
      expect(text).toBe(TEXTS.zh.copy());
      expect(copy_text!.text.length).toBeLessThanOrEqual(256);
      expect(shown.marked('pre')).toContain(copy_text!.text);
    }
    expect(shown.marked('pre')).toHaveLength(2);
  });
});

const EVERYTHING = [
  '/help',
  '/privacy',
  '/settings',
  '/reports',
  '/report',
  '/report 林业局2023年上半年工作总结',
  '/search 工作',
  '/compare 存在的问题 农业农村局 林业局',
  '/verify 林业综合执法大队核定编制13名',
  '林业局2023年上半年存在哪些问题',
  '农业农村局和林业局2023年上半年分别存在哪些问题',
  '高标准农田建设了多少亩',
  '磁悬浮列车什么时候通车',
];

describe('whatever is said', () => {
  let answers: SentMessage[];
  beforeAll(async () => {
    answers = [];
    for (const text of EVERYTHING) answers.push(await ask(text));
  });

  it('quotes nothing but texts of the reports', () => {
    for (const answer of answers) expect(faults(bot.index, answer)).toEqual([]);
  });

  it('has no markup to be parsed and no link previews', () => {
    for (const { body } of sends()) {
      expect(body).not.toHaveProperty('parse_mode');
      expect(body.link_preview_options).toEqual({ is_disabled: true });
    }
  });

  it('does not begin or end with white space, nor leave more than one empty line', () => {
    for (const { body } of sends()) {
      expect(body.text).toBe(body.text?.trim());
      expect(body.text).not.toMatch(/\n{3}/);
    }
  });

  it('has buttons of which each can be read on a narrow phone, where all of a row are equally wide', () => {
    for (const { keyboard } of answers)
      for (const row of keyboard.filter(({ length }) => length > 1)) {
        const widest = Math.max(...row.map(({ text }) => widthOf(text)));
        expect((widest + 2) * row.length, row.map(({ text }) => text).join(' | ')).toBeLessThanOrEqual(40);
      }
  });

  it('has button data that Telegram takes, and no button twice', () => {
    for (const { buttons } of answers) {
      const data = buttons.flatMap(({ callback_data }) => callback_data ?? []);
      for (const each of data) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(64);
      expect(new Set(data).size).toBe(data.length);
    }
  });
});
