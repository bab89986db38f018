// /deny: withdraws what was allowed.
import { defineCommand } from '../command.ts';
import { ACCESS_OPTIONS, decide } from './allow.ts';

export const deny = defineCommand({
  name: 'deny',
  names: { en: 'deny', zh: '禁止', 'zh-Hant': '禁止' },
  summary: {
    en: 'Stop this place from using the bot (managers and owners)',
    zh: '禁止这里使用机器人（管理员、所有者）',
    'zh-Hant': '禁止這裡使用機器人（管理員、擁有者）',
  },
  options: ACCESS_OPTIONS,
  right: 'manager',
  anywhere: true,
  audience: 'asker',
  run: ({ scope, place }, scene) => decide('denied', scope, place, scene),
});
