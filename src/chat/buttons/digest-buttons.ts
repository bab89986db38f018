// What the buttons of digests and the button to follow lead to.
import { type DigestContent, keptDigest, type TrialQuestion } from '../../digests/index.ts';
import type { Message } from '../../message/index.ts';
import { readsEverything } from '../access/accessible-index.ts';
import type { CommandContext, CommandResult } from '../command.ts';
import { answerQuestion } from '../commands/ask.ts';
import { followTopic } from '../commands/follow.ts';
import { unfollowTopic } from '../commands/unfollow.ts';
import { turnOfMessage } from '../conversation.ts';
import { digestPage } from '../views/digest.ts';
import { followingView } from '../views/following.ts';
import { numberIn } from './action.ts';

/** A page of everything that a digest says; undefined where it is not kept any more. */
export async function digestPageView(
  contentId: string,
  page: number,
  context: CommandContext,
): Promise<Message | undefined> {
  const content = await accessibleDigest(contentId, context);
  return content && digestPage(content, contentId, page, context);
}

/** As long is the id of a digest that was sent; that of a preview, made of what it says, is shorter. */
const SENT_ID_LENGTH = 12;

/**
 * What a digest said, where it may be looked at from here: in the place that got it, and in a private chat what a group got, because some
 * platforms show there what is for one person alone. The id of what was sent can be made up, and what a person follows is nobody else's
 * business.
 */
async function accessibleDigest(
  contentId: string,
  { store, place, now }: CommandContext,
): Promise<DigestContent | undefined> {
  const { outbox, subscriptions } = store.digests;
  if (contentId.length === SENT_ID_LENGTH) {
    const to = (await outbox.get(contentId))?.place;
    if (to === undefined) return undefined; // the place was forgotten
    const isGroups = to !== place.id && (await subscriptions.get(to))?.kind !== 'private';
    if (to !== place.id && !(isGroups && place.kind === 'private')) return undefined;
  }
  return keptDigest(contentId, store.digests, now);
}

/** The answer to a question that a digest names. */
export async function tryQuestion(
  contentId: string,
  number: string,
  context: CommandContext,
): Promise<CommandResult | undefined> {
  const content = await accessibleDigest(contentId, context);
  const question = content?.questions[numberIn(number) ?? -1];
  if (!question || !(await isAccessible(question, context))) return undefined;
  return answerQuestion(question.text, {}, { ...context, history: [] });
}

/** A question names its report's author and headings: it is asked where those may be read. */
async function isAccessible(
  { report }: TrialQuestion,
  { index, place, store }: CommandContext,
): Promise<boolean> {
  return index.reports.some(({ id }) => id === report) || readsEverything(place, store);
}

/** Follows the question that a message answers; undefined where that is not kept any more. */
export async function followQuestion(
  message: string,
  context: CommandContext,
): Promise<CommandResult | undefined> {
  const turn = await turnOfMessage(message, context.place, context.store, context.now);
  const text = turn?.questions.at(-1);
  if (!turn || turn.pending || text === undefined) return undefined;
  return followTopic({ text, earlier: turn.questions.slice(0, -1) }, context);
}

/** Ends a topic and shows what is still followed. */
export async function unfollowById(id: string, context: CommandContext): Promise<CommandResult> {
  const topics = await context.store.digests.topics.list(context.place.id);
  const topic = topics.find((each) => each.id === id);
  const left = topics.filter((each) => each !== topic);
  const result: CommandResult = topic
    ? await unfollowTopic(topic, context)
    : { message: [], locale: context.locale };
  return { ...result, message: [...result.message, ...followingView(left, context)] };
}
