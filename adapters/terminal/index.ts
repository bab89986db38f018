// The terminal chat: a greeting, questions and answers, all commands. Works in a pipe too.
import { createInterface } from 'node:readline';
import { type Chat, type Core, type Locale, type Outgoing, type Outlet, TEXTS, type Texts } from '#core';
import { actionsIn, COLOUR, PLAIN, render, type Style } from './render.ts';

/** Whoever sits at the terminal. */
export const TERMINAL_PERSON = 'terminal:0';
const PLACE = {
  id: 'terminal:0',
  kind: 'private' as const,
  within: { channel: 'terminal:0' },
};

/** Runs the chat until its input ends or the person leaves. */
export async function runTerminal(
  core: Core,
  chat: Chat,
  input: NodeJS.ReadableStream,
  output: NodeJS.WriteStream,
  locale: Locale,
): Promise<void> {
  const style = output.isTTY ? COLOUR : PLAIN;
  const texts = TEXTS[locale];
  const say = (text: string) => output.write(`${text}\n`);
  say(greeting(core, locale, texts));
  const lines = createInterface({ input, output, terminal: output.isTTY, prompt: `\n${texts.prompt()}` });
  const outlet = new TerminalOutlet(say, style);
  if (output.isTTY) lines.prompt();
  const warming = core.warmUp(); // while the person reads the greeting
  for await (const line of lines) {
    const text = line.trim();
    if (text === '/quit' || text === '/exit') break;
    const request = text && requestFrom(text, outlet.actions);
    if (request)
      await chat.receive(
        { person: { id: TERMINAL_PERSON, manager: true, locale }, place: PLACE, request },
        outlet,
      );
    if (text === '/help') say(`\n${texts.help().join('\n')}`);
    if (output.isTTY) lines.prompt();
  }
  lines.close();
  await warming;
  say(texts.goodbye());
}

function greeting(core: Core, locale: Locale, texts: Texts): string {
  const examples = core.exampleQuestions(locale === 'en' ? 'en' : 'zh').map((question) => `  ${question}`);
  return [
    texts.greeting(core.reports().length, core.fileCount),
    ...(examples.length > 0 ? ['', texts.examples(), ...examples] : []),
    '',
    ...texts.help(),
    '',
    texts.terminalOnly(),
  ].join('\n');
}

/** /3 presses the third thing that can be pressed; /search … is a command; everything else is a question. */
function requestFrom(text: string, actions: readonly string[]) {
  const [, name, rest] = /^\/(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
  if (name === undefined) return { type: 'question' as const, text };
  if (/^\d{1,3}$/.test(name))
    return { type: 'press' as const, action: actions[Number(name) - 1] ?? '', message: 'terminal:message:0' };
  return { type: 'command' as const, name, values: rest, private: false };
}

/** Prints what is said, and keeps what can be pressed in it. */
class TerminalOutlet implements Outlet {
  actions: string[] = [];
  private readonly say: (text: string) => void;
  private readonly style: Style;

  constructor(say: (text: string) => void, style: Style) {
    this.say = say;
    this.style = style;
  }

  medium() {
    const limits = { characters: Number.POSITIVE_INFINITY, pieces: Number.POSITIVE_INFINITY };
    return { limits, measure: () => ({ characters: 0, pieces: 0 }) };
  }

  async send({ parts, locale }: Outgoing) {
    for (const part of parts) {
      const actions = actionsIn(part);
      if (actions.length > 0) this.actions = actions;
      this.say(`\n${render(part, TEXTS[locale], this.style, actions)}`);
    }
    return { outcome: 'sent' as const, messages: ['terminal:message:0'] };
  }

  async dismiss() {}
}
