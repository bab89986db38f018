// /digest status: when the next digest is due, the outcome of the last one, and why this chat gets it.
import { defineCommand } from '../command.ts';
import { subscriptionForStatus } from '../place-subscription.ts';
import { digestStatusView } from '../views/digest-status.ts';

export const digestStatus = defineCommand({
  name: 'digest status',
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
