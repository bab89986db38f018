// Commands typed as plain words, where no menu takes them: /help, ／搜索 农田, /search@bot, names in any language.
import { normalise } from '../language/index.ts';
import { GROUPS, groupNamed } from './command-group.ts';
import { COMMANDS } from './commands/index.ts';
import type { Request } from './incoming.ts';

type CommandRequest = Extract<Request, { type: 'command' }>;

/** Slashes of all keyboards; the key of the slash writes 、 in Chinese. */
const TYPED = /^\s*([/／⁄∕、])\s*(\S[\s\S]*)$/u;
const NAME = /^([^\s@:：,，]+)(?:@[\w.-]+)?[\s:：,，]*([\s\S]*)$/u;

/** Some platforms open a chat with /start. */
const ALIASES: ReadonlyMap<string, string> = new Map([['start', 'help']]);

/**
 * Turns plain words after a slash into a command, existing or not. Other requests are returned as they are.
 */
export function typedCommand<Each extends Request>(request: Each): Each | CommandRequest {
  if (request.type !== 'question') return request;
  const [, slash, line] = TYPED.exec(request.text) ?? [];
  const [, word, rest] = (line && NAME.exec(line)) || [];
  if (word === undefined || rest === undefined) return request;
  const found = commandIn(word, rest);
  if (!found && slash === '、') return request; // punctuation
  const { attachment, about } = request;
  return {
    type: 'command',
    ...(found ?? { name: word, values: rest }),
    private: false,
    ...(attachment ? { attachment } : {}),
    ...(about === undefined ? {} : { about }),
  };
}

/** The command or group that a word starts with; its values may follow without a blank. */
function commandIn(word: string, rest: string): { name: string; values: string } | undefined {
  const folded = normalise(word);
  for (const end of ends(folded)) {
    const name = NAMES.get(folded.slice(0, end));
    const values = [word.slice(end).replace(/^[_-]/, ''), rest].filter(Boolean).join(' ');
    if (name !== undefined && isEnd(folded, end, name)) return { name, values };
  }
  return undefined;
}

/** Where a name may end, the longest first. */
const ends = (word: string): number[] =>
  Array.from(
    { length: Math.min(word.length, LONGEST_NAME) },
    (_, i) => Math.min(word.length, LONGEST_NAME) - i,
  );

/**
 * A Latin name is not followed by a Latin letter: /search农田 and /digest_on are commands, /helpful is none.
 */
const isEnd = (word: string, end: number, name: string): boolean =>
  end === word.length ||
  (groupNamed(name) !== undefined && /^[_-]/.test(word.slice(end))) ||
  !/[\p{Script=Latin}\d_-]{2}/u.test(word.slice(end - 1, end + 1));

const NAMES: ReadonlyMap<string, string> = new Map([
  ...[...GROUPS, ...COMMANDS].flatMap(({ name, names }) =>
    Object.values(names).map((each): [string, string] => [normalise(each), name]),
  ),
  ...ALIASES,
]);
const LONGEST_NAME = Math.max(...[...NAMES.keys()].map(({ length }) => length));
