// /deny: withdraws what was allowed.
import { defineCommand } from '../command.ts';
import { ACCESS_OPTIONS, decide } from './allow.ts';

export const deny = defineCommand({
  name: 'deny',
  names: { en: 'deny', zh: '禁止', 'zh-Hant': '禁止' },
  summary: {
    en: 'Stop this place from using the bot, or from reading a collection (managers and owners)',
    zh: '禁止这里使用机器人，或读一个资料夹（管理员、所有者）',
    'zh-Hant': '禁止這裡使用機器人，或讀一個資料夾（管理員、擁有者）',
  },
  options: ACCESS_OPTIONS,
  right: 'manager',
  anywhere: true,
  audience: 'asker',
  run: (values, context) => decide('denied', values, context),
});
