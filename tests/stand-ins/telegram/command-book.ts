// The bot's commands by scope and language, and which of them a person is offered where.
import type { Command, Scope } from './shapes.ts';
import { type Chat, isGroup, type Person } from './world.ts';

const keyOf = ({ type, chat_id, user_id }: Scope, language: string): string =>
  [type, chat_id, user_id, language].join(' ');

const DEFAULT: Scope = { type: 'default' };

/** From the narrowest scope to the widest, as Telegram looks for them. */
function scopesFor({ chat, person }: { chat: Chat; person: Person }): Scope[] {
  const chat_id = chat.id;
  if (!isGroup(chat)) return [{ type: 'chat', chat_id }, { type: 'all_private_chats' }, DEFAULT];
  const admin = chat.admins.some(({ id }) => id === person.id);
  return [
    { type: 'chat_member', chat_id, user_id: person.id },
    ...(admin ? [{ type: 'chat_administrators', chat_id }] : []),
    { type: 'chat', chat_id },
    ...(admin ? [{ type: 'all_chat_administrators' }] : []),
    { type: 'all_group_chats' },
    DEFAULT,
  ];
}

export class CommandBook {
  readonly #lists = new Map<string, readonly Command[]>();

  set(commands: readonly Command[], scope: Scope = DEFAULT, language = ''): void {
    this.#lists.set(keyOf(scope, language), structuredClone(commands));
  }

  get(scope: Scope = DEFAULT, language = ''): readonly Command[] {
    return this.#lists.get(keyOf(scope, language)) ?? [];
  }

  delete(scope: Scope = DEFAULT, language = ''): void {
    this.#lists.delete(keyOf(scope, language));
  }

  /** What a person's client offers in a chat: of the narrowest scope that has commands, in their language where there are some. */
  offered(where: { chat: Chat; person: Person }): readonly Command[] {
    const language = where.person.language_code?.split('-')[0] ?? '';
    for (const scope of scopesFor(where))
      for (const each of language ? [language, ''] : ['']) {
        const commands = this.get(scope, each);
        if (commands.length > 0) return commands;
      }
    return [];
  }
}
