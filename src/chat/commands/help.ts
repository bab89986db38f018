// /help: how to ask, what else there is, what the bot does not do.
import { exampleQuestions } from '../../lookup/index.ts';
import { TEXTS } from '../../message/index.ts';
import { type CommandContext, defineCommand } from '../command.ts';

export const help = defineCommand({
  name: 'help',
  options: {},
  right: 'everyone',
  anywhere: false,
  audience: 'asker',
  async run(_, context) {
    return { message: helpView(context), locale: context.locale };
  },
});

/** What the bot is and how to use it. */
export function helpView({ locale, index, commands }: CommandContext) {
  const texts = TEXTS[locale];
  const examples = exampleQuestions(index, locale);
  return [
    { type: 'heading' as const, text: texts.helpHeading() },
    { type: 'paragraph' as const, text: texts.helpAsking(index.reports.length) },
    ...(examples.length > 0
      ? [
          { type: 'paragraph' as const, text: texts.examples() },
          { type: 'list' as const, items: examples },
        ]
      : []),
    { type: 'paragraph' as const, text: texts.helpFollowing() },
    {
      type: 'commands' as const,
      commands: commands.map(({ name, summary }) => ({ name, summary: summary[locale] })),
    },
    { type: 'paragraph' as const, text: texts.helpLimits() },
  ];
}
