// Rules for what the bot says about itself: commands by scope and language, descriptions.
import { COMMANDS } from '../limits.ts';
import type { Body } from '../shapes.ts';
import { type Inspection, inPath } from './inspection.ts';

const WITHOUT_CHAT = new Set(['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']);
const WITH_CHAT = new Set(['chat', 'chat_administrators', 'chat_member']);

export function inspectLanguage(inspection: Inspection, code: unknown): void {
  if (code !== undefined && code !== '' && !/^[a-z]{2}$/.test(String(code)))
    inspection.refuse('language_code', `"${code}" has not two letters.`, 'invalid language code specified');
}

export function inspectScope(inspection: Inspection, { scope }: Body): void {
  if (scope === undefined) return;
  const { type, chat_id, user_id } = scope;
  const wrong = (message: string, description: string) =>
    inspection.refuse('scope', message, `can't parse BotCommandScope: ${description}`);
  if (!WITHOUT_CHAT.has(type) && !WITH_CHAT.has(type))
    wrong(`No scope is "${type}".`, 'Unsupported type specified');
  else if (WITH_CHAT.has(type) && chat_id === undefined)
    wrong('The scope names no chat.', `Can't find field "chat_id"`);
  else if (type === 'chat_member' && !user_id)
    wrong('The scope names no member.', 'Invalid user_id specified');
}

export function inspectCommands(inspection: Inspection, body: Body): void {
  const commands = inspection.list('commands', body.commands, COMMANDS.count, 'BOT_COMMANDS_TOO_MUCH');
  const seen = new Set<string>();
  for (const [index, { command, description }] of commands.entries()) {
    const path = inPath('commands', index);
    if (typeof command !== 'string' || !COMMANDS.name.test(command))
      inspection.refuse(
        inPath(path, 'command'),
        `"${command}" must be 1 to 32 of a-z, 0-9 and _.`,
        'BOT_COMMAND_INVALID',
      );
    inspection.text(
      inPath(path, 'description'),
      description,
      { least: 1, most: COMMANDS.description },
      'BOT_COMMAND_DESCRIPTION_INVALID',
    );
    if (seen.has(command)) inspection.remark(inPath(path, 'command'), `"${command}" is there twice.`);
    seen.add(command);
  }
  inspectScope(inspection, body);
  inspectLanguage(inspection, body.language_code);
}
