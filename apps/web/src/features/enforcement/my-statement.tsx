import { Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { RecordForm } from '../../shared/form/record-form';
import { Decision } from '../../shared/ui/decision';
import { dayInWords } from '../../shared/ui/dates';
import { Panel } from '../../shared/ui/panel';
import { ReasonField } from '../../shared/ui/reason-field';
import { termInWords } from '../../shared/ui/term-words';
import { useDaysLeft } from '../../shared/ui/use-calendar';
import type { ActFormProps } from './act-form-props';
import type { PenaltyCase } from './queries';
import { FileChoice, type ChosenFile } from '../../shared/files/file-choice';
import { TextField } from '../../shared/form/text-field';
import { useActForm } from './use-act-form';

interface Values {
  readonly text: string;
  readonly files?: readonly ChosenFile[];
}

type Props = Omit<ActFormProps, 'onDone'>;

/** The party says what it has to say (陈述申辩), or that it has nothing to say. */
export function MyStatement({ subject, onOutdated }: Props) {
  const [waiving, waive] = useState(false);
  const isOver = (useDaysLeft(subject.nextTerm?.dueOn ?? null) ?? 0) < 0;
  const { notice } = subject;
  if (!notice) return null;
  return (
    <Panel title={subject.statements.length > 0 ? '补充陈述申辩' : '您可以陈述、申辩'}>
      <p>
        {termOf(subject, isOver)} 您可以说明事实、提出理由和证据；办案机关必须充分听取并复核，
        <strong>不会因为陈述、申辩而加重处罚</strong>（《中华人民共和国行政处罚法》第四十五条）。
      </p>
      <StatementForm subject={subject} onOutdated={onOutdated} />
      {subject.statements.length === 0 && (
        <p>
          没有意见要说的，也可以
          <Button type="link" style={{ paddingInline: 4 }} onClick={() => waive(true)}>
            放弃陈述申辩
          </Button>
          ；两样都不办理的，期满视为放弃。
        </p>
      )}
      {waiving && <Waiver subject={subject} onOutdated={onOutdated} onDone={() => waive(false)} />}
    </Panel>
  );
}

function StatementForm({ subject, onOutdated }: Props) {
  const [form] = Form.useForm<Values>();
  const act = useActForm<Values, 'state'>('my-statement', 'state', {
    subject,
    onOutdated,
    onDone: () => form.resetFields(),
  });
  return (
    <>
      <RecordForm<Values>
        name="my-statement"
        form={form}
        initialValues={act.draft.value ?? {}}
        submit="提交陈述申辩"
        busy={act.busy}
        error={act.error}
        onChange={act.draft.setValue}
        saved={act.draft.state}
        onSubmit={act.ask}
      >
        <TextField
          name="text"
          label="陈述申辩的内容"
          help="例如：检查时的情况、已经改正的内容和日期、请求从轻或者不予处罚的理由。"
          maxLength={5000}
          rows={5}
        />
        <Form.Item
          name="files"
          label="证据材料"
          extra="照片（JPEG、PNG）或者 PDF，每份不超过 20 MB，最多 5 份。只有办案机关看得到。"
        >
          <FileChoice
            to={`/api/v1/penalty-cases/${subject.id}/statement-files`}
            beyond="其余的可以在补充陈述申辩时提交。"
          />
        </Form.Item>
      </RecordForm>
      <Decision
        open={act.asked !== null}
        act="提交陈述申辩"
        consequences={[
          `送交${subject.authorityName}，记入本案。提交后不能修改；作出决定以前，可以再补充。`,
          ...filesInWords(act.asked?.files ?? []),
          '不向社会公开。',
        ]}
        busy={act.busy}
        error={act.error}
        onConfirm={() =>
          act.asked &&
          act.confirm(
            {
              text: act.asked.text,
              fileIds: (act.asked.files ?? []).map(({ id }) => id),
              recordedForParty: false,
              waived: false,
            },
            () => `陈述申辩已送交${subject.authorityName}。`,
          )
        }
        onCancel={act.cancel}
      />
    </>
  );
}

/** Nothing is waived by a slip: it says what is given up, and wants that to be confirmed. */
function Waiver({ subject, onOutdated, onDone }: ActFormProps) {
  const act = useActForm<Values, 'state'>('my-waiver', 'state', { subject, onOutdated, onDone });
  const [understood, understand] = useState(false);
  const text = act.draft.value?.text ?? '';
  return (
    <Decision
      open
      act="放弃陈述申辩"
      grave
      ready={understood && text.trim() !== ''}
      consequences={[
        `${subject.authorityName}不必再等陈述申辩期满，就可以作出处罚决定。`,
        '放弃不等于承认违法：您仍然可以对处罚决定申请行政复议、提起行政诉讼。',
        '作出决定以前，您改变主意的，仍可以提交陈述申辩。',
      ]}
      busy={act.busy}
      error={act.error}
      onConfirm={() =>
        act.confirm(
          { waived: true, note: text, recordedForParty: false },
          () => '已放弃陈述申辩，办案机关已经收到。',
        )
      }
      onCancel={() => {
        act.cancel();
        onDone();
      }}
    >
      <ReasonField
        label="说明"
        help="例如：对告知的事实和拟作出的处理没有意见。"
        value={text}
        onChange={(value) => act.draft.setValue({ text: value })}
      />
      <Checkbox checked={understood} onChange={(event) => understand(event.target.checked)}>
        我知道放弃陈述申辩的后果
      </Checkbox>
    </Decision>
  );
}

function filesInWords(files: readonly ChosenFile[]): string[] {
  return files.length === 0
    ? []
    : [`随附材料 ${files.length} 份：${files.map(({ name }) => name).join('、')}。`];
}

function termOf({ nextTerm, notice }: PenaltyCase, isOver: boolean): string {
  if (nextTerm?.term === 'STATEMENT') {
    return `陈述申辩期到${dayInWords(nextTerm.dueOn)}为止，${termInWords(nextTerm.left, isOver)}。`;
  }
  const until = notice?.statementUntil ?? null;
  return `${until === null ? '' : `陈述申辩期到${dayInWords(until)}为止；`}办案机关还没有作出决定。`;
}
