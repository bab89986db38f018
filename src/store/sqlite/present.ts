// Members that a record need not have, from columns that may be null.

/** What is there of a record's members: those whose column is null are left out. */
export function present<Members extends object>(
  members: {
    [Name in keyof Members]: Members[Name] | null;
  },
): Partial<Members> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== null),
  ) as Partial<Members>;
}
