// What the managers of a place can set: each setting declared once, with its values.

import type { Locale } from '../message/index.ts';
import type { Choice, Option } from './command.ts';
import type { PlaceSettings } from './store.ts';

/** What holds where nothing was set. */
export const DEFAULT_SETTINGS: PlaceSettings = { language: 'auto', audience: 'everyone', length: 'normal' };

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
} as const satisfies { [Name in keyof PlaceSettings]: Option & { choices: readonly Choice[] } };

export type SettingName = keyof PlaceSettings;
export const SETTING_NAMES: SettingName[] = Object.keys(SETTINGS) as SettingName[];

/** A setting and a value that it can have, or undefined where the two do not go together. */
export function settingOf(name: string, value: string): Partial<PlaceSettings> | undefined {
  if (!Object.hasOwn(SETTINGS, name)) return undefined;
  const choices: readonly Choice[] = SETTINGS[name as SettingName].choices;
  return choices.some((choice) => choice.value === value) ? { [name]: value } : undefined;
}

/** A value in words. */
export function valueLabel(name: SettingName, value: string, locale: Locale): string {
  const choices: readonly Choice[] = SETTINGS[name].choices;
  return choices.find((choice) => choice.value === value)?.labels[locale] ?? value;
}
