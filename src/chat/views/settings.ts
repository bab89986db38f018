// The settings of a place, each with a choice of its values.
import { type Message, TEXTS } from '../../message/index.ts';
import { ButtonMaker } from '../buttons/button-maker.ts';
import type { CommandContext } from '../command.ts';
import { choicesOf, SETTING_NAMES, SETTINGS, valueLabel } from '../settings.ts';
import type { PlaceSettings } from '../store.ts';

/** A setting without fixed values is shown and has no choice. */
export function settingsView(settings: PlaceSettings, { locale, mark }: CommandContext): Message {
  const maker = new ButtonMaker(mark);
  const texts = TEXTS[locale];
  return [
    { type: 'heading', text: texts.settingsHeading() },
    {
      type: 'list',
      items: SETTING_NAMES.map((name) =>
        texts.settingIs(SETTINGS[name].summary[locale], valueLabel(name, settings[name], locale)),
      ),
    },
    ...SETTING_NAMES.flatMap((name): Message => {
      const options = choicesOf(name)?.map(({ value, labels }) =>
        maker.turn(labels[locale], { verb: 'setting', args: [name, value] }),
      );
      return options ? [{ type: 'choice', prompt: SETTINGS[name].summary[locale], options }] : [];
    }),
  ];
}
