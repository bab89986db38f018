// Requests that are accepted: silently, or with a finding because Telegram would not do what was meant.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, FORUM, stop } from '../clients.ts';
import type { Telegram } from '../index.ts';
import { article, button, chat_id, commands, judged, link, marks, PLACED, startJudging } from './judge.ts';

let standIn: Telegram;
beforeAll(async () => {
  standIn = await startJudging();
});
afterAll(stop);

describe('taken, but noted', () => {
  it.each<[name: string, body: object, noted: RegExp]>([
    ['entities that overlap', marks(['bold', 0, 3], ['italic', 2, 3]), /entities.1: Overlaps entity 0/],
    [
      'a quotation in a quotation',
      marks(['blockquote', 0, 5], ['expandable_blockquote', 1, 2]),
      /entities.1: A quotation cannot lie inside of another/,
    ],
    [
      'more than a hundred entities',
      {
        text: 'x'.repeat(101),
        entities: Array.from({ length: 101 }, (_, offset) => ({ type: 'bold', offset, length: 1 })),
      },
      /entities: Has 101 entities, Telegram keeps 100/,
    ],
    ['characters that are taken out', { text: 'a\r\nb' }, /text: Has characters that Telegram takes out/],
    [
      'a link that Telegram does not open',
      link('report.pdf'),
      /entities: Telegram does not open "report.pdf"/,
    ],
    [
      'a link with a bad start parameter',
      link(`https://t.me/stand_in_bot?start=${'x'.repeat(65)}`),
      /must be 1 to 64/,
    ],
    [
      'two kinds of keyboards',
      { text: 'x', reply_markup: { inline_keyboard: [], force_reply: true } },
      /Has inline_keyboard and force_reply/,
    ],
  ])('%s', async (_, body, noted) => {
    const { result, noted: all } = await judged(standIn, 'sendMessage', { chat_id, text: 'x', ...body });
    expect(result).toBe('taken');
    expect(all.some((sentence) => noted.test(sentence))).toBe(true);
  });
});

describe('taken', () => {
  it.each<[name: string, request: [string, object]]>([
    ['a text of 4096', ['sendMessage', { chat_id, text: '字'.repeat(4096) }]],
    ['4096 after white space is gone', ['sendMessage', { chat_id, text: `  ${'x'.repeat(4096)}\n` }]],
    [
      '4096 after parsing',
      ['sendMessage', { chat_id, text: `<b>${'x'.repeat(4096)}</b>`, parse_mode: 'HTML' }],
    ],
    [
      'entities inside of each other and side by side',
      [
        'sendMessage',
        {
          chat_id,
          ...marks(['blockquote', 0, 3], ['bold', 0, 3], ['italic', 1, 1], ['expandable_blockquote', 3, 2]),
        },
      ],
    ],
    [
      'callback_data of 64 bytes',
      ['sendMessage', { chat_id, text: 'x', reply_markup: button({ callback_data: `${'字'.repeat(21)}a` }) }],
    ],
    [
      'a button that searches for nothing yet',
      ['sendMessage', { chat_id, text: 'x', reply_markup: button({ switch_inline_query: '' }) }],
    ],
    [
      'a button of a style',
      [
        'sendMessage',
        { chat_id, text: 'x', reply_markup: button({ copy_text: { text: 'x' }, style: 'primary' }) },
      ],
    ],
    [
      'a keyboard to answer with',
      [
        'sendMessage',
        { chat_id, text: 'x', reply_markup: { keyboard: [['yes', { text: 'no' }]], resize_keyboard: true } },
      ],
    ],
    ['removing it', ['sendMessage', { chat_id, text: 'x', reply_markup: { remove_keyboard: true } }]],
    [
      'asking for a reply',
      [
        'sendMessage',
        {
          chat_id,
          text: 'x',
          reply_markup: { force_reply: true, selective: true, input_field_placeholder: 'x' },
        },
      ],
    ],
    [
      'a quote',
      [
        'sendMessage',
        { chat_id, text: 'x', reply_parameters: { message_id: PLACED, quote: 'lace', quote_position: 1 } },
      ],
    ],
    ['numbers of chats as text', ['sendMessage', { chat_id: String(chat_id), text: 'x' }]],
    [
      'parameters as JSON inside of JSON',
      ['sendMessage', { chat_id, text: 'x', link_preview_options: '{"is_disabled":true}' }],
    ],
    ['a topic', ['sendMessage', { chat_id: FORUM, message_thread_id: 7, text: 'x' }]],
    ['typing in a topic', ['sendChatAction', { chat_id: FORUM, message_thread_id: 7, action: 'typing' }]],
    [
      'fifty results',
      [
        'answerInlineQuery',
        {
          results: Array.from({ length: 50 }, (_, id) => article({ id: String(id) })),
          next_offset: '50',
          button: { text: 'x', start_parameter: 'x' },
        },
      ],
    ],
    ['no results', ['answerInlineQuery', { results: [] }]],
    [
      'commands for a chat',
      [
        'setMyCommands',
        {
          ...commands('ask_1'),
          scope: { type: 'chat_member', chat_id: FORUM, user_id: ADA.id },
          language_code: 'zh',
        },
      ],
    ],
  ])('%s', async (_, [method, body]) => {
    expect(await judged(standIn, method, body)).toEqual({ result: 'taken', noted: [] });
  });
});
