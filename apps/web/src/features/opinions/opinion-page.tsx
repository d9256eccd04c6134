import { siteInWords } from '@zhaoguan/contracts';
import { useState } from 'react';
import { useParams } from 'react-router';
import { DocumentView } from '../../shared/files/document-view';
import { FilesShown } from '../../shared/files/files-shown';
import { instantInWords } from '../../shared/ui/dates';
import { Facts } from '../../shared/ui/facts';
import { Loaded } from '../../shared/ui/loaded';
import { Mark } from '../../shared/ui/mark';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { Status } from '../../shared/ui/status';
import { Term } from '../../shared/ui/term';
import { AnswerForm } from './answer-form';
import { useAsked, type Asked } from './queries';

/** What the department is asked: the question, the application in words, the materials it is shown, and its answer. */
export default function OpinionPage() {
  const { id = '' } = useParams();
  const query = useAsked(id);
  return (
    <Loaded query={query} what="协同意见" title="协同意见">
      {(asked) => <WithAsked asked={asked} />}
    </Loaded>
  );
}

function WithAsked({ asked }: { readonly asked: Asked }) {
  const { id, name, status, dueOn, question, answerLabel, reasons, files, application } = asked;
  return (
    <Page
      title={name}
      state={
        <>
          <Status process="filing-opinion" status={status} /> {status === 'ASKED' && <Term dueOn={dueOn} />}
        </>
      }
      facts={`${siteInWords(asked)}的${asked.typeLabel}征求意见`}
    >
      <Panel title="征求意见">
        <Facts
          facts={[
            { name: '征求部门', value: asked.departmentName },
            { name: '征求机关', value: asked.authorityName },
            { name: '征求时间', value: instantInWords(asked.askedAt) },
            { name: '问题', value: question },
            { name: '针对', value: `第 ${asked.round} 次提交` },
          ]}
        />
        <Meanwhile asked={asked} />
      </Panel>
      {asked.availableActions.includes('answer') ? (
        <AnswerForm asked={asked} />
      ) : (
        <Panel title="答复">
          <p>{answerLabel ?? '没有答复，不再需要答复。'}</p>
          {reasons !== null && <p>理由：{reasons}</p>}
          <FilesShown
            title="随附文件"
            files={files}
            pathOf={(file) => `/api/v1/opinions/${id}/files/${file}`}
          />
        </Panel>
      )}
      {status === 'ASKED' ? (
        <>
          <Amendments asked={asked} />
          <Panel title="申请书">
            <Facts facts={application.map(({ label, value }) => ({ name: label, value }))} />
          </Panel>
          <Panel title="提供的材料">
            <Materials asked={asked} />
          </Panel>
        </>
      ) : (
        <p className="muted">已经不需要答复，申请书和材料不再显示；需要再看的，请与征求意见的机关联系。</p>
      )}
    </Page>
  );
}

/** What has become of the case since it was asked: it is answered about what is shown. */
function Meanwhile({ asked: { status, round, lastRound, withApplicant } }: { readonly asked: Asked }) {
  if (status !== 'ASKED') return null;
  if (lastRound > round) {
    return (
      <p>
        <Mark tone="attention">已重新提交</Mark> 申请人此后又提交过，下面是第 {round}{' '}
        次提交的内容，您的答复针对这一次。需要看新的内容的，请与征求意见的机关联系。
      </p>
    );
  }
  if (!withApplicant) return null;
  return (
    <p>
      <Mark tone="attention">已退回补正</Mark> 本件现在由申请人补正，内容可能修改；下面是第 {round}{' '}
      次提交的内容，您的答复针对这一次。
    </p>
  );
}

/** What a change would change: who answers for fire or food looks at that first. */
function Amendments({ asked: { amendments } }: { readonly asked: Asked }) {
  if (amendments === null) return null;
  return (
    <Panel title={`变更事项（${amendments.length} 项）`}>
      {amendments.length === 0 ? (
        <p>申请书的内容与已登记的相同。</p>
      ) : (
        <Facts
          facts={amendments.map(({ label, old, new: fresh, supplied }) => ({
            name: label,
            value: (
              <>
                <span className="muted">{supplied === true ? '以前没有填报' : `变更前：${old}`}</span>
                <br />
                变更后：<strong>{fresh}</strong>
              </>
            ),
          }))}
        />
      )}
    </Panel>
  );
}

function Materials({ asked: { id, materials } }: { readonly asked: Asked }) {
  const [shown, show] = useState<string | null>(null);
  if (materials.length === 0) return <p className="muted">没有提供材料。</p>;
  return (
    <ul>
      {materials.map(({ code, name, fileName }) => (
        <li key={code}>
          {name}{' '}
          <button
            type="button"
            className="link-button"
            aria-label={`${shown === code ? '收起' : '查看'}${name}`}
            onClick={() => show(shown === code ? null : code)}
          >
            {shown === code ? '收起' : '查看'}
          </button>
          {shown === code && (
            <DocumentView path={`/api/v1/opinions/${id}/materials/${code}`} name={name} fileName={fileName} />
          )}
        </li>
      ))}
    </ul>
  );
}
