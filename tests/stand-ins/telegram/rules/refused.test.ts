// What is refused, case by case: Telegram's words are in the answer, the rule is named in the violation.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA, CHANNEL, GROUP, stop } from '../clients.ts';
import type { Telegram } from '../index.ts';
import {
  article,
  button,
  chat_id,
  commands,
  expectFit,
  judged,
  marks,
  PLACED,
  startJudging,
} from './judge.ts';

let standIn: Telegram;
beforeAll(async () => {
  standIn = await startJudging();
});
afterAll(stop);

describe('refused', () => {
  const message = (fields: object) => ['sendMessage', { chat_id, text: 'x', ...fields }] as const;
  const edit = (fields: object) =>
    ['editMessageText', { chat_id, message_id: PLACED, text: 'y', ...fields }] as const;
  const inline = (fields: object) => ['answerInlineQuery', { results: [article()], ...fields }] as const;
  it.each<
    [name: string, request: readonly [string, object], result: string | RegExp, noted: string | RegExp]
  >([
    ['a text that is empty', message({ text: '' }), 'message text is empty', 'text: There must be a text.'],
    ['a text of white space', message({ text: ' \n ' }), 'text must be non-empty', /^text: Nothing is left/],
    [
      'a text of 4097',
      message({ text: '字'.repeat(4097) }),
      'message is too long',
      'text: Has 4097 UTF-16 units, at most 4096 are taken.',
    ],
    ['4096 and a pair', message({ text: `${'字'.repeat(4095)}😀` }), 'message is too long', /4097/],
    ['a text that is none', message({ text: 7 }), 'message text is empty', 'text: There must be a text.'],
    [
      'an entity past the end',
      message(marks(['bold', 3, 3])),
      /ends after the end of the text/,
      'entities.0: Ends at 6, the text at 5.',
    ],
    [
      'an entity of no length',
      message(marks(['bold', 3, 0])),
      'receive an entity with incorrect length 0',
      /mark nothing/,
    ],
    [
      'an entity before the text',
      message(marks(['bold', -1, 2])),
      'receive an entity with incorrect offset -1',
      /mark nothing/,
    ],
    [
      'an entity within a character',
      message({ text: 'a😀b', entities: [{ type: 'bold', offset: 0, length: 2 }] }),
      /in a middle of a UTF-16 symbol/,
      /inside of a character/,
    ],
    [
      'an unknown entity',
      message(marks(['headline', 0, 1])),
      "can't parse MessageEntity: Unsupported type specified",
      'entities.0: No entity is a "headline".',
    ],
    [
      'entities beside a parse_mode',
      message({ ...marks(['bold', 0, 1]), parse_mode: 'HTML' }),
      /exclude each other/,
      /Telegram ignores entities/,
    ],
    [
      'HTML that is not closed',
      message({ text: '<b>x', parse_mode: 'HTML' }),
      `can't parse entities: Can't find end tag corresponding to start tag "b" at byte offset 0`,
      /^text: Cannot be parsed/,
    ],
    [
      'HTML that is crossed',
      message({ text: '字<b>x<i>y</b></i>', parse_mode: 'HTML' }),
      `can't parse entities: Unmatched end tag at byte offset 11, expected "</i>", found "</b>"`,
      /Cannot be parsed/,
    ],
    [
      'HTML that Telegram does not know',
      message({ text: '<h1>x</h1>', parse_mode: 'HTML' }),
      `can't parse entities: Unsupported start tag "h1" at byte offset 0`,
      /Cannot be parsed/,
    ],
    ['a bare <', message({ text: '1 < 2', parse_mode: 'HTML' }), /Unsupported start tag/, /Cannot be parsed/],
    ['Markdown', message({ text: '*x*', parse_mode: 'MarkdownV2' }), /reads no Markdown/, /Cannot be parsed/],
    [
      'a caption of 1025',
      ['sendDocument', { chat_id, document: 'x', caption: 'x'.repeat(1025) }],
      'message caption is too long',
      /at most 1024/,
    ],
    [
      'callback_data of 65 bytes',
      message({ reply_markup: button({ callback_data: `${'字'.repeat(21)}ab` }) }),
      'BUTTON_DATA_INVALID',
      'reply_markup.inline_keyboard.0.0.callback_data: Has 65 bytes, must have 1 to 64.',
    ],
    [
      'callback_data of none',
      message({ reply_markup: button({ callback_data: '' }) }),
      'BUTTON_DATA_INVALID',
      /Has 0 bytes/,
    ],
    [
      'copy_text of 257',
      message({ reply_markup: button({ copy_text: { text: 'x'.repeat(257) } }) }),
      'BUTTON_COPY_TEXT_INVALID',
      /copy_text.text: Has 257/,
    ],
    [
      'a button that does nothing',
      message({ reply_markup: button({}) }),
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
      /does nothing/,
    ],
    [
      'a button that does two things',
      message({ reply_markup: button({ callback_data: 'x', url: 'https://example.org' }) }),
      'BUTTON_TYPE_INVALID',
      /Has callback_data and url, a button does one thing/,
    ],
    [
      'a button that shows nothing',
      message({ reply_markup: button({ text: ' ', callback_data: 'x' }) }),
      /Can't find field "text"/,
      /A button shows a text/,
    ],
    [
      'a button of a strange style',
      message({ reply_markup: button({ callback_data: 'x', style: 'loud' }) }),
      /invalid button style/,
      /No button is "loud"/,
    ],
    [
      'a button to nowhere',
      message({ reply_markup: button({ url: 'http://localhost/' }) }),
      "inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL",
      /does not open/,
    ],
    [
      'nine buttons in a row',
      message({ reply_markup: { inline_keyboard: [Array(9).fill({ text: 'x', callback_data: 'x' })] } }),
      'reply markup is too long',
      'reply_markup.inline_keyboard.0: Has 9 buttons, at most 8 stand in a row.',
    ],
    [
      'a hundred and one buttons',
      message({ reply_markup: { inline_keyboard: Array(101).fill([{ text: 'x', callback_data: 'x' }]) } }),
      'reply markup is too long',
      /Has 101 buttons/,
    ],
    [
      'a keyboard that is no table',
      message({ reply_markup: { inline_keyboard: [{ text: 'x' }] } }),
      'field "inline_keyboard" must be an Array of Arrays',
      /list of rows/,
    ],
    [
      'a long placeholder',
      message({ reply_markup: { force_reply: true, input_field_placeholder: 'x'.repeat(65) } }),
      'REPLY_MARKUP_INVALID',
      /Has 65/,
    ],
    [
      'a reply to nothing',
      message({ reply_parameters: { message_id: 999 } }),
      'message to be replied not found',
      /message to be replied not found/,
    ],
    [
      'a quote that is not there',
      message({ reply_parameters: { message_id: PLACED, quote: 'laced!' } }),
      'QUOTE_TEXT_INVALID',
      /QUOTE_TEXT_INVALID/,
    ],
    [
      'a quote of 1025',
      message({ reply_parameters: { message_id: PLACED, quote: 'x'.repeat(1025) } }),
      'QUOTE_TEXT_INVALID',
      /reply_parameters.quote: Has 1025/,
    ],
    [
      'a topic that is not there',
      message({ message_thread_id: 5 }),
      'message thread not found',
      /thread not found/,
    ],
    ['a chat that is not there', message({ chat_id: 4711 }), 'chat not found', 'Bad Request: chat not found'],
    ['an edit of nothing', edit({ message_id: 999 }), 'message to edit not found', /to edit not found/],
    [
      'an edit without a place',
      ['editMessageText', { text: 'y' }],
      'message identifier is not specified',
      /not specified/,
    ],
    ['an edit that changes nothing', edit({ text: 'placed' }), /^message is not modified: /, /not modified/],
    [
      'an edit with an answer keyboard',
      edit({ reply_markup: { force_reply: true } }),
      'inline keyboard expected',
      /Only an inline keyboard/,
    ],
    [
      'an edit of an unknown inline message',
      ['editMessageText', { inline_message_id: 'x', text: 'y' }],
      'MESSAGE_ID_INVALID',
      /MESSAGE_ID_INVALID/,
    ],
    [
      'deleting nothing',
      ['deleteMessage', { chat_id, message_id: 999 }],
      'message to delete not found',
      /to delete not found/,
    ],
    [
      'an answer to no press',
      ['answerCallbackQuery', { callback_query_id: '1' }],
      /^query is too old/,
      /query is too old/,
    ],
    [
      'an answer of 201',
      ['answerCallbackQuery', { callback_query_id: '1', text: 'x'.repeat(201) }],
      'MESSAGE_TOO_LONG',
      'text: Has 201 UTF-16 units, must have 0 to 200.',
    ],
    [
      'an answer that opens anything',
      ['answerCallbackQuery', { callback_query_id: '1', url: 'https://example.org' }],
      'URL_INVALID',
      /^url/,
    ],
    [
      'a result id of 65 bytes',
      inline({ results: [article({ id: `${'字'.repeat(21)}ab` })] }),
      'RESULT_ID_INVALID',
      'results.0.id: Has 65 bytes, must have 1 to 64.',
    ],
    [
      'a result without an id',
      inline({ results: [article({ id: '' })] }),
      'RESULT_ID_INVALID',
      /Has 0 bytes/,
    ],
    [
      'two results of one id',
      inline({ results: [article(), article()] }),
      'RESULT_ID_DUPLICATE',
      'results.1.id: "1" is used twice.',
    ],
    [
      'fifty-one results',
      inline({ results: Array.from({ length: 51 }, (_, id) => article({ id: String(id) })) }),
      'RESULTS_TOO_MUCH',
      /Has 51 items/,
    ],
    [
      'a next offset of 65 bytes',
      inline({ next_offset: 'x'.repeat(65) }),
      'NEXT_OFFSET_INVALID',
      /next_offset: Has 65 bytes/,
    ],
    [
      'an inline text of 4097',
      inline({ results: [article({ input_message_content: { message_text: 'x'.repeat(4097) } })] }),
      'MESSAGE_TOO_LONG',
      /results.0.input_message_content.message_text: Has 4097/,
    ],
    [
      'an article without a title',
      inline({ results: [article({ title: '' })] }),
      'ARTICLE_TITLE_EMPTY',
      /has a title/,
    ],
    [
      'an article without a message',
      inline({ results: [article({ input_message_content: undefined })] }),
      'SEND_MESSAGE_TYPE_INVALID',
      /says what is sent/,
    ],
    [
      'a bad start parameter',
      inline({ button: { text: 'x', start_parameter: '报告' } }),
      'START_PARAM_INVALID',
      /must be 1 to 64/,
    ],
    [
      'a long start parameter',
      inline({ button: { text: 'x', start_parameter: 'x'.repeat(65) } }),
      'START_PARAM_INVALID',
      /must be 1 to 64/,
    ],
    ['a button that leads nowhere', inline({ button: { text: 'x' } }), 'START_PARAM_EMPTY', /exactly one/],
    [
      'a command in capitals',
      ['setMyCommands', commands('Ask')],
      'BOT_COMMAND_INVALID',
      'commands.0.command: "Ask" must be 1 to 32 of a-z, 0-9 and _.',
    ],
    [
      'a command of 33',
      ['setMyCommands', commands('x'.repeat(33))],
      'BOT_COMMAND_INVALID',
      /must be 1 to 32/,
    ],
    [
      'a description of 257',
      ['setMyCommands', commands('ask', 'x'.repeat(257))],
      'BOT_COMMAND_DESCRIPTION_INVALID',
      /Has 257/,
    ],
    [
      'a description of none',
      ['setMyCommands', commands('ask', '')],
      'BOT_COMMAND_DESCRIPTION_INVALID',
      /Has 0/,
    ],
    [
      '101 commands',
      [
        'setMyCommands',
        { commands: Array.from({ length: 101 }, (_, each) => ({ command: `c${each}`, description: 'x' })) },
      ],
      'BOT_COMMANDS_TOO_MUCH',
      /Has 101 items/,
    ],
    [
      'a language of five letters',
      ['setMyCommands', { ...commands('ask'), language_code: 'zh-cn' }],
      'invalid language code specified',
      /has not two letters/,
    ],
    [
      'an unknown scope',
      ['setMyCommands', { ...commands('ask'), scope: { type: 'world' } }],
      "can't parse BotCommandScope: Unsupported type specified",
      /No scope is "world"/,
    ],
    [
      'a scope without its chat',
      ['setMyCommands', { ...commands('ask'), scope: { type: 'chat' } }],
      /Can't find field "chat_id"/,
      /names no chat/,
    ],
    [
      'a description of 513',
      ['setMyDescription', { description: 'x'.repeat(513) }],
      'BOT_DESCRIPTION_INVALID',
      /Has 513/,
    ],
    [
      'a short description of 121',
      ['setMyShortDescription', { short_description: 'x'.repeat(121) }],
      'BOT_DESCRIPTION_INVALID',
      /Has 121/,
    ],
    [
      'a strange chat action',
      ['sendChatAction', { chat_id, action: 'thinking' }],
      'wrong parameter action in request',
      /No chat action is "thinking"/,
    ],
    [
      'two reactions',
      [
        'setMessageReaction',
        { chat_id, message_id: PLACED, reaction: Array(2).fill({ type: 'emoji', emoji: '👍' }) },
      ],
      'REACTIONS_TOO_MANY',
      /Has 2 items/,
    ],
    ['an unknown file', ['getFile', { file_id: 'x' }], 'invalid file_id', /invalid file_id/],
    ['no document', ['sendDocument', { chat_id }], /document/, /document/],
    [
      'a method that is left out',
      ['sendDice', { chat_id }],
      'method sendDice is not supported by the stand-in',
      /sendDice is not supported/,
    ],
  ])('%s', async (_, [method, body], expected, noted) => {
    const result = await judged(standIn, method, body);
    expectFit(result.result, expected);
    expect(result.noted).toHaveLength(1);
    expectFit(result.noted[0].replace(`${method}: `, ''), noted);
  });

  it('deleting what others said in a group, unless the bot is an administrator', async () => {
    const { message } = standIn.say({ chat: GROUP, person: ADA, text: 'x' });
    const deletion = { chat_id: GROUP, message_id: message.id };
    expect((await judged(standIn, 'deleteMessage', deletion)).result).toBe("message can't be deleted");
    standIn.promote({ chat: GROUP });
    expect((await judged(standIn, 'deleteMessage', deletion)).result).toBe('taken');
  });

  it('editing what others said', async () => {
    const { message } = standIn.say({ person: ADA, text: 'x' });
    const body = { chat_id, message_id: message.id, text: 'y' };
    expect((await judged(standIn, 'editMessageText', body)).result).toBe("message can't be edited");
  });

  it('posting in a channel without being an administrator', async () => {
    standIn.demote({ chat: CHANNEL });
    expect((await judged(standIn, 'sendMessage', { chat_id: CHANNEL, text: 'x' })).result).toBe(
      'need administrator rights in the channel chat',
    );
  });

  it('a second answer to one press', async () => {
    const message = standIn.placeMessage({
      chat: ADA.id,
      body: { text: 'x', reply_markup: button({ callback_data: 'x' }) },
    });
    const { id } = standIn.press({ message, person: ADA, data: 'x' });
    expect((await judged(standIn, 'answerCallbackQuery', { callback_query_id: id })).result).toBe('taken');
    expect((await judged(standIn, 'answerCallbackQuery', { callback_query_id: id })).result).toMatch(
      /^query is too old/,
    );
  });

  it('what is no request at all', async () => {
    standIn.violations.length = 0;
    const response = await fetch(`${standIn.apiRoot}/bot${standIn.token}/sendMessage`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Connection: 'close' },
      body: '{',
    });
    expect(response.status).toBe(400);
    expect(standIn.violations).toEqual(["sendMessage: Bad Request: can't parse the request: no JSON"]);
  });
});
