// Asks for a missing option: by a reply, a choice, a form or one line, as the platform allows.
import { type Block, type Locale, type Message, TEXTS } from '../message/index.ts';
import { encodePress } from './buttons/press.ts';
import type { Command, CommandContext } from './command.ts';
import type { Responder } from './responder.ts';
import type { Pending } from './store.ts';
import { suggestionsFor } from './suggestions.ts';

/** Values on offer to be pressed. */
const MAX_OFFERS = 8;

interface MissingOption {
  command: Command;
  option: string;
  /** The options that are given already. */
  given: Record<string, string>;
  /** Only the asker is to see the answer. */
  private: boolean;
}

type PromptContext = Pick<
  CommandContext,
  'locale' | 'index' | 'store' | 'mark' | 'place' | 'collections' | 'reportFiles' | 'formAudience'
> &
  Pick<Responder, 'continuesBy'>;

/** The message that asks for an option, and the pending command to be stored with it. */
export async function promptForOption(
  missing: MissingOption,
  context: PromptContext,
): Promise<{ message: Message; pending: Pending }> {
  const { command, option, given, private: isPrivate } = missing;
  const { locale, mark: asker, place } = context;
  const { choices, suggests, file } = command.options[option];
  const offers = choices
    ? choices.map(({ value, labels }) => ({ value, label: labels[locale] }))
    : suggests
      ? await suggestionsFor({ source: suggests, partial: '', place, limit: MAX_OFFERS }, context)
      : [];
  return {
    message: [
      ...promptBlocks(missing, context),
      ...(offers.length > 0
        ? ([
            {
              type: 'choice',
              prompt: TEXTS[locale].orChoose(),
              options: offers.map(({ label }, i) => ({
                label,
                action: encodePress({ action: { verb: 'fill', args: [String(i)] }, effect: 'open', asker }),
              })),
            },
          ] satisfies Message)
        : []),
    ],
    pending: {
      command: command.name,
      values: given,
      option,
      offers: offers.map(({ value }) => value),
      private: isPrivate,
      ...(file ? { file } : {}),
    },
  };
}

function promptBlocks(
  { command, option, given }: MissingOption,
  { locale, mark, continuesBy, formAudience: audience }: PromptContext,
): Block[] {
  const texts = TEXTS[locale];
  const { names, summary, choices, file } = command.options[option];
  const [name, hint] = [names[locale], summary[locale]];
  const paragraph = (text: string): Block => ({ type: 'paragraph', text });
  if (continuesBy === 'line')
    return [paragraph(texts.optionInOneLine(name, hint, lineFor(command, given, locale)))];
  if (!audience) return [{ type: 'prompt', text: texts.optionMissing(name, hint), hint }];
  if (file) return [paragraph(texts.fileLeftOut(`/${command.name}`, name))];
  if (choices) return [paragraph(texts.optionLeftOut(name, hint))];
  const action = encodePress({
    action: { verb: 'give', args: [audience, locale, command.name.replaceAll(' ', '-'), option] },
    effect: 'open',
    asker: mark,
  });
  return [
    paragraph(texts.optionLeftOut(name, hint)),
    { type: 'buttons', buttons: [{ label: texts.fillIn(), action }] },
  ];
}

/** The command in one line, with the names of what is missing. */
function lineFor(command: Command, given: Record<string, string>, locale: Locale): string {
  const words = Object.entries(command.options).flatMap(([name, { required, names }]) =>
    given[name] ? [given[name]] : required ? [names[locale]] : [],
  );
  return [`/${command.name}`, ...words].join(' ');
}
