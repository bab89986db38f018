// One question, or a stream of them: npm run --silent ask -- "林业局下半年有什么打算" [--json|--jsonl] [--explain] [--reports DIR]
import '../toolchain.mjs'; // first: it reports a Node that is too old
import { createInterface } from 'node:readline';
import { type Core, explainReading, machineClock, read, readingRecord, readScreen, TEXTS } from '#core';
import { fail, openCore, readFlags } from './command-line.ts';
import { COLOUR, PLAIN, render } from './render.ts';

const USAGE = 'Usage: npm run --silent ask -- "question" [--json] [--jsonl] [--explain] [--reports DIR]';

/** A question from a line of JSON. */
interface QuestionLine {
  id: unknown;
  question: string;
  history: string[];
}

/** An answer as JSON for evaluations: quotes exactly as the message shows them. */
function answerRecord(core: Core, line: QuestionLine): object {
  const started = machineClock.elapsed();
  const { answer, message, locale } = core.ask(line.question, line.history);
  const ms = machineClock.elapsed() - started;
  const quotes = answer.answered ? answer.quotes : [];
  return {
    id: line.id,
    answered: answer.answered,
    kind: answer.kind,
    ms: Number(ms.toFixed(3)),
    quotes: quotes.map(({ text, file, start, end, report, path, pages, id }) => ({
      text,
      file,
      start,
      end,
      report,
      path,
      ...(pages ? { pages } : {}),
      id,
    })),
    message: render(message, TEXTS[locale], PLAIN),
  };
}

function decodeLine(line: string, number: number): QuestionLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    fail(`Line ${number} of the questions is not JSON: ${line.slice(0, 80)}`);
  }
  const { id, question, history } = (value ?? {}) as Record<string, unknown>;
  if (typeof question !== 'string') fail(`Line ${number} of the questions has no "question" that is text.`);
  const earlier = Array.isArray(history) ? history.filter((each) => typeof each === 'string') : [];
  return { id, question, history: earlier };
}

/** How questions are read; that needs no reports. */
const readingLine = ({ id, question }: QuestionLine): object => ({ id, ...readingRecord(read(question)) });

async function answerLines(record: (line: QuestionLine) => object): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number++;
    if (line.includes('\ufffd')) fail(`Line ${number} of the questions is not UTF-8.`);
    if (line.trim()) process.stdout.write(`${JSON.stringify(record(decodeLine(line, number)))}\n`);
  }
}

const { values, positionals } = readFlags(
  {
    json: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
    jsonl: { type: 'boolean', default: false },
    reports: { type: 'string' },
  },
  USAGE,
);
const question = positionals.join(' ').trim();
if (values.explain && values.jsonl) await answerLines(readingLine);
else if (values.jsonl) {
  const core = await openCore(values.reports, machineClock);
  await core.warmUp();
  await answerLines((line) => answerRecord(core, line));
} else if (!question) fail(`There is no question. ${USAGE}`, 2);
else if (values.explain) {
  process.stdout.write(`${explainReading(read(question))}\n`);
  if (values.reports) {
    const core = await openCore(values.reports, machineClock);
    process.stdout.write(`${core.explain(question)}\n`);
  }
} else {
  const core = await openCore(values.reports, machineClock);
  if (values.json)
    process.stdout.write(
      `${JSON.stringify(answerRecord(core, { id: null, question, history: [] }), null, 2)}\n`,
    );
  else {
    const { message, locale } = core.ask(question);
    const { colour = process.stdout.isTTY } = readScreen();
    process.stdout.write(`${render(message, TEXTS[locale], colour ? COLOUR : PLAIN)}\n`);
  }
}
