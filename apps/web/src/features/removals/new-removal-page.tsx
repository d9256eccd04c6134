import { REMOVAL_WORDS, type Kind, type Regime } from '@zhaoguan/contracts';
import { Form, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { carryOut } from '../../shared/api/carry-out';
import { useIdempotencyKey } from '../../shared/api/use-idempotency-key';
import { RecordForm } from '../../shared/form/record-form';
import { TextField } from '../../shared/form/text-field';
import { useFormDraft } from '../../shared/form/use-form-draft';
import { Decision } from '../../shared/ui/decision';
import { Loaded } from '../../shared/ui/loaded';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { tell } from '../../shared/ui/told';
import { useLeaveWarning } from '../../shared/ui/use-leave-warning';
import { useInstitution, type Institution } from '../institutions/queries';
import { PendingCases, usePendingInWords } from './pending-cases';
import { useOpenRemoval, useRemovalGrounds } from './queries';
import '../../shared/form/choices.css';

interface Values {
  readonly ground: string;
  readonly clue: string;
}

/** Begins to end a filing: on which ground, and what gave rise to it. */
export default function NewRemovalPage() {
  const [search] = useSearchParams();
  const query = useInstitution(search.get('institution') ?? '');
  return (
    <Loaded query={query} what="机构" title="注销、撤销">
      {(institution) => <NewRemoval institution={institution} />}
    </Loaded>
  );
}

function NewRemoval({ institution }: { readonly institution: Institution }) {
  const [form] = Form.useForm<Values>();
  const draft = useFormDraft<Values>(`removal-new:${institution.id}`);
  const open = useOpenRemoval(useIdempotencyKey());
  const [asked, ask] = useState<Values | null>(null);
  const navigate = useNavigate();
  const pending = usePendingInWords(institution.id);
  const { data: opened } = open;
  const { discard } = draft;
  useLeaveWarning(draft.unsaved && !opened);
  // After the warning's own effect: it would ask whether to leave what has just been handed in.
  useEffect(() => {
    if (!opened) return;
    discard();
    tell(`已启动${opened.typeLabel}。请上传证据，再作事先告知。`);
    void navigate(`/removals/${opened.id}`, { replace: true });
  }, [opened, discard, navigate]);
  return (
    <Page title="注销、撤销" facts={`${institution.name} · ${institution.filingNumber ?? ''}`}>
      <PendingCases institutionId={institution.id} />
      <Panel title="启动办理">
        <p>{WHEN[institution.regime]}</p>
        <RecordForm<Values>
          name="new-removal"
          form={form}
          initialValues={draft.value ?? {}}
          submit="启动办理"
          busy={open.isPending}
          error={open.error}
          onChange={draft.setValue}
          saved={draft.state}
          onSubmit={ask}
        >
          <Form.Item name="ground" label="情形" rules={[{ required: true, message: '请选择情形' }]}>
            <GroundChoice kind={institution.kind} regime={institution.regime} />
          </Form.Item>
          <TextField
            name="clue"
            label="线索来源和初步情况"
            help="例如检查发现、登记机关推送、群众反映。不告知机构，不公开。"
            maxLength={5000}
          />
        </RecordForm>
      </Panel>
      <Decision
        open={asked !== null && !open.isSuccess}
        act="启动办理"
        consequences={[
          `对${institution.name}启动办理；机构在事先告知以前看不到本件。`,
          '事先告知并听取陈述申辩以后报请决定，由另一名工作人员决定。',
          ...pending,
        ]}
        busy={open.isPending}
        error={open.error}
        onConfirm={() => asked && carryOut(open, { institutionId: institution.id, ...asked })}
        onCancel={() => ask(null)}
      />
    </Page>
  );
}

/** When it is done, and what becomes of the institution. @law 行政许可法第六十九条、第七十条 */
const WHEN: Readonly<Record<Regime, string>> = {
  FILING:
    '注销：机构已经不存在、迁走或者不再提供服务，经办人又没有办理终止服务备案的。撤销：取得备案时材料虚假，或者本来不应当备案的；撤销以后机构仍在名录内接受监督检查，可以重新备案。',
  LICENCE:
    '注销：许可证有效期届满没有延续、取得许可的单位依法终止等，许可不再有效，依法办理注销手续的。撤销：准予许可违法，或者许可以欺骗、贿赂等不正当手段取得的；撤销以后机构不得再以该许可提供服务，仍在名录内接受监督检查。',
};

interface GroundChoiceProps {
  readonly kind: Kind;
  readonly regime: Regime;
  /** By antd's Form.Item. */
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (ground: string) => void;
}

/** Grounds in force, each with what it leads to, what proves it and on which law it rests. */
function GroundChoice({ kind, regime, id, value, onChange }: GroundChoiceProps) {
  const query = useRemovalGrounds({ kind, regime });
  return (
    <Loaded query={query} what="情形">
      {(grounds) => (
        <Radio.Group
          className="choices"
          {...(id === undefined ? {} : { id })}
          {...(value === undefined ? {} : { value })}
          onChange={(event) => onChange?.(String(event.target.value))}
        >
          {grounds.map(({ code, type, label, proof, basis }) => (
            <div key={code} className="choice">
              <Radio value={code}>
                {REMOVAL_WORDS[regime].types[type]}：{label}
              </Radio>
              <p className="muted">
                应当取得的证据：{proof}。依据：{basis.law}
                {basis.article}
              </p>
            </div>
          ))}
        </Radio.Group>
      )}
    </Loaded>
  );
}
