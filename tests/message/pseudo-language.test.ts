// A language is one folder and its entry in the list: one that is made up for this test is spoken everywhere, and no other with it.
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { registrationOf } from '../../adapters/discord/commands.ts';
import { mediumFor } from '../../adapters/discord/limits.ts';
import { render as renderDiscord } from '../../adapters/discord/render.ts';
import { menusOf } from '../../adapters/telegram/commands.ts';
import { render as renderTelegram } from '../../adapters/telegram/render.ts';
import { actionsIn, PLAIN, render as renderTerminal } from '../../adapters/terminal/render.ts';
import { COMMANDS, GROUPS, type Person, typedCommand } from '../../src/chat/index.ts';
import { SETTING_NAMES, SETTINGS } from '../../src/chat/settings.ts';
import {
  LANGUAGES,
  type Language,
  LOCALES,
  type Locale,
  localeServing,
  type Message,
  splitMessage,
  TEXTS,
} from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { DigestWorld, NEXT_MORNING } from '../chat/digest-world.ts';
import { file, LibraryWorld } from '../chat/library-world.ts';
import { pressables } from '../chat/message-content.ts';
import { RUNS } from '../chat/runs.ts';
import { OWNER, NO_LOCALE as SILENT, World } from '../chat/world.ts';
import { sample } from '../library/archive.ts';
import { accented, sentence } from './pseudo-language.ts';

vi.mock('../../src/message/text/languages.ts', async (original) => {
  const list = await original<typeof import('../../src/message/text/languages.ts')>();
  const { pseudoLanguage } = await import('./pseudo-language.ts');
  return { ...list, LANGUAGES: { ...list.LANGUAGES, fr: pseudoLanguage(list.LANGUAGES.en, 'fr') } };
});

/** In the place of a language that platforms know. */
const PSEUDO = 'fr' as Locale;
const OTHERS = LOCALES.filter((locale) => locale !== PSEUDO);
const READER: Person = { id: 'fake:9', manager: true, locale: PSEUDO };

let index: PassageIndex;
/** What may be read in any language: the reports, names of files and places, ids, what was asked. */
let data: string;
/** Headings of reports that say the same as a label of the bot, and commands, which are written the same in every language. */
let same: Set<string>;
beforeAll(async () => {
  index = await sampleIndex();
  data = [
    ...index.files.flatMap(({ name, text }) => [name, text]),
    ...index.reports.flatMap(({ title, agency, period, plannedFor }) => [
      title,
      agency,
      period?.label,
      plannedFor?.label,
    ]),
    ...index.reports.map(({ id }) => id),
    ...RUNS.flatMap(([, values]) => Object.values(values)),
    ...COMMANDS.flatMap(({ name, options }) => [name, ...Object.keys(options)]),
    ...OTHERS.map((locale) => LANGUAGES[locale].name),
    'Asia/Shanghai fake:channel:9 fake:user:9 卫生.txt UTC',
  ].join('\n');
  same = new Set([
    ...index.reports.flatMap(({ sections }) => sections.map(({ label }) => label)),
    ...COMMANDS.map(({ name }) => name),
  ]);
});

/** What is no words, or is in every language as it is. */
const NOT_SHOWN = new Set([
  'type',
  'action',
  'id',
  'reportId',
  'locale',
  'custom_id',
  'callback_data',
  'value',
]);

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) => (NOT_SHOWN.has(key) ? [] : stringsIn(each)));
}

/** The words of the other languages that can be said without anything given. */
const ownWords = new Set(
  OTHERS.flatMap((locale) => {
    const sayings = Object.values(TEXTS[locale]).filter((say) => say.length === 0) as (() =>
      | string
      | string[])[];
    return [...sayings.flatMap((say) => say()), ...stringsIn(LANGUAGES[locale].commands)];
  }),
);

/** Ids of quotes, and words for letters and numbers that a title is cited with. */
const CITED = /\b[0-9a-z]{8}-[0-9a-z-]+|\[R\]|第(?=\d+页)|页/g;

/** Words of another language in what is shown, beside the data. */
function leaksIn(shown: unknown): string[] {
  return stringsIn(shown).flatMap((text) => {
    if (ownWords.has(text) && !same.has(text)) return [text];
    const words = text.replace(CITED, ' ').match(/[A-Za-z]{2,}|\p{Script=Han}+/gu) ?? [];
    return words.filter((word) => !data.includes(word)).map((word) => `${word} in ${text}`);
  });
}

/** What each platform makes of a message. */
const renderings = (message: Message) => {
  const texts = TEXTS[PSEUDO];
  const onDiscord = { texts, commandIds: new Map() };
  return [
    message,
    ...splitMessage(message, mediumFor(PSEUDO, new Map())).map((part) => renderDiscord(part, onDiscord)),
    renderTelegram(message, texts),
    renderTerminal(message, texts, PLAIN, actionsIn(message)),
  ];
};

const expectNoLeaks = (message: Message) => {
  expect(renderings(message).flatMap(leaksIn)).toEqual([]);
};

describe('a language that is added to the list', () => {
  it('is the last in settings, and serves its tag in every region', () => {
    expect(LOCALES).toEqual([...OTHERS, PSEUDO]);
    expect(['fr', 'fr-CA', 'en-GB', 'zh-MO', 'zh-Hans-HK', 'de', '?'].map(localeServing)).toEqual([
      ...[PSEUDO, PSEUDO, 'en', 'zh-Hant', 'zh'],
      ...[undefined, undefined],
    ]);
  });

  it.each([...GROUPS, ...COMMANDS])(
    'has words for the menu of a command: /$name',
    ({ name, names, summary }) => {
      expect(names[PSEUDO]).toBe(accented(name));
      expect(summary[PSEUDO]).toBe(sentence(summary.en));
    },
  );

  it.each(COMMANDS)('has words for every option: /$name', ({ options }) => {
    for (const [name, option] of Object.entries(options)) {
      expect(option.names[PSEUDO]).toBe(accented(name));
      expect(option.summary[PSEUDO]).toBe(sentence(option.summary.en));
      for (const { value, labels } of option.choices ?? [])
        expect(labels[PSEUDO]).toBe(
          Object.hasOwn(LANGUAGES, value) ? LANGUAGES[value as Locale].name : sentence(labels.en),
        );
    }
  });

  it('can be typed: every command by its name', () => {
    for (const { name } of COMMANDS) {
      const request = typedCommand({ type: 'question', text: `/${accented(name)}` });
      const [group, word] = name.split(' ');
      expect(request).toMatchObject(
        word === undefined ? { type: 'command', name } : { name: group, values: accented(word) },
      );
    }
  });

  it('is in the menus of the platforms that know it', () => {
    const described = registrationOf(COMMANDS) as { description_localizations?: Record<string, string> }[];
    const words = described.flatMap(({ description_localizations: each }) => each?.fr ?? []);
    expect(words).toHaveLength(described.filter((each) => each.description_localizations).length);
    expect(words.flatMap(leaksIn)).toEqual([]);
    const menus = menusOf(COMMANDS).filter(({ language_code: code }) => code === 'fr');
    expect(menus).toHaveLength(3);
    expect(
      menus.flatMap(({ commands }) => commands.flatMap(({ description }) => leaksIn(description))),
    ).toEqual([]);
  });
});

describe('a language', () => {
  it('does not compile without one of its sentences, or the words of a command', () => {
    const { notFound: _, ...texts } = LANGUAGES.en.texts;
    // @ts-expect-error a sentence is missing
    const silent: Language = { ...LANGUAGES.en, texts };
    const { ask: __, ...commands } = LANGUAGES.en.commands.commands;
    // @ts-expect-error a command is missing
    const nameless: Language = { ...LANGUAGES.en, commands: { ...LANGUAGES.en.commands, commands } };
    expect([silent.name, nameless.name]).toEqual(['English', 'English']);
  });
});

describe('in a language that was added', () => {
  it.each(RUNS)('a command is answered: /%s %j', async (name, values) => {
    const world = new World(index);
    const own = Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        key === 'question' || (name === 'compare' && key === 'topic') ? `⟦${value}⟧` : value,
      ]),
    );
    const answered = await world.command(name, own, { person: READER });
    expect(answered.sent[0].locale).toBe(PSEUDO);
    expectNoLeaks(answered.message);
    for (const { action } of pressables(answered.message)) {
      const pressed = await world.press(action, { person: READER }, answered.key);
      if (pressed.sent.length > 0) expectNoLeaks(pressed.message);
    }
  });

  it('a place is answered that is set to it, and settings are shown', async () => {
    const world = new World(index);
    await world.command('settings', { language: PSEUDO }, { person: READER });
    const { message, sent } = await world.command('privacy', {}, { person: SILENT });
    expect(sent[0].locale).toBe(PSEUDO);
    expectNoLeaks(message);
    const shown = await world.command('settings', {}, { person: READER });
    for (const name of SETTING_NAMES) expect(shown.text).toContain(SETTINGS[name].summary[PSEUDO]);
  });

  it('a digest is written', async () => {
    const world = new DigestWorld(index);
    await world.command('follow', { topic: '路灯' }, { person: READER });
    await world.command('digest on', { time: '8:30', zone: 'Asia/Shanghai' }, { person: READER });
    await world.command('settings', { language: PSEUDO }, { person: READER });
    await world.at(NEXT_MORNING);
    expect(world.posted).toHaveLength(1);
    expectNoLeaks(world.posted[0].message);
    expect(JSON.stringify(world.posted[0].message)).toContain('⟦');
    for (const name of ['digest status', 'digest now', 'following', 'digest off'])
      expectNoLeaks((await world.command(name, {}, { person: READER })).message);
  });

  it('files are added, listed and removed', async () => {
    const context = await LibraryWorld.open(index);
    const by = { person: { ...OWNER, locale: PSEUDO } };
    const bytes = sample('health-2023-h1.txt');
    const answers = [
      await context.use('add', {}, { ...by, attachment: file('卫生.txt', bytes) }),
      await context.use('add', {}, { ...by, attachment: file('卫生.txt', new Uint8Array(8)) }),
      await context.use('status', {}, by),
      await context.use('remove', { name: 'forestry' }, by),
      await context.use('restore', {}, by),
      await context.use('reload', {}, by),
    ];
    for (const { message } of answers) expectNoLeaks(message);
    await context.archive.close();
  });

  it('files are warned about', () => {
    const warning = TEXTS[PSEUDO].fileWarning({ file: '卫生.txt', warning: { kind: 'no-report' } });
    expect(warning).toBe(
      sentence(TEXTS.en.fileWarning({ file: '卫', warning: { kind: 'no-report' } })).replace(
        '卫',
        '卫生.txt',
      ),
    );
    expect(leaksIn(warning)).toEqual([]);
  });
});
