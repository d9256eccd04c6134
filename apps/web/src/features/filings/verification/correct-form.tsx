import type { Filing } from '../queries';
import { ReportDoneForm } from '../report-done-form';
import { filesPath, reportCorrected, useVerificationAct } from './queries';
import { whereFormWrong } from './verification-words';

interface CorrectFormProps {
  readonly filing: Pick<Filing, 'id' | 'status'>;
  /** Of its verification, as it was read. */
  readonly version: number;
  readonly onDone: () => void;
}

/** The applicant has put right what did not match, and says how. */
export function CorrectForm({ filing, version, onDone }: CorrectFormProps) {
  const { id } = filing;
  return (
    <ReportDoneForm
      name="filing-corrected"
      filingId={id}
      report="报告已改正"
      statement={{
        label: '改正的情况',
        extra: `逐项写明怎样改正的、现在的情况；${whereFormWrong(filing)}。`,
        missing: '请写明改正的情况',
        most: 2000,
      }}
      papers={{
        label: '照片、材料',
        extra: 'PDF、JPG、PNG',
        camera: '拍摄改正情况的照片',
        to: filesPath(id),
      }}
      consequence="主管机关将再次核实；复核的结果会通知您。"
      told="已报告，等待主管机关复核。"
      act={useVerificationAct(reportCorrected, { id, version })}
      onDone={onDone}
    />
  );
}
