// Requests, and the stand-in's own JSON, checked against the description of the API.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, ask, GROUP, stop } from '../clients.ts';
import type { Telegram } from '../index.ts';
import { hasSchema, inspectType } from '../schema.ts';
import { article, button, chat_id, judged, startJudging } from './judge.ts';

let standIn: Telegram;
beforeAll(async () => {
  standIn = await startJudging();
});
afterAll(stop);

describe.skipIf(!hasSchema)('by the description of the API', () => {
  it.each<[name: string, request: [string, object], result: string | RegExp, noted: string]>([
    [
      'an unknown parameter',
      ['sendMessage', { chat_id, text: 'x', reply_to_message_id: 1 }],
      'taken',
      'sendMessage: reply_to_message_id: sendMessage has no such field; Telegram ignores it (schema)',
    ],
    [
      'an unknown nested one',
      ['sendMessage', { chat_id, text: 'x', link_preview_options: { disabled: true } }],
      'taken',
      'sendMessage: link_preview_options.disabled: LinkPreviewOptions has no such field; Telegram ignores it (schema)',
    ],
    [
      'a missing one',
      ['deleteMessage', { chat_id }],
      'message_id: is required',
      'deleteMessage: message_id: is required (schema)',
    ],
    [
      'a wrong type',
      ['sendMessage', { chat_id, text: 'x', disable_notification: 'yes' }],
      'disable_notification: must be Boolean',
      'sendMessage: disable_notification: must be Boolean (schema)',
    ],
    [
      'none of two types',
      ['sendMessage', { chat_id: true, text: 'x' }],
      'chat_id: must be Integer or String',
      'sendMessage: chat_id: must be Integer or String (schema)',
    ],
    [
      'an object that is a text',
      ['sendMessage', { chat_id, text: 'x', link_preview_options: 'no' }],
      /can't parse link_preview_options/,
      "sendMessage: Bad Request: can't parse link_preview_options JSON object",
    ],
    [
      'a list that is none',
      ['getUpdates', { allowed_updates: 'message' }],
      /can't parse allowed_updates/,
      "getUpdates: Bad Request: can't parse allowed_updates JSON object",
    ],
    [
      'a wrong type within a list of lists',
      [
        'sendMessage',
        { chat_id, text: 'x', reply_markup: button({ callback_data: 'x', icon_custom_emoji_id: 7 }) },
      ],
      /must be String/,
      'sendMessage: reply_markup.inline_keyboard.0.0.icon_custom_emoji_id: must be String (schema)',
    ],
    [
      'an unknown kind of result',
      ['answerInlineQuery', { results: [{ type: 'poem', id: '1' }] }],
      /"poem" is none of 20 kinds/,
      'answerInlineQuery: results.0.type: "poem" is none of 20 kinds (schema)',
    ],
    [
      'a field of another kind of result',
      ['answerInlineQuery', { results: [article({ photo_url: 'x' })] }],
      'taken',
      'answerInlineQuery: results.0.photo_url: InlineQueryResultArticle has no such field; Telegram ignores it (schema)',
    ],
  ])('%s', async (_, [method, body], expected, noted) => {
    const result = await judged(standIn, method, body);
    expect(result.result).toMatch(expected);
    expect(result.noted).toContain(noted);
  });

  it('an unknown method is not found', async () => {
    const { status, answer } = await ask(standIn, 'sendPoem', {});
    expect([status, answer.description]).toEqual([404, 'Not Found']);
  });

  it('every update of the stand-in is one', async () => {
    const { message } = standIn.say({ chat: GROUP, person: ADA, text: '/ask@stand_in_bot' });
    standIn.edit({ message, text: '/help@stand_in_bot' });
    standIn.sendFile({ person: ADA, name: 'a.txt', content: 'x', caption: 'x' });
    standIn.guest({ person: ADA, text: '@stand_in_bot' });
    standIn.promote({ chat: GROUP });
    standIn.kick({ chat: GROUP });
    standIn.add({ chat: GROUP, person: ADA });
    standIn.migrate({ group: GROUP });
    const keyboard = button({ callback_data: 'x' });
    const placed = standIn.placeMessage({ chat: ADA.id, body: { text: 'x', reply_markup: keyboard } });
    standIn.press({ message: placed, person: ADA, data: 'x' });
    standIn.press({ message: placed, person: ADA, data: 'x', inaccessible: true });
    const kinds = new Set(standIn.updates.flatMap((update) => Object.keys(update)));
    expect([...kinds].sort()).toEqual([
      'callback_query',
      'edited_message',
      'guest_message',
      'inline_query',
      'message',
      'my_chat_member',
      'update_id',
    ]);
    expect(standIn.updates.flatMap((update) => inspectType('Update', update))).toEqual([]);
  });
});
