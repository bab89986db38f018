// The settings of a place, each with what it can be set to.
import { type Message, TEXTS } from '../../message/index.ts';
import type { Scene } from '../command.ts';
import { SETTING_NAMES, SETTINGS, valueLabel } from '../settings.ts';
import type { PlaceSettings } from '../store.ts';
import { ButtonMaker } from './buttons.ts';

/** The settings as they are, to be changed by choosing. */
export function settingsView(settings: PlaceSettings, { locale, person }: Scene): Message {
  const maker = new ButtonMaker(person);
  const colon = locale === 'en' ? ': ' : '：';
  return [
    { type: 'heading', text: TEXTS[locale].settingsHeading() },
    {
      type: 'list',
      items: SETTING_NAMES.map(
        (name) => `${SETTINGS[name].summary[locale]}${colon}${valueLabel(name, settings[name], locale)}`,
      ),
    },
    ...SETTING_NAMES.map((name) => ({
      type: 'choice' as const,
      prompt: SETTINGS[name].summary[locale],
      options: SETTINGS[name].choices.map(({ value, labels }) =>
        maker.turn(labels[locale], { verb: 'setting', args: [name, value] }),
      ),
    })),
  ];
}
