import { URGENCIES, URGENCY_LABELS } from '@zhaoguan/contracts';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { useUser } from '../../shared/session/use-session';
import { useFilters } from '../../shared/table/use-filters';
import { Failure } from '../../shared/ui/failure';
import { Loaded } from '../../shared/ui/loaded';
import { Page } from '../../shared/ui/page';
import { useNarrow } from '../../shared/ui/use-narrow';
import { Waiting } from '../../shared/ui/waiting';
import { HomeGuide } from './home-guide';
import { useWorkItems, useWorkSummary, type WorkItem, type WorkSummary } from './queries';
import { URGENCY_TONES } from './urgency-tones';
import { WorkLine } from './work-line';
import './home.css';

/** Apart from the page, which shows what waits before it can be taken away. */
const WorkExport = lazy(() => import('./work-export'));

/** 待办: what waits for the person, the nearest last day first. Of plain elements, for inspectors load it in corridors. */
export default function HomePage() {
  const [{ type }, change] = useFilters(['type']);
  const chosen = type as WorkItem['type'] | undefined;
  const summary = useWorkSummary();
  return (
    <Page title="待办" actions={<Link to="/figures">看统计图</Link>}>
      <Loaded query={summary} what="待办">
        {(counts) => (
          <>
            {counts.total > 0 && <Terms counts={counts} />}
            {counts.byType.length > 1 && (
              <Types counts={counts} chosen={chosen} onChoose={(next) => change({ type: next })} />
            )}
            {counts.total === 0 ? <NothingWaits /> : <WorkList type={chosen} />}
            {counts.total > 0 && (
              <Suspense>
                <WorkExport type={chosen} />
              </Suspense>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Terms({ counts }: { readonly counts: WorkSummary }) {
  return (
    <ul className="work-terms" aria-label="按期限">
      {URGENCIES.filter((urgency) => counts.byUrgency[urgency] > 0).map((urgency) => (
        <li key={urgency} className={`mark-${URGENCY_TONES[urgency]}`}>
          <strong>{counts.byUrgency[urgency]}</strong> {URGENCY_LABELS[urgency]}
        </li>
      ))}
    </ul>
  );
}

interface TypesProps {
  readonly counts: WorkSummary;
  readonly chosen: WorkItem['type'] | undefined;
  readonly onChoose: (type: WorkItem['type'] | undefined) => void;
}

/** One line on a phone, where a button for each kind would push what waits off the first screen. */
function Types({ counts, chosen, onChoose }: TypesProps) {
  if (useNarrow()) {
    return (
      <select
        className="work-types-narrow no-print"
        aria-label="按类别"
        value={chosen ?? ''}
        onChange={({ target }) => onChoose((target.value || undefined) as WorkItem['type'] | undefined)}
      >
        <option value="">全部类别（{counts.total}）</option>
        {counts.byType.map(({ type, typeLabel, count }) => (
          <option key={type} value={type}>
            {typeLabel}（{count}）
          </option>
        ))}
      </select>
    );
  }
  return (
    <div className="work-types no-print" role="group" aria-label="按类别">
      <button type="button" aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)}>
        全部 {counts.total}
      </button>
      {counts.byType.map(({ type, typeLabel, count }) => (
        <button key={type} type="button" aria-pressed={chosen === type} onClick={() => onChoose(type)}>
          {typeLabel} {count}
        </button>
      ))}
    </div>
  );
}

function WorkList({ type }: { readonly type: WorkItem['type'] | undefined }) {
  const list = useWorkItems(type);
  if (list.isError && !list.items) {
    return <Failure error={list.error} what="没有取得待办" onRetry={() => void list.refetch()} />;
  }
  if (!list.items) return <Waiting />;
  return (
    <>
      <ul className="work-list" aria-label="待办事项">
        {list.items.map((item) => (
          <WorkLine key={`${item.type} ${item.subject.id}`} item={item} />
        ))}
      </ul>
      {list.hasNextPage && (
        <button
          type="button"
          className="work-more no-print"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          继续显示（已显示 {list.items.length} 件）
        </button>
      )}
    </>
  );
}

function NothingWaits() {
  const { roles } = useUser();
  return (
    <div className="panel">
      <p>现在没有等您办理的事项。有新的事项时，会出现在这里和右上角的通知里。</p>
      <HomeGuide roles={roles} />
    </div>
  );
}
