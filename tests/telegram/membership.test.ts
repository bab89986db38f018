// Where the bot is and may write, as the digests are notified of it; administrators when Telegram fails.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Telegram } from '../stand-ins/telegram/index.ts';
import { type Bot, CHANNEL, CHIEF, GROUP, LI, startBot, stopAll } from './bot.ts';

let bot: Bot;
let standIn: Telegram;
beforeEach(async () => {
  bot = await startBot({ world: { started: [LI] } });
  ({ standIn } = bot);
});
afterEach(async () => {
  expect(await stopAll()).toEqual([]);
});

async function told(): Promise<string[]> {
  await bot.finish();
  return bot.digests.events;
}
/** Telegram's update on the bot's membership. */
const member = (id: number, new_chat_member: object) => ({
  my_chat_member: { chat: { id, type: 'supergroup', title: 'x' }, from: CHIEF, date: 1, new_chat_member },
});

it('a person who blocks the bot and lets it in again', async () => {
  standIn.block({ person: LI });
  standIn.unblock({ person: LI });
  expect(await told()).toEqual([`left telegram:chat:${LI.id} forbidden`, `returned telegram:chat:${LI.id}`]);
});

it('a group that throws the bot out and brings it in again', async () => {
  standIn.kick({ chat: GROUP, person: CHIEF });
  standIn.add({ chat: GROUP, person: CHIEF });
  standIn.promote({ chat: GROUP, person: CHIEF });
  expect(await told()).toEqual([
    `left telegram:chat:${GROUP} forbidden`,
    `returned telegram:chat:${GROUP}`,
    `returned telegram:chat:${GROUP}`,
  ]);
});

it.each<[string, object, string]>([
  [
    'that may not write is as good as gone',
    { status: 'restricted', can_send_messages: false },
    'left KEY forbidden',
  ],
  ['that may write is there', { status: 'restricted', can_send_messages: true }, 'returned KEY'],
  [
    'that may not post in its channel is as good as gone',
    { status: 'administrator', can_post_messages: false },
    'left KEY forbidden',
  ],
  ['that may post there is there', { status: 'administrator', can_post_messages: true }, 'returned KEY'],
  [
    'that was restricted and has left is gone',
    { status: 'restricted', can_send_messages: true, is_member: false, until_date: 9 },
    'left KEY forbidden',
  ],
  ['that has left is gone', { status: 'left' }, 'left KEY forbidden'],
])('a bot %s', async (_, standing, line) => {
  bot.tell(member(-7, standing));
  await bot.digests.noted(line.replace('KEY', 'telegram:chat:-7'));
});

it('a restriction that ends by itself ends nothing: no update comes when it is over', async () => {
  bot.tell(
    member(-7, { status: 'restricted', can_send_messages: false, until_date: 9 }),
    member(-8, { status: 'left' }),
  );
  await bot.digests.noted('left telegram:chat:-8 forbidden');
  expect(bot.digests.events).not.toContain('left telegram:chat:-7 forbidden');
});

it('a topic that is reopened has its waiting digests sent again', async () => {
  const service = {
    message_id: 5,
    message_thread_id: 7,
    is_topic_message: true,
    date: 1,
    from: { ...CHIEF, is_bot: false },
  };
  const chat = { id: -9, type: 'supergroup', title: 'x' };
  bot.tell(
    { message: { ...service, chat, forum_topic_closed: {} } },
    { message: { ...service, chat, message_id: 6, forum_topic_reopened: {} } },
  );
  await bot.digests.noted('returned telegram:chat:-9:topic:7');
});

it('a group that becomes a supergroup has the bot under its new key', async () => {
  const { id } = standIn.migrate({ group: GROUP });
  expect(await told()).toContain(`returned telegram:chat:${id}`);
});

it('a store that fails is a line in the log, and the next change is noted', async () => {
  bot.digests.failure = new Error('the disk is full');
  standIn.kick({ chat: GROUP, person: CHIEF });
  await bot.noted(/a change of membership was not noted/);
  bot.digests.failure = undefined;
  standIn.demote({ chat: CHANNEL, person: CHIEF });
  expect(await told()).toHaveLength(2);
});

it('Telegram’s silence on who administers is a warning after an outage', async () => {
  standIn.failNext({ method: 'getChatAdministrators', status: 500 });
  standIn.say({ chat: GROUP, person: CHIEF, text: '/settings@stand_in_bot 简短' });
  await bot.noted(/does not say who administers/);
});

it('and none where the bot may not know', async () => {
  standIn.failNext({ method: 'getChatAdministrators', status: 403 });
  standIn.say({ chat: GROUP, person: CHIEF, text: '/settings@stand_in_bot 简短' });
  await bot.finish();
  expect(bot.lines('warn')).toEqual([]);
});
