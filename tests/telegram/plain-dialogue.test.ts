// The plain dialogue with a second, independent server: telegram-test-api, which knows nothing of our stand-in. It has no menus, no inline
// mode, no limits, and answers polls at once; what it lacks (setMyCommands, sendChatAction) it refuses with status 500.
import { once } from 'node:events';
import net from 'node:net';
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Content, InlineButton } from '../../adapters/telegram/api.ts';
import { machineClock } from '../../src/clock.ts';
import { type PlainBot, startPlainBot } from './plain-bot.ts';

const TOKEN = '123456:independent-token';
const GROUP = -1041;
const QUESTION = '林业局2024年上半年存在哪些问题？';
const POLL_MS = 20;
const WAIT_MS = 4000;

/** A message of the bot, as the server keeps it. */
interface Kept {
  messageId: number;
  message: Content & { chat_id: number; reply_parameters?: { message_id: number } };
}

let server: TelegramServer;
let bot: PlainBot;
let people = 40;

type Client = ReturnType<TelegramServer['getClient']>;

beforeAll(async () => {
  server = new TelegramServer({ host: '127.0.0.1', port: await freePort() });
  await server.start();
  bot = await startPlainBot({ token: TOKEN, apiRoot: server.config.apiURL });
});
/** What comes of methods that this server does not know. */
const EXPECTED = [
  'the menus could not be set at Telegram; the next start tries again',
  'Telegram does not say who administers a chat; nobody does for now',
];
afterEach(() => {
  const wrong = bot.logged.filter(({ level }) => level === 'warn' || level === 'error');
  expect(wrong.map(({ message }) => message).filter((message) => !EXPECTED.includes(message))).toEqual([]);
});
afterAll(async () => {
  await bot.telegram.stop();
  await server.stop();
});

/** The server takes no 0 for a free port. */
async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as net.AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** A new person, who need not wait for messages to others; in a private chat or a group. */
function meet(groupId?: number): Client {
  const userId = people++;
  const place = groupId === undefined ? { chatId: userId } : { chatId: groupId, type: 'group' as const };
  return server.getClient(TOKEN, { userId, ...place, timeout: WAIT_MS, interval: POLL_MS });
}

/** What the bot has sent to a person since the last call. */
async function heard(client: Client): Promise<Kept[]> {
  return (await client.getUpdates()).result as unknown as Kept[];
}

const buttonsOf = ({ message: { reply_markup: markup } }: Kept): InlineButton[] =>
  markup && 'inline_keyboard' in markup ? markup.inline_keyboard.flat() : [];

/** The stretches of a text that have a look. */
const looking = ({ text, entities }: Content, look: string) =>
  entities
    .filter(({ type }) => type === look)
    .map(({ offset, length }) => text.slice(offset, offset + length));

it('is asked in a private chat and answers with quotes, as a reply', async () => {
  const person = meet();
  await person.sendMessage(person.makeMessage(QUESTION));
  const [{ message }] = await heard(person);
  const asked = server.storage.userMessages.at(-1);
  expect(message.reply_parameters?.message_id).toBe(asked?.messageId);
  expect(message.text).toContain('林业');
  const quotes = [...looking(message, 'blockquote'), ...looking(message, 'expandable_blockquote')];
  expect(quotes.length).toBeGreaterThan(0);
  expect(quotes.every((quote) => quote.length > 0)).toBe(true);
});

it('takes a command with its words', async () => {
  const person = meet();
  await person.sendCommand(person.makeCommand('/search 高标准农田'));
  const [found] = await heard(person);
  expect(found.message.text).toContain('高标准农田');
});

it('takes a command without its words, asks for them and takes the answer', async () => {
  const person = meet();
  await person.sendCommand(person.makeCommand('/search'));
  const [asked] = await heard(person);
  expect(asked.message.reply_markup).toMatchObject({ force_reply: true });
  await person.sendMessage(person.makeMessage('高标准农田'));
  const [found] = await heard(person);
  expect(found.message.text).toContain('高标准农田');
});

it('greets who starts it', async () => {
  const person = meet();
  await person.sendCommand(person.makeCommand('/start'));
  const [greeting] = await heard(person);
  expect(greeting.message.text).toContain('/ask');
});

it('turns the page of a list when a button is pressed, in the same message', async () => {
  const person = meet();
  await person.sendCommand(person.makeCommand('/reports'));
  const [list] = await heard(person);
  const before = list.message.text;
  const next = buttonsOf(list).findLast((button) => button.callback_data !== undefined);
  const edited = server.waitBotEdits();
  const { text } = list.message;
  await person.sendCallback(
    person.makeCallbackQuery(next?.callback_data ?? '', {
      message: { message_id: list.messageId, text, date: Math.floor(machineClock.now() / 1000) } as object,
    }),
  );
  await edited;
  const now = server.storage.botMessages.find(({ messageId }) => messageId === list.messageId);
  expect(now?.message.text).not.toBe(before);
});

it('is silent in a group unless it is meant', async () => {
  const group = meet(GROUP);
  const before = server.storage.botMessages.length;
  await group.sendMessage(group.makeMessage('谁去吃饭？'));
  await group.sendMessage(group.makeMessage('/ask@another_bot 林业局有哪些问题'));
  await group.sendMessage(group.makeMessage(`@TestNameBot ${QUESTION}`));
  const answers = await heard(group);
  const asked = server.storage.userMessages.at(-1);
  expect(answers.map(({ message }) => message.reply_parameters?.message_id)).toEqual([asked?.messageId]);
  expect(server.storage.botMessages).toHaveLength(before + 1);
});
