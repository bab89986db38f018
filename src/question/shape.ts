// The shapes that an answer can have.

export const SHAPES = ['overview', 'fact', 'figure', 'comparison', 'survey', 'existence', 'chat'] as const;
export type Shape = (typeof SHAPES)[number];
