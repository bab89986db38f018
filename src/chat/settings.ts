// The settings of a place, each declared once, and their values in words.
import { LOCALES, type Locale, TEXTS } from '../message/index.ts';
import { describedOptions } from './command-words.ts';
import type { Choice, Option, OptionRules } from './option.ts';
import type { PlaceSettings } from './store.ts';

export const DEFAULT_SETTINGS: PlaceSettings = {
  language: 'auto',
  audience: 'everyone',
  length: 'normal',
  digests: 'managers',
};

/** As options of the command that changes them. */
export const SETTING_OPTIONS = {
  language: { choices: ['auto', ...LOCALES] },
  audience: { choices: ['everyone', 'managers'] },
  length: { choices: ['normal', 'short'] },
  digests: { choices: ['managers', 'everyone'] },
  zone: { maxLength: 60, suggests: 'zone' },
} as const satisfies { [Name in keyof PlaceSettings]-?: OptionRules };

type SettingName = keyof PlaceSettings;

/** With their words. */
export const SETTINGS: Readonly<Record<SettingName, Option>> = describedOptions('settings', SETTING_OPTIONS);
export const SETTING_NAMES: SettingName[] = Object.keys(SETTINGS) as SettingName[];

/** The values of a setting; undefined for a setting that takes text. */
export const choicesOf = (name: SettingName): readonly Choice[] | undefined => SETTINGS[name].choices;

/** A setting with its new value, or undefined where it cannot have that value. */
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
