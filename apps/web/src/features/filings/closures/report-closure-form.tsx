import { ReportDoneForm } from '../report-done-form';
import { filesPath, useReportClosure, type Closure } from './queries';

interface ReportClosureFormProps {
  readonly closure: Closure;
  readonly onDone: () => void;
}

/** Who has ended reports that everybody is placed and the fees are given back, and how. */
export function ReportClosureForm({ closure, onDone }: ReportClosureFormProps) {
  const { filingId, office } = closure;
  return (
    <ReportDoneForm
      name="closure-reported"
      filingId={filingId}
      report="报告已完成"
      statement={{
        label: '完成的情况',
        extra: '写明人员安置、费用退还分别怎样完成的；不要写姓名、证件号码等个人信息',
        missing: '请写明怎样完成的',
        most: 1000,
      }}
      papers={{
        label: '安置、退费的凭证',
        extra: '没有的可以不传；PDF、JPG、PNG',
        camera: '拍摄凭证',
        to: filesPath(filingId),
      }}
      consequence={`${office.name}将再次核实；核实的结果会通知您，仍没有完成的，可以再次报告。`}
      told="已报告，等待主管机关再次核实。"
      act={useReportClosure(closure)}
      onDone={onDone}
    />
  );
}
