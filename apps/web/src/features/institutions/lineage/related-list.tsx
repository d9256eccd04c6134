import { RELATION_BASES, RELATION_LABELS, siteInWords, type Relation } from '@zhaoguan/contracts';
import { Button } from 'antd';
import { Link } from 'react-router';
import { dayInWords } from '../../../shared/ui/dates';
import { Failure } from '../../../shared/ui/failure';
import { PlaceName } from '../../../shared/ui/places';
import { GradeMark } from '../../../shared/ui/status';
import { FilingEndMark, InstitutionState } from '../institution-state';
import { awaitedPredecessors, awaitedSuccessor } from '../../filings/closures/closure-words';
import { useClosuresNaming, useClosuresOf } from '../../filings/closures/queries';
import { useRelated, type RelatedInstitution } from './queries';

interface RelatedListProps {
  readonly institutionId: string;
  readonly relation: Relation;
}

/** Institutions of one relation, each the way to its own record; of those outside the jurisdiction only the number. */
export function RelatedList({ institutionId, relation }: RelatedListProps) {
  const { list, elsewhere } = useRelated(institutionId, relation);
  const awaited = useAwaited(institutionId, relation);
  const title = RELATION_LABELS[relation];
  if (list.isError && !list.items) {
    return <Failure error={list.error} what={`没有取得${title}`} onRetry={() => void list.refetch()} />;
  }
  if (!list.items) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {list.items.length === 0 && elsewhere === 0 && <p className="muted">{awaited ?? '没有记录。'}</p>}
      <ul>
        {list.items.map((related) => (
          <li key={related.id}>
            <Line related={related} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          继续显示
        </Button>
      )}
      {elsewhere > 0 && <p className="muted">本辖区以外还有 {elsewhere} 家，由当地主管部门查看。</p>}
    </section>
  );
}

/** What a closure says of the two and is not written yet: “没有记录” beside it would contradict it. */
function useAwaited(institutionId: string, relation: Relation): string | null {
  const closures = useClosuresOf(institutionId).data ?? [];
  const naming = useClosuresNaming(institutionId).data ?? [];
  if (relation === 'SUCCESSOR') return awaitedSuccessor(closures);
  return relation === 'PREDECESSOR' ? awaitedPredecessors(naming) : null;
}

function Line({ related }: { readonly related: RelatedInstitution }) {
  const { id, name, district, status, grade, filingEndedAs, regime, endedOn, basis } = related;
  return (
    <>
      <Link to={`/institutions/${id}`}>{name}</Link> <InstitutionState status={status} />{' '}
      <GradeMark grade={grade} /> <FilingEndMark endedAs={filingEndedAs} regime={regime} />
      <div className="muted">
        {siteInWords(related)} · <PlaceName code={district} />
        {endedOn && ` · 至${dayInWords(endedOn)}`} · {RELATION_BASES[basis]}
      </div>
    </>
  );
}
