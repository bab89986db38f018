// Sets the command menus where they differ from those that Telegram was given last.
import type { Chat, ChatStore, Log } from '#core';
import type { Call, Me } from './api.ts';
import { hashOf, menusOf } from './commands.ts';

export async function register(
  call: Call,
  me: Me,
  { chat, store, log }: { chat: Chat; store: Pick<ChatStore, 'registrations'>; log: Log },
): Promise<void> {
  const menus = menusOf(chat.commands);
  const hash = hashOf(menus);
  const platform = `telegram:${me.id}`;
  if ((await store.registrations.get(platform)) === hash) return;
  for (const menu of menus) await call('setMyCommands', menu);
  await store.registrations.set(platform, hash);
  log.info({ menus: menus.length }, 'the menus were set at Telegram');
}
