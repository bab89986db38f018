// Ways to try to learn of a collection: every command with all its options, every kind of button.
import type { Verb } from '../../../src/chat/buttons/action.ts';
import type { CommandName } from '../../../src/chat/command-words.ts';
import type { Aim } from './library.ts';

/** What an asker knows of a collection: its words, and ids of its reports, quotes, lists and digests. */
export interface Known extends Aim {
  report: string;
  quote: string;
  passages: string;
  reports: string;
  digest: string;
  topic: string;
}

/** The values of a command, or its words in one line. */
export type Values = Record<string, string | undefined> | string;

const OTHER = '甲县测绘局';

/** The probes of each command. A command that is missing here does not compile. */
export const PROBES: Record<CommandName, (known: Known) => Values[]> = {
  ask: ({ agency, word, title, period, sentence }) => [
    { question: `${agency}有什么打算？` },
    { question: `${word}怎么样了？` },
    { question: `What are the problems of ${agency} in ${period}?` },
    { question: `${period}做了哪些工作` },
    { question: '存在哪些问题？' },
    { question: '有哪些打算？', report: title },
    { question: '有哪些打算？', report: word },
    { question: '有哪些打算？', agency },
    { question: '有哪些打算？', period },
    { question: '控制点复测了吗？', agency: OTHER, period },
    { question: sentence },
    `${agency} ${word}`,
  ],
  search: ({ word, agency, period, sentence, sound }) => [
    { words: word },
    { words: sentence.slice(0, 12) },
    { words: '档案' },
    { words: '问题' },
    { words: '打算', agency },
    { words: '档案', period },
    { words: '档案', part: 'problems' },
    { words: sound },
    `${word} ${agency} ${period}`,
  ],
  report: ({ title, agency, word, report, sound, file, collection }) =>
    [title, agency, word, report, sound, file, collection, '工作总结', '总结', '局']
      .map((name): Values => ({ name }))
      .concat([{ name: title, part: 'problems' }, title]),
  reports: ({ agency, period }) => [
    {},
    { agency },
    { period },
    { kind: 'agency-summary' },
    { kind: 'town-summary' },
    { agency: '局' },
    agency,
  ],
  compare: ({ agency, word }) => [
    { topic: '档案', first: agency, second: OTHER },
    { topic: word, first: OTHER, second: '乙县档案局' },
    { topic: word, first: OTHER, second: '乙县档案局', third: agency },
  ],
  quote: ({ quote, report }) => [
    { id: quote },
    { id: `[${quote}]` },
    { id: report },
    { id: `${report}-1-9` },
    quote,
  ],
  verify: ({ sentence, problem, title }) => [
    { text: sentence },
    { text: sentence.replace('全部', '大多') },
    { text: problem.slice(0, 14) },
    { text: title },
    sentence,
  ],
  'digest on': () => [{}, { time: '8:30', zone: 'Asia/Shanghai' }],
  'digest off': () => [{}],
  'digest now': () => [{}],
  'digest status': () => [{}],
  'digest pause': () => [{ until: '3天' }],
  follow: ({ word, agency }) => [
    { topic: word },
    { topic: '档案' },
    { topic: '问题', agency },
    { topic: '档案', part: 'problems', when: 'at-once' },
    `${word} ${agency}`,
  ],
  unfollow: ({ word, topic }) => [{ topic: word }, { topic }, { topic: '1' }],
  following: () => [{}],
  settings: () => [{}, { length: 'short' }],
  help: () => [{}],
  privacy: () => [{}],
  forget: () => [{}],
  pair: () => [{ code: '1234' }],
  allow: ({ collection }) => [
    {},
    { collection },
    { collection, scope: 'every-chat' },
    collection,
    `collection:${collection}`,
  ],
  deny: ({ collection }) => [{ collection }, { collection, place: 'fake:guild:1' }, {}],
  'library add': ({ collection }) => [{}, { folder: collection }],
  'library remove': ({ title }) => [{ name: title }, {}],
  'library restore': ({ title }) => [{ name: title }, {}],
  'library status': () => [{}],
  'library reload': () => [{}],
};

/** The probed arguments of each verb. */
export const PRESSES: Record<Verb, (known: Known) => string[][]> = {
  context: ({ quote }) => [
    [quote, '1'],
    [quote, '9'],
  ],
  part: ({ quote }) => [[quote, '0']],
  section: ({ report }) => [
    [report, '0', '0'],
    [report, '3', '0'],
  ],
  kind: ({ report }) => [
    [report, 'problems', '0'],
    [report, 'highlights', '0'],
  ],
  card: ({ report }) => [[report]],
  list: ({ passages, reports }) => [
    [passages, '0'],
    [passages, '1'],
    [reports, '0'],
  ],
  quote: ({ quote }) => [[quote]],
  feedback: () => [['yes']],
  setting: () => [['length', 'short']],
  fill: () => [['0'], ['1'], ['7']],
  ask: () => [
    ['everyone', 'zh'],
    ['asker', 'en'],
  ],
  give: () => [
    ['everyone', 'zh', 'search', 'words'],
    ['asker', 'zh', 'library-add', 'folder'],
  ],
  digest: ({ digest }) => [
    [digest, '0'],
    [digest, '1'],
  ],
  try: ({ digest }) => [
    [digest, '0'],
    [digest, '1'],
  ],
  'digest-status': ({ digest }) => [[digest]],
  follow: () => [['question']],
  unfollow: ({ topic }) => [[topic]],
  library: () => [
    ['add', 'x1'],
    ['remove', 'x1'],
    ['restore', 'x1'],
  ],
  grant: () => [
    ['0123456789ab', 'allow'],
    ['0123456789ab', 'deny'],
  ],
};

/** The probed beginnings of an option. */
export const PARTIALS = ({
  agency,
  word,
  title,
  period,
  sound,
  collection,
  report,
}: Aim & { report: string }): string[] => [
  '',
  agency.slice(0, 1),
  agency.slice(0, 2),
  word,
  title,
  period.slice(0, 3),
  sound,
  sound.slice(0, 3),
  collection.slice(0, 3),
  report,
  '局',
  '20',
];
