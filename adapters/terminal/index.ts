// The terminal chat: a greeting, questions and answers, a few commands. Works in a pipe too.
import { createInterface } from 'node:readline';
import { type Core, TEXTS, type Texts } from '#core';
import { COLOUR, PLAIN, render, type Style, safe } from './render.ts';

/** Earlier questions that a follow-up may refer to. */
const MAX_HISTORY = 5;

/** Runs the chat until its input ends or the person leaves. */
export async function runTerminal(
  core: Core,
  input: NodeJS.ReadableStream,
  output: NodeJS.WriteStream,
  locale: 'zh' | 'en',
): Promise<void> {
  const style = output.isTTY ? COLOUR : PLAIN;
  const texts = TEXTS[locale];
  const say = (text: string) => output.write(`${text}\n`);
  say(greeting(core, texts));
  const lines = createInterface({ input, output, terminal: output.isTTY, prompt: `\n${texts.prompt()}` });
  const history: string[] = [];
  if (output.isTTY) lines.prompt();
  setImmediate(() => core.warmUp()); // while the person reads the greeting
  for await (const line of lines) {
    const text = line.trim();
    if (text === '/quit' || text === '/exit') break;
    if (text.startsWith('/')) say(runCommand(core, text, texts));
    else if (text) {
      say(`\n${answerText(core, text, history, style)}`);
      history.push(text);
      if (history.length > MAX_HISTORY) history.shift();
    }
    if (output.isTTY) lines.prompt();
  }
  lines.close();
  say(texts.goodbye());
}

function greeting(core: Core, texts: Texts): string {
  const examples = core.exampleQuestions().map((question) => `  ${question}`);
  return [
    texts.greeting(core.reports().length, core.fileCount),
    '',
    texts.examples(),
    ...examples,
    '',
    ...texts.help(),
  ].join('\n');
}

function answerText(core: Core, question: string, history: string[], style: Style): string {
  const { answer, message } = core.ask(question, history);
  return render(message, TEXTS[answer.language], style);
}

function runCommand(core: Core, text: string, texts: Texts): string {
  switch (text.split(/\s+/)[0]) {
    case '/help':
      return texts.help().join('\n');
    case '/reports':
      return [
        texts.catalogueIntro(core.reports().length),
        ...core.reports().map(({ title }) => `  《${safe(title)}》`),
      ].join('\n');
    default:
      return safe(texts.unknownCommand(text.split(/\s+/)[0]));
  }
}
