import { useQueryClient } from '@tanstack/react-query';
import { caseWords, stateLabel } from '@zhaoguan/contracts';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { askAnew } from '../../../shared/api/ask-anew';
import { ApiFailure } from '../../../shared/api/failure';
import type { Filing } from '../queries';

interface ClosedNoteProps {
  readonly filing: Pick<Filing, 'id' | 'regime' | 'type' | 'renewal'>;
  /** Why something was not done; nothing is said unless it was because the filing can no longer be changed. */
  readonly error: Error | null;
}

/** What somebody else, or the same person elsewhere, has done with it, where it goes on no more. */
const ENDED_BY_APPLICANT: Readonly<Record<string, string>> = { ABANDONED: '删除', WITHDRAWN: '撤回' };

/** On a page that has been overtaken: the filing was handed in elsewhere, what was changed here is not in it. */
export function ClosedNote({ filing, error }: ClosedNoteProps) {
  const client = useQueryClient();
  if (!(error instanceof ApiFailure) || error.problem.code !== 'INVALID_TRANSITION') return null;
  const from = String(error.problem['from']);
  const { matter, authority, process } = caseWords(filing);
  const state = stateLabel(process, from);
  const ended = ENDED_BY_APPLICANT[from];
  return (
    <Alert
      type="warning"
      showIcon
      title={`这件${matter}现在是“${state ?? '不能修改'}”，本页不能再修改`}
      description={
        <>
          它可能已经在另一个页面或者另一台设备上{ended ?? '提交'}
          。本页此后所做的改动没有保存，也没有送到{authority}；
          {ended !== undefined
            ? `仍需办理${matter}的，请重新填写。`
            : `需要更改的，请联系${authority}退回补正后再改。`}
          <p>
            <Link to={`/filings/${filing.id}`} onClick={() => void askAnew(client, ['filing', filing.id])}>
              查看这件{matter}现在的情况
            </Link>
          </p>
        </>
      }
      style={{ marginBottom: 16 }}
    />
  );
}
