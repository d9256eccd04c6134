import { Button, Space } from 'antd';
import { useState } from 'react';
import { FilesShown } from '../../../shared/files/files-shown';
import { instantInWords } from '../../../shared/ui/dates';
import { Panel } from '../../../shared/ui/panel';
import { Status } from '../../../shared/ui/status';
import { Term } from '../../../shared/ui/term';
import type { Filing } from '../queries';
import { AskDecision } from './ask-decision';
import { useOpinions, type Opinions } from './queries';
import { WaiveDecision } from './waive-decision';

/** Opinions of other departments: asked and read by the registrar; the applicant sees who is asked until when. */
export function OpinionPanel({ filing }: { readonly filing: Filing }) {
  const { data } = useOpinions(filing.id, filing.submittedAt !== null);
  const [asked, ask] = useState<'ask' | 'waive' | null>(null);
  if (!data || (data.items.length === 0 && data.departments.length === 0)) return null;
  const open = data.items.filter(({ status }) => status === 'ASKED');
  const close = () => ask(null);
  return (
    <Panel title="协同意见">
      {data.usual !== null && (
        <p>
          一般应当征求{data.usual.departmentName}的意见：{data.usual.reason}。
        </p>
      )}
      {data.items.length === 0 && data.usual === null && (
        <p className="muted">还没有征求其他部门的意见。需要的，可以同时征求几个部门。</p>
      )}
      <ul>
        {data.items.map((opinion) => (
          <li key={opinion.id}>
            <OpinionLine opinion={opinion} />
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

function OpinionLine({ opinion }: { readonly opinion: Opinions['items'][number] }) {
  const {
    departmentName,
    status,
    dueOn,
    askedAt,
    question,
    answerLabel,
    reasons,
    endedByName,
    endedAt,
    files,
  } = opinion;
  return (
    <>
      <strong>{departmentName}</strong> <Status process="filing-opinion" status={status} />{' '}
      {status === 'ASKED' && <Term dueOn={dueOn} />}
      <p className="muted">征求于 {instantInWords(askedAt)}</p>
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
