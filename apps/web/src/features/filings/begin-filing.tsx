import { matterInWords } from '@zhaoguan/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { carryOut } from '../../shared/api/carry-out';
import { Failure } from '../../shared/ui/failure';
import { beginInWords, lawOf, openApplication, openCase, typesToBegin, untilThen } from './begin-words';
import { GuideLink } from './guide-link';
import { OpenCaseLink } from './open-case-link';
import { useDraftFiling, useFilings, type FilingLine } from './queries';
import type { Institution } from '../institutions/queries';

/** For who operates it: a filing that begins with everything the register holds, or the one that is under way. */
export function BeginFiling({ institution }: { readonly institution: Institution }) {
  const { id, kind, siteType, district } = institution;
  const types = typesToBegin(institution);
  const { items } = useFilings({ institutionId: id, sort: '-createdAt' });
  const draft = useDraftFiling();
  const navigate = useNavigate();
  const [keys] = useState(() => new Map(types.map((type) => [type, crypto.randomUUID()])));
  if (items === undefined) return null;
  const open = openCase(items);
  const application = openApplication(items);
  if (open) {
    return (
      <>
        {application && <OpenCase line={application} />}
        <OpenCase line={open} />
        <p className="muted" style={{ margin: 0 }}>
          {untilThen(open)}
        </p>
      </>
    );
  }
  const toBegin = types.filter((type) => type !== 'INITIAL' || !application);
  return (
    <>
      {application && <OpenCase line={application} />}
      {toBegin.map((type) => (
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
      {toBegin.map((type) => (
        <GuideLink
          key={type}
          kind={kind}
          siteType={siteType}
          type={type}
          regime={lawOf(institution, type)}
          district={district}
        />
      ))}
      {draft.error && <Failure error={draft.error} what="没有建立草稿" />}
      <OpenCaseLink error={draft.error} />
    </>
  );
}

function OpenCase({ line }: { readonly line: FilingLine }) {
  const act = matterInWords(line);
  return line.status === 'SUBMITTED' ? (
    <Link to={`/filings/${line.id}`}>查看在办的{act}</Link>
  ) : (
    <Link to={`/filings/${line.id}/form`}>继续办理{act}</Link>
  );
}
