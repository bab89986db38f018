// The buttons of digests, and those that follow and unfollow topics.
import { type DigestContent, storedDigest, type TrialQuestion } from '../../digests/index.ts';
import type { Message } from '../../message/index.ts';
import { readsEverything } from '../access/accessible-index.ts';
import type { CommandContext, CommandResult } from '../command.ts';
import { answerQuestion } from '../commands/ask.ts';
import { followTopic } from '../commands/follow.ts';
import { unfollowTopic } from '../commands/unfollow.ts';
import { turnOfMessage } from '../conversation.ts';
import { digestPage } from '../views/digest-pages.ts';
import { followingView } from '../views/following.ts';
import { numberIn } from './action.ts';

/** A page of everything in a digest; undefined where it has expired. */
export async function digestPageView(
  contentId: string,
  page: number,
  context: CommandContext,
): Promise<Message | undefined> {
  const content = await accessibleDigest(contentId, context);
  return content && digestPage(content, contentId, page, context);
}

/** The length of the id of a sent digest; that of a preview is shorter. */
const SENT_ID_LENGTH = 12;

/**
 * A digest's content, where it may be seen from this place: the place that got it, and any private chat for
 * what a group got, because some platforms send there what is for one person alone. An id can be guessed, and
 * what a person follows is private.
 */
async function accessibleDigest(
  contentId: string,
  { store, place, now }: CommandContext,
): Promise<DigestContent | undefined> {
  const { outbox, subscriptions } = store.digests;
  if (contentId.length === SENT_ID_LENGTH) {
    const to = (await outbox.get(contentId))?.place;
    if (to === undefined) return undefined; // the place's records were deleted
    const isFromGroup = to !== place.id && (await subscriptions.get(to))?.kind !== 'private';
    if (to !== place.id && !(isFromGroup && place.kind === 'private')) return undefined;
  }
  return storedDigest(contentId, store.digests, now);
}

/** Answers one of the questions of a digest. */
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

/**
 * A question names its report's agency and headings, so it is answered only where that report may be read.
 */
async function isAccessible(
  { report }: TrialQuestion,
  { index, place, store }: CommandContext,
): Promise<boolean> {
  return index.report(report) !== undefined || readsEverything(place, store);
}

/** Follows the question that a message answers; undefined where its turn has expired. */
export async function followQuestion(
  message: string,
  context: CommandContext,
): Promise<CommandResult | undefined> {
  const turn = await turnOfMessage(message, context.place, context.store, context.now);
  const text = turn?.questions.at(-1);
  if (!turn || (turn.pending && !turn.pending.further) || text === undefined) return undefined;
  return followTopic({ text, earlier: turn.questions.slice(0, -1) }, context);
}

/** Unfollows a topic and shows the topics that are left. */
export async function unfollowById(id: string, context: CommandContext): Promise<CommandResult> {
  const topics = await context.store.digests.topics.list(context.place.id);
  const topic = topics.find((each) => each.id === id);
  const left = topics.filter((each) => each !== topic);
  const result: CommandResult = topic
    ? await unfollowTopic(topic, context)
    : { message: [], locale: context.locale };
  return { ...result, message: [...result.message, ...followingView(left, context)] };
}
