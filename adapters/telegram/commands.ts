// The core's commands as Telegram's menus: for private chats, groups and administrators, in each language. Pure.
import { createHash } from 'node:crypto';
import { type Command, FALLBACK_LOCALE, type Locale, type MenuItem, menuOf } from '#core';
import type { BotCommand, CommandScope, Methods } from './api.ts';
import { MENU_LANGUAGES } from './locale.ts';

const MAX_DESCRIPTION = 256;

/** Every menu, as it is set. */
export function menusOf(commands: readonly Command[]): Methods['setMyCommands']['takes'][] {
  const all = menuOf(commands);
  const everyone = menuOf(commands.filter(({ right }) => right === 'everyone'));
  const scopes: [CommandScope['type'], MenuItem[]][] = [
    ['all_private_chats', all],
    ['all_group_chats', everyone],
    ['all_chat_administrators', all],
  ];
  return scopes.flatMap(([type, shown]) =>
    MENU_LANGUAGES.map(({ locale, code }) => ({
      commands: shown.map((item) => entry(item, locale)),
      scope: { type },
      ...(code ? { language_code: code } : {}),
    })),
  );
}

/** Changes when a menu does. */
export function hashOf(menus: object[]): string {
  return createHash('sha256').update(JSON.stringify(menus)).digest('hex');
}

/** Names as Telegram takes them: those of groups without the words after them. */
export const namesOf = (commands: readonly Command[]): string[] =>
  menuOf(commands).map((item) => entry(item, FALLBACK_LOCALE).command);

function entry(item: MenuItem, locale: Locale): BotCommand {
  const { name, summary } = item.type === 'group' ? item.group : item.command;
  return { command: name, description: summary[locale].slice(0, MAX_DESCRIPTION) };
}
