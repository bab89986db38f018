// /digest on: a digest each day (or on some days) at a time of day.
import { type Days, type Schedule, zonesFor } from '../../digests/index.ts';
import { TEXTS } from '../../message/index.ts';
import { type CommandContext, type CommandResult, defineCommand } from '../command.ts';
import { promptForOption } from '../option-prompt.ts';
import { settingsKey } from '../place-settings.ts';
import { saveSubscription, subscriptionHere } from '../place-subscription.ts';
import { digestStatusView } from '../views/digest-status.ts';
import { refusal } from './refusal.ts';
import { type Given, understoodSchedule } from './schedule-words.ts';

const DEFAULT_TIME = '08:30';
const MAX_CANDIDATES = 5;

const yesNo = (yes: [string, string, string], no: [string, string, string]) =>
  [
    { value: 'yes', labels: { en: yes[0], zh: yes[1], 'zh-Hant': yes[2] } },
    { value: 'no', labels: { en: no[0], zh: no[1], 'zh-Hant': no[2] } },
  ] as const;

const day = (en: string, zh: string, hant: string) => ({ en, zh, 'zh-Hant': hant });

export const digestOn = defineCommand({
  name: 'digest on',
  names: { en: 'digest on', zh: '简报 开启', 'zh-Hant': '簡報 開啟' },
  summary: {
    en: 'Send a digest here: new reports, and what is followed',
    zh: '在这里定时发送简报：新到的报告和关注的内容',
    'zh-Hant': '在這裡定時傳送簡報：新到的報告和關注的內容',
  },
  options: {
    time: {
      names: { en: 'time', zh: '时间', 'zh-Hant': '時間' },
      summary: {
        en: 'Time of day, such as 08:30 or 8 pm (08:30 if left out)',
        zh: '几点发，如 08:30、晚上8点（不填为 08:30）',
        'zh-Hant': '幾點發，如 08:30、晚上8點（不填為 08:30）',
      },
      maxLength: 120,
    },
    zone: {
      names: { en: 'zone', zh: '时区', 'zh-Hant': '時區' },
      summary: {
        en: 'Time zone, such as Asia/Shanghai, London or UTC+8',
        zh: '时区，如 北京、Asia/Shanghai、UTC+8',
        'zh-Hant': '時區，如 台北、Asia/Taipei、UTC+8',
      },
      suggests: 'zone',
      maxLength: 60,
    },
    days: {
      names: { en: 'days', zh: '日子', 'zh-Hant': '日子' },
      summary: {
        en: 'Every day, Monday to Friday, or one weekday',
        zh: '每天、工作日，或每周一天',
        'zh-Hant': '每天、工作日，或每週一天',
      },
      choices: [
        { value: 'daily', labels: day('every day', '每天', '每天') },
        { value: 'weekdays', labels: day('weekdays', '工作日', '工作日') },
        { value: 'mon', labels: day('Mondays', '周一', '週一') },
        { value: 'tue', labels: day('Tuesdays', '周二', '週二') },
        { value: 'wed', labels: day('Wednesdays', '周三', '週三') },
        { value: 'thu', labels: day('Thursdays', '周四', '週四') },
        { value: 'fri', labels: day('Fridays', '周五', '週五') },
        { value: 'sat', labels: day('Saturdays', '周六', '週六') },
        { value: 'sun', labels: day('Sundays', '周日', '週日') },
      ],
    },
    silent: {
      names: { en: 'silent', zh: '静音', 'zh-Hant': '靜音' },
      summary: { en: 'Deliver without a sound', zh: '送达时不响提示音', 'zh-Hant': '送達時不響提示音' },
      choices: yesNo(['silent', '静音', '靜音'], ['with sound', '响铃', '響鈴']),
    },
    skip: {
      names: { en: 'skip', zh: '跳过', 'zh-Hant': '跳過' },
      summary: {
        en: 'When nothing is new: send nothing, or a report worth reading',
        zh: '没有新内容时：不发，或推荐一份报告',
        'zh-Hant': '沒有新內容時：不發，或推薦一份報告',
      },
      choices: yesNo(['skip', '不发', '不發'], ['send anyway', '照发', '照發']),
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
        ...(place.kind === 'private' ? {} : { keeper: context.person.id }),
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
    { command: digestOn, option: 'zone', given: Object.fromEntries(values), private: false },
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
