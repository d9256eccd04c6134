import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { jobLabel } from '@zhaoguan/contracts';
import { Button } from 'antd';
import { useEffect } from 'react';
import { carryOut } from '../../shared/api/carry-out';
import { api, bodyOf } from '../../shared/api/client';
import { ListBody } from '../../shared/table/list-body';
import { usePagedList } from '../../shared/table/use-paged-list';
import { instantInWords } from '../../shared/ui/dates';
import { Failure } from '../../shared/ui/failure';
import { Mark, type Tone } from '../../shared/ui/mark';
import { Page } from '../../shared/ui/page';
import { tell } from '../../shared/ui/told';
import './jobs-page.css';

type DeadJob = Schemas['DeadJobDto'];

const LOOK_AGAIN_MS = 2_000;

function useDeadJobs() {
  return usePagedList<DeadJob>(['dead-jobs'], (cursor) =>
    bodyOf(api.GET('/api/v1/jobs/dead', { params: { query: cursor === undefined ? {} : { cursor } } })),
  );
}

/** Background jobs that failed for good (后台任务): what each does, why it failed, and how its retry went. */
export default function JobsPage() {
  const list = useDeadJobs();
  const running = list.items?.some(({ retryOutcome }) => retryOutcome === 'RUNNING') ?? false;
  const { refetch } = list;
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => void refetch(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [running, refetch]);
  return (
    <Page
      title="后台任务"
      facts="多次自动重试仍然失败的任务。查明原因、排除故障以后，重新执行一次；已经完成的部分不会重做。"
    >
      <ListBody list={list} what="后台任务" empty="没有失败的任务，不需要处理。">
        {(jobs) => (
          <ul className="list-cards" aria-label="后台任务">
            {jobs.map((job) => (
              <li key={job.id}>
                <Job job={job} />
              </li>
            ))}
          </ul>
        )}
      </ListBody>
    </Page>
  );
}

function Job({ job }: { readonly job: DeadJob }) {
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: () => bodyOf(api.POST('/api/v1/jobs/dead/{id}/retry', { params: { path: { id: job.id } } })),
    onSuccess: () => tell(`已重新执行“${jobLabel(job.job)}”，结果会显示在这里。`),
    onSettled: () => client.invalidateQueries({ queryKey: ['dead-jobs'] }),
  });
  return (
    <article className="job">
      <header>
        <strong>{jobLabel(job.job)}</strong>
        <Outcome job={job} />
        {job.retriedAt === null && (
          <Button
            loading={retry.isPending}
            onClick={() => carryOut(retry, undefined)}
            aria-label={`重新执行：${jobLabel(job.job)}`}
          >
            重新执行
          </Button>
        )}
      </header>
      <p className="muted">
        最后一次失败 <time dateTime={job.failedAt}>{instantInWords(job.failedAt)}</time>
        {job.retriedAt !== null && (
          <>
            ，重新执行 <time dateTime={job.retriedAt}>{instantInWords(job.retriedAt)}</time>
          </>
        )}
      </p>
      {retry.error && <Failure error={retry.error} what="没有重新执行" />}
      <details>
        <summary>失败的原因</summary>
        <pre>{job.error}</pre>
        <p className="muted">
          任务名称 <code className="mono">{job.job}</code>，队列编号 <code className="mono">{job.key}</code>
        </p>
      </details>
    </article>
  );
}

const OUTCOMES: Readonly<
  Record<NonNullable<DeadJob['retryOutcome']>, { readonly tone: Tone; readonly text: string }>
> = {
  RUNNING: { tone: 'running', text: '正在重新执行' },
  DONE: { tone: 'good', text: '重新执行已完成' },
  DEAD: { tone: 'stopped', text: '重新执行又失败，另列一条' },
};

function Outcome({ job: { retriedAt, retryOutcome } }: { readonly job: DeadJob }) {
  if (retriedAt === null) return <Mark tone="stopped">已失败</Mark>;
  if (retryOutcome === null) return <Mark tone="plain">已重新执行</Mark>;
  const { tone, text } = OUTCOMES[retryOutcome];
  return <Mark tone={tone}>{text}</Mark>;
}
