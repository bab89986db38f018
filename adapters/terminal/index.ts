// The terminal chat: a greeting, questions and answers, all commands. Works in a pipe too.
import {
  type Chat,
  type Core,
  type Locale,
  type Outgoing,
  type Responder,
  TEXTS,
  type Texts,
  typedCommand,
} from '#core';
import { Numbers } from './choice-numbers.ts';
import { actionsIn, COLOUR, PLAIN, render, type Style } from './render.ts';
import { TypedLines } from './typed-lines.ts';

/** Whoever sits at the terminal. */
export const TERMINAL_PERSON = 'terminal:0';
const PLACE = {
  id: 'terminal:0',
  kind: 'private' as const,
  within: { channel: 'terminal:0' },
};

/** What a person types on and reads from. */
export interface Screen {
  input: NodeJS.ReadableStream;
  output: NodeJS.WriteStream;
  /** Emphasis is shown by colour. */
  colour: boolean;
  /** It can do no more than print one character after the other. */
  isDumb: boolean;
}

/** Runs the chat until its input ends or the person leaves. */
export async function runTerminal(core: Core, chat: Chat, screen: Screen, locale: Locale): Promise<void> {
  const { input, output, colour, isDumb } = screen;
  const texts = TEXTS[locale];
  const say = (text: string) => output.write(`${text}\n`);
  say(greeting(core, locale, texts));
  const prompts = output.isTTY === true;
  const lines = new TypedLines({
    input,
    output,
    prompts,
    edits: prompts && !isDumb,
    prompt: `\n${texts.prompt()}`,
  });
  const warming = core.warmUp(); // while the person reads the greeting
  const responder = new TerminalResponder(say, colour ? COLOUR : PLAIN);
  let line = await lines.next();
  for (; line !== undefined; line = await lines.next()) {
    const text = line.trim();
    const name = text.normalize('NFKC').toLowerCase();
    if (LEAVING.has(name)) break;
    if (text === '') continue;
    if (text.includes('\ufffd')) say(`\n${texts.notUtf8()}`);
    else await answer(text, { chat, outlet: responder, locale, say });
    if (isHelp(text)) say(`\n${texts.help().join('\n')}`);
  }
  lines.close();
  await warming;
  say(`${prompts && line === undefined ? '\n' : ''}${texts.goodbye()}`); // the prompt stands there still
}

/** By any name of that command. */
function isHelp(text: string): boolean {
  const request = typedCommand({ type: 'question', text });
  return request.type === 'command' && request.name === 'help';
}

const LEAVING: ReadonlySet<string> = new Set(['/quit', '/exit', '/退出']);

function greeting(core: Core, locale: Locale, texts: Texts): string {
  const examples = core.exampleQuestions(locale).map((question) => `  ${question}`);
  return [
    texts.greeting(core.reports().length, core.fileCount),
    ...(examples.length > 0 ? ['', texts.examples(), ...examples] : []),
    '',
    ...texts.help(),
    '',
    texts.terminalOnly(),
  ].join('\n');
}

interface Talk {
  chat: Chat;
  outlet: TerminalResponder;
  locale: Locale;
  say(text: string): unknown;
}

/** /3 chooses the third thing that can be chosen; everything else is a question, or a command to the chat. */
async function answer(text: string, { chat, outlet: responder, locale, say }: Talk): Promise<void> {
  const [, number] = /^[/／]\s*(\d+)$/.exec(text.normalize('NFKC')) ?? [];
  const chosen = number === undefined ? undefined : responder.numbers.at(Number(number));
  if (number !== undefined && !chosen)
    return void say(`\n${TEXTS[locale].noSuchNumber(number, responder.numbers.last)}`);
  responder.numbers.begin(chosen ? 'choice' : 'answer');
  await chat.receive(
    {
      person: { id: TERMINAL_PERSON, manager: true, locale },
      place: PLACE,
      request: chosen ? { type: 'press', ...chosen } : { type: 'question', text },
    },
    responder,
  );
}

/** Prints what is said, and keeps what can be chosen in it. */
class TerminalResponder implements Responder {
  readonly numbers = new Numbers();
  private readonly say: (text: string) => void;
  private readonly style: Style;
  private printed = 0;

  constructor(say: (text: string) => void, style: Style) {
    this.say = say;
    this.style = style;
  }

  medium() {
    const limits = { characters: Number.POSITIVE_INFINITY, pieces: Number.POSITIVE_INFINITY };
    return { limits, measure: () => ({ characters: 0, pieces: 0 }) };
  }

  async send({ parts, locale }: Outgoing) {
    const messages = parts.map((part) => {
      const message = `terminal:message:${++this.printed}`;
      const numbered = this.numbers.add(actionsIn(part), message);
      this.say(`\n${render(part, TEXTS[locale], this.style, numbered)}`);
      return message;
    });
    return { outcome: 'sent' as const, messages };
  }

  async dismiss() {}
}
