// Types of the parser that comes with @mozilla/readability, which has none; its documents are made for
// `Readability` only.
declare module '@mozilla/readability/JSDOMParser.js' {
  export default class JSDOMParser {
    /** Takes well-formed markup. */
    parse(source: string): Document;
  }
}
/** In place of the DOM's types, which Node does not have. */
interface Document {
  readonly __JSDOMParser__: true;
}
