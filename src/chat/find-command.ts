// Which command a request is for. After `inFull` nobody needs to know that there are groups.
import type { Command } from './command.ts';
import { commandWithin, groupNamed } from './command-group.ts';
import { ask } from './commands/ask.ts';
import { COMMANDS } from './commands/index.ts';
import type { Request } from './incoming.ts';

/** The command that a request is for, by its name in any language; plain words are the command to ask, presses have none. */
export function commandOf(request: Request): Command | undefined {
  if (request.type === 'question') return ask;
  if (request.type !== 'command') return undefined;
  const { name: wanted } = inFull(request);
  return COMMANDS.find(({ names }) => Object.values(names).includes(wanted));
}

type CommandRequest = Extract<Request, { type: 'command' }>;

export function inFull(request: CommandRequest): CommandRequest;
export function inFull(request: Request): Request;
/**
 * A request that names a group, as one for the command of the group that the first of its words means; where that means none, for the
 * command that the group stands for. Other requests come back as they are.
 */
export function inFull(request: Request): Request {
  const group = request.type === 'command' ? groupNamed(request.name) : undefined;
  if (request.type !== 'command' || !group) return request;
  const { values } = request;
  if (typeof values !== 'string') return { ...request, name: group.standsFor };
  const [, first = '', rest = ''] =
    /^\s*(\p{Script=Han}+(?!\p{Script=Han})|\S*)\s*([\s\S]*)$/u.exec(values) ?? []; // 开启8:30
  const command = commandWithin(group, first, COMMANDS);
  return command
    ? { ...request, name: command.name, values: rest }
    : { ...request, name: group.standsFor, values: '' };
}
