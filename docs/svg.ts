// What the pictures share.

/** Fonts with Chinese characters on the usual systems, to put behind the first choice. */
export const CHINESE_FONTS = 'Noto Sans CJK SC, WenQuanYi Micro Hei, PingFang SC, Microsoft YaHei';

/** A text for use between tags. */
export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
