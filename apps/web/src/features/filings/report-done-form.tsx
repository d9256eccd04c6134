import { Form } from 'antd';
import { FileChoice } from '../../shared/files/file-choice';
import { StatedForm, type StatedFormProps } from './stated-form';

interface ReportDoneFormProps extends Pick<StatedFormProps, 'name' | 'told' | 'act' | 'onDone'> {
  readonly filingId: string;
  /** 报告已完成, 报告已改正. */
  readonly report: string;
  readonly statement: Omit<StatedFormProps['words'], 'field'>;
  /** Uploaded as they are chosen, and seen by the authority from then on. */
  readonly papers: {
    readonly label: string;
    readonly extra: string;
    readonly camera: string;
    /** Where they are uploaded. */
    readonly to: string;
  };
  readonly consequence: string;
}

const MOST_FILES = 10;

/** The applicant reports that what the office found undone is done, how, and with papers; it is looked at again. */
export function ReportDoneForm(props: ReportDoneFormProps) {
  const { filingId, report, statement, papers, consequence, ...same } = props;
  return (
    <StatedForm
      {...same}
      subjectId={filingId}
      submit={report}
      words={{ ...statement, field: 'statement' }}
      consequences={[consequence, '报告以后不能修改。']}
    >
      <Form.Item name="files" label={papers.label} extra={papers.extra}>
        <FileChoice to={papers.to} most={MOST_FILES} camera={papers.camera} />
      </Form.Item>
    </StatedForm>
  );
}
