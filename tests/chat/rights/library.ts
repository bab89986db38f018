// A library of open reports and two collections with words, names, periods and files of their own; and
// places.
import type { Place } from '../../../src/chat/index.ts';
import type { PassageIndex } from '../../../src/search/index.ts';
import { longBody } from '../../fixtures/prose.ts';
import { indexOver } from '../../fixtures/read-reports.ts';
import { readAll, type Texts } from '../../search/corpus.ts';

const report = (title: string, done: string, problem: string, plan: string, from: number): string =>
  [
    title,
    '',
    '一、主要工作',
    `（一）${done}`,
    longBody(from),
    '二、存在的问题',
    `一是${problem}`,
    `二是${problem.slice(0, 6)}的档案没有补齐。`,
    '三、下一步打算',
    `（一）${plan}`,
    longBody(from + 3),
  ].join('\n');

/** What is asked about a collection, and everything by which it would be recognised. */
export interface Aim {
  collection: string;
  word: string;
  /** How its agency, words and file are typed without Chinese letters. */
  sound: string;
  agency: string;
  title: string;
  period: string;
  file: string;
  sentence: string;
  problem: string;
  plan: string;
}

const aim = (
  collection: string,
  agency: string,
  year: number,
  word: string,
  sound: string,
  sentences: [string, string, string],
): Aim => ({
  collection,
  word,
  sound,
  agency,
  title: `${agency}${year}年工作总结`,
  period: `${year}年`,
  file: `${collection}/${sound}-${year}.txt`,
  sentence: sentences[0],
  problem: sentences[1],
  plan: sentences[2],
});

export const ALPHA = aim('alpha夹', '珊瑚县海事局', 2011, '鲸落', 'shanhu', [
  '珊瑚海沟的鲸落观测站完成布放，鲸落样本一百零七份全部登记。',
  '鲸落观测船的绞车老旧，珊瑚海沟的缆绳磨损严重。',
  '在珊瑚海沟再建鲸落浮标三座，培训潜航员。',
]);
export const BETA = aim('beta夹', '琉璃县窑务局', 2008, '龙窑', 'liuli', [
  '琉璃坡的龙窑恢复柴烧，龙窑釉料配方整理出八十九种。',
  '龙窑的烟道塌陷两处，琉璃坡的柴料供应吃紧。',
  '为琉璃坡的龙窑申报遗产，招收窑工学徒。',
]);

const fileOf = ({ file, title, sentence, problem, plan }: Aim): Texts => ({
  [file]: report(title, sentence, problem, plan, title.length),
});

const OPEN: Texts = {
  'a.txt': report(
    '甲县测绘局2023年工作总结',
    '完成山区控制点复测。',
    '仪器检定排期太长。',
    '更新基础地形图。',
    0,
  ),
  '公开夹/b.txt': report(
    '乙县档案局2022年工作总结',
    '旧档案扫描入库。',
    '库房湿度偏高。',
    '开放查档窗口。',
    5,
  ),
};

/** A library of the open reports and those of some collections. */
export function libraryOf(...aims: Aim[]): PassageIndex {
  return indexOver(readAll(Object.assign({}, OPEN, ...aims.map(fileOf)) as Texts));
}

/** Everything by which a collection would be recognised in a message: words, names, periods, files, ids. */
export function marksOf(
  { collection, word, sound, agency, title, period, sentence }: Aim,
  index: PassageIndex,
): string[] {
  const ids = index.files
    .filter(({ name }) => name.startsWith(`${collection}/`))
    .flatMap(({ reports }) => reports.map(({ id }) => id));
  const words = [agency.slice(0, 3), agency.slice(3), word, sentence.slice(-8)];
  return [...ids, ...words, collection, sound, title, period.slice(0, 4)];
}

const group = (number: number, guild: number): Place => ({
  id: `fake:channel:${number}`,
  kind: 'group',
  within: { channel: `fake:channel:${number}`, community: `fake:guild:${guild}` },
});

/** Alpha is bound to this channel. */
export const FIRST: Place = group(11, 1);
/** Another channel of its community: nothing is bound to it. */
export const BESIDE: Place = group(12, 1);
/** Beta is bound to this channel, … */
export const SECOND: Place = group(21, 2);
/** … and to the whole community of this thread. */
export const THIRD: Place = { ...group(31, 3), id: 'fake:thread:31', kind: 'thread' };
export const PRIVATE: Place = { id: 'fake:chat:1', kind: 'private', within: { channel: 'fake:user:1' } };

/** Every place with what it may read of the two. */
export const PLACES: { name: string; place: Place; reads: Aim[] }[] = [
  { name: 'the chat of alpha', place: FIRST, reads: [ALPHA] },
  { name: 'the channel beside it', place: BESIDE, reads: [] },
  { name: 'the chat of beta', place: SECOND, reads: [BETA] },
  { name: 'a thread in the community of beta', place: THIRD, reads: [BETA] },
  { name: 'a private chat', place: PRIVATE, reads: [] },
];
