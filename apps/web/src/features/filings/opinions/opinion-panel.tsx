import { Button, Space } from 'antd';
import { useState } from 'react';
import { FilesShown } from '../../../shared/files/files-shown';
import { instantInWords } from '../../../shared/ui/dates';
import { Mark } from '../../../shared/ui/mark';
import { Panel } from '../../../shared/ui/panel';
import { Status } from '../../../shared/ui/status';
import { Term } from '../../../shared/ui/term';
import type { Filing } from '../queries';
import { aboutEarlier } from './about-earlier';
import { AskDecision } from './ask-decision';
import { hindranceOf, useOpinions, type Opinions } from './queries';
import { WaiveDecision } from './waive-decision';

/** Opinions of other departments: asked and read by the registrar; the applicant sees who is asked until when. */
export function OpinionPanel({ filing }: { readonly filing: Filing }) {
  const { data } = useOpinions(filing.id, filing.submittedAt !== null);
  const [asked, ask] = useState<'ask' | 'waive' | null>(null);
  if (!data || (data.items.length === 0 && data.departments.length === 0)) return null;
  const open = data.items.filter(({ status }) => status === 'ASKED');
  const close = () => ask(null);
  const hindrance = hindranceOf(data, data.usual?.department);
  return (
    <Panel title="协同意见">
      {data.usual !== null && (
        <p>
          一般应当征求{data.usual.departmentName}的意见：{data.usual.reason}。
          {hindrance !== null && `${hindrance}。`}
        </p>
      )}
      {data.items.length === 0 && data.usual === null && (
        <p className="muted">还没有征求其他部门的意见。需要的，可以同时征求几个部门。</p>
      )}
      <ul>
        {data.items.map((opinion) => (
          <li key={opinion.id}>
            <OpinionLine opinion={opinion} mayAsk={data.departments.length > 0} />
          </li>
        ))}
      </ul>
      <Space wrap>
        {data.departments.length > 0 && <Button onClick={() => ask('ask')}>征求意见</Button>}
        {data.mayWaive && <Button onClick={() => ask('waive')}>不再等待</Button>}
      </Space>
      {asked === 'ask' && <AskDecision filing={filing} opinions={data} onClose={close} />}
      {asked === 'waive' && <WaiveDecision id={filing.id} open={open} onClose={close} />}
    </Panel>
  );
}

interface OpinionLineProps {
  readonly opinion: Opinions['items'][number];
  readonly mayAsk: boolean;
}

function OpinionLine({ opinion, mayAsk }: OpinionLineProps) {
  const {
    departmentName,
    round,
    status,
    unattended,
    dueOn,
    askedAt,
    question,
    answerLabel,
    reasons,
    endedByName,
    endedAt,
    files,
  } = opinion;
  const about = aboutEarlier(opinion);
  return (
    <>
      <strong>{departmentName}</strong> <Status process="filing-opinion" status={status} />{' '}
      {status === 'ASKED' && <Term dueOn={dueOn} />}
      <p className="muted">
        征求于 {instantInWords(askedAt)}，针对第 {round} 次提交
      </p>
      {unattended && (
        <p>
          <Mark tone="attention">无人答复</Mark>{' '}
          对方现在没有可以答复本件的人员，不必等到期限届满：请点“不再等待”写明理由，再作出决定；线下征求的意见，写在内部备注。
        </p>
      )}
      {about !== null && (
        <p>
          <Mark tone="attention">以前的提交</Mark> 这份意见{about}。{mayAsk && againInWords(status)}
        </p>
      )}
      {question !== null && <p>问题：{question}</p>}
      {answerLabel !== null && <p>意见：{answerLabel}</p>}
      {reasons !== null && <p>理由：{reasons}</p>}
      {endedAt !== null && endedByName !== null && (
        <p className="muted">
          {endedByName} · {instantInWords(endedAt)}
        </p>
      )}
      <FilesShown
        title="随附文件"
        files={files}
        pathOf={(file) => `/api/v1/opinions/${opinion.id}/files/${file}`}
      />
    </>
  );
}

/** A department is asked one thing at a time. */
function againInWords(status: Opinions['items'][number]['status']): string {
  return status === 'ASKED'
    ? '需要对方看新的内容的，请先点“不再等待”写明理由，再征求意见。'
    : '需要对方看新的内容的，请再次征求意见。';
}
