/** What an act leaves in the log. Never personal data: ids, codes, digests, dates, amounts. */
export interface AuditFacts {
  /** Past tense, e.g. `filing.accepted`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly district?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly actorId: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly district: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The bytes that are hashed: JSON with sorted members (RFC 8785 for the values that occur here). */
export function canonicalEntry(entry: AuditEntry): string {
  return JSON.stringify(sorted(entry));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => [name, sorted(member)]),
  );
}
