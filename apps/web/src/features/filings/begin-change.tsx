import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { carryOut } from '../../shared/api/carry-out';
import { Failure } from '../../shared/ui/failure';
import { useDraftFiling, useFilings } from './queries';
import type { Institution } from '../institutions/queries';

const UNDER_WAY: ReadonlySet<string> = new Set(['DRAFT', 'SUBMITTED', 'RETURNED']);

/** For who operates it: another filing that begins with everything the register holds (变更备案), or the one under way. */
export function BeginChange({ institution: { id, kind } }: { readonly institution: Institution }) {
  const { items } = useFilings({ institutionId: id, sort: '-createdAt' });
  const draft = useDraftFiling();
  const navigate = useNavigate();
  const [key] = useState(() => crypto.randomUUID());
  if (items === undefined) return null;
  const open = items.find(({ type, status }) => type === 'CHANGE' && UNDER_WAY.has(status));
  if (open) {
    const path = open.status === 'SUBMITTED' ? `/filings/${open.id}` : `/filings/${open.id}/form`;
    return <Link to={path}>{open.status === 'SUBMITTED' ? '查看在办的变更备案' : '继续办理变更备案'}</Link>;
  }
  return (
    <>
      <Button
        loading={draft.isPending}
        onClick={() =>
          carryOut(
            draft,
            { key, type: 'CHANGE', kind, institutionId: id },
            (filing) => void navigate(`/filings/${filing.id}/form`),
          )
        }
      >
        办理变更备案
      </Button>
      {draft.error && <Failure error={draft.error} what="没有建立变更备案" />}
    </>
  );
}
