// Access, limits, settings and help, in traditional Chinese.
import type { ChatTexts } from '../keys/chat.ts';

export const zhHantChat: ChatTexts = {
  helpHeading: () => '引據：向報告提問，得到原文',
  helpAsking: (reports) =>
    `手頭有 ${reports} 份報告。像問同事一樣提問，中文英文都行；回答全部是報告原文，附報告名、章節和編號，可以逐字核對。報告裡沒有的，會直說沒有。`,
  examples: () => '可以這樣問：',
  helpFollowing: () =>
    '群組裡只有 @我、回覆我或使用指令，我才看得到、才會回答。要追問，請回覆我的回答；回答下面有「追問」按鈕的，請點按鈕。在私訊裡直接接著問，在討論串裡再向我提問，半小時內都算同一段對話。',
  helpLimits: () => '我不概括、不改寫、不推測、不計算，只引用原文。',
  privacyHeading: () => '保存了什麼',
  privacy: (logged) => [
    '對話：您的提問，保存 30 分鐘，供追問用。',
    '回饋：您點的「有用」「沒用」，不含提問內容。',
    '按鈕背後的清單：段落編號和要加粗的詞，不記是誰查的，30 天不用即刪。',
    '提示紀錄：在未開放的地方提示過您一次，保存一天。',
    logged ? '提問紀錄：已開啟。提問內容以化名保存 90 天，不含姓名和帳號。' : '提問紀錄：未開啟。',
    '簡報：對話要幾點發、關注什麼、發過哪些內容的記號；群組裡還記下是誰開啟的，送不到時只告訴這個人；這一條和私訊裡的都隨 /forget 刪除。每期的去向保存 60 天，內容保存 30 天。',
    '文庫：擁有者傳來的檔案最多等待確認一天，移除的檔案保留 30 天；不記是誰傳的、誰移除的。',
    '開放申請：誰申請、哪個位置、結果如何，保存 30 天，並告知機器人的擁有者。',
    '設定、開放範圍、哪些對話能讀哪些資料夾、擁有者帳號：保存到被更改為止。',
    '用「忘記」指令（/forget）可以立即刪除關於您的紀錄。一切都保存在運行機器人的機器上，不發往別處。',
  ],
  forgotten: (records) => (records === 0 ? '沒有關於您的紀錄。' : `已刪除關於您的 ${records} 條紀錄。`),
  ownerStays: () => '您的擁有者身份仍然保留。',
  settingsHeading: () => '設定',
  settingIs: (setting, value) => `${setting}：${value}`,
  managersOnly: () => '只有這裡的管理員可以這樣做。',
  ownersOnly: () => '只有機器人的擁有者可以這樣做。',
  onlyManagersAnswered: () => '這裡設為只回答管理員。',
  placeNotAllowed: (place) =>
    `機器人沒有在這裡開放。請本伺服器或群組的管理員，或機器人的擁有者，在這裡使用 /allow。（位置編號：${place}）`,
  privateNotAllowed: (place) =>
    `私訊還沒有對您開放。請機器人的擁有者使用 /allow，位置填：${place}。如果您就是擁有者，請使用 /pair，填啟動時終端機裡顯示的配對碼。`,
  accessRequest: ({ name, id, everywhere, asker }) =>
    `${asker ? named(asker) : '一位以群組或頻道名義發言的管理員'}申請在${named({ name, id })}${everywhere ? '的所有頻道' : ''}使用機器人。同意後，那裡的人都能讀到對所有對話開放的報告。`,
  allowIt: () => '允許',
  denyIt: () => '拒絕',
  wasAllowed: (place, id) => `此事已有決定：${place} 已經開放。要關閉，請使用 /deny，位置填：${id}`,
  wasDenied: (place, id) => `此事已有決定：${place} 已經關閉。要開放，請使用 /allow，位置填：${id}`,
  requestGone: () => '這則申請已經不再保存。仍可使用 /allow 並填寫位置編號。',
  requestDeclined: () => '機器人的擁有者決定不在這裡開放。',
  ownersAsked: (id) =>
    `第一次開放一個位置，要由機器人的擁有者決定。剛才已經向擁有者提出申請，同意後這裡就可以使用。（位置編號：${id}）`,
  ownersAskedBefore: (id) =>
    `第一次開放一個位置，要由機器人的擁有者決定。過去一天內已經申請過，擁有者還沒有同意。（位置編號：${id}）`,
  ownerMustAllow: (id) =>
    `第一次開放一個位置，要由機器人的擁有者決定，而現在無法替您向擁有者申請。請讓擁有者私訊機器人，使用 /allow，位置填：${id}`,
  allowed: (everywhere) =>
    everywhere ? '已開放：整個伺服器或群組都可以使用了。' : '已開放：這裡可以使用了。',
  denied: (everywhere) => (everywhere ? '已關閉：整個伺服器或群組都不再回答。' : '已關閉：這裡不再回答。'),
  allowedPlace: (place) => `已開放：${place}。`,
  deniedPlace: (place) => `已關閉：${place}。`,
  noSuchPlace: (place) => `「${place}」不是位置編號。請照抄機器人拒絕時給出的編號。`,
  alreadyOwner: () => '您已經是擁有者了。',
  paired: () => '配對成功，您現在是這個機器人的擁有者。配對碼已作廢。',
  wrongCode: () => '配對碼不對，或者已經用過。配對碼在機器人啟動時顯示在終端機裡。',
  peopleOnly: () =>
    '這件事只能以個人身分來做，而您在這裡是以群組或頻道的名義發言。擁有者（或想成為擁有者的人）請私訊我。',
  codeWasSeen: () =>
    '只有個人才能成為擁有者，而您在這裡是以群組或頻道的名義發言。您送出的配對碼其他人也看得到，已經作廢。請把終端機裡新顯示的配對碼私訊傳給我。',
  mayNotWrite: () => '我在那裡沒有發言的權限。請那裡的管理員允許我查看、傳送訊息並允許讀取訊息歷史。',
  writePrivately: () => '機器人不能在這裡單獨回覆您，請先私訊它一次',
  openPrivately: () => '請先私訊機器人，取得使用許可',
  oldButton: () => '這個按鈕是舊版本留下的，已經不能用了，請重新提問。',
  notYourButton: () => '這是別人提問得到的按鈕，只有提問的人能用。您可以自己問一次。',
  welcome: () => '不客氣，隨時再問。',
  deniedByOwner: () => '這裡是機器人的擁有者關閉的，只有擁有者可以重新開放。',
  deniedAround: () =>
    '整個伺服器或群組已被關閉，請先用 /allow 開放整個伺服器或群組，再單獨關閉不需要的頻道。',
  listGone: () => '這份清單已經不再保存，請重新查找。',
  thanks: () => '謝謝，記下了。',
  thanksForFeedback: () => '謝謝，記下了。也可以換個說法再問，或者看看其他可能的段落。',
  tooFast: (seconds) => `問得有點快，請過 ${seconds} 秒再試。`,
  tooManyAtOnce: (waiting) => `您已有 ${waiting} 個問題在排隊，等回答了再問吧。`,
  tooLong: (name, maxLength, length) =>
    `「${name}」最多 ${maxLength} 個字，您寫了 ${length} 個字。請挑最要緊的說。`,
  optionMissing: (name, summary) => `請回覆這則訊息，補上「${name}」（${summary}）。`,
  optionInOneLine: (name, summary, line) => `還缺「${name}」（${summary}）。請和指令寫在同一行：${line}`,
  orChoose: () => '也可以直接選：',
  notAChoice: (name, choices) => `「${name}」只能是：${choices.join('、')}。`,
  unknownCommand: (command) => `沒有「${command}」這個指令，輸入 /help 查看說明。`,
  failed: (code) => `抱歉，機器人出錯了，這次沒能回答。請稍後再試；若總是這樣，請把代碼 ${code} 告訴管理員。`,
  digestManagersOnly: () => '這裡只有管理員可以設定簡報和關注的主題。管理員可以用 /settings 開放給所有人。',
  notSet: () => '未設定',
};

/** A name with its id, or the id alone. */
const named = ({ name, id }: { name: string; id: string }): string => (name ? `${name}（${id}）` : id);
