import { Alert, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { FileChoice, type ChosenFile } from '../../../shared/files/file-choice';
import { PastDayField } from '../../../shared/form/past-day-field';
import { RecordForm } from '../../../shared/form/record-form';
import { useFormDraft } from '../../../shared/form/use-form-draft';
import { Decision } from '../../../shared/ui/decision';
import { Failure } from '../../../shared/ui/failure';
import { tell } from '../../../shared/ui/told';
import { useLeaveWarning } from '../../../shared/ui/use-leave-warning';
import type { Filing } from '../queries';
import { FactFields, type FactAnswer } from './fact-fields';
import { filesPath, recordVisit, useVerificationAct, useVisitOfficers, type Verification } from './queries';
import { atMost } from '../../../shared/form/filled';
import { tooFewInWords } from './verification-words';

interface Values {
  readonly visitedOn: string;
  readonly officerIds: readonly string[];
  readonly experts?: string;
  readonly facts: readonly FactAnswer[];
  readonly note?: string;
  readonly files?: readonly ChosenFile[];
}

interface RecordVisitFormProps {
  readonly filing: Filing;
  readonly verification: Verification;
  readonly onDone: () => void;
}

const MOST_FILES = 30;
const MOST_CHARACTERS = 2000;

/** What two officials found on the spot, item by item beside what was filed. */
export function RecordVisitForm({ filing, verification, onDone }: RecordVisitFormProps) {
  const [form] = Form.useForm<Values>();
  const draft = useFormDraft<Values>(`filing-visit:${filing.id}:${verification.visits.length}`);
  const [asked, ask] = useState<Values | null>(null);
  const act = useVerificationAct(recordVisit, { id: filing.id, version: verification.version });
  const officers = useVisitOfficers(filing.id);
  useLeaveWarning(draft.unsaved);
  const tooFew = officers.data === undefined ? null : tooFewInWords(officers.data.items.length);
  const mismatches = (asked?.facts ?? []).filter(({ matches }) => !matches).length;
  return (
    <>
      {tooFew !== null && <Alert type="warning" showIcon title={tooFew} style={{ marginBottom: 16 }} />}
      <RecordForm<Values>
        name="filing-visit"
        form={form}
        initialValues={draft.value ?? {}}
        submit="记录现场核查"
        busy={act.isPending}
        error={act.error}
        onChange={draft.setValue}
        saved={draft.state}
        onSubmit={ask}
      >
        <PastDayField
          name="visitedOn"
          label="核查日期"
          {...(verification.earliestVisit && { since: verification.earliestVisit })}
        />
        <Form.Item
          name="officerIds"
          label="到现场的工作人员"
          extra="两名以上"
          rules={[{ required: true, type: 'array', min: 2, message: '请选择到现场的两名以上工作人员' }]}
        >
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            loading={officers.isPending}
            options={(officers.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        {officers.error && <Failure error={officers.error} what="没有读出可以核查的人员" />}
        <Form.Item
          name="experts"
          label="一同到现场的外部专家"
          extra="没有的不填；姓名之间用顿号分开"
          rules={[atMost(300)]}
        >
          <Input />
        </Form.Item>
        <FactFields facts={verification.facts} />
        <Form.Item
          name="note"
          label="现场情况说明"
          extra="申请人可以看到，请只写现场的事实；给同事的说明写在“内部备注”里"
          rules={[atMost(MOST_CHARACTERS)]}
        >
          <Input.TextArea
            count={{ max: MOST_CHARACTERS, show: true }}
            autoSize={{ minRows: 2, maxRows: 10 }}
          />
        </Form.Item>
        <Form.Item name="files" label="现场照片、文件" extra="PDF、JPG、PNG，申请人看不到">
          <FileChoice to={filesPath(filing.id)} most={MOST_FILES} camera="拍摄现场照片" />
        </Form.Item>
      </RecordForm>
      <Decision
        open={asked !== null}
        act="记录现场核查"
        consequences={
          mismatches === 0
            ? ['全部项目一致，核查办结，通知申请人。', '记录以后不能修改。']
            : [
                filing.status === 'ACCEPTED'
                  ? `有 ${mismatches} 项不一致：通知申请人限期办理变更或者改正，到期没有办理的，列入您的待办。`
                  : `有 ${mismatches} 项不一致：通知申请人限期改正，改正以后再到现场复核。`,
                '申请人可以看到每一项的核查结果，看不到现场照片。记录以后不能修改。',
              ]
        }
        busy={act.isPending}
        error={act.error}
        onCancel={() => ask(null)}
        onConfirm={() => {
          if (asked === null) return;
          const done = (after: Verification) => {
            draft.discard();
            tell(after.status === 'VERIFIED' ? '已记录：核查一致。' : '已记录：核查不一致，已通知申请人。');
            onDone();
          };
          carryOut(act, bodyOfVisit(asked, verification.facts), done, () => ask(null));
        }}
      />
    </>
  );
}

function bodyOfVisit(
  { visitedOn, officerIds, experts = '', facts, note, files = [] }: Values,
  listed: Verification['facts'],
) {
  return {
    visitedOn,
    officerIds: [...officerIds],
    experts: experts.split(/[、，,；;\s]+/).filter((name) => name !== ''),
    facts: listed.map(({ pointer }, index) => {
      const { matches = false, found = '', foundNumber = null } = facts[index] ?? {};
      if (matches) return { pointer, matches };
      return {
        pointer,
        matches,
        ...(found.trim() !== '' && { found }),
        ...(foundNumber !== null && { foundNumber }),
      };
    }),
    ...(note === undefined || note.trim() === '' ? {} : { note }),
    fileIds: files.map(({ id }) => id),
  };
}
