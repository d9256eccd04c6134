import { caseWords } from '@zhaoguan/contracts';
import { Status } from '../../shared/ui/status';
import type { FilingLine } from './queries';

/** How a filing or an application stands, in the words of its law and matter: a licence that is applied for is 待受理 before it is 审查中. */
export function CaseStatus({
  filing: { regime, type, status, statusLabel },
}: {
  readonly filing: Pick<FilingLine, 'regime' | 'type' | 'status' | 'statusLabel'>;
}) {
  return <Status process={caseWords({ regime, type }).process} status={status} label={statusLabel} />;
}
