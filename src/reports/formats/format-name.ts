// The names of the formats that are read.
export type FormatName = 'text' | 'markdown' | 'html' | 'docx' | 'doc' | 'pdf';
