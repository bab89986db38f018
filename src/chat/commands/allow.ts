// /allow and its counterpart: where the bot may be used, and which collections may be read there.
import { TEXTS } from '../../message/index.ts';
import { closePlace, openAsManager, openAsOwner, type Scope } from '../access/change-access.ts';
import { placeKeysIn } from '../access/place-key.ts';
import { refusalFor } from '../access/rights.ts';
import type { CommandContext, CommandResult, Option, ValuesOf } from '../command.ts';
import { defineCommand } from '../command.ts';
import { decideCollection } from './collection.ts';

/** What is allowed or denied: the whole community, this channel, or (owners only) a place by its id; and there a collection, not the bot. */
export const ACCESS_OPTIONS = {
  scope: {
    names: { en: 'scope', zh: '范围', 'zh-Hant': '範圍' },
    summary: {
      en: 'The whole server or group, this channel only, or (collections) every chat',
      zh: '整个服务器或群，只限本频道，或（资料夹）所有会话',
      'zh-Hant': '整個伺服器或群組，只限本頻道，或（資料夾）所有對話',
    },
    choices: [
      {
        value: 'everywhere',
        labels: { en: 'everywhere here', zh: '整个服务器或群', 'zh-Hant': '整個伺服器或群組' },
      },
      { value: 'channel', labels: { en: 'this channel only', zh: '只限本频道', 'zh-Hant': '只限本頻道' } },
      { value: 'every-chat', labels: { en: 'every chat', zh: '所有会话', 'zh-Hant': '所有對話' } },
    ],
  },
  place: {
    names: { en: 'place', zh: '位置', 'zh-Hant': '位置' },
    summary: {
      en: 'Owners only: the id that the bot gave when it was refused there',
      zh: '仅所有者：机器人在那里拒绝时给出的编号',
      'zh-Hant': '僅擁有者：機器人在那裡拒絕時給出的編號',
    },
    maxLength: 200,
  },
  collection: {
    names: { en: 'collection', zh: '资料夹', 'zh-Hant': '資料夾' },
    summary: {
      en: 'Owners only: the folder of reports that may be read here, and nowhere else unless it is bound there',
      zh: '仅所有者：只在这里（和已开放的会话）能读的报告资料夹',
      'zh-Hant': '僅擁有者：只在這裡（和已開放的對話）能讀的報告資料夾',
    },
    suggests: 'collection',
    maxLength: 255,
  },
} as const satisfies Record<string, Option>;

export const allow = defineCommand({
  name: 'allow',
  names: { en: 'allow', zh: '允许', 'zh-Hant': '允許' },
  summary: {
    en: 'Let this place use the bot, or read a collection (managers and owners)',
    zh: '允许这里使用机器人，或读一个资料夹（管理员、所有者）',
    'zh-Hant': '允許這裡使用機器人，或讀一個資料夾（管理員、擁有者）',
  },
  options: ACCESS_OPTIONS,
  right: 'manager',
  anywhere: true,
  audience: 'asker',
  run: (values, context) => decide('allowed', values, context),
});

/** Allows or denies a place. In a private chat only an owner may. */
export async function decide(
  verdict: 'allowed' | 'denied',
  { scope, place: named, collection }: ValuesOf<typeof ACCESS_OPTIONS>,
  context: CommandContext,
): Promise<CommandResult> {
  const { person, place, locale, isOwner } = context;
  const texts = TEXTS[locale];
  const say = (text: string): CommandResult => ({ message: [{ type: 'paragraph', text }], locale });
  if (verdict === 'denied' && context.alwaysOpen && (named === undefined || named === place.within.channel))
    return say(texts.alwaysOpen());
  const isForOwners = named !== undefined || collection !== undefined || place.kind === 'private';
  if (!isOwner && isForOwners) return say(refusalFor('owner', texts, person));
  const keys = named === undefined ? [] : placeKeysIn(named);
  if (!keys) return say(texts.noSuchPlace(named ?? ''));
  if (collection !== undefined)
    return decideCollection({ verdict, collection, scope, places: keys }, context);
  if (scope === 'every-chat') return say(texts.everyChatOfCollection());
  if (keys.length === 0) return say(await decideHere(verdict, scope, context));
  for (const key of keys) await context.store.access.set(key, verdict === 'allowed' ? 'allowed' : 'barred');
  return say(verdict === 'allowed' ? texts.allowedPlace(keys.join(' ')) : texts.deniedPlace(keys.join(' ')));
}

/** Whether the bot may be used where this is said; what is to be said of it. */
async function decideHere(
  verdict: 'allowed' | 'denied',
  scope: Scope,
  context: CommandContext,
): Promise<string> {
  const { store, place, isOwner, access: rules } = context;
  const texts = TEXTS[context.locale];
  const opening =
    verdict === 'denied'
      ? await closePlace(place, scope, isOwner, store.access)
      : await (isOwner ? openAsOwner : openAsManager)(place, scope, rules, store.access);
  switch (opening.outcome) {
    case 'done':
      return verdict === 'allowed' ? texts.allowed(opening.everywhere) : texts.denied(opening.everywhere);
    case 'barred':
      return texts.deniedByOwner();
    case 'around':
      return texts.deniedAround();
    case 'owners':
      return askOwners(opening.target, context);
    default:
      return opening satisfies never;
  }
}

/** Asks the owners to open a place; what is said of that. */
async function askOwners(target: string, context: CommandContext): Promise<string> {
  const texts = TEXTS[context.locale];
  const asked = await context.accessRequests.submit(target, context);
  switch (asked) {
    case 'asked':
      return texts.ownersAsked(target);
    case 'again':
      return texts.ownersAskedBefore(target);
    case 'unreachable':
      return texts.ownerMustAllow(target);
    default:
      return asked satisfies never;
  }
}
