// The title of a file that collects several reports: 工作总结汇编（12篇）.
export const COLLECTION_TITLE =
  /(?:汇编|合集|选编|合辑|集锦|范文)|[（(]\s*[\d一二三四五六七八九十]+\s*篇\s*[）)]/;
