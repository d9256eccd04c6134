import { Button, Flex } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Decision } from '../../../shared/ui/decision';
import { explain } from '../../../shared/ui/failure';
import { Mark } from '../../../shared/ui/mark';
import { Panel } from '../../../shared/ui/panel';
import { tell } from '../../../shared/ui/told';
import { useLeaveWarning } from '../../../shared/ui/use-leave-warning';
import { publishEach, type Answer } from './publish-each';
import { PublicText } from './public-text';
import { usePublishOne, type Result } from './queries';

interface PublishSeveralProps {
  readonly chosen: readonly Result[];
  /** Every result of the run is published, or has its refusal. */
  readonly onDone: () => void;
  /** How they are chosen, beside the button. */
  readonly children: ReactNode;
}

interface Run {
  readonly of: readonly Result[];
  readonly answers: readonly Answer[];
  readonly isRunning: boolean;
}

/** Publishes the chosen results after one decision that shows what the public will read of each. */
export function PublishSeveral({ chosen, onDone, children }: PublishSeveralProps) {
  const [asking, ask] = useState(false);
  const [run, setRun] = useState<Run | null>(null);
  const { publish, refresh } = usePublishOne();
  const isRunning = run?.isRunning === true;
  useLeaveWarning(isRunning);
  const publishAll = async () => {
    const answers: Answer[] = [];
    setRun({ of: chosen, answers, isRunning: true });
    await publishEach(chosen, publish, (answer) => {
      answers.push(answer);
      setRun({ of: chosen, answers: [...answers], isRunning: true });
    });
    await refresh();
    setRun({ of: chosen, answers, isRunning: false });
    tell(`已公布 ${answers.filter(({ refusal }) => refusal === null).length} 家的检查结果。`);
    ask(false);
    onDone();
  };
  return (
    <>
      <Flex wrap gap={16} align="center" style={{ marginBottom: 16 }}>
        {children}
        <Button type="primary" disabled={chosen.length === 0} onClick={() => ask(true)}>
          {chosen.length === 0 ? '公布所选的结果' : `公布所选的 ${chosen.length} 家`}
        </Button>
      </Flex>
      {run && !run.isRunning && <Answers run={run} />}
      {asking && (
        <Decision
          open
          act="公布检查结果"
          consequences={[
            `下列 ${chosen.length} 家机构的检查结果逐家公布，立即对公众公开，长期可查。请逐家看过公众将看到的内容。`,
            '不符合的事项记入机构的信用记录，信用等级随之重新计算。',
            '公布以后不能撤回；确有错误的，以更正公布。中途停下的，已公布的有效，其余仍待公布。',
          ]}
          busy={isRunning}
          error={null}
          onCancel={() => !isRunning && ask(false)}
          onConfirm={() => void publishAll()}
        >
          {run && isRunning ? <Progress run={run} /> : <Texts results={chosen} />}
        </Decision>
      )}
    </>
  );
}

function Texts({ results }: { readonly results: readonly Result[] }) {
  return (
    <>
      <h2 className="publish-heading">公众将看到的内容</h2>
      <ul className="publish-texts">
        {results.map((result) => (
          <li key={result.id}>
            <details>
              <summary>
                {result.institutionName}：{result.resultLabel}
                {result.failures.length > 0 && `，不符合 ${result.failures.length} 项`}
              </summary>
              <PublicText result={result} />
            </details>
            <Link
              to={`/results/${result.id}`}
              target="_blank"
              aria-label={`在新页面查看${result.institutionName}的检查结果`}
            >
              在新页面查看
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Progress({ run: { of, answers } }: { readonly run: Run }) {
  return (
    <p role="status">
      正在公布，已办 {answers.length} 家，共 {of.length} 家：
      {of[answers.length]?.institutionName ?? '即将完成'}
    </p>
  );
}

/** What came of the last run, institution by institution. */
function Answers({ run: { of, answers } }: { readonly run: Run }) {
  const untried = of.slice(answers.length);
  return (
    <Panel title="本次公布的情况">
      <ul className="publish-texts" aria-label="本次公布的情况">
        {answers.map(({ result, refusal }) => (
          <li key={result.id}>
            {refusal === null ? <Mark tone="good">已公布</Mark> : <Mark tone="attention">没有公布</Mark>}{' '}
            {result.institutionName}
            {refusal !== null && `：${explain(refusal).cause}。${explain(refusal).advice}`}
          </li>
        ))}
        {untried.map(({ id, institutionName }) => (
          <li key={id}>
            <Mark tone="attention">没有办理</Mark> {institutionName}：前一家没有收到答复，其余没有继续公布。
          </li>
        ))}
      </ul>
    </Panel>
  );
}
