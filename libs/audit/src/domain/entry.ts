import type { AuditAction, AuditDetail, AuditSubject } from '@zhaoguan/contracts';

/** What an act leaves in the log. Never personal data: ids, codes, digests, dates, amounts. */
export interface AuditFacts {
  /** Past tense, e.g. `filing.accepted`; declared with its words, so that whoever reads the log understands it. */
  readonly action: AuditAction;
  readonly subjectType: AuditSubject;
  readonly subjectId: string;
  readonly district?: string;
  readonly detail?: AuditDetail;
}

export interface AuditEntry {
  readonly id: string;
  /** ISO 8601 UTC with milliseconds. */
  readonly at: string;
  readonly actorId: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly district: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The bytes that are hashed: canonical JSON (RFC 8785), UTF-8. @throws TypeError for what JSON cannot say */
export function canonicalEntry(entry: AuditEntry): string {
  return canonicalJson(entry);
}

/** Members without a value are left out, instants become ISO 8601 texts. */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map((member) => canonicalJson(member ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  const sayable = value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
  if (!sayable) throw new TypeError(`an audit entry cannot hold a ${typeof value}`);
  return JSON.stringify(value);
}
