// Digests and followed topics, in simplified Chinese.
import { markedTitle } from '../../marked-title.ts';
import type {
  DigestDays,
  DigestObstacle,
  DigestOutcome,
  DigestTexts,
  FollowedTopic,
} from '../keys/digests.ts';

const DAYS: Record<DigestDays, string> = {
  daily: '每天',
  weekdays: '工作日（周一至周五）',
  mon: '每周一',
  tue: '每周二',
  wed: '每周三',
  thu: '每周四',
  fri: '每周五',
  sat: '每周六',
  sun: '每周日',
};

const OUTCOMES: Record<DigestOutcome, string> = {
  due: '上一期等待发送，应发时间：',
  claimed: '上一期正在发送，应发时间：',
  sent: '上一期已送达，应发时间：',
  outage: '上一期没有送达（平台连续两小时连不上），应发时间：',
  unknown: '上一期可能没有送达（发送途中机器人停机，无法确认），应发时间：',
  forbidden: '上一期没有送达（机器人在这里没有发言权限），应发时间：',
  unreachable: '上一期没有送达（找不到这个会话），应发时间：',
  closed: '上一期没有送达（这个子区或话题已关闭），应发时间：',
  missed: '上一期没有发（机器人停机超过六小时），应发时间：',
  'nothing-new': '上一期没有发（没有新内容），应发时间：',
  'not-allowed': '上一期没有发（这里当时不允许使用机器人），应发时间：',
  withdrawn: '上一期已取消，应发时间：',
};

const named = ({ text, agency, sectionKind }: FollowedTopic): string => {
  const limits = [agency, sectionKind].filter(Boolean).join('，');
  return limits ? `“${text}”（${limits}）` : `“${text}”`;
};

const OBSTACLES: Record<DigestObstacle, string> = {
  forbidden: '机器人目前在那里没有发言权限',
  closed: '那个子区或话题已关闭',
  unreachable: '目前找不到那个会话',
};

const RIGHTS = {
  view: '“查看频道”',
  send: '“发送消息”',
  'send-in-threads': '“在子区内发送消息”',
};

export const zhDigests: DigestTexts = {
  digestHeading: (date) => `每日简报 · ${date}`,
  hitsHeading: () => '刚入库的报告里，有您关注的内容',
  digestLate: (time) => `原定 ${time} 发送，因故推迟。`,
  newsHeading: (added, changed) =>
    [...(added > 0 ? [`新到报告 ${added} 份`] : []), ...(changed > 0 ? [`报告更新 ${changed} 份`] : [])].join(
      '，',
    ),
  newsOf: (change, title, about) =>
    `${change === 'added' ? '新到' : '更新'} · ${markedTitle(title)}${about ? `（${about}）` : ''}`,
  topicHeading: (topic) => `关注 ${named(topic)}：`,
  todaysReport: (title, about) =>
    `没有新内容，今天推荐一份报告：${markedTitle(title)}${about ? `（${about}）` : ''}`,
  highlightsIntro: () => '其中写道：',
  tryAsking: () => '可以问问：',
  wholeDigest: (more) => (more > 0 ? `完整简报（还有 ${more} 条）` : '完整简报'),
  whyThis: () => '为什么收到这个？',
  digestGone: () => '这一期简报已不再保存（只存 30 天）。',
  nothingNewToday: () => '没有新内容。按这里的设置，这样的日子不发简报。',
  digestStatusHeading: () => '每日简报',
  digestIsOn: () => '每日简报已开启',
  digestIsOff: (topics, atOnce) =>
    [
      '每日简报已关闭。',
      ...(topics > 0 ? [`关注的 ${topics} 个主题仍然保留。`] : []),
      ...(atOnce > 0 ? [`其中 ${atOnce} 个设为立即提醒，仍会发送；用 /unfollow 可以取消。`] : []),
    ].join(''),
  digestWasOff: () => '这里没有开启每日简报。用 /digest on 可以开启。',
  digestPaused: (date) => `每日简报已暂停，${date}恢复。`,
  notOnYet: () => '这里没有开启每日简报，不用暂停。用 /digest on 可以开启。',
  nextDigest: () => '下一期：',
  lastDigest: (outcome) => OUTCOMES[outcome],
  setUpOn: () => '最初设置于：',
  whyHere: (kind) =>
    kind === 'private'
      ? '您在这里开启了简报或关注了主题，所以会收到。用 /digest off 关闭简报，用 /unfollow 取消关注。'
      : '有人在这里开启了简报或关注了主题，所以会收到。管理员可以用 /digest off 关闭简报，用 /unfollow 取消关注，用 /settings 决定谁能更改。',
  scheduleIs: (time, days, zone) => `时间：${DAYS[days]} ${time}（${zone}）`,
  silently: (silent) => `提示音：${silent ? '关' : '开'}`,
  skipping: (skip) => `没有新内容时：${skip ? '不发' : '推荐一份报告'}`,
  followingCount: (topics, max) => `关注的主题：${topics} 个（最多 ${max} 个）`,
  digestIsGone: (reason) =>
    reason === 'forbidden'
      ? '已停发：机器人在这里没有发言权限。设置都还在，恢复权限后会自动继续。'
      : '已停发：找不到这个会话。设置都还在，机器人回来后会自动继续。',
  noTimeOfDay: (text) =>
    `看不懂时间“${text}”。请写成 08:30、早上8点半 这样；时区和日子填在各自的选项里，或接着写在后面：08:30 北京 工作日。`,
  noZone: (text, candidates) =>
    candidates.length > 0
      ? `“${text}”可能指几个时区：${candidates.join('、')}。请选一个写全。`
      : `没有找到时区“${text}”。请写成 Asia/Shanghai、北京、UTC+8 这样。`,
  noDate: (text) => `看不懂日期“${text}”。请写成 2026-12-01、3天、下周一 这样，一年以内。`,
  noDigestsHere: () => '简报只能发到聊天平台的会话里，这里发不了。',
  followed: (topic, count, max) =>
    `已关注${named(topic)}${topic.atOnce ? '，有新内容立即提醒' : ''}（${count}/${max}）。`,
  followedAlready: (topic) =>
    `${named(topic)}已经在关注了，有新内容${topic.atOnce ? '立即提醒' : '随简报发来'}。`,
  tooManyTopics: (max) => `这里最多关注 ${max} 个主题。请先用 /unfollow 取消一个。`,
  foundNow: () => '目前最贴近的一处：',
  nothingYet: () => '目前的报告里还没有找到这方面的内容，有了会告诉您。',
  followNeedsDigest: () => '这里还没有开启每日简报，请用 /digest on 开启，否则收不到。',
  unfollowed: (topic) => `已取消关注${named(topic)}。`,
  notFollowed: (text) => `这里没有关注“${text}”。`,
  followingHeading: (count, max) => `这里关注了 ${count} 个主题（最多 ${max} 个）`,
  followsNothing: () => '这里还没有关注任何主题。用 /follow 加上主题或问题，就能在每日简报里看到新内容。',
  followedTopic: (topic) => `${named(topic)}${topic.atOnce ? ' · 立即提醒' : ''}`,
  unfollowWhich: () => '取消关注哪一个？',
  followThis: () => '🔔 关注',
  digestIsObstructed: (obstacle) =>
    `上一期没有送达：${OBSTACLES[obstacle]}。之后会继续尝试；一直不成功时间隔会加长，但至少每周一次。设置都还在。`,
  notTakenSince: () => '未送达起始时间：',
  nextTry: () => '下次尝试：',
  digestNotTaken: (obstacle, address) =>
    `您在${address ? ` ${address} ` : '一个会话里'}开启的简报没有送达：${OBSTACLES[obstacle]}。之后会自动再试，在那里用 /digest status 可以查看时间。这件事只告诉您一次。`,
  cannotPost: (lacks) => {
    if (lacks.includes('group-chat'))
      return '机器人无法主动往多人私信里发送内容。请在服务器里设置，或与机器人单独私聊。';
    if (lacks.includes('membership'))
      return '这里收不到主动发送的内容：机器人不是这里的成员，应用只是您个人安装的。请这里的管理员先把机器人加进来，或改用与机器人的私聊。';
    const rights = (['view', 'send', 'send-in-threads'] as const).filter((each) => lacks.includes(each));
    return [
      '这里收不到主动发送的内容。',
      ...(rights.length > 0 ? [`机器人缺少权限：${rights.map((each) => RIGHTS[each]).join('、')}。`] : []),
      ...(lacks.includes('closed') ? ['这个子区或话题已关闭。'] : []),
      '请这里的管理员调整后再试。',
    ].join('');
  },
  clockInDoubt: () => '运行机器人的电脑时钟发生了跳变，确认时间可信之前暂不发送简报。',
  questionGone: () => '为保护隐私，提问只保存 30 分钟，这一条已经删除。请用 /follow 写下要关注的内容。',
};
