import { Link } from 'react-router';
import { dayInWords } from '../../shared/ui/dates';
import { useDaysLeft } from '../../shared/ui/use-calendar';
import { openApplication } from '../filings/begin-words';
import { CaseStatus } from '../filings/case-status';
import { useFilings } from '../filings/queries';
import type { Institution } from './queries';

interface TransitionNoteProps {
  readonly institution: Institution;
  readonly mayFile: boolean;
  readonly mayReadFilings: boolean;
}

/** That the law asks for a licence now, and until when the filing stands without one (过渡期). */
export function TransitionNote({
  institution: { id, transitionUntil },
  mayFile,
  mayReadFilings,
}: TransitionNoteProps) {
  const left = useDaysLeft(transitionUntil);
  if (transitionUntil === null || left === undefined) return null;
  return (
    <p className="notice">
      这类机构现在实行许可。
      {left < 0
        ? `过渡期已于 ${dayInWords(transitionUntil)}届满，这家机构还没有取得许可；`
        : `这家机构的备案在过渡期内继续有效，到 ${dayInWords(transitionUntil)}为止；`}
      {mayReadFilings ? <WhatToDo institutionId={id} mayFile={mayFile} /> : <ToApply mayFile={mayFile} />}
    </p>
  );
}

/** What was handed in already is gone on with, and not asked for once more. */
function WhatToDo({ institutionId, mayFile }: { readonly institutionId: string; readonly mayFile: boolean }) {
  const { items } = useFilings({ institutionId, sort: '-createdAt' });
  if (items === undefined) return null;
  const asked = openApplication(items);
  if (asked === undefined) return <ToApply mayFile={mayFile} />;
  return (
    <>
      许可申请已经提交（
      <CaseStatus filing={asked} />
      ），<Link to={`/filings/${asked.id}`}>查看在办的许可申请</Link>
      ，不必另行申请。
    </>
  );
}

const ToApply = ({ mayFile }: { readonly mayFile: boolean }) =>
  mayFile ? '请办理许可申请，已填报的内容会自动带出。' : '需要取得许可。';
