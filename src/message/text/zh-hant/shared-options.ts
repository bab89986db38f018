// Options that several commands have, in traditional Chinese.

export const AGENCY = { name: '單位', summary: '只看這個單位的報告' };
export const PERIOD = { name: '時間', summary: '只看這段時間的報告，如 2024年上半年' };
export const PART = {
  name: '部分',
  summary: '只看報告的這個部分',
  choices: {
    achievements: '工作情況',
    problems: '存在的問題',
    plans: '下一步打算',
    highlights: '亮點',
    suggestions: '建議',
  },
};
export const SCOPE = {
  name: '範圍',
  summary: '整個伺服器或群組，只限本頻道，或（資料夾）所有對話',
  choices: { everywhere: '整個伺服器或群組', channel: '只限本頻道', 'every-chat': '所有對話' },
};
export const PLACE = { name: '位置', summary: '僅擁有者：機器人在那裡拒絕時給出的編號' };
export const COLLECTION = { name: '資料夾', summary: '僅擁有者：只在這裡（和已開放的對話）能讀的報告資料夾' };
