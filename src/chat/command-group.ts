// Groups of commands that share their first word, such as `digest on`. A group is one entry of a menu.
import { normalise } from '../language/index.ts';
import { inEachLanguage, type Localised } from '../message/index.ts';
import type { Command } from './command.ts';
import { type Described, describedGroup, type GroupName } from './command-words.ts';

export interface CommandGroup extends Described {
  /** The first word of the names of its commands. */
  name: string;
  /** Full name of the command that runs where only the group is named. */
  defaultCommand: string;
}

const defineGroup = (name: GroupName, defaultCommand: string): CommandGroup => ({
  name,
  ...describedGroup(name),
  defaultCommand,
});

export const GROUPS: readonly CommandGroup[] = [
  defineGroup('digest', 'digest status'),
  defineGroup('library', 'library status'),
];

/** An entry of a menu: a command by itself, or a group with its commands. */
export type MenuItem =
  | { type: 'command'; command: Command }
  | { type: 'group'; group: CommandGroup; commands: Command[] };

/** The menu of some commands: each group once, in the place of its first command. */
export function menuOf(commands: readonly Command[]): MenuItem[] {
  const groups = Map.groupBy(commands, groupOf);
  return commands.flatMap((command): MenuItem[] => {
    const group = groupOf(command);
    if (!group) return [{ type: 'command', command }];
    const together = groups.get(group) ?? [];
    return together[0] === command ? [{ type: 'group', group, commands: together }] : [];
  });
}

const groupOf = ({ name }: Command): CommandGroup | undefined =>
  GROUPS.find((group) => name.startsWith(`${group.name} `));

/** A group by its name in any language. */
export const groupNamed = (name: string): CommandGroup | undefined =>
  GROUPS.find(({ names }) => Object.values(names).includes(name));

/** The name of a command within its group. */
export const namesWithin = ({ names }: Command): Localised =>
  inEachLanguage((_, locale) => withoutGroup(names[locale]));

const withoutGroup = (name: string): string => name.slice(name.indexOf(' ') + 1);

/** A command of a group by its name there in any language, in upper or lower case. */
export function commandWithin(
  group: CommandGroup,
  word: string,
  commands: readonly Command[],
): Command | undefined {
  const wanted = normalise(word);
  return commands.find(
    (command) =>
      groupOf(command) === group &&
      Object.values(namesWithin(command)).some((name) => normalise(name) === wanted),
  );
}
