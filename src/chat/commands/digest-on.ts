// /digest on: a digest each day (or on some days) at a time of day.
import { type Days, type Schedule, zonesFor } from '../../digests/index.ts';
import { TEXTS } from '../../message/index.ts';
import { type CommandContext, type CommandResult, defineCommand } from '../command.ts';
import { promptForOption } from '../pending-command.ts';
import { settingsKey } from '../place-settings.ts';
import { saveSubscription, subscriptionHere } from '../place-subscription.ts';
import { digestStatusView } from '../views/digest-status.ts';
import { refusal } from './refusal.ts';
import { type Given, understoodSchedule } from './schedule-words.ts';

const DEFAULT_TIME = '08:30';
const MAX_CANDIDATES = 5;

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
    const understood = understoodSchedule(digestOn, values, context);
    const { given } = understood;
    if (!understood.ok && understood.wrong === 'time')
      return refusal(texts.noTimeOfDay(understood.text), context);
    if (!understood.ok) return askForZone(given, context, understood.text);
    const subscription = await subscriptionHere(context);
    const known = given.zone ?? subscription.schedule?.zone ?? settings.zone;
    if (known === undefined) return askForZone(given, context);
    const schedule: Schedule = {
      time: given.time ?? subscription.schedule?.time ?? DEFAULT_TIME,
      zone: known,
      days: (given.days as Days | undefined) ?? subscription.schedule?.days ?? 'daily', // one of the option's choices
    };
    const { pausedUntil: _, ...awake } = subscription;
    const kept = await saveSubscription(
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
    return { message: await digestStatusView(kept, texts.digestIsOn(), context), locale };
  },
});

/** Nobody has said where this place is, or it was not understood: a press or a reply says it. */
async function askForZone(
  given: Given,
  context: CommandContext,
  misunderstood?: string,
): Promise<CommandResult> {
  const { zone: _, ...others } = given;
  const values = Object.entries(others).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const { message, pending } = await promptForOption(
    digestOn,
    'zone',
    Object.fromEntries(values),
    false,
    context,
  );
  const { locale } = context;
  if (misunderstood === undefined) return { message, pending, locale };
  const candidates = zonesFor(misunderstood).slice(0, MAX_CANDIDATES);
  const asking = candidates.length > 0 ? message.filter(({ type }) => type !== 'choice') : message; // others than those are not meant
  const text = TEXTS[locale].noZone(misunderstood, candidates);
  const alone = { forAsker: true, placeBound: true } as const;
  return { message: [{ type: 'paragraph', text }, ...asking], pending, locale, ...alone };
}
