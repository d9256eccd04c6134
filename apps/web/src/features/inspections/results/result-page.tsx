import { siteInWords } from '@zhaoguan/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { carryOut } from '../../../shared/api/carry-out';
import { Decision } from '../../../shared/ui/decision';
import { instantInWords } from '../../../shared/ui/dates';
import { Loaded } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';
import { Panel } from '../../../shared/ui/panel';
import { Status } from '../../../shared/ui/status';
import { Term } from '../../../shared/ui/term';
import { tell } from '../../../shared/ui/told';
import { Inspected } from './inspected';
import { KeptFindings } from './kept-findings';
import { PublicText } from './public-text';
import { usePublishResult, useResult, type Result } from './queries';

export default function ResultPage() {
  const { id = '' } = useParams();
  return (
    <Loaded query={useResult(id)} what="检查结果">
      {(result) => <ResultView key={result.id} result={result} />}
    </Loaded>
  );
}

/** What the public will read, what stands behind it, and its publication. */
function ResultView({ result }: { readonly result: Result }) {
  const [asking, ask] = useState(false);
  const { status, institutionId, institutionName, dueOn, publishedAt, publishedByName } = result;
  const pending = status === 'PENDING';
  const check = pending ? '，公布以前请核对' : '';
  return (
    <Page
      title={institutionName}
      state={
        <>
          <Status process="inspection-result" status={status} />
          {pending && <Term dueOn={dueOn} />}
        </>
      }
      facts={
        <>
          {siteInWords(result)} · {result.resultLabel} ·{' '}
          <Link to={`/institutions/${institutionId}`}>机构信息</Link>
        </>
      }
      actions={
        result.availableActions.includes('publish') && (
          <Button type="primary" onClick={() => ask(true)}>
            公布检查结果
          </Button>
        )
      }
    >
      {publishedAt !== null && (
        <p>
          {publishedByName ?? '已注销的账号'}于{instantInWords(publishedAt)}公布。
        </p>
      )}
      {result.awaitsCoSignature && (
        <p className="notice">
          只有一名检查人员报告“{result.resultLabel}
          ”，等检查组另一名成员会签。会签以后才能公布，到期也不自动公布。
        </p>
      )}
      {result.withdrawals.length > 0 && (
        <div className="notice">
          <p>检查组在这次检查中撤回过结果{check}：</p>
          <ul>
            {result.withdrawals.map((said, i) => (
              // They are kept in the order in which they were withdrawn, and none is ever taken out.
              <li key={i}>{said}</li>
            ))}
          </ul>
        </div>
      )}
      {result.disagreements.length > 0 && (
        <div className="notice">
          <p>检查组对下列事项的结论有过不一致{check}：</p>
          <ul>
            {result.disagreements.map((said, i) => (
              // They are kept in the order in which they were written, and none is ever taken out.
              <li key={i}>{said}</li>
            ))}
          </ul>
        </div>
      )}
      {status === 'WITHDRAWN' ? (
        <p className="notice">
          检查组已撤回这一结果，检查继续进行，重新提交后另列。撤回的结果不公布，理由见检查任务的办理记录。
        </p>
      ) : (
        <Panel title={pending ? '公众将看到的内容' : '公众看到的内容'}>
          <PublicText result={result} />
        </Panel>
      )}
      <Panel title={result.keptFindings === null ? '检查情况（不公开）' : '撤回时的检查情况（不公开）'}>
        {result.keptFindings === null ? (
          <Inspected taskId={result.taskId} />
        ) : (
          <KeptFindings taskId={result.taskId} findings={result.keptFindings} />
        )}
      </Panel>
      {asking && <Publishing result={result} onClose={() => ask(false)} />}
    </Page>
  );
}

function Publishing({ result, onClose }: { readonly result: Result; readonly onClose: () => void }) {
  const publish = usePublishResult(result);
  const failed = result.failures.length;
  return (
    <Decision
      open
      act="公布检查结果"
      consequences={[
        `“${result.institutionName}”的检查结果（${result.resultLabel}）立即对公众公开，长期可查。`,
        failed > 0
          ? `${failed} 项不符合记入机构的信用记录，信用等级随之重新计算。`
          : '没有不符合的事项，不影响机构的信用等级。',
        '公布以后不能撤回；确有错误的，以更正公布。',
        '检查人员的姓名、现场照片和情况说明不公开。',
      ]}
      busy={publish.isPending}
      error={publish.error}
      onCancel={onClose}
      onConfirm={() =>
        carryOut(publish, undefined, () => {
          tell(`已公布“${result.institutionName}”的检查结果。`);
          onClose();
        })
      }
    />
  );
}
