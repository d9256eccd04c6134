import { dayInWords } from '../../shared/ui/dates';
import type { Institution } from './queries';

type PendingStep = NonNullable<Institution['pendingStep']>;

/** What was decided and is not in force yet; asked to be taken back, it does not come into force until that is answered. */
export function pendingStepInWords({ effectiveOn, label, held }: PendingStep): string {
  const step = `${dayInWords(effectiveOn)}起${label}`;
  return held
    ? `已办结：原定${step}；已申请撤回，答复以前不生效，也不能再办理暂停、恢复或者终止。`
    : `已办结：${step}。生效以前不能再办理暂停、恢复或者终止；情况有变化、不再需要的，可以在生效以前申请撤回。`;
}

/** What the reader finds in the case that it follows from. */
export function toCaseInWords(
  { held }: Pick<PendingStep, 'held'>,
  { mayFile, mayAssist }: { readonly mayFile: boolean; readonly mayAssist: boolean },
): string {
  if (held) return '查看撤回的申请';
  if (mayFile) return '查看这一件，申请撤回';
  return mayAssist ? '查看这一件，可以代申请人申请撤回' : '查看这一件';
}
