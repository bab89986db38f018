// Access, limits, settings and help, in simplified Chinese.
import type { ChatTexts } from '../keys/chat.ts';

export const zhChat: ChatTexts = {
  helpHeading: () => '引据：向报告提问，得到原文',
  helpAsking: (reports) =>
    `手头有 ${reports} 份报告。像问同事一样提问，中文英文都行；回答全部是报告原文，附报告名、章节和编号，可以逐字核对。报告里没有的，会直说没有。`,
  examples: () => '可以这样问：',
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
  settingIs: (setting, value) => `${setting}：${value}`,
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
  oldButton: () => '这个按钮是旧版本留下的，已经不能用了，请重新提问。',
  notYourButton: () => '这是别人提问得到的按钮，只有提问的人能用。您可以自己问一次。',
  welcome: () => '不客气，随时再问。',
  deniedByOwner: () => '这里是机器人的所有者关闭的，只有所有者可以重新开放。',
  deniedAround: () => '整个服务器或群已被关闭，请先用 /allow 开放整个服务器或群，再单独关闭不需要的频道。',
  listGone: () => '这份列表已经不再保存，请重新查找。',
  thanks: () => '谢谢，记下了。',
  thanksForFeedback: () => '谢谢，记下了。也可以换个说法再问，或者看看其他可能的段落。',
  tooFast: (seconds) => `问得有点快，请过 ${seconds} 秒再试。`,
  tooManyAtOnce: (waiting) => `您已有 ${waiting} 个问题在排队，等回答了再问吧。`,
  tooLong: (name, maxLength, length) =>
    `“${name}”最多 ${maxLength} 字，您写了 ${length} 字。请挑最要紧的说。`,
  optionMissing: (name, summary) => `请回复这条消息，补上“${name}”（${summary}）。`,
  optionInOneLine: (name, summary, line) => `还缺“${name}”（${summary}）。请和命令写在同一行：${line}`,
  orChoose: () => '也可以直接选：',
  notAChoice: (name, choices) => `“${name}”只能是：${choices.join('、')}。`,
  unknownCommand: (command) => `没有“${command}”这个命令，输入 /help 查看说明。`,
  failed: (code) => `抱歉，机器人出错了，这次没能回答。请稍后再试；若总是这样，请把代码 ${code} 告诉管理员。`,
  digestManagersOnly: () => '这里只有管理员可以设置简报和关注的主题。管理员可以用 /settings 开放给所有人。',
  notSet: () => '未设置',
};

/** A name with its id, or the id alone. */
const named = ({ name, id }: { name: string; id: string }): string => (name ? `${name}（${id}）` : id);
