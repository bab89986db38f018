// What a check found.

/** Something that is in order, or that is not, with how to mend it. */
export type Finding = { ok: true; text: string } | { ok: false; text: string; mend: string };
