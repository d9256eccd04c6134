import type { Schemas } from '@zhaoguan/api-client';
import { KIND_LABELS, type Kind } from '@zhaoguan/contracts';
import { Link } from 'react-router';

interface KnownCodeProps {
  readonly kind: Kind;
  /** Nothing is said until it is known. */
  readonly known: Schemas['SameCodeDto'] | undefined;
}

/**
 * That a code stands in the register already, or in another filing of the same person. Nothing is wrong with that, for
 * one legal person may serve at several sites; who has begun the same thing before is led back to it.
 */
export function KnownCode({ kind, known }: KnownCodeProps) {
  if (!known || (!known.registered && known.own.length === 0)) return null;
  const label = KIND_LABELS[kind];
  return (
    <div className="remark" role="status">
      <p>
        请注意：
        {known.own.length === 0
          ? `名录中已经有使用这个代码的${label}。`
          : known.own.every(({ status }) => status === 'DRAFT')
            ? `您已经用这个代码起草过${label}的申请，还没有提交。`
            : `您已经用这个代码办理过${label}的申请。`}
      </p>
      {known.own.map(({ id, status, statusLabel }) => (
        <p key={id}>
          {status === 'DRAFT' ? (
            <Link to={`/filings/${id}/form`}>继续填写原来的{statusLabel}</Link>
          ) : (
            <Link to={`/filings/${id}`}>查看这一件（{statusLabel}）</Link>
          )}
        </p>
      ))}
      <p>
        同一处场所不要重复办理：正在办理的，在原来的那一件上办理；已经在名录中、信息有变化的，从“机构”中打开这家机构，办理变更。在另一处场所开展服务，或者机构在名录中但还没有在这里办理过的，可以继续填写；已经用这个代码办理过的，法人、负责人和联系人的信息会自动带过来。
      </p>
    </div>
  );
}
