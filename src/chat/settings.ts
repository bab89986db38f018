// What the managers of a place can set: each setting declared once, with its values where it has a choice of them.
import { type Locale, TEXTS } from '../message/index.ts';
import type { Choice, Option } from './command.ts';
import type { PlaceSettings } from './store.ts';

/** What holds where nothing was set. */
export const DEFAULT_SETTINGS: PlaceSettings = {
  language: 'auto',
  audience: 'everyone',
  length: 'normal',
  digests: 'managers',
};

export const SETTINGS = {
  language: {
    names: { en: 'language', zh: '语言', 'zh-Hant': '語言' },
    summary: {
      en: 'Language of menus where the platform gives none',
      zh: '平台未提供语言时的菜单语言',
      'zh-Hant': '平台未提供語言時的選單語言',
    },
    choices: [
      {
        value: 'auto',
        labels: { en: 'as each person has it', zh: '按各人的语言', 'zh-Hant': '按各人的語言' },
      },
      { value: 'zh', labels: { en: '简体中文', zh: '简体中文', 'zh-Hant': '简体中文' } },
      { value: 'zh-Hant', labels: { en: '繁體中文', zh: '繁體中文', 'zh-Hant': '繁體中文' } },
      { value: 'en', labels: { en: 'English', zh: 'English', 'zh-Hant': 'English' } },
    ],
  },
  audience: {
    names: { en: 'audience', zh: '对象', 'zh-Hant': '對象' },
    summary: { en: 'Who is answered here', zh: '回答对象', 'zh-Hant': '回答對象' },
    choices: [
      { value: 'everyone', labels: { en: 'everyone', zh: '所有人', 'zh-Hant': '所有人' } },
      { value: 'managers', labels: { en: 'managers only', zh: '仅管理员', 'zh-Hant': '僅管理員' } },
    ],
  },
  length: {
    names: { en: 'length', zh: '长短', 'zh-Hant': '長短' },
    summary: {
      en: 'How much an answer shows before its buttons',
      zh: '回答长短（其余收在按钮里）',
      'zh-Hant': '回答長短（其餘收在按鈕裡）',
    },
    choices: [
      { value: 'normal', labels: { en: 'normal', zh: '正常', 'zh-Hant': '正常' } },
      { value: 'short', labels: { en: 'short', zh: '简短', 'zh-Hant': '簡短' } },
    ],
  },
  digests: {
    names: { en: 'digests', zh: '简报', 'zh-Hant': '簡報' },
    summary: {
      en: 'Who sets up digests and what is followed',
      zh: '谁可以设置简报和关注的主题',
      'zh-Hant': '誰可以設定簡報和關注的主題',
    },
    choices: [
      {
        value: 'managers',
        labels: { en: 'only managers do', zh: '仅管理员可设', 'zh-Hant': '僅管理員可設' },
      },
      { value: 'everyone', labels: { en: 'everyone may', zh: '人人可设', 'zh-Hant': '人人可設' } },
    ],
  },
  zone: {
    names: { en: 'zone', zh: '时区', 'zh-Hant': '時區' },
    summary: {
      en: 'Time zone (a city, Asia/Shanghai, UTC+8)',
      zh: '时区（城市名、Asia/Shanghai 或 UTC+8）',
      'zh-Hant': '時區（城市名、Asia/Shanghai 或 UTC+8）',
    },
    maxLength: 60,
    suggests: 'zone',
  },
} as const satisfies { [Name in keyof PlaceSettings]-?: Option };

export type SettingName = keyof PlaceSettings;
export const SETTING_NAMES: SettingName[] = Object.keys(SETTINGS) as SettingName[];

/** The values of a setting; undefined for one that is written. */
export const choicesOf = (name: SettingName): readonly Choice[] | undefined => {
  const option: Option = SETTINGS[name];
  return option.choices;
};

/** A setting and a value that it can have, or undefined where the two do not go together. */
export function settingOf(name: string, value: string): Partial<PlaceSettings> | undefined {
  if (!Object.hasOwn(SETTINGS, name)) return undefined;
  const choices = choicesOf(name as SettingName);
  return choices?.some((choice) => choice.value === value) ? { [name]: value } : undefined;
}

/** A value in words. */
export function valueLabel(name: SettingName, value: string | undefined, locale: Locale): string {
  if (value === undefined) return TEXTS[locale].notSet();
  return choicesOf(name)?.find((choice) => choice.value === value)?.labels[locale] ?? value;
}
