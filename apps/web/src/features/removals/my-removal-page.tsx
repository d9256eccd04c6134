import { useQueryClient } from '@tanstack/react-query';
import { REGIME_WORDS } from '@zhaoguan/contracts';
import { Checkbox, Form } from 'antd';
import { Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { FileChoice, type ChosenFile } from '../../shared/files/file-choice';
import { RecordForm } from '../../shared/form/record-form';
import { TextField } from '../../shared/form/text-field';
import { Decision } from '../../shared/ui/decision';
import { dayInWords } from '../../shared/ui/dates';
import { Loaded } from '../../shared/ui/loaded';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { StateLine } from '../../shared/ui/state-line';
import { Status } from '../../shared/ui/status';
import { Waiting } from '../../shared/ui/waiting';
import { useRemoval, type Removal } from './queries';
import {
  RemovalFacts,
  RemovalHistory,
  RemovalNotice,
  RemovalOutcome,
  RemovalPapers,
  RemovalStatements,
  stepsOf,
} from './removal-contents';
import { useRemovalAct, type RemovalActProps } from './use-removal-act';

/** A removal as the institution reads it: what is held against its filing, what it may say, what was decided. */
export default function MyRemovalPage() {
  const { id = '' } = useParams();
  const query = useRemoval(id);
  return (
    <Loaded query={query} what="案件" title="注销、撤销">
      {(removal) => <MyRemoval key={removal.id} removal={removal} />}
    </Loaded>
  );
}

function MyRemoval({ removal }: { readonly removal: Removal }) {
  const client = useQueryClient();
  const [attempt, setAttempt] = useState(0);
  const readAgain = async () => {
    await client.invalidateQueries({ queryKey: ['removal', removal.id] });
    setAttempt((count) => count + 1);
  };
  return (
    <Page
      title={removal.institutionName}
      state={<Status process="removal" status={removal.status} />}
      facts={`${removal.typeLabel} · ${removal.authorityName}`}
    >
      <StateLine steps={stepsOf(removal)} />
      <RemovalOutcome removal={removal} />
      <RemovalPapers removal={removal} />
      <RemovalNotice removal={removal} />
      {removal.availableActions.includes('state') && (
        // Each statement is a new one: the form begins anew after it.
        <Suspense key={`${removal.version}-${attempt}`} fallback={<Waiting />}>
          <MyStatement removal={removal} onOutdated={() => void readAgain()} onDone={() => undefined} />
        </Suspense>
      )}
      <RemovalStatements removal={removal} />
      <RemovalFacts removal={removal} />
      <RemovalHistory removal={removal} />
    </Page>
  );
}

interface Values {
  readonly text?: string;
  readonly waived?: boolean;
  readonly files?: readonly ChosenFile[];
}

const actOf = (waived: boolean): string => (waived ? '放弃陈述申辩' : '提交陈述申辩');

function MyStatement(props: RemovalActProps) {
  const { removal } = props;
  const [form] = Form.useForm<Values>();
  const act = useRemovalAct<Values, 'statement'>('statement', { ...props, onDone: () => form.resetFields() });
  const waived = Form.useWatch('waived', form) === true;
  const { notice, statements, authorityName, waived: hasWaived } = removal;
  if (!notice) return null;
  return (
    <Panel title={statements.length > 0 ? '补充陈述申辩' : '您可以陈述、申辩'}>
      <p>
        {hasWaived
          ? '您已放弃陈述、申辩，不必再办理。报请决定以前，另有事实、理由和证据的，还可以补充；'
          : `最后一日为${dayInWords(notice.statementUntil)}。您可以说明事实、提出理由和证据；`}
        {REGIME_WORDS[removal.regime].authority}必须听取并逐项复核。
        {!hasWaived && '没有意见的，不必办理，期满视为放弃；也可以现在就明确放弃。'}
      </p>
      <RecordForm<Values>
        name="my-removal-statement"
        form={form}
        initialValues={act.draft.value ?? {}}
        submit={actOf(waived)}
        busy={act.busy}
        error={act.error}
        onChange={act.draft.setValue}
        saved={act.draft.state}
        onSubmit={act.ask}
      >
        {!hasWaived && (
          <Form.Item name="waived" valuePropName="checked">
            <Checkbox>没有意见，放弃陈述、申辩</Checkbox>
          </Form.Item>
        )}
        {!waived && (
          <>
            <TextField
              name="text"
              label="陈述申辩的内容"
              help="例如：材料的来历、机构现在的情况、已经补办的手续。"
              maxLength={5000}
              rows={5}
            />
            <Form.Item
              name="files"
              label="证据材料"
              extra="照片（JPEG、PNG）或者 PDF，每份不超过 20 MB，最多 5 份。只有办理机关看得到。"
            >
              <FileChoice
                to={`/api/v1/removals/${removal.id}/files`}
                beyond="其余的可以在补充陈述申辩时提交。"
              />
            </Form.Item>
          </>
        )}
      </RecordForm>
      <Decision
        open={act.asked !== null}
        act={actOf(act.asked?.waived === true)}
        grave={act.asked?.waived === true}
        consequences={[
          act.asked?.waived === true
            ? `${authorityName}随即可以报请决定，不必等到${dayInWords(notice.statementUntil)}；报请以前，您还可以提出陈述、申辩。`
            : `送交${authorityName}，记入本件。提交后不能修改；报请决定以前，可以再补充。`,
          '不向社会公开。',
        ]}
        busy={act.busy}
        error={act.error}
        onConfirm={() =>
          act.asked &&
          act.confirm(
            act.asked.waived === true
              ? { text: '没有意见，放弃陈述、申辩。', waived: true }
              : { text: act.asked.text ?? '', fileIds: (act.asked.files ?? []).map(({ id }) => id) },
            act.asked.waived === true ? '已放弃陈述、申辩。' : `陈述申辩已送交${authorityName}。`,
          )
        }
        onCancel={act.cancel}
      />
    </Panel>
  );
}
