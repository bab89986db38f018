// Groups of commands that share their first word, such as `digest on`. A group is one entry of a menu.
import { normalise } from '../language/index.ts';
import type { Command, Localised } from './command.ts';

export interface CommandGroup {
  /** The first word of the names of its commands. */
  name: string;
  names: Localised;
  summary: Localised;
  /** Full name of the command that is run where only the group is named. */
  defaultCommand: string;
}

export const GROUPS: readonly CommandGroup[] = [
  {
    name: 'digest',
    names: { en: 'digest', zh: '简报', 'zh-Hant': '簡報' },
    summary: {
      en: 'The daily digest here: what is new, and what is followed',
      zh: '这里的每日简报：新到的报告和关注的主题',
      'zh-Hant': '這裡的每日簡報：新到的報告和關注的主題',
    },
    defaultCommand: 'digest status',
  },
  {
    name: 'library',
    names: { en: 'library', zh: '文库', 'zh-Hant': '文庫' },
    summary: {
      en: 'The files behind the reports: add, remove, bring back (owners only)',
      zh: '报告背后的文件：添加、移除、恢复（仅所有者）',
      'zh-Hant': '報告背後的檔案：新增、移除、復原（僅擁有者）',
    },
    defaultCommand: 'library status',
  },
];

export type MenuItem =
  | { type: 'command'; command: Command }
  | { type: 'group'; group: CommandGroup; commands: Command[] };

/** A menu of commands: each group once, in the position of its first command. */
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

/** The names of a command without that of its group. */
export const namesWithin = ({ names }: Command): Localised => ({
  en: withoutGroup(names.en),
  zh: withoutGroup(names.zh),
  'zh-Hant': withoutGroup(names['zh-Hant']),
});

const withoutGroup = (name: string): string => name.slice(name.indexOf(' ') + 1);

/** A command of a group by its name within it, in any language and case. */
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
