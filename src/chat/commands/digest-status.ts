// /digest status: when the next digest comes, what became of the last one, and why this chat gets it.
import { defineCommand } from '../command.ts';
import { subscriptionForStatus } from '../place-subscription.ts';
import { digestStatusView } from '../views/digest-status.ts';

export const digestStatus = defineCommand({
  name: 'digest status',
  names: { en: 'digest status', zh: '简报 状态', 'zh-Hant': '簡報 狀態' },
  summary: {
    en: 'When the next digest comes, and what became of the last one',
    zh: '下一期什么时候发，上一期是否送达',
    'zh-Hant': '下一期什麼時候發，上一期是否送達',
  },
  options: {},
  right: 'everyone',
  anywhere: false,
  audience: 'asker',
  async run(_, context) {
    return {
      message: await digestStatusView(await subscriptionForStatus(context), undefined, context),
      locale: context.locale,
    };
  },
});
