import { Checkbox, Form } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { carryOut } from '../../shared/api/carry-out';
import { useIdempotencyKey } from '../../shared/api/use-idempotency-key';
import { Checkboxes } from '../../shared/form/checkboxes';
import { RecordForm } from '../../shared/form/record-form';
import { useFormDraft, type FormDraft } from '../../shared/form/use-form-draft';
import { Decision } from '../../shared/ui/decision';
import { dayInWords } from '../../shared/ui/dates';
import { LegalBasis } from '../../shared/ui/legal-basis';
import { ListBody } from '../../shared/table/list-body';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { SeverityMark } from '../../shared/ui/severity-mark';
import { tell } from '../../shared/ui/told';
import { useLeaveWarning } from '../../shared/ui/use-leave-warning';
import { BasisChoice } from './basis-choice';
import { FindingEvidence } from './finding-evidence';
import { tickedAtFirst } from './ticked-at-first';
import { isBinding, useOpenCase, useOpenFindings, type OpenFinding } from './queries';
import '../../shared/form/choices.css';

interface Values {
  readonly findingIds: string[];
  readonly basisCode?: string;
}

interface OpenCaseFormProps {
  readonly resultId: string;
  /** From which the person came here; null when from none of them. */
  readonly findingId: string | null;
}

/** A case on findings of one inspection (立案). */
export function OpenCaseForm({ resultId, findingId }: OpenCaseFormProps) {
  const list = useOpenFindings(resultId);
  const open = useOpenCase(useIdempotencyKey());
  const draft = useFormDraft<Values>(`penalty-case-new:${resultId}`);
  const navigate = useNavigate();
  const { data: opened } = open;
  const { discard } = draft;
  useLeaveWarning(draft.unsaved && !opened);
  // After the warning's own effect: it would ask whether to leave what has just been handed in.
  useEffect(() => {
    if (!opened) return;
    discard();
    tell(`已立案，案号 ${opened.caseNumber}。`);
    void navigate(`/cases/${opened.id}`, { replace: true });
  }, [opened, discard, navigate]);
  const [first] = list.items ?? [];
  return (
    <Page title="立案" facts={first && `${first.institutionName} · ${dayInWords(first.inspectedOn)}检查`}>
      <ListBody
        list={list}
        what="检查中的问题"
        empty="这次检查中没有待立案的问题：可能已经立案，或者不属于本部门。"
      >
        {(findings) => <Choice findings={findings} chosen={findingId} draft={draft} open={open} />}
      </ListBody>
    </Page>
  );
}

interface ChoiceProps {
  readonly findings: readonly OpenFinding[];
  readonly chosen: string | null;
  readonly draft: FormDraft<Values>;
  readonly open: ReturnType<typeof useOpenCase>;
}

function Choice({ findings, chosen, draft, open }: ChoiceProps) {
  const [form] = Form.useForm<Values>();
  const [asked, ask] = useState<Values | null>(null);
  const [first] = findings;
  if (!first) return null;
  const possible = findings.filter(isBinding).map(({ findingId }) => findingId);
  return (
    <>
      <RecordForm<Values>
        name="open-case"
        form={form}
        initialValues={{
          ...draft.value,
          findingIds: tickedAtFirst(possible, chosen, draft.value?.findingIds),
        }}
        submit="立案"
        busy={open.isPending}
        error={open.error}
        onChange={draft.setValue}
        saved={draft.state}
        onSubmit={ask}
      >
        <Panel title="违法事实：本次检查中的问题">
          <Form.Item
            name="findingIds"
            label="据以立案的问题"
            rules={[{ required: true, message: '请至少选择一个问题' }]}
          >
            <Checkboxes label="据以立案的问题" className="choices">
              {findings.map((finding) => (
                <FindingChoice key={finding.findingId} finding={finding} />
              ))}
            </Checkboxes>
          </Form.Item>
        </Panel>
        <Panel title="处罚依据">
          <Form.Item
            name="basisCode"
            label="适用的条款"
            rules={[{ required: true, message: '请选择处罚依据' }]}
          >
            <BasisChoice kind={first.kind} />
          </Form.Item>
        </Panel>
      </RecordForm>
      <Decision
        open={asked !== null && !open.isSuccess}
        act="立案"
        consequences={[
          `对${first.institutionName}立案，并编制案号；所选问题不能再由本部门另案处理。`,
          '自立案之日起 90 日内应当作出决定；立案不向社会公开，当事人自告知起可以看到本案。',
        ]}
        busy={open.isPending}
        error={open.error}
        onConfirm={() =>
          asked && carryOut(open, { institutionId: first.institutionId, basisCode: '', ...asked })
        }
        onCancel={() => ask(null)}
      />
    </>
  );
}

function FindingChoice({ finding }: { readonly finding: OpenFinding }) {
  const { findingId, itemCode, itemTitle, severity, note, legalBasis, resultId } = finding;
  const binding = isBinding(finding);
  return (
    <div className="choice">
      <Checkbox value={findingId} disabled={!binding}>
        {itemCode} {itemTitle} <SeverityMark severity={severity} />
      </Checkbox>
      {note !== null && <p className="plain-text">{note}</p>}
      {!binding && <p className="muted">依据均为推荐性标准，只作指导，不能据以立案。</p>}
      <LegalBasis clauses={legalBasis} />
      <FindingEvidence resultId={resultId} findingId={findingId} />
    </div>
  );
}
