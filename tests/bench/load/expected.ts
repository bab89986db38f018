// Checks an answer against the core's own answer to the same question, and its buttons against the person
// who asked.

import { literal } from '../../../adapters/discord/rendering/markdown.ts';
import { answer, compose } from '../../../src/answer/index.ts';
import { askerMark } from '../../../src/chat/buttons/asker-mark.ts';
import type { CommandContext } from '../../../src/chat/command.ts';
import { partOfQuoteView } from '../../../src/chat/views/reading.ts';
import { localeOf, type Message } from '../../../src/message/index.ts';
import type { PassageIndex } from '../../../src/search/index.ts';
import type { CrowdRequest } from './crowd.ts';

/** Page size of the chat's lists. */
const PER_PAGE = 5;
const QUOTE_ID = /^-# .*`([a-z0-9]+(?:-[a-z0-9]+)+)`$/gm;

/**
 * One sentence on what is wrong with the answer to a request; undefined if nothing is.
 * @param secret of the bot's store
 */
export function faultOf(request: CrowdRequest, index: PassageIndex, secret: string): string | undefined {
  const { shown, person, kind, questions } = request;
  if (!shown) return undefined; // unanswered requests are counted separately
  const mark = askerMark(`discord:${person.id}`, secret);
  const foreign = shown.actions.find((action) => !action.endsWith(`~${mark}`));
  if (foreign !== undefined) return `${person.name} got somebody else's button ${foreign}`;
  const { ids, introduction } = expectedOf(request, index);
  const shownIds = shown.texts.flatMap((text) => [...text.matchAll(QUOTE_ID)].map(([, id]) => id));
  if (shownIds.join() !== ids.join())
    return `${kind} «${questions.join(' → ')}» was answered with ${shownIds}, not with ${ids}`;
  if (introduction !== undefined && shown.texts[0] !== literal(introduction))
    return `${kind} «${questions.join(' → ')}» was introduced by «${shown.texts[0]}»`;
  return undefined;
}

/** The quotes of the core's answer in order, and its introduction where it has one. */
export function expectedOf(
  {
    kind,
    questions,
    action,
    person,
  }: Pick<CrowdRequest, 'kind' | 'questions' | 'action'> & { person: { id: string } },
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
