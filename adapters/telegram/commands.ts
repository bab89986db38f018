// The core's commands as Telegram's menus: for private chats, groups and administrators, in each language.
// Pure.
import { createHash } from 'node:crypto';
import { type Command, FALLBACK_LOCALE, type Locale, type MenuItem, menuOf } from '#core';
import type { BotCommand, CommandScope, Methods } from './api.ts';
import { MENU_LANGUAGES } from './locale.ts';

const MAX_DESCRIPTION = 256;

/** Every menu, as the parameters that set it. */
export function menusOf(commands: readonly Command[]): Methods['setMyCommands']['parameters'][] {
  const all = menuOf(commands);
  const everyone = menuOf(commands.filter(({ right }) => right === 'everyone'));
  const scopes: [CommandScope['type'], MenuItem[]][] = [
    ['all_private_chats', all],
    ['all_group_chats', everyone],
    ['all_chat_administrators', all],
  ];
  return scopes.flatMap(([type, shown]) =>
    MENU_LANGUAGES.map(({ locale, code }) => ({
      commands: shown.map((item) => menuEntry(item, locale)),
      scope: { type },
      ...(code ? { language_code: code } : {}),
    })),
  );
}

/** Changes with any menu. */
export function hashOf(menus: object[]): string {
  return createHash('sha256').update(JSON.stringify(menus)).digest('hex');
}

/** Names in Telegram's menus: a group of commands has one. */
export const namesOf = (commands: readonly Command[]): string[] =>
  menuOf(commands).map((item) => menuEntry(item, FALLBACK_LOCALE).command);

function menuEntry(item: MenuItem, locale: Locale): BotCommand {
  const { name, summary } = item.type === 'group' ? item.group : item.command;
  return { command: name, description: summary[locale].slice(0, MAX_DESCRIPTION) };
}
