import { FilesShown } from '../../../shared/files/files-shown';
import { instantInWords } from '../../../shared/ui/dates';
import { filesPath, type Verification } from './queries';
import { reportsOf } from './reports';

interface ApplicantReportProps {
  readonly id: string;
  readonly verification: Verification;
}

/** What the applicant says has been put right, and what they put beside it: read where it is looked at again. */
export function ApplicantReport({ id, verification }: ApplicantReportProps) {
  const reports = reportsOf(verification);
  return (
    <>
      {reports.map(({ seq, at, statement }) => (
        <p key={seq}>
          申请人 {instantInWords(at)} 报告已改正：{statement}
        </p>
      ))}
      <FilesShown
        title="申请人提交的改正材料"
        files={verification.applicantFiles}
        pathOf={(file) => `${filesPath(id)}/${file}`}
      />
    </>
  );
}
