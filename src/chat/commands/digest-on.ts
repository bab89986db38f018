// /digest on: a digest at a time of day, every day or on some days.
import type { Days, Schedule } from '../../digests/index.ts';
import { TEXTS } from '../../message/index.ts';
import { type CommandContext, type CommandResult, defineCommand } from '../command.ts';
import { promptForOption } from '../option-prompt.ts';
import { settingsKey } from '../place-settings.ts';
import { saveSubscription, subscriptionHere } from '../place-subscription.ts';
import { digestStatusView } from '../views/digest-status.ts';
import { refusal } from './refusal.ts';
import { parseSchedule, type ScheduleOptions, zoneCandidates } from './schedule-words.ts';

const DEFAULT_TIME = '08:30';

const YES_OR_NO = ['yes', 'no'] as const;

export const digestOn = defineCommand({
  name: 'digest on',
  options: {
    time: {
      maxLength: 120,
    },
    zone: {
      suggests: 'zone',
      maxLength: 60,
    },
    days: {
      choices: ['daily', 'weekdays', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
    },
    silent: {
      choices: YES_OR_NO,
    },
    skip: {
      choices: YES_OR_NO,
    },
  },
  right: 'digest-manager',
  anywhere: false,
  audience: 'everyone',
  async run(values, context) {
    const { locale, settings, place, canPost } = context;
    const texts = TEXTS[locale];
    if (!canPost(place)) return refusal(texts.noDigestsHere(), context);
    const lacks = await context.lacks();
    if (lacks.length > 0) return refusal(texts.cannotPost(lacks), context);
    const parsed = parseSchedule(digestOn, values, context);
    const { given } = parsed;
    if (!parsed.ok && parsed.wrong === 'time') return refusal(texts.noTimeOfDay(parsed.text), context);
    if (!parsed.ok) return askForZone(given, context, parsed.text);
    const subscription = await subscriptionHere(context);
    const known = given.zone ?? subscription.schedule?.zone ?? settings.zone;
    if (known === undefined) return askForZone(given, context);
    const schedule: Schedule = {
      time: given.time ?? subscription.schedule?.time ?? DEFAULT_TIME,
      zone: known,
      // one of the option's choices
      days: (given.days as Days | undefined) ?? subscription.schedule?.days ?? 'daily',
    };
    const { pausedUntil: _, ...awake } = subscription;
    const saved = await saveSubscription(
      {
        ...awake,
        ...(place.kind === 'private' ? {} : { enabledBy: context.person.id }),
        schedule,
        silent: given.silent === undefined ? subscription.silent : given.silent === 'yes',
        skipEmpty: given.skip === undefined ? subscription.skipEmpty : given.skip === 'yes',
      },
      context,
    );
    if (given.zone && !settings.zone)
      await context.store.settings.set(settingsKey(place), { zone: given.zone });
    return { message: await digestStatusView(saved, texts.digestIsOn(), context), locale };
  },
});

/** Asks for the time zone, which is unknown or was not understood; a press or a reply gives it. */
async function askForZone(
  given: ScheduleOptions,
  context: CommandContext,
  unknownZone?: string,
): Promise<CommandResult> {
  const { zone: _, ...others } = given;
  const values = Object.entries(others).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const { message, pending } = await promptForOption(
    { command: digestOn, option: 'zone', given: Object.fromEntries(values), private: false },
    context,
  );
  const { locale } = context;
  if (unknownZone === undefined) return { message, pending, locale };
  const candidates = zoneCandidates(unknownZone);
  // common zones are not offered beside candidates
  const asking = candidates.length > 0 ? message.filter(({ type }) => type !== 'choice') : message;
  const text = TEXTS[locale].noZone(unknownZone, candidates);
  const alone = { forAsker: true, placeBound: true } as const;
  return { message: [{ type: 'paragraph', text }, ...asking], pending, locale, ...alone };
}
