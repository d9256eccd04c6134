import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { carryOut } from '../../shared/api/carry-out';
import { Failure } from '../../shared/ui/failure';
import { asksForLicence } from './filing-words';
import { OpenCaseLink } from './open-case-link';
import { useDraftFiling, type Filing } from './queries';

/** For the applicant of what was refused, taken back or lapsed: nothing that was filled in is typed twice. */
export function BeginAgain({ filing }: { readonly filing: Filing }) {
  const { id, kind, type } = filing;
  const draft = useDraftFiling();
  const navigate = useNavigate();
  const [key] = useState(() => crypto.randomUUID());
  if (filing.since?.beginsAgain !== 'APPLICANT') return null;
  const begin = () =>
    carryOut(draft, { key, type, kind, againOf: id }, (begun) => void navigate(`/filings/${begun.id}/form`));
  return (
    <>
      <Button type="primary" loading={draft.isPending} onClick={begin}>
        {asksForLicence(filing) ? '重新申请' : '重新填报'}
      </Button>
      {draft.error && <Failure error={draft.error} what="没有建立草稿" />}
      <OpenCaseLink error={draft.error} />
    </>
  );
}
