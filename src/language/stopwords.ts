// Words of a question that name nothing in a report. They are left out of what is searched for.

const CHINESE = `的 了 着 过 是 有 在 和 与 或 及 把 被 给 对 从 到 向 往 以 为 于 就 都 也 还 又 再 很 太 更 最 呢 吗 吧 啊 呀 嘛 哦 哈 嗯 啦 哇 么 之 所 其 该 此 那 这 哪 谁 啥 咋 几 多少 什么 哪些 哪个 哪里 哪儿 哪几 哪几个 哪家 哪两个 哪两 那个 这个 那些 这些 怎么 怎么样 怎样 怎么回事 如何 为什么 为啥 干嘛 干啥 咋样 咋弄 多久 多大 几个 几家 几条 请问 请 谢谢 麻烦 帮忙 帮我 告诉 告诉我 一下 想 想问 问 问一下 知道 我 我们 你 你们 他 他们 她 它 它们 自己 咱 咱们 大家 有没有 是不是 能不能 可以 能 会 要 得 地 个 些 种 来着 听说 到底 究竟 主要 分别 一共 总共 里面 里头 里 中 上 下 说 提到 写 讲 关于 方面 情况 东西 事 事情 时候 的话 然后 那么 所以 因为 但是 不过 一些 有些 有关 相关 具体 目前 现在 今年 各自 除了 还有 另外 以及 并且 而且 叫 叫啥 名字 一个 一种 一点 每 各 做 搞 弄 干 没 不 没有 跟 比 让 被 之后 后面 以后 之前 前 后 时 搞得 做得 给个 个大概 问下 来 去 回来 出来 出去 起来 下来 下去 过来 过去 上去 上来 进去 拿 打 挑 先挑 新 一直 最后 一年 哪栋 哪栋楼 后来 办法 好 不会 不到 不了 不行 好久 等 等好 咱县 第一个 超过 村里 区里 县里 镇里 镇上 市里 那边 这边 哪来 搞了个 几只 几份 几户 两家 两个 没招 干什么 年 月 月底 放在 几点 办到 建了 盖到 要花 一顿 搞法 能招 头 套 家 户`;

const ENGLISH = `a an the of to in on at for from by with and or but is are was were be been being am do does did doing done have has had having will would shall should can could may might must what which who whom whose when where why how many much that this these those it its they them their there here he she his her we our us you your i my me as if than then so not no any some all each every about into over under out up down off during per please tell pls plz thanks thank you according say says said mention mentions mentioned list give get got let know want does report reports s one two three four five six seven eight nine ten also actually so far kind sort type already still just really ever lot lots thing things stuff way ways use used using go goes went come came take took put puts people else both either only own same such very too again now then here ago past bit several various certain per latest exactly still ones yuan rmb percent percentage number amount figure anything something everything name names called call tell told whether while through around between among across within without against meant means mean january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec end mid`;

const CHINESE_STOP = new Set(CHINESE.split(/\s+/));
const ENGLISH_STOP = new Set(ENGLISH.split(/\s+/));

/** True for a word (normalised) that a question uses but a search does not. */
export function isStopWord(word: string): boolean {
  return CHINESE_STOP.has(word) || ENGLISH_STOP.has(word);
}
