// The one list of commands, checked against the limits of every platform.
import { describe, expect, it } from 'vitest';
import type { CommandName } from '../../src/chat/command-words.ts';
import { COMMANDS, type Command, GROUPS, menuOf, namesWithin } from '../../src/chat/index.ts';
import { normalise } from '../../src/language/index.ts';
import { LANGUAGES, LOCALES, type Localised } from '../../src/message/index.ts';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const DISCORD_NAME = /^[-_\p{L}\p{N}]{1,32}$/u;
/** https://core.telegram.org/bots/api#botcommand */
const TELEGRAM_NAME = /^[a-z0-9_]{1,32}$/;
const MAX_SUMMARY = 100;
const MAX_OPTIONS = 25;

const named = COMMANDS.map((command): [string, Command] => [command.name, command]);
const options = COMMANDS.flatMap((command) =>
  Object.entries(command.options).map(([name, option]) => ({
    title: `${command.name} ${name}`,
    name,
    option,
  })),
);
const twice = (texts: string[]) => texts.filter((text, i) => texts.indexOf(text) !== i);
const summaries = (summary: Localised) => LOCALES.map((locale) => summary[locale]);

describe('the commands', () => {
  it('are those that the languages have words for', () => {
    const declared = COMMANDS.map(({ name }) => name).sort();
    for (const locale of LOCALES)
      expect(Object.keys(LANGUAGES[locale].commands.commands).sort()).toEqual(declared);
  });

  it.each(named)('have words for their options and for no others: /%s', (name, { options: declared }) => {
    for (const locale of LOCALES) {
      const { options: words } = LANGUAGES[locale].commands.commands[name as CommandName];
      expect(Object.keys(words).sort()).toEqual(Object.keys(declared).sort());
    }
  });

  it.each(LOCALES)('have different names: %s', (locale) => {
    expect(twice(COMMANDS.map(({ names }) => names[locale]))).toEqual([]);
  });

  it('and groups have no name that is another one’s in any language', () => {
    const names = [...GROUPS, ...COMMANDS].flatMap(({ names: each }) => [
      ...new Set(Object.values(each).map((name) => normalise(name))),
    ]);
    expect(twice(names)).toEqual([]);
  });

  it.each(named)('can be registered under their names: /%s', (name, { names }) => {
    expect(name).toBe(names.en);
    expect(name.split(' ')[0]).toMatch(TELEGRAM_NAME);
    for (const locale of LOCALES) {
      expect(names[locale].split(' ')).toHaveLength(name.split(' ').length);
      for (const word of names[locale].split(' ')) expect(word).toMatch(DISCORD_NAME);
      expect(names[locale].toLowerCase()).toBe(names[locale]);
    }
  });

  it.each(named)('have a summary of one line: /%s', (_, { summary }) => {
    for (const text of summaries(summary)) {
      expect(text.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThanOrEqual(MAX_SUMMARY);
      expect(text).not.toMatch(/\n|[.。]$/);
    }
    expect(new Set(summaries(summary)).size).toBe(LOCALES.length);
  });

  const rightTo = (name: string) => COMMANDS.find((command) => command.name === name)?.right;

  it('that change things for others are for managers, digest managers or owners', () => {
    for (const name of ['settings', 'allow', 'deny']) expect(rightTo(name)).toBe('manager');
    for (const name of ['digest on', 'digest off', 'follow', 'unfollow'])
      expect(rightTo(name)).toBe('digest-manager');
    for (const { name, right } of COMMANDS) expect(right === 'owner', name).toBe(name.startsWith('library '));
  });

  it('that open a place, or delete what is stored of somebody, work where the bot is not allowed', () => {
    const anywhere = COMMANDS.filter((command) => command.anywhere).map(({ name }) => name);
    expect(anywhere.sort()).toEqual(['allow', 'deny', 'forget', 'pair']);
  });

  it('never show to others what is between the asker and the bot', () => {
    for (const { name, right, anywhere, audience } of COMMANDS)
      if (['manager', 'owner'].includes(right) || anywhere) expect(audience, name).toBe('asker');
  });

  it('let the asker choose who sees quotes from the reports', () => {
    for (const { name, right, options: declared, audience } of COMMANDS)
      if (right === 'everyone' && !declared.code)
        expect(audience, name).toBe(Object.keys(declared).length > 0 ? 'either' : 'asker');
  });
});

describe('the groups of commands', () => {
  const groups = menuOf(COMMANDS).filter((item) => item.type === 'group');

  it('hold every command of two words, each in one of them, and none is empty', () => {
    expect(groups.map(({ group }) => group)).toEqual(GROUPS);
    expect(groups.flatMap(({ commands }) => commands)).toEqual(
      COMMANDS.filter(({ name }) => name.includes(' ')),
    );
  });

  it.each(groups)('share the first word of their names in every language: $group.name', (item) => {
    for (const { names } of item.commands)
      for (const locale of LOCALES) expect(names[locale].split(' ')[0]).toBe(item.group.names[locale]);
  });

  it.each(groups)(
    'have a name and a line for the menu, and no command by the same name: $group.name',
    (item) => {
      const { name, names, summary } = item.group;
      expect(name).toBe(names.en);
      const others = COMMANDS.flatMap((command) => Object.values(command.names));
      for (const locale of LOCALES) {
        expect(others).not.toContain(names[locale]);
        expect(summary[locale].length).toBeGreaterThan(0);
        expect(summary[locale].length).toBeLessThanOrEqual(MAX_SUMMARY);
      }
      expect(item.commands.length).toBeLessThanOrEqual(MAX_OPTIONS);
    },
  );

  it.each(groups)(
    'have commands of different names within the group, across languages: $group.name',
    (item) => {
      const words = item.commands.map((command) => [
        ...new Set(Object.values(namesWithin(command)).map((word) => normalise(word))),
      ]);
      expect(twice(words.flat())).toEqual([]);
    },
  );

  it.each(groups)('have a default command without required options: $group.name', (item) => {
    const meant = item.commands.find(({ name }) => name === item.group.defaultCommand);
    expect(meant).toBeDefined();
    expect(Object.values(meant?.options ?? {}).filter(({ required }) => required)).toEqual([]);
  });
});

describe('the options', () => {
  it.each(named)('of a command are few, and differ in name in every language: /%s', (_, command) => {
    const declared = Object.values(command.options);
    expect(declared.length).toBeLessThan(MAX_OPTIONS); // "private" comes on top
    for (const locale of LOCALES) expect(twice(declared.map(({ names }) => names[locale]))).toEqual([]);
  });

  it.each(named)('that are required come first: /%s', (_, command) => {
    const required = Object.values(command.options).map((option) => option.required === true);
    expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)));
  });

  it.each(options)('can be registered: $title', ({ name, option }) => {
    expect(name).toBe(option.names.en);
    for (const locale of LOCALES) {
      expect(option.names[locale]).toMatch(DISCORD_NAME);
      expect(option.names[locale].toLowerCase()).toBe(option.names[locale]);
      expect(option.summary[locale].length).toBeGreaterThan(0);
      expect(option.summary[locale].length).toBeLessThanOrEqual(MAX_SUMMARY);
    }
  });

  it.each(options)('have choices, suggestions or free text: $title', ({ option }) => {
    expect([option.choices, option.suggests, option.file].filter(Boolean).length).toBeLessThanOrEqual(1);
    if (!option.choices) return;
    expect(option.maxLength).toBeUndefined();
    expect(option.choices.length).toBeGreaterThan(1);
    expect(option.choices.length).toBeLessThanOrEqual(MAX_OPTIONS);
    expect(twice(option.choices.map(({ value }) => value))).toEqual([]);
    for (const locale of LOCALES) {
      const labels = option.choices.map(({ labels }) => labels[locale]);
      expect(twice(labels)).toEqual([]);
      for (const label of labels) expect(label.length).toBeLessThanOrEqual(MAX_SUMMARY);
    }
  });
});
