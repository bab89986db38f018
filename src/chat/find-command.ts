// Which command a request is for. After `withFullName` no other code needs to know about groups.
import type { Command } from './command.ts';
import { commandWithin, groupNamed } from './command-group.ts';
import { ask } from './commands/ask.ts';
import { COMMANDS } from './commands/index.ts';
import type { Request } from './incoming.ts';

/** The command of a name in any language; groups have none. */
export const commandNamed = (wanted: string): Command | undefined =>
  COMMANDS.find(({ names }) => Object.values(names).includes(wanted));

/** The command of a request with its full name. A question is the command to ask; a press has none. */
export function commandOf(request: Request): Command | undefined {
  if (request.type === 'question') return ask;
  return request.type === 'command' ? commandNamed(request.name) : undefined;
}

/**
 * Replaces the name of a group by that of one of its commands: the one that the first word of the values
 * names, else the group's default. Other requests are returned as they are.
 */
export function withFullName<Each extends Request>(request: Each): Each {
  const group = request.type === 'command' ? groupNamed(request.name) : undefined;
  if (request.type !== 'command' || !group) return request;
  const { values } = request;
  if (typeof values !== 'string') return { ...request, name: group.defaultCommand };
  const [, first = '', rest = ''] =
    /^\s*(\p{Script=Han}+(?!\p{Script=Han})|\S*)\s*([\s\S]*)$/u.exec(values) ?? []; // 开启8:30
  const command = commandWithin(group, first, COMMANDS);
  return command
    ? { ...request, name: command.name, values: rest }
    : { ...request, name: group.defaultCommand, values: '' };
}
