// Access, limits, settings and help, in English.
import type { ChatTexts } from '../keys/chat.ts';
import { counted } from './counted.ts';

export const enChat: ChatTexts = {
  helpHeading: () => 'yinju: ask the reports, get their own words',
  helpAsking: (reports) =>
    `There ${reports === 1 ? 'is' : 'are'} ${counted(reports, 'report')} here. Ask as you would ask a colleague, in Chinese or English. Every answer is quoted word for word, with its report, section and id to check it by. If the reports don't say, I say so.`,
  examples: () => 'You could ask:',
  helpFollowing: () =>
    'In a group I see and answer only what mentions me, replies to me, or is a command. To follow up, reply to my answer, or press “Ask on” where that button stands under it. In a private chat just go on asking within half an hour; in a thread or topic your next question to me goes on from your last.',
  helpLimits: () => 'I do not summarise, rephrase, guess or calculate. I only quote.',
  privacyHeading: () => 'What is stored',
  privacy: (logged) => [
    'Conversations: your questions, for 30 minutes, so that you can follow up.',
    'Feedback: your 👍 and 👎, without the question.',
    'Lists behind buttons: ids of passages and the words to emphasise, without who asked; deleted after 30 days without use.',
    'Notices: that you were told once that a place is not open, for a day.',
    logged
      ? 'Question log: on. Questions are kept for 90 days under a pseudonym, without name or account.'
      : 'Question log: off.',
    'Digests: when this chat wants them, what it follows, marks of what it was shown; in groups who switched it on, to tell that person alone where it cannot be delivered; both, and private chats, until /forget. What became of each is kept for 60 days, what it said for 30.',
    'Library: files that owners send wait for a day, removed ones can be brought back for 30 days; who sent or removed them is not kept.',
    'Requests to open a place: who asked, which place, what was decided, for 30 days. The owners of the bot are told.',
    'Settings, places that are allowed, which collections they read, accounts of owners: until they are changed.',
    '/forget deletes what is stored about you at once. Everything stays on the machine that runs the bot.',
  ],
  forgotten: (records) =>
    records === 0 ? 'Nothing is stored about you.' : `Deleted ${counted(records, 'record')} about you.`,
  ownerStays: () => 'You are still an owner of this bot.',
  settingsHeading: () => 'Settings',
  settingIs: (setting, value) => `${setting}: ${value}`,
  managersOnly: () => 'Only those who manage this place can do that.',
  ownersOnly: () => 'Only an owner of this bot can do that.',
  onlyManagersAnswered: () => 'Here the bot is set to answer managers only.',
  placeNotAllowed: (place) =>
    `The bot is not open here. Whoever manages this server or group, or an owner of the bot, can use /allow here. (Place: ${place})`,
  privateNotAllowed: (place) =>
    `Private chats have not been opened for you. An owner of the bot can use /allow with the place ${place}. If you are the owner, use /pair with the code that the terminal showed when the bot started.`,
  accessRequest: ({ name, id, everywhere, asker }) =>
    `${asker ? named(asker) : 'Someone who speaks for the place itself'} asks to use the bot in ${everywhere ? 'the whole of ' : ''}${named({ name, id })}. Whoever writes there could read the reports that are open to all.`,
  allowIt: () => 'Allow',
  denyIt: () => 'Deny',
  wasAllowed: (place, id) =>
    `This has been decided already: ${place} is allowed. To close it: /deny place ${id}`,
  wasDenied: (place, id) =>
    `This has been decided already: ${place} is denied. To open it: /allow place ${id}`,
  requestGone: () => 'This request is no longer kept; /allow with the id of the place still works.',
  requestDeclined: () => 'An owner of the bot has decided not to open this place.',
  ownersAsked: (id) =>
    `Only an owner of the bot opens a place for the first time. The owners have been asked just now; once one agrees, the bot answers here. (Place: ${id})`,
  ownersAskedBefore: (id) =>
    `Only an owner of the bot opens a place for the first time. The owners have been asked within the last day and have not opened it yet. (Place: ${id})`,
  ownerMustAllow: (id) =>
    `Only an owner of the bot opens a place for the first time, and I cannot ask them now. Please have an owner send me /allow with the place ${id}`,
  allowed: (everywhere) =>
    everywhere
      ? 'Allowed: the whole server or group can use the bot now.'
      : 'Allowed: the bot can be used here now.',
  denied: (everywhere) =>
    everywhere
      ? 'Denied: the bot no longer answers in this server or group.'
      : 'Denied: the bot no longer answers here.',
  allowedPlace: (place) => `Allowed: ${place}.`,
  deniedPlace: (place) => `Denied: ${place}.`,
  noSuchPlace: (place) =>
    `“${place}” is not the id of a place. Copy the one that the bot gave when it refused.`,
  alreadyOwner: () => 'You are an owner already.',
  paired: () => 'Paired: you own this bot now. The code is used up.',
  wrongCode: () => 'That code is wrong or used up. It is shown in the terminal when the bot starts.',
  peopleOnly: () =>
    'That is for people, and here you speak for the group or channel: owners of this bot, and whoever is to become one, write to me privately.',
  codeWasSeen: () =>
    'Only a person can own this bot, and here you speak for the group or channel. Others could read the code that you sent, so it no longer works. Please send the new one from the terminal to me privately.',
  mayNotWrite: () =>
    'I may not write there. Please have someone who manages that place let me see it, send messages and read the message history.',
  writePrivately: () => 'The bot cannot answer you alone here: write to it privately once',
  openPrivately: () => 'Ask for access in a private chat first',
  oldButton: () => 'This button is from an older version and no longer works; please ask again.',
  notYourButton: () => 'This button belongs to the person who asked. You can ask for yourself.',
  welcome: () => 'You are welcome. Ask again any time.',
  deniedByOwner: () => 'An owner of the bot has closed this place, and only an owner can open it again.',
  deniedAround: () =>
    'The whole server or group is closed. Open all of it with /allow first, then close the channels that need not have the bot.',
  listGone: () => 'This list is no longer kept; please look again.',
  thanks: () => 'Thank you, noted.',
  thanksForFeedback: () => 'Thank you, noted. You could put it another way, or look at the other candidates.',
  tooFast: (seconds) => `That was a little fast; please try again in ${counted(seconds, 'second')}.`,
  tooManyAtOnce: (waiting) =>
    `${counted(waiting, 'question')} of yours are waiting already; please let me answer those first.`,
  tooLong: (name, maxLength, length) =>
    `“${name}” takes up to ${maxLength} characters; yours has ${length}. Please ask for what matters most.`,
  optionMissing: (name, summary) => `Please reply to this message with “${name}” (${summary}).`,
  optionInOneLine: (name, summary, line) =>
    `“${name}” is missing (${summary}). Please write it in one line with the command: ${line}`,
  orChoose: () => 'Or choose one:',
  notAChoice: (name, choices) => `“${name}” can only be: ${choices.join(', ')}.`,
  unknownCommand: (command) => `There is no command ${command}; type /help to see what there is.`,
  failed: (code) =>
    `Sorry, something broke and this was not answered. Please try again; if it keeps happening, tell whoever runs the bot the code ${code}.`,
  digestManagersOnly: () =>
    'Here only those who manage this place set up digests and what is followed. They can open that to everyone with /settings.',
  notSet: () => 'not set',
};

/** A name with its id, or the id alone. */
const named = ({ name, id }: { name: string; id: string }): string => (name ? `${name} (${id})` : id);
