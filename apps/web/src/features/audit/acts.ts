import type { AuditEntry } from './queries';

/** Who is named as the one who acted. Who signs in is nobody yet to the system, which writes it down; to people it is they. */
export function whoActed({
  action,
  actorId,
  actorName,
  subjectId,
  subjectName,
}: Pick<AuditEntry, 'action' | 'actorId' | 'actorName' | 'subjectId' | 'subjectName'>): {
  readonly id: string;
  readonly name: string | null;
} {
  return action === 'access.signed-in' && subjectId !== null
    ? { id: subjectId, name: subjectName }
    : { id: actorId, name: actorName };
}

const NOTES: Readonly<Record<string, string>> = {
  'access.token-reused':
    '同一登录凭证先后使用了两次，可能有人使用了复制的登录凭证。本人的登录状态已全部退出，请本人修改密码。',
};

/** What an act means whose name does not say it. */
export function noteOn(action: string): string | undefined {
  return Object.hasOwn(NOTES, action) ? NOTES[action] : undefined;
}
