import { matterInWords } from '@zhaoguan/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { carryOut } from '../../shared/api/carry-out';
import { Failure } from '../../shared/ui/failure';
import { beginInWords, lawOf, typesToBegin } from './begin-words';
import { GuideLink } from './guide-link';
import { useDraftFiling, useFilings } from './queries';
import type { Institution } from '../institutions/queries';

const UNDER_WAY: ReadonlySet<string> = new Set(['DRAFT', 'SUBMITTED', 'RETURNED']);

/** For who operates it: a filing that begins with everything the register holds, or the one that is under way. */
export function BeginFiling({ institution }: { readonly institution: Institution }) {
  const { id, kind, district } = institution;
  const types = typesToBegin(institution);
  const { items } = useFilings({ institutionId: id, sort: '-createdAt' });
  const draft = useDraftFiling();
  const navigate = useNavigate();
  const [keys] = useState(() => new Map(types.map((type) => [type, crypto.randomUUID()])));
  if (items === undefined) return null;
  const open = items.find((filing) => filing.type !== 'INITIAL' && UNDER_WAY.has(filing.status));
  if (open) {
    const act = matterInWords(open);
    return open.status === 'SUBMITTED' ? (
      <Link to={`/filings/${open.id}`}>查看在办的{act}</Link>
    ) : (
      <Link to={`/filings/${open.id}/form`}>继续办理{act}</Link>
    );
  }
  return (
    <>
      {types.map((type) => (
        <Button
          key={type}
          disabled={draft.isPending}
          onClick={() =>
            carryOut(
              draft,
              { key: keys.get(type) ?? crypto.randomUUID(), type, kind, institutionId: id },
              (filing) => void navigate(`/filings/${filing.id}/form`),
            )
          }
        >
          {beginInWords(institution, type)}
        </Button>
      ))}
      {types.map((type) => (
        <GuideLink key={type} kind={kind} type={type} regime={lawOf(institution, type)} district={district} />
      ))}
      {draft.error && <Failure error={draft.error} what="没有建立草稿" />}
    </>
  );
}
