// 机器人自己说的话（简体中文）。

import type { ReportPart, ReportSort, Texts } from '../keys/index.ts';
import { range } from '../range.ts';
import { zhCollections } from './collections.ts';
import { zhConversation } from './conversation.ts';
import { zhDigests } from './digests.ts';
import { zhForms } from './forms.ts';
import { zhLibrary } from './library.ts';
import { zhWarnings } from './warnings.ts';

const PARTS: Record<ReportPart, string> = {
  achievements: '工作情况',
  highlights: '亮点',
  problems: '问题',
  plans: '下一步打算',
  suggestions: '建议',
  none: '这方面',
};

const SORTS: Record<ReportSort, string> = {
  'government-work-report': '政府工作报告',
  'agency-summary': '部门工作总结',
  'town-summary': '乡镇、街道工作总结',
  'thematic-summary': '专项工作总结',
  plan: '工作计划',
  other: '其他',
};

const FILTERS = { report: '报告', agency: '单位', period: '时间', kind: '类型' };

export const zh: Texts = {
  ...zhCollections,
  ...zhConversation,
  ...zhDigests,
  ...zhForms,
  ...zhLibrary,
  ...zhWarnings,
  greeting: (reports, files) =>
    `引据 · 已读入 ${files} 个文件中的 ${reports} 份报告。请直接提问，回答全部是报告原文。`,
  examples: () => '可以这样问：',
  factsIntro: (count) => (count === 1 ? '报告原文：' : `报告原文（${count} 处，最贴近的在前）：`),
  overviewIntro: (report, count, shown) =>
    `《${report}》列有 ${count} 条${shown < count ? `，先看前 ${shown} 条` : ''}：`,
  comparisonIntro: (reports) => `${reports} 份报告的原文：`,
  others: (titles) => `也可能指：${titles.map((title) => `《${title}》`).join('、')}。`,
  silent: (names) => `${names.join('、')}的报告没有提到这一点。`,
  emptyFolder: (folder) => `报告文件夹 ${folder} 里还没有能读的报告。把文件放进去，几秒钟后就能问到。`,
  unreadFiles: (count) => `有 ${count} 个文件没能读入；原因见 /library status，或运行 npm run reports 查看。`,
  nothingToRead: () => '这里目前没有可以查阅的报告。',
  notFound: () => '这些报告里没有找到答案。',
  partLacking: (report, part) => `《${report}》没有专门写${part}的部分。`,
  partName: (part) => PARTS[part],
  masked: () => '原文在这里把数字隐去了（写作“XX”），所以没有答案。',
  unknownWords: (words) => `报告中从未出现：${words.map((word) => `“${word}”`).join('、')}。`,
  nearMisses: () => '最接近的段落（不是答案，仅供参考）：',
  source: (report, path, id) => [`《${report}》`, ...path, `[${id}]`].join(' › '),
  pages: (first, last) => `第${range(first, last)}页`,
  help: () => [
    '直接输入问题即可',
    '/help  全部命令',
    '/reports  列出报告',
    '/1、/2 ……  选上一条回答里的编号',
    '/quit  退出',
  ],
  catalogueIntro: (count) => `共 ${count} 份报告`,
  unknownCommand: (command) => `没有“${command}”这个命令，输入 /help 查看说明。`,
  terminalOnly: () => '没有设置聊天平台的令牌，所以只在终端里回答。接入聊天平台的步骤见 README。',
  goodbye: () => '再见。',
  prompt: () => '问 › ',
  goesOn: () => '（下接下一条）',
  moreContext: () => '前后文',
  wholePart: () => '读这一部分全文',
  citeThis: () => '引用格式',
  helpful: () => '👍 有用',
  unhelpful: () => '👎 没用',
  otherCandidates: (count) => `其他可能的段落（${count}）`,
  remainingPoints: (count) => `其余 ${count} 条`,
  otherReports: () => '也可能指这些报告……',
  contextOfWhich: () => '看哪一条的前后文？',
  numberedQuote: (number) => `第 ${number} 条`,
  contextHeading: (report) => `前后文 · 《${report}》`,
  pageOf: (page, pages) => `第 ${page}/${pages} 页`,
  previousPage: () => '◀ 上一页',
  nextPage: () => '下一页 ▶',
  passageList: (count) => `${count} 段原文，最贴近的在前`,
  openWhichReport: () => '打开哪一份？',
  whichReport: () => '有几份报告符合，您要看哪一份？',
  passagesGone: () => '有些条目所在的报告已更改或移除，请重新查找。',
  nothingFound: (words) => `没有找到含有“${words}”的段落。换个说法再试试；加了筛选条件的，可以去掉一些。`,
  authorIs: (agency) => `单位：${agency}`,
  covers: (period) => `总结时段：${period}`,
  plansFor: (period) => `计划时段：${period}`,
  kindIs: (kind) => `类型：${kind}`,
  kindName: (kind) => SORTS[kind],
  fileIs: (file) => `文件：${file}`,
  untitled: () => '原文没有标题，这个名称是根据内容拟的。',
  outlineHeading: () => '目录：',
  readWhichPart: () => '读哪一部分？',
  readAll: () => '阅读全文',
  copy: () => '复制引用',
  citation: () => '引用格式（GB/T 7714 和 Markdown）：',
  noSuchQuote: (id) => `没有编号为“${id}”的引文。每条引文都附有编号；报告更改后，旧编号会失效。`,
  quoteGone: () => '这段原文所在的报告已更改或移除，请重新提问。',
  filterName: (filter) => FILTERS[filter],
  noSuchReports: (filter, text) => `没有符合“${filter}：${text}”的报告。`,
  thereAre: () => '可以选：',
  verbatimIn: (places) => (places === 1 ? '✅ 一字不差，出自：' : `✅ 一字不差，共 ${places} 处：`),
  differs: (percent) => `⚠️ 与报告原文有出入（相同部分约占 ${percent}%）：`,
  sourceReads: () => '原文是：',
  onlySource: () => '原文有',
  onlyGiven: () => '原文无',
  notInReports: () => '❌ 报告里没有这段话，也没有相近的段落。',
  helpHeading: () => '引据：向报告提问，得到原文',
  helpAsking: (reports) =>
    `手头有 ${reports} 份报告。像问同事一样提问，中文英文都行；回答全部是报告原文，附报告名、章节和编号，可以逐字核对。报告里没有的，会直说没有。`,
  helpFollowing: () =>
    '群里只有 @我、回复我或使用命令，我才看得到、才会回答。要追问，请回复我的回答；回答下面有“追问”按钮的，请点按钮。在私聊里直接接着问，在话题里再向我提问，半小时内都算同一段对话。',
  helpLimits: () => '我不概括、不改写、不推测、不计算，只引用原文。',
  privacyHeading: () => '保存了什么',
  privacy: (logged) => [
    '对话：您的提问，保存 30 分钟，供追问用。',
    '反馈：您点的“有用”“没用”，不含提问内容。',
    '按钮背后的列表：段落编号和要加粗的词，不记是谁查的，30 天不用即删。',
    '提示记录：在未开放的地方提示过您一次，保存一天。',
    logged ? '提问记录：已开启。提问内容以化名保存 90 天，不含姓名和账号。' : '提问记录：未开启。',
    '简报：会话要几点发、关注什么、发过哪些内容的记号；群里还记下是谁开启的，送不到时只告诉这个人；这一条和私聊里的都随 /forget 删除。每期的去向保存 60 天，内容保存 30 天。',
    '文库：所有者发来的文件最多等待确认一天，移除的文件保留 30 天；不记是谁发的、谁移除的。',
    '开放申请：谁申请、哪个位置、结果如何，保存 30 天，并告知机器人的所有者。',
    '设置、开放范围、哪些会话能读哪些资料夹、所有者账号：保存到被更改为止。',
    '用“忘记”命令（/forget）可以立即删除关于您的记录。一切都保存在运行机器人的机器上，不发往别处。',
  ],
  forgotten: (records) => (records === 0 ? '没有关于您的记录。' : `已删除关于您的 ${records} 条记录。`),
  ownerStays: () => '您的所有者身份仍然保留。',
  settingsHeading: () => '设置',
  managersOnly: () => '只有这里的管理员可以这样做。',
  ownersOnly: () => '只有机器人的所有者可以这样做。',
  onlyManagersAnswered: () => '这里设为只回答管理员。',
  placeNotAllowed: (place) =>
    `机器人没有在这里开放。请本服务器或群的管理员，或机器人的所有者，在这里使用 /allow。（位置编号：${place}）`,
  privateNotAllowed: (place) =>
    `私聊还没有对您开放。请机器人的所有者使用 /allow，位置填：${place}。如果您就是所有者，请使用 /pair，填启动时终端里显示的配对码。`,
  accessRequest: ({ name, id, everywhere, asker }) =>
    `${asker ? named(asker) : '一位以群或频道名义发言的管理员'}申请在${named({ name, id })}${everywhere ? '的所有频道' : ''}使用机器人。同意后，那里的人都能读到对所有会话开放的报告。`,
  allowIt: () => '允许',
  denyIt: () => '拒绝',
  wasAllowed: (place, id) => `此事已有决定：${place} 已经开放。要关闭，请使用 /deny，位置填：${id}`,
  wasDenied: (place, id) => `此事已有决定：${place} 已经关闭。要开放，请使用 /allow，位置填：${id}`,
  requestGone: () => '这条申请已经不再保存。仍可使用 /allow 并填写位置编号。',
  requestDeclined: () => '机器人的所有者决定不在这里开放。',
  ownersAsked: (id) =>
    `第一次开放一个位置，要由机器人的所有者决定。刚才已经向所有者提出申请，同意后这里就可以使用。（位置编号：${id}）`,
  ownersAskedBefore: (id) =>
    `第一次开放一个位置，要由机器人的所有者决定。过去一天内已经申请过，所有者还没有同意。（位置编号：${id}）`,
  ownerMustAllow: (id) =>
    `第一次开放一个位置，要由机器人的所有者决定，而现在无法替您向所有者申请。请让所有者私聊机器人，使用 /allow，位置填：${id}`,
  allowed: (everywhere) => (everywhere ? '已开放：整个服务器或群都可以使用了。' : '已开放：这里可以使用了。'),
  denied: (everywhere) => (everywhere ? '已关闭：整个服务器或群都不再回答。' : '已关闭：这里不再回答。'),
  allowedPlace: (place) => `已开放：${place}。`,
  deniedPlace: (place) => `已关闭：${place}。`,
  noSuchPlace: (place) => `“${place}”不是位置编号。请照抄机器人拒绝时给出的编号。`,
  alreadyOwner: () => '您已经是所有者了。',
  paired: () => '配对成功，您现在是这个机器人的所有者。配对码已作废。',
  wrongCode: () => '配对码不对，或者已经用过。配对码在机器人启动时显示在终端里。',
  peopleOnly: () =>
    '这件事只能以个人身份来做，而您在这里是以群或频道的名义发言。所有者（或想成为所有者的人）请私聊我。',
  codeWasSeen: () =>
    '只有个人才能成为所有者，而您在这里是以群或频道的名义发言。您发出的配对码其他人也能看到，已经作废。请把终端里新显示的配对码私聊发给我。',
  mayNotWrite: () => '我在那里没有发言的权限。请那里的管理员允许我查看、发送消息并允许读取消息历史。',
  writePrivately: () => '机器人不能在这里单独回复您，请先私聊它一次',
  openPrivately: () => '先私聊机器人，取得使用许可',
  welcome: () => '不客气，随时再问。',
  deniedByOwner: () => '这里是机器人的所有者关闭的，只有所有者可以重新开放。',
  deniedAround: () => '整个服务器或群已被关闭，请先用 /allow 开放整个服务器或群，再单独关闭不需要的频道。',
  oldButton: () => '这个按钮是旧版本留下的，已经不能用了，请重新提问。',
  notYourButton: () => '这是别人提问得到的按钮，只有提问的人能用。您可以自己问一次。',
  listGone: () => '这份列表已经不再保存，请重新查找。',
  thanks: () => '谢谢，记下了。',
  thanksForTelling: () => '谢谢，记下了。也可以换个说法再问，或者看看其他可能的段落。',
  tooFast: (seconds) => `问得有点快，请过 ${seconds} 秒再试。`,
  tooManyAtOnce: (waiting) => `您已有 ${waiting} 个问题在排队，等回答了再问吧。`,
  tooLong: (name, most, length) => `“${name}”最多 ${most} 字，您写了 ${length} 字。请挑最要紧的说。`,
  optionMissing: (name, summary) => `请回复这条消息，补上“${name}”（${summary}）。`,
  optionInOneLine: (name, summary, line) => `还缺“${name}”（${summary}）。请和命令写在同一行：${line}`,
  orChoose: () => '也可以直接选：',
  notAChoice: (name, choices) => `“${name}”只能是：${choices.join('、')}。`,
  failed: (code) => `抱歉，机器人出错了，这次没能回答。请稍后再试；若总是这样，请把代码 ${code} 告诉管理员。`,

  digestManagersOnly: () => '这里只有管理员可以设置简报和关注的主题。管理员可以用 /settings 开放给所有人。',
  notSet: () => '未设置',
};

/** With the id that tells it apart. */
const named = ({ name, id }: { name: string; id: string }): string => (name ? `${name}（${id}）` : id);
