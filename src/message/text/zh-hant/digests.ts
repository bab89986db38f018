// Digests and followed topics, in traditional Chinese.
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
  weekdays: '工作日（週一至週五）',
  mon: '每週一',
  tue: '每週二',
  wed: '每週三',
  thu: '每週四',
  fri: '每週五',
  sat: '每週六',
  sun: '每週日',
};

const OUTCOMES: Record<DigestOutcome, string> = {
  due: '上一期等待傳送，應發時間：',
  claimed: '上一期正在傳送，應發時間：',
  sent: '上一期已送達，應發時間：',
  outage: '上一期沒有送達（平台連續兩小時連不上），應發時間：',
  unknown: '上一期可能沒有送達（傳送途中機器人停機，無法確認），應發時間：',
  forbidden: '上一期沒有送達（機器人在這裡沒有發言權限），應發時間：',
  unreachable: '上一期沒有送達（找不到這個對話），應發時間：',
  closed: '上一期沒有送達（這個討論串或主題已關閉），應發時間：',
  missed: '上一期沒有發（機器人停機超過六小時），應發時間：',
  'nothing-new': '上一期沒有發（沒有新內容），應發時間：',
  'not-allowed': '上一期沒有發（這裡當時不允許使用機器人），應發時間：',
  withdrawn: '上一期已取消，應發時間：',
};

const named = ({ text, agency, sectionKind }: FollowedTopic): string => {
  const limits = [agency, sectionKind].filter(Boolean).join('，');
  return limits ? `「${text}」（${limits}）` : `「${text}」`;
};

const OBSTACLES: Record<DigestObstacle, string> = {
  forbidden: '機器人目前在那裡沒有發言權限',
  closed: '那個討論串或主題已關閉',
  unreachable: '目前找不到那個對話',
};

const RIGHTS = {
  view: '「檢視頻道」',
  send: '「傳送訊息」',
  'send-in-threads': '「在討論串中傳送訊息」',
};

export const zhHantDigests: DigestTexts = {
  digestHeading: (date) => `每日簡報 · ${date}`,
  hitsHeading: () => '剛入庫的報告裡，有您關注的內容',
  digestLate: (time) => `原定 ${time} 傳送，因故延後。`,
  newsHeading: (added, changed) =>
    [...(added > 0 ? [`新到報告 ${added} 份`] : []), ...(changed > 0 ? [`報告更新 ${changed} 份`] : [])].join(
      '，',
    ),
  newsOf: (change, title, about) =>
    `${change === 'added' ? '新到' : '更新'} · ${markedTitle(title)}${about ? `（${about}）` : ''}`,
  topicHeading: (topic) => `關注 ${named(topic)}：`,
  todaysReport: (title, about) =>
    `沒有新內容，今天推薦一份報告：${markedTitle(title)}${about ? `（${about}）` : ''}`,
  highlightsIntro: () => '其中寫道：',
  tryAsking: () => '可以問問：',
  wholeDigest: (more) => (more > 0 ? `完整簡報（還有 ${more} 條）` : '完整簡報'),
  whyThis: () => '為什麼收到這個？',
  digestGone: () => '這一期簡報已不再保存（只存 30 天）。',
  nothingNewToday: () => '沒有新內容。按這裡的設定，這樣的日子不發簡報。',
  digestStatusHeading: () => '每日簡報',
  digestIsOn: () => '每日簡報已開啟',
  digestIsOff: (topics, atOnce) =>
    [
      '每日簡報已關閉。',
      ...(topics > 0 ? [`關注的 ${topics} 個主題仍然保留。`] : []),
      ...(atOnce > 0 ? [`其中 ${atOnce} 個設為立即提醒，仍會傳送；用 /unfollow 可以取消。`] : []),
    ].join(''),
  digestWasOff: () => '這裡沒有開啟每日簡報。用 /digest on 可以開啟。',
  digestPaused: (date) => `每日簡報已暫停，${date}恢復。`,
  notOnYet: () => '這裡沒有開啟每日簡報，不用暫停。用 /digest on 可以開啟。',
  nextDigest: () => '下一期：',
  lastDigest: (outcome) => OUTCOMES[outcome],
  setUpOn: () => '最初設定於：',
  whyHere: (kind) =>
    kind === 'private'
      ? '您在這裡開啟了簡報或關注了主題，所以會收到。用 /digest off 關閉簡報，用 /unfollow 取消關注。'
      : '有人在這裡開啟了簡報或關注了主題，所以會收到。管理員可以用 /digest off 關閉簡報，用 /unfollow 取消關注，用 /settings 決定誰能更改。',
  scheduleIs: (time, days, zone) => `時間：${DAYS[days]} ${time}（${zone}）`,
  silently: (silent) => `提示音：${silent ? '關' : '開'}`,
  skipping: (skip) => `沒有新內容時：${skip ? '不發' : '推薦一份報告'}`,
  followingCount: (topics, max) => `關注的主題：${topics} 個（最多 ${max} 個）`,
  digestIsGone: (reason) =>
    reason === 'forbidden'
      ? '已停發：機器人在這裡沒有發言權限。設定都還在，恢復權限後會自動繼續。'
      : '已停發：找不到這個對話。設定都還在，機器人回來後會自動繼續。',
  noTimeOfDay: (text) =>
    `看不懂時間「${text}」。請寫成 08:30、早上8點半 這樣；時區和日子填在各自的選項裡，或接著寫在後面：08:30 台北 工作日。`,
  noZone: (text, candidates) =>
    candidates.length > 0
      ? `「${text}」可能指幾個時區：${candidates.join('、')}。請選一個寫全。`
      : `沒有找到時區「${text}」。請寫成 Asia/Taipei、台北、UTC+8 這樣。`,
  noDate: (text) => `看不懂日期「${text}」。請寫成 2026-12-01、3天、下週一 這樣，一年以內。`,
  noDigestsHere: () => '簡報只能發到聊天平台的對話裡，這裡發不了。',
  followed: (topic, count, max) =>
    `已關注${named(topic)}${topic.atOnce ? '，有新內容立即提醒' : ''}（${count}/${max}）。`,
  followedAlready: (topic) =>
    `${named(topic)}已經在關注了，有新內容${topic.atOnce ? '立即提醒' : '隨簡報發來'}。`,
  tooManyTopics: (max) => `這裡最多關注 ${max} 個主題。請先用 /unfollow 取消一個。`,
  foundNow: () => '目前最貼近的一處：',
  nothingYet: () => '目前的報告裡還沒有找到這方面的內容，有了會告訴您。',
  followNeedsDigest: () => '這裡還沒有開啟每日簡報，請用 /digest on 開啟，否則收不到。',
  unfollowed: (topic) => `已取消關注${named(topic)}。`,
  notFollowed: (text) => `這裡沒有關注「${text}」。`,
  followingHeading: (count, max) => `這裡關注了 ${count} 個主題（最多 ${max} 個）`,
  followsNothing: () => '這裡還沒有關注任何主題。用 /follow 加上主題或問題，就能在每日簡報裡看到新內容。',
  followedTopic: (topic) => `${named(topic)}${topic.atOnce ? ' · 立即提醒' : ''}`,
  unfollowWhich: () => '取消關注哪一個？',
  followThis: () => '🔔 關注',
  digestIsObstructed: (obstacle) =>
    `上一期沒有送達：${OBSTACLES[obstacle]}。之後會繼續嘗試；一直不成功時間隔會加長，但至少每週一次。設定都還在。`,
  notTakenSince: () => '未送達起始時間：',
  nextTry: () => '下次嘗試：',
  digestNotTaken: (obstacle, address) =>
    `您在${address ? ` ${address} ` : '一個對話裡'}開啟的簡報沒有送達：${OBSTACLES[obstacle]}。之後會自動再試，在那裡用 /digest status 可以查看時間。這件事只告訴您一次。`,
  cannotPost: (lacks) => {
    if (lacks.includes('group-chat'))
      return '機器人無法主動往多人私訊裡傳送內容。請在伺服器裡設定，或與機器人單獨私訊。';
    if (lacks.includes('membership'))
      return '這裡收不到主動傳送的內容：機器人不是這裡的成員，應用程式只是您個人安裝的。請這裡的管理員先把機器人加進來，或改用與機器人的私訊。';
    const rights = (['view', 'send', 'send-in-threads'] as const).filter((each) => lacks.includes(each));
    return [
      '這裡收不到主動傳送的內容。',
      ...(rights.length > 0 ? [`機器人缺少權限：${rights.map((each) => RIGHTS[each]).join('、')}。`] : []),
      ...(lacks.includes('closed') ? ['這個討論串或主題已關閉。'] : []),
      '請這裡的管理員調整後再試。',
    ].join('');
  },
  clockInDoubt: () => '執行機器人的電腦時鐘發生了跳變，確認時間可信之前暫不傳送簡報。',
  questionGone: () => '為保護隱私，提問只保存 30 分鐘，這一條已經刪除。請用 /follow 寫下要關注的內容。',
};
