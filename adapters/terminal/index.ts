// The terminal chat: a greeting, questions and answers, all commands. Works in a pipe, too. It is not in the
// list of adapters: it runs where no platform is configured.
import { type Chat, type Core, type Locale, TEXTS, type Texts, typedCommand } from '#core';
import { COLOUR, PLAIN } from './render.ts';
import { TerminalResponder } from './responder.ts';
import { TypedLines } from './typed-lines.ts';

/** The person at the terminal. */
export const TERMINAL_PERSON = 'terminal:0';
const PLACE = {
  id: 'terminal:0',
  kind: 'private' as const,
  within: { channel: 'terminal:0' },
};

/** Where a person types and reads. */
export interface Screen {
  input: NodeJS.ReadableStream;
  output: NodeJS.WriteStream;
  /** Emphasis is shown by colour. */
  colour: boolean;
  /** The cursor cannot be moved. */
  isDumb: boolean;
}

/** Runs the chat until its input ends or the person leaves. */
export async function runTerminal(core: Core, chat: Chat, screen: Screen, locale: Locale): Promise<void> {
  const { input, output, colour, isDumb } = screen;
  const texts = TEXTS[locale];
  const print = (text: string) => output.write(`${text}\n`);
  print(greeting(core, locale, texts));
  const prompts = output.isTTY === true;
  const lines = new TypedLines({
    input,
    output,
    prompts,
    edits: prompts && !isDumb,
    prompt: `\n${texts.prompt()}`,
  });
  const warming = core.warmUp(); // while the person reads the greeting
  const responder = new TerminalResponder(print, colour ? COLOUR : PLAIN);
  let line = await lines.next();
  for (; line !== undefined; line = await lines.next()) {
    const text = line.trim();
    const name = text.normalize('NFKC').toLowerCase();
    if (LEAVING.has(name)) break;
    if (text === '') continue;
    if (text.includes('\ufffd')) print(`\n${texts.notUtf8()}`);
    else await answer(text, { chat, responder, locale, print });
    if (isHelp(text)) print(`\n${texts.help().join('\n')}`);
  }
  lines.close();
  await warming;
  print(`${prompts && line === undefined ? '\n' : ''}${texts.goodbye()}`); // after the prompt
}

/** By any name of the command. */
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

interface Conversation {
  chat: Chat;
  responder: TerminalResponder;
  locale: Locale;
  print(text: string): unknown;
}

/** /3 chooses the third action; everything else is a question or a command. */
async function answer(text: string, { chat, responder, locale, print }: Conversation): Promise<void> {
  const [, number] = /^[/／]\s*(\d+)$/.exec(text.normalize('NFKC')) ?? [];
  const chosen = number === undefined ? undefined : responder.actions.at(Number(number));
  if (number !== undefined && !chosen)
    return void print(`\n${TEXTS[locale].noSuchNumber(number, responder.actions.last)}`);
  responder.actions.begin(chosen ? 'choice' : 'answer');
  await chat.receive(
    {
      person: { id: TERMINAL_PERSON, manager: true, locale },
      place: PLACE,
      request: chosen ? { type: 'press', ...chosen } : { type: 'question', text },
    },
    responder,
  );
}
