import { REGIME_WORDS } from '@zhaoguan/contracts';
import { Status } from '../../shared/ui/status';
import type { FilingLine } from './queries';

/** How a filing or an application stands, in the words of its law: a licence that is applied for is 待受理 before it is 审查中. */
export function CaseStatus({
  filing: { regime, status, statusLabel },
}: {
  readonly filing: Pick<FilingLine, 'regime' | 'status' | 'statusLabel'>;
}) {
  return <Status process={REGIME_WORDS[regime].process} status={status} label={statusLabel} />;
}
