import { Link } from 'react-router';
import { dayInWords } from '../../../shared/ui/dates';
import { useOpenMismatches } from './queries';
import { asksForChange, isFiledAnew, mismatchInWords } from './verification-words';

interface OpenMismatchesProps {
  readonly institutionId: string;
  /** Whether it stands beside a change that may answer it, or at the institution. */
  readonly beside: 'change' | 'institution';
  /** For who is to put it right. */
  readonly toCorrect?: string;
}

/** What a visit found of the institution to be otherwise than it was filed, and what is not put right yet. */
export function OpenMismatches({ institutionId, beside, toCorrect }: OpenMismatchesProps) {
  const { data = [] } = useOpenMismatches(institutionId);
  return (
    <>
      {data.map(({ id, filingId, visitedOn, items, status, correctBy }) => (
        <div key={id} className="notice" role="note">
          <p>
            {beside === 'change' ? '这家机构尚有一次现场核查没有办结：' : ''}
            {dayInWords(visitedOn)}现场核查，{items.length} 项与{isFiledAnew(items) ? '当时填报' : '填报'}
            的内容不一致
            {status === 'RECHECK'
              ? isFiledAnew(items)
                ? '，已改正填报的内容，待复核'
                : '，已报告改正，待复核'
              : ''}
            {correctBy !== null &&
              `，最迟 ${dayInWords(correctBy)}${asksForChange(items) ? '办理变更或者改正' : '改正并报告'}`}
            。{beside === 'change' && '请核对本次变更是否改正了下列各项；准予以后列入复核。'}
            {toCorrect !== undefined && status === 'MISMATCH_FOUND' && asksForChange(items) && toCorrect}
          </p>
          <ul>
            {items.map((item) => (
              <li key={item.pointer}>{mismatchInWords(item)}</li>
            ))}
          </ul>
          <Link to={`/filings/${filingId}`}>查看这次现场核查</Link>
        </div>
      ))}
    </>
  );
}
