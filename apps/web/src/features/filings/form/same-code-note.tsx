import { useQuery } from '@tanstack/react-query';
import { KIND_LABELS } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import { api, bodyOf } from '../../../shared/api/client';
import type { Filing } from '../queries';

/**
 * At the code: it stands in the register already, or in another filing of the same person. Nothing is wrong with that, for
 * one legal person may serve at several sites; who has begun the same thing twice learns it before the last step.
 */
export function SameCodeNote({ filing }: { readonly filing: Filing }) {
  const { id, kind, institution } = filing;
  const { data } = useQuery({
    queryKey: ['filing', id, 'same-code', institution.uscc],
    queryFn: () => bodyOf(api.GET('/api/v1/filings/{id}/same-code', { params: { path: { id } } })),
  });
  if (!data || (!data.registered && data.own.length === 0)) return null;
  return (
    <div className="remark" role="status">
      <p>
        请注意：
        {data.own.length > 0
          ? `您已经用这个代码办理过${KIND_LABELS[kind]}备案。`
          : `名录中已经有使用这个代码的${KIND_LABELS[kind]}。`}
      </p>
      {data.own.map(({ id: other, statusLabel }) => (
        <p key={other}>
          <Link to={`/filings/${other}`}>查看这件备案（{statusLabel}）</Link>
        </p>
      ))}
      <p>
        同一处场所不要重复备案：正在办理的，在原来的那一件上办理；已经备案、信息有变化的，请联系备案机关办理变更。在另一处场所开展服务，或者机构在名录中但还没有在这里办理过备案的，可以继续填写。
      </p>
    </div>
  );
}
