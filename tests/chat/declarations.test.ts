// The one list of commands, checked against the limits of every platform.
import { describe, expect, it } from 'vitest';
import { COMMANDS, type Command, GROUPS, type Localised, menuOf, namesWithin } from '../../src/chat/index.ts';
import { normalise } from '../../src/language/index.ts';
import type { Locale } from '../../src/message/index.ts';

const LOCALES: Locale[] = ['zh', 'zh-Hant', 'en'];
/**
 * https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming
 */
const DISCORD_NAME = /^[-_\p{L}\p{N}]{1,32}$/u;
/** https://core.telegram.org/bots/api#botcommand */
const TELEGRAM_NAME = /^[a-z0-9_]{1,32}$/;
const MAX_SUMMARY = 100;
const MAX_OPTIONS = 25;

const LIBRARY = ['add', 'remove', 'restore', 'status', 'reload'].map((word) => `library ${word}`);

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
  it('are all there', () => {
    expect(COMMANDS.map(({ name }) => name)).toEqual([
      ...['ask', 'search', 'report', 'reports', 'compare', 'quote', 'verify'],
      ...['digest on', 'digest off', 'digest now', 'digest status', 'digest pause'],
      ...['follow', 'unfollow', 'following'],
      ...['settings', 'help', 'privacy', 'forget', 'pair', 'allow', 'deny'],
      ...LIBRARY,
    ]);
  });

  it.each(LOCALES)('have different names: %s', (locale) => {
    expect(twice(COMMANDS.map(({ names }) => names[locale]))).toEqual([]);
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

  it.each(named)('say what they do in one line of a menu: /%s', (_, { summary }) => {
    for (const text of summaries(summary)) {
      expect(text.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThanOrEqual(MAX_SUMMARY);
      expect(text).not.toMatch(/\n|[.。]$/);
    }
    expect(new Set(summaries(summary)).size).toBe(LOCALES.length);
  });

  it('that change what holds for others are for managers, and work where the bot is not yet allowed if they must', () => {
    const rights = COMMANDS.filter(({ right }) => right === 'manager').map(({ name }) => name);
    const anywhere = COMMANDS.filter((command) => command.anywhere).map(({ name }) => name);
    expect(rights).toEqual(['settings', 'allow', 'deny']);
    const digestManagers = COMMANDS.filter(({ right }) => right === 'digest-manager').map(({ name }) => name);
    expect(digestManagers).toEqual(['digest on', 'digest off', 'digest pause', 'follow', 'unfollow']);
    const owners = COMMANDS.filter(({ right }) => right === 'owner').map(({ name }) => name);
    expect(owners).toEqual(LIBRARY);
    expect(anywhere).toEqual(['forget', 'pair', 'allow', 'deny']);
  });

  it('that are private are answered to the asker only', () => {
    const secret = COMMANDS.filter(({ audience }) => audience === 'asker').map(({ name }) => name);
    expect(secret).toEqual([
      ...['digest now', 'digest status', 'following'],
      ...['settings', 'help', 'privacy', 'forget', 'pair', 'allow', 'deny'],
      ...LIBRARY,
    ]);
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

  it.each(groups)('have commands that differ in one word in every language: $group.name', (item) => {
    const words = item.commands.map((command) => [
      ...new Set(Object.values(namesWithin(command)).map((word) => normalise(word))),
    ]);
    expect(twice(words.flat())).toEqual([]);
  });

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
