import { Button } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../shared/api/carry-out';
import { dayInWords, instantInWords } from '../../shared/ui/dates';
import { Decision } from '../../shared/ui/decision';
import { Loaded } from '../../shared/ui/loaded';
import { Panel } from '../../shared/ui/panel';
import { ReasonField } from '../../shared/ui/reason-field';
import { Status } from '../../shared/ui/status';
import { tell } from '../../shared/ui/told';
import {
  useDisclose,
  useDisclosure,
  useFilingPapers,
  type Disclosure,
  type DisclosureAct,
  type Filing,
} from './queries';
import '../../shared/papers/papers-panel.css';

/** What the public is told of a 托育机构 whose filing does not meet the standards; only where such a notice was given. */
export function DisclosurePanel({ filing }: { readonly filing: Filing }) {
  const papers = useFilingPapers(filing);
  const given = papers.data?.items.some(({ kind }) => kind === 'NONCONFORMITY_NOTICE') ?? false;
  const query = useDisclosure(filing, given);
  if (!given) return null;
  return (
    <Panel title="向社会公开">
      <Loaded query={query} what="公开情况">
        {(disclosure) => <Told filing={filing} disclosure={disclosure} />}
      </Loaded>
    </Panel>
  );
}

const ACTS: Readonly<Record<DisclosureAct, string>> = {
  publish: '向社会公开',
  correct: '更正公开的内容',
  withdraw: '撤下公开的内容',
};

interface ToldProps {
  readonly filing: Filing;
  readonly disclosure: Disclosure;
}

function Told({ filing, disclosure }: ToldProps) {
  const [asked, ask] = useState<DisclosureAct | null>(null);
  const { status, reason, dueOn, lines, availableActions } = disclosure;
  return (
    <>
      <p>
        <Status process="nonconformity-disclosure" status={status} />
        {status === 'UNPUBLISHED' && dueOn !== null && `　最迟 ${dayInWords(dueOn)} 公开`}
      </p>
      {reason !== null && <p className="public-words">公众现在看到：{reason}</p>}
      {lines.length > 0 && (
        <ol>
          {lines.map(({ seq, label, at, note }) => (
            <li key={seq}>
              {label}，{instantInWords(at)}
              {note !== null && <span className="muted">（{note}）</span>}
            </li>
          ))}
        </ol>
      )}
      {availableActions.map((act) => (
        <Button
          key={act}
          type={act === 'publish' ? 'primary' : 'default'}
          style={{ marginInlineEnd: 8 }}
          onClick={() => ask(act)}
        >
          {ACTS[act]}
        </Button>
      ))}
      {asked !== null && (
        <Disclosing
          key={asked}
          filing={filing}
          disclosure={disclosure}
          act={asked}
          onClose={() => ask(null)}
        />
      )}
    </>
  );
}

const CONSEQUENCES: Readonly<Record<DisclosureAct, readonly string[]>> = {
  publish: [
    '机构名称、统一社会信用代码和下面的文字在公众网站公开，任何人都可以查看。',
    '文字不能含有姓名、电话、证件号码等个人信息。',
    '公开以后只能更正或者撤下，以前公开的内容留存。',
  ],
  correct: ['公众看到的文字换成下面的文字，页面写明更正时间。', '以前公开的文字留存，更正的原因不公开。'],
  withdraw: ['公众不再看到这件公开。', '以前公开的文字留存，撤下的原因不公开。'],
};

interface DisclosingProps extends ToldProps {
  readonly act: DisclosureAct;
  readonly onClose: () => void;
}

function Disclosing({ filing, disclosure, act, onClose }: DisclosingProps) {
  const [reason, setReason] = useState(disclosure.reason ?? disclosure.noticeReason);
  const [note, setNote] = useState('');
  const disclose = useDisclose(filing, disclosure, act);
  const speaks = act !== 'withdraw';
  const explains = act !== 'publish';
  return (
    <Decision
      open
      act={ACTS[act]}
      grave={act === 'withdraw'}
      consequences={CONSEQUENCES[act]}
      ready={(!speaks || reason.trim() !== '') && (!explains || note.trim() !== '')}
      busy={disclose.isPending}
      error={disclose.error}
      onCancel={onClose}
      onConfirm={() =>
        carryOut(disclose, { reason, note }, ({ statusLabel }) => {
          tell(`不符合要求的理由：${statusLabel}。`);
          onClose();
        })
      }
    >
      {speaks && (
        <ReasonField
          label="公开的文字"
          help="请逐字核对：公众看到的就是这段文字"
          value={reason}
          onChange={setReason}
          maxLength={2000}
        />
      )}
      {explains && (
        <ReasonField
          label={act === 'correct' ? '更正的原因' : '撤下的原因'}
          value={note}
          onChange={setNote}
        />
      )}
    </Decision>
  );
}
