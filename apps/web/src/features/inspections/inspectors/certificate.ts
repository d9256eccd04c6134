import type { Tone } from '../../../shared/ui/mark';

export interface CertificateState {
  readonly tone: Tone;
  readonly words: string;
}

const DAY_MS = 86_400_000;
/** A new certificate takes weeks to be made out. */
const SOON_DAYS = 60;

/** Whether somebody can be sent today, and for how long: by the directory and by the certificate (执法证). */
export function certificateState(
  { active, validUntil }: { readonly active: boolean; readonly validUntil: string },
  today: string,
): CertificateState {
  if (!active) return { tone: 'stopped', words: '已停用' };
  const days = Math.round((Date.parse(validUntil) - Date.parse(today)) / DAY_MS);
  if (days < 0) return { tone: 'stopped', words: '执法证已过期' };
  if (days === 0) return { tone: 'attention', words: '执法证今天到期' };
  if (days <= SOON_DAYS) return { tone: 'attention', words: `执法证还有 ${days} 天到期` };
  return { tone: 'good', words: '有效' };
}
