import { REGIME_WORDS, REMOVAL_WORDS, type Regime } from '@zhaoguan/contracts';
import { Form } from 'antd';
import { ActPanel } from '../../shared/form/act-panel';
import { RecordForm } from '../../shared/form/record-form';
import { TextField } from '../../shared/form/text-field';
import { Decision } from '../../shared/ui/decision';
import { paperAfterDecision } from '../../shared/ui/decision-service';
import { useAcceptedSince } from './accepted-since';
import { usePendingInWords } from './pending-cases';
import type { Removal } from './queries';
import { useRemovalAct, type RemovalActProps } from './use-removal-act';

interface Values {
  readonly facts: string;
}

const AFTER_REVOCATION: Readonly<Record<Regime, string>> = {
  FILING: '机构仍在名录内接受监督检查，可以重新办理首次备案。',
  LICENCE: '机构不得再以该许可提供服务，仍在名录内接受监督检查。',
};

/** The decision itself: its reasons have been written before, by somebody else; what was found is said by who decides. */
export function DecideForm(props: RemovalActProps) {
  const { removal, onDone } = props;
  const [form] = Form.useForm<Values>();
  const accepted = useAcceptedSince(removal);
  const pending = usePendingInWords(removal.institutionId);
  const act = useRemovalAct<Values, 'decide'>('decide', props);
  const { typeLabel, notice } = removal;
  return (
    <ActPanel title="作出决定" onLater={onDone}>
      <RecordForm<Values>
        name="removal-decision"
        form={form}
        initialValues={{ facts: notice?.facts ?? '', ...act.draft.value }}
        submit="作出决定"
        busy={act.busy}
        error={act.error}
        onChange={act.draft.setValue}
        saved={act.draft.state}
        onSubmit={act.ask}
      >
        <TextField
          name="facts"
          label="查明的事实"
          help="先列事先告知的内容，请按听取陈述申辩以后认定的事实修改；原文写入决定书。对机构不利而没有告知过的事实不能写入，请退回重新告知。"
          maxLength={5000}
          rows={5}
        />
      </RecordForm>
      <Decision
        open={act.asked !== null}
        act={`决定${typeLabel}`}
        grave
        consequences={[...accepted.map(({ words }) => words), ...consequencesOf(removal), ...pending]}
        busy={act.busy}
        error={act.error}
        onConfirm={() => act.asked && act.confirm(act.asked, `已决定${typeLabel}。`)}
        onCancel={act.cancel}
      />
    </ActPanel>
  );
}

function consequencesOf({
  institutionName,
  filingNumber,
  regime,
  type,
  notice,
  servesOnline,
}: Removal): string[] {
  const { held, number } = REGIME_WORDS[regime];
  const { restoration } = REMOVAL_WORDS[regime];
  return [
    `${institutionName}的${held}（${filingNumber}）从现在起不再有效，编制文号。`,
    paperAfterDecision(notice?.service === 'ONLINE' && servesOnline),
    '决定书写明查明的事实和报请的理由；理由有不妥的，请退回重新办理。',
    type === 'CANCELLATION' ? '机构在名录中登记为已终止，不再列入抽查。' : AFTER_REVOCATION[regime],
    `机构名称、${number}、情形和决定日期向社会公开；事实和理由不公开。`,
    `决定不能修改；被复议、诉讼撤销的，另行办理${restoration}。`,
  ];
}
