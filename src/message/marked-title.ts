// A title within a sentence: in the marks of the language that it is written in.

/** 《…》 around a title with Chinese characters, “…” around any other. */
export const markedTitle = (title: string): string =>
  /\p{Script=Han}/u.test(title) ? `《${title}》` : `“${title}”`;
