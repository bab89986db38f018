// /help: how to ask, examples, the commands, and the limits of the bot.
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

/** Also the answer to a greeting. */
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
