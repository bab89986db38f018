// Digests and followed topics, in English.
import { markedTitle } from '../../marked-title.ts';
import type {
  DigestDays,
  DigestObstacle,
  DigestOutcome,
  DigestTexts,
  FollowedTopic,
} from '../keys/digests.ts';
import { counted } from './counted.ts';

const DAYS: Record<DigestDays, string> = {
  daily: 'every day',
  weekdays: 'Monday to Friday',
  mon: 'Mondays',
  tue: 'Tuesdays',
  wed: 'Wednesdays',
  thu: 'Thursdays',
  fri: 'Fridays',
  sat: 'Saturdays',
  sun: 'Sundays',
};

const OUTCOMES: Record<DigestOutcome, string> = {
  due: 'The last one is waiting to be sent; it was due',
  claimed: 'The last one is being sent; it was due',
  sent: 'The last one was delivered; it was due',
  outage: 'The last one was not delivered, the platform was out of reach for two hours; it was due',
  unknown: 'The last one may not have arrived, the bot went down while it was being sent; it was due',
  forbidden: 'The last one was not delivered, the bot may not write here; it was due',
  unreachable: 'The last one was not delivered, this chat could not be found; it was due',
  closed: 'The last one was not delivered, this thread or topic was closed; it was due',
  missed: 'The last one was not sent, the bot was down for more than six hours; it was due',
  'nothing-new': 'The last one was not sent, nothing was new; it was due',
  'not-allowed': 'The last one was not sent, the bot was not allowed here; it was due',
  withdrawn: 'The last one was called off; it was due',
};

const named = ({ text, agency, sectionKind }: FollowedTopic): string => {
  const limits = [agency, sectionKind].filter(Boolean).join(', ');
  return limits ? `“${text}” (${limits})` : `“${text}”`;
};

const OBSTACLES: Record<DigestObstacle, string> = {
  forbidden: 'the bot may not write there at present',
  closed: 'the thread or topic is closed',
  unreachable: 'the chat cannot be found at present',
};

const RIGHTS = {
  view: 'to view this channel',
  send: 'to send messages here',
  'send-in-threads': 'to send messages in threads',
};

export const enDigests: DigestTexts = {
  digestHeading: (date) => `Daily digest · ${date}`,
  hitsHeading: () => 'Just in: reports on what this chat follows',
  digestLate: (time) => `Late: this was due at ${time}.`,
  newsHeading: (added, changed) =>
    [
      ...(added > 0 ? [counted(added, 'new report', 'new reports')] : []),
      ...(changed > 0 ? [counted(changed, 'changed report', 'changed reports')] : []),
    ].join(', '),
  newsOf: (change, title, about) =>
    `${change === 'added' ? 'New' : 'Changed'} · ${markedTitle(title)}${about ? ` (${about})` : ''}`,
  topicHeading: (topic) => `You follow ${named(topic)}:`,
  todaysReport: (title, about) =>
    `Nothing new. Today’s report: ${markedTitle(title)}${about ? ` (${about})` : ''}`,
  highlightsIntro: () => 'It says:',
  tryAsking: () => 'Try asking:',
  wholeDigest: (more) => (more > 0 ? `Whole digest (${more} more)` : 'Whole digest'),
  whyThis: () => 'Why do I get this?',
  digestGone: () => 'This digest is no longer kept (30 days).',
  nothingNewToday: () => 'Nothing is new. As this chat is set up, no digest is sent on such a day.',
  digestStatusHeading: () => 'Daily digest',
  digestIsOn: () => 'The daily digest is on',
  digestIsOff: (topics, atOnce) =>
    [
      'The daily digest is off.',
      ...(topics > 0 ? [`What this chat follows is kept (${counted(topics, 'topic', 'topics')}).`] : []),
      ...(atOnce > 0
        ? [`Hits on ${counted(atOnce, 'topic', 'topics')} are still sent at once; /unfollow ends that.`]
        : []),
    ].join(' '),
  digestWasOff: () => 'No daily digest is on here. /digest on starts it.',
  digestPaused: (date) => `The daily digest is paused; it comes again on ${date}.`,
  notOnYet: () => 'No daily digest is on here, so there is nothing to pause. /digest on starts it.',
  nextDigest: () => 'Next:',
  lastDigest: (outcome) => OUTCOMES[outcome],
  setUpOn: () => 'First set up:',
  whyHere: (kind) =>
    kind === 'private'
      ? 'You get this because you switched the digest on here or follow a topic. /digest off ends the digest, /unfollow a topic.'
      : 'This chat gets it because somebody here switched the digest on or follows a topic. Managers end the digest with /digest off, a topic with /unfollow, and decide with /settings who may change that.',
  scheduleIs: (time, days, zone) => `When: ${time}, ${DAYS[days]} (${zone})`,
  silently: (silent) => `Sound: ${silent ? 'off' : 'on'}`,
  skipping: (skip) => `When nothing is new: ${skip ? 'nothing is sent' : 'a report worth reading'}`,
  followingCount: (topics, max) => `Topics followed: ${topics} of at most ${max}`,
  digestIsGone: (reason) =>
    reason === 'forbidden'
      ? 'Stopped: the bot may not write here. Everything is kept; it goes on by itself once the bot may.'
      : 'Stopped: this chat could not be found. Everything is kept; it goes on by itself once the bot is back.',
  noTimeOfDay: (text) =>
    `“${text}” is no time of day. Write it like 08:30 or 8:30 pm; zone and days go into options of their own, or after it: 08:30 London weekdays.`,
  noZone: (text, candidates) =>
    candidates.length > 0
      ? `“${text}” may be several time zones: ${candidates.join(', ')}. Please write one of them.`
      : `There is no time zone “${text}”. Write it like Asia/Shanghai, London or UTC+8.`,
  noDate: (text) =>
    `“${text}” is no date to come within a year. Write it like 2026-12-01, 3 days or next Monday.`,
  noDigestsHere: () => 'Digests can only be sent to chats on a chat platform, not here.',
  followed: (topic, count, max) =>
    `This chat now follows ${named(topic)}${topic.atOnce ? ', hits are sent at once' : ''} (${count} of ${max}).`,
  followedAlready: (topic) =>
    `${named(topic)} is followed here already; what is new comes ${topic.atOnce ? 'at once' : 'with the digest'}.`,
  tooManyTopics: (max) => `A chat follows ${max} topics at most. End one with /unfollow first.`,
  foundNow: () => 'Closest at present:',
  nothingYet: () => 'Found nothing on this in the reports yet; you will be told when one has it.',
  followNeedsDigest: () => 'No daily digest is on here: switch it on with /digest on, or nothing will come.',
  unfollowed: (topic) => `${named(topic)} is no longer followed.`,
  notFollowed: (text) => `“${text}” is not followed here.`,
  followingHeading: (count, max) =>
    `This chat follows ${counted(count, 'topic', 'topics')} (of at most ${max})`,
  followsNothing: () =>
    'This chat follows nothing yet. /follow with a topic or a question brings what is new on it into the daily digest.',
  followedTopic: (topic) => `${named(topic)}${topic.atOnce ? ' · at once' : ''}`,
  unfollowWhich: () => 'Stop following which one?',
  followThis: () => '🔔 Follow this',
  digestIsObstructed: (obstacle) =>
    `The last digest was not delivered: ${OBSTACLES[obstacle]}. It is tried again, as long as it fails less and less often but at least once a week. Everything is kept.`,
  notTakenSince: () => 'Not delivered since:',
  nextTry: () => 'Next try:',
  digestNotTaken: (obstacle, address) =>
    `The digest that you switched on ${address ? `in ${address}` : 'in a chat'} could not be delivered: ${OBSTACLES[obstacle]}. It is tried again by itself, and /digest status there says when. You are told this once.`,
  cannotPost: (lacks) => {
    if (lacks.includes('group-chat'))
      return 'A bot cannot send anything by itself into direct messages among several people. Use a server, or the private chat with the bot.';
    if (lacks.includes('membership'))
      return 'Nothing can be sent here by itself: the bot is not a member, the app is only installed for you. Whoever manages this server has to add the bot; or use the private chat with it.';
    const rights = (['view', 'send', 'send-in-threads'] as const).filter((each) => lacks.includes(each));
    return [
      'Nothing can be sent here by itself.',
      ...(rights.length > 0
        ? [`The bot lacks the right ${rights.map((each) => RIGHTS[each]).join(' and ')}.`]
        : []),
      ...(lacks.includes('closed') ? ['This thread or topic is closed.'] : []),
      'Whoever manages this place can change that; then please try again.',
    ].join(' ');
  },
  clockInDoubt: () =>
    'The clock of the machine that the bot runs on has leapt. Digests wait until it can be believed again.',
  questionGone: () =>
    'For privacy, questions are kept for 30 minutes only and this one is gone. Write what to follow with /follow.',
};
