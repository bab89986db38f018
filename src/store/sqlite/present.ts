// Optional members of a record from nullable columns.

/** Leaves out the members whose column is null. */
export function present<Members extends object>(
  members: {
    [Name in keyof Members]: Members[Name] | null;
  },
): Partial<Members> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== null),
  ) as Partial<Members>;
}
