import { useQueryClient } from '@tanstack/react-query';
import { stateLabel } from '@zhaoguan/contracts';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { askAnew } from '../../../shared/api/ask-anew';
import { ApiFailure } from '../../../shared/api/failure';

interface ClosedNoteProps {
  readonly filingId: string;
  /** Why something was not done; nothing is said unless it was because the filing can no longer be changed. */
  readonly error: Error | null;
}

/** On a page that has been overtaken: the filing was handed in elsewhere, what was changed here is not in it. */
export function ClosedNote({ filingId, error }: ClosedNoteProps) {
  const client = useQueryClient();
  if (!(error instanceof ApiFailure) || error.problem.code !== 'INVALID_TRANSITION') return null;
  const from = String(error.problem['from']);
  const state = stateLabel('filing', from);
  const deleted = from === 'ABANDONED';
  return (
    <Alert
      type="warning"
      showIcon
      title={`这件备案现在是“${state ?? '不能修改'}”，本页不能再修改`}
      description={
        <>
          它可能已经在另一个页面或者另一台设备上{deleted ? '删除' : '提交'}
          。本页此后所做的改动没有保存，也没有送到备案机关；
          {deleted ? '仍需备案的，请重新填写。' : '需要更改的，请联系备案机关退回补正后再改。'}
          <p>
            <Link to={`/filings/${filingId}`} onClick={() => void askAnew(client, ['filing', filingId])}>
              查看这件备案现在的情况
            </Link>
          </p>
        </>
      }
      style={{ marginBottom: 16 }}
    />
  );
}
