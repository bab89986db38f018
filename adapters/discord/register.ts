// Registers the commands where they differ from those that Discord has: registrations per day are limited.
import type { Chat, ChatStore, Log } from '#core';
import { hashOf, registrationOf } from './commands.ts';
import type { Client } from './discord-js.ts';

/** @param commandIds is filled with the ids of the commands by name */
export async function register(
  { application }: Client,
  commandIds: Map<string, string>,
  { chat, store, log }: { chat: Chat; store: Pick<ChatStore, 'registrations'>; log: Log },
): Promise<void> {
  if (!application) throw new Error('Discord named no application');
  const registration = registrationOf(chat.commands);
  const hash = hashOf(registration);
  const platform = `discord:${application.id}`;
  const known =
    (await store.registrations.get(platform)) === hash ? await application.commands.fetch() : undefined;
  const names = new Set(known?.map(({ name }) => name));
  const isKnown = known?.size === registration.length && registration.every(({ name }) => names.has(name));
  // raw data, which the library accepts although its types do not
  const commands = isKnown ? known : await application.commands.set(registration as never);
  for (const [, { id, name }] of commands) commandIds.set(name, id);
  if (isKnown) return log.debug({}, 'the commands are known to Discord');
  await store.registrations.set(platform, hash);
  log.info({ commands: commands.size }, 'the commands were registered with Discord');
}
