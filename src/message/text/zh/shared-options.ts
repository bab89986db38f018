// Options that several commands have, in simplified Chinese.

export const AGENCY = { name: '单位', summary: '只看这个单位的报告' };
export const PERIOD = { name: '时间', summary: '只看这段时间的报告，如 2024年上半年' };
export const PART = {
  name: '部分',
  summary: '只看报告的这个部分',
  choices: {
    achievements: '工作情况',
    problems: '存在的问题',
    plans: '下一步打算',
    highlights: '亮点',
    suggestions: '建议',
  },
};
export const SCOPE = {
  name: '范围',
  summary: '整个服务器或群，只限本频道，或（资料夹）所有会话',
  choices: { everywhere: '整个服务器或群', channel: '只限本频道', 'every-chat': '所有会话' },
};
export const PLACE = { name: '位置', summary: '仅所有者：机器人在那里拒绝时给出的编号' };
export const COLLECTION = { name: '资料夹', summary: '仅所有者：只在这里（和已开放的会话）能读的报告资料夹' };
