// Whether an answer belongs to what was asked, and to who asked: the same question put to the core alone.

import { literal } from '../../../adapters/discord/rendering/markdown.ts';
import { answer, compose } from '../../../src/answer/index.ts';
import { askerMark } from '../../../src/chat/buttons/asker-mark.ts';
import type { CommandContext } from '../../../src/chat/command.ts';
import { partOfQuoteView } from '../../../src/chat/views/reading.ts';
import { localeOf, type Message } from '../../../src/message/index.ts';
import type { PassageIndex } from '../../../src/search/index.ts';
import type { Deed } from './crowd.ts';

/** As in the chat's lists. */
const PER_PAGE = 5;
const QUOTE_ID = /^-# .*`([a-z0-9]+(?:-[a-z0-9]+)+)`$/gm;

/**
 * What is wrong with the answer to a deed, in one sentence; undefined where nothing is.
 * @param secret that of the bot's store
 */
export function faultOf(deed: Deed, index: PassageIndex, secret: string): string | undefined {
  const { seen, person, kind, questions } = deed;
  if (!seen) return undefined; // it was not answered at all, which is counted apart
  const mark = askerMark(`discord:${person.id}`, secret);
  const foreign = seen.actions.find((action) => !action.endsWith(`~${mark}`));
  if (foreign !== undefined) return `${person.name} got somebody else's button ${foreign}`;
  const { ids, introduction } = expectedOf(deed, index);
  const shown = seen.texts.flatMap((text) => [...text.matchAll(QUOTE_ID)].map(([, id]) => id));
  if (shown.join() !== ids.join())
    return `${kind} «${questions.join(' → ')}» was answered with ${shown}, not with ${ids}`;
  if (introduction !== undefined && seen.texts[0] !== literal(introduction))
    return `${kind} «${questions.join(' → ')}» was introduced by «${seen.texts[0]}»`;
  return undefined;
}

/** The quotes that an answer shows, in order, and the words above them where there are some. */
export function expectedOf(
  {
    kind,
    questions,
    action,
    person,
  }: Pick<Deed, 'kind' | 'questions' | 'action'> & { person: { id: string } },
  index: PassageIndex,
): { ids: string[]; introduction?: string } {
  if (kind === 'part') {
    const id = action?.slice(2).split('.')[0] ?? '';
    const context = { index, locale: 'zh', mark: person.id } as CommandContext;
    return { ids: idsIn(partOfQuoteView(id, 0, context) ?? []) };
  }
  const question = questions.at(-1) ?? '';
  const found = answer(question, questions.slice(0, -1), index);
  if (kind === 'further' || kind === 'turn') {
    const from = kind === 'turn' ? PER_PAGE : 0;
    const further = found.answered ? found.further : [];
    return { ids: further.slice(from, from + PER_PAGE).map(({ id }) => id) };
  }
  const message = compose(found, localeOf(question));
  const [first] = message;
  return { ids: idsIn(message), ...(first.type === 'paragraph' ? { introduction: first.text } : {}) };
}

const idsIn = (message: Message): string[] =>
  message.flatMap((block) => {
    if (block.type === 'quote') return [block.quote.id];
    return block.type === 'quote-list' ? block.quotes.map(({ id }) => id) : [];
  });
