// Commands whose names share their first word, such as `digest on`: each group is declared once, and is one entry of a menu.
import { normalise } from '../language/index.ts';
import { inEachLanguage, type Localised } from '../message/index.ts';
import type { Command } from './command.ts';
import { type Described, describedGroup, type GroupName } from './command-words.ts';

export interface CommandGroup extends Described {
  /** The first word of the names of its commands. */
  name: string;
  /** Full name of the command that is meant where only the group is named. */
  standsFor: string;
}

const defineGroup = (name: GroupName, standsFor: string): CommandGroup => ({
  name,
  ...describedGroup(name),
  standsFor,
});

export const GROUPS: readonly CommandGroup[] = [
  defineGroup('digest', 'digest status'),
  defineGroup('library', 'library status'),
];

/** What stands in a menu: a command by itself, or a group with its commands. */
export type MenuItem =
  | { type: 'command'; command: Command }
  | { type: 'group'; group: CommandGroup; commands: Command[] };

/** Commands as a menu shows them: each group once, where its first command stands. */
export function menuOf(commands: readonly Command[]): MenuItem[] {
  const groups = Map.groupBy(commands, groupOf);
  return commands.flatMap((command): MenuItem[] => {
    const group = groupOf(command);
    if (!group) return [{ type: 'command', command }];
    const together = groups.get(group) ?? [];
    return together[0] === command ? [{ type: 'group', group, commands: together }] : [];
  });
}

/** The group of a command, by its name. */
const groupOf = ({ name }: Command): CommandGroup | undefined =>
  GROUPS.find((group) => name.startsWith(`${group.name} `));

/** The group that a name means in any language. */
export const groupNamed = (name: string): CommandGroup | undefined =>
  GROUPS.find(({ names }) => Object.values(names).includes(name));

/** What a command of a group is called within it. */
export const namesWithin = ({ names }: Command): Localised =>
  inEachLanguage((_, locale) => withoutGroup(names[locale]));

const withoutGroup = (name: string): string => name.slice(name.indexOf(' ') + 1);

/** The command of a group that a word means in any language, whatever the case of its letters. */
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
