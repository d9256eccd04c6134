import { FilesShown } from '../../../shared/files/files-shown';
import { instantInWords } from '../../../shared/ui/dates';
import { filesPath, type Closure } from './queries';

interface ClosureReportsProps {
  readonly closure: Pick<Closure, 'filingId' | 'reports' | 'files'>;
}

/** What who has ended reports as done, the last first, with what they put beside it: read where it is looked at again. */
export function ClosureReports({ closure: { filingId, reports, files } }: ClosureReportsProps) {
  return (
    <>
      {reports.toReversed().map(({ seq, at, statement }) => (
        <p key={seq} className="typed-lines">
          经办人 {instantInWords(at)} 报告已完成：{statement}
        </p>
      ))}
      <FilesShown
        title="经办人提交的安置、退费凭证"
        files={files}
        pathOf={(file) => `${filesPath(filingId)}/${file}`}
      />
    </>
  );
}
