import { Button } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { Decision } from '../../../shared/ui/decision';
import { instantInWords } from '../../../shared/ui/dates';
import { Failure } from '../../../shared/ui/failure';
import { Mark } from '../../../shared/ui/mark';
import { Panel } from '../../../shared/ui/panel';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { Waiting } from '../../../shared/ui/waiting';
import { useRecusals, type Recusal } from '../recusals/queries';
import { DeclareRecusal } from './declare-recusal';
import { useRevokeRecusal, type Inspector } from './queries';
import './inspectors.css';

/** To which institutions this inspector is not sent (回避), and since when: for who keeps the directory. */
export function RecusalPanel({ inspector }: { readonly inspector: Inspector }) {
  const [declaring, declare] = useState(false);
  const [revoked, revoke] = useState<Recusal | null>(null);
  const list = useRecusals(inspector.id);
  return (
    <Panel title="回避">
      <p>
        与机构有直接利害关系，或者有其他关系可能影响公正执法的，不派去这家机构。
        <span className="muted">《中华人民共和国行政处罚法》第四十三条</span>
      </p>
      <Button onClick={() => declare(true)}>登记回避</Button>
      {list.isError && (
        <Failure error={list.error} what="没有取得回避记录" onRetry={() => void list.refetch()} />
      )}
      {!list.items && !list.isError && <Waiting />}
      {list.items?.length === 0 && <p>没有登记过回避。</p>}
      {list.items && list.items.length > 0 && (
        <ul className="recusals" aria-label="回避记录">
          {list.items.map((recusal) => (
            <li key={recusal.id}>
              <div>
                <strong>{recusal.institutionName ?? '辖区以外的机构'}</strong>{' '}
                {recusal.revokedAt === null ? (
                  <Mark tone="running">回避中</Mark>
                ) : (
                  <Mark tone="plain">已解除</Mark>
                )}
                {recusal.reason !== null && <div>{recusal.reason}</div>}
                <small className="muted">
                  {recusal.declaredByName ?? '已注销的账号'} · {instantInWords(recusal.declaredAt)}
                  {recusal.revokedAt !== null && ` · ${instantInWords(recusal.revokedAt)}解除`}
                </small>
              </div>
              {/* The reason is told to who keeps the entry, and nobody else lifts a recusal. */}
              {recusal.revokedAt === null && recusal.reason !== null && (
                <Button
                  aria-label={`解除对${recusal.institutionName ?? '辖区以外的机构'}的回避`}
                  onClick={() => revoke(recusal)}
                >
                  解除
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && <Button onClick={() => void list.fetchNextPage()}>继续显示</Button>}
      {declaring && <DeclareRecusal inspector={inspector} onClose={() => declare(false)} />}
      {revoked && <Revoking inspector={inspector} recusal={revoked} onClose={() => revoke(null)} />}
    </Panel>
  );
}

interface RevokingProps {
  readonly inspector: Inspector;
  readonly recusal: Recusal;
  readonly onClose: () => void;
}

function Revoking({ inspector, recusal, onClose }: RevokingProps) {
  const [reason, setReason] = useState('');
  const revoke = useRevokeRecusal(inspector.id);
  const institution = recusal.institutionName ?? '该机构';
  return (
    <Decision
      open
      act="解除回避"
      consequences={[
        `此后发布的抽取，可以派${inspector.name}检查“${institution}”。`,
        '原来的记录和理由保留，解除另作一条记录，写明是谁、为什么。',
      ]}
      ready={reason.trim() !== ''}
      busy={revoke.isPending}
      error={revoke.error}
      onCancel={onClose}
      onConfirm={() =>
        carryOut(revoke, { recusalId: recusal.id, reason: reason.trim() }, () => {
          tell(`已解除${inspector.name}对“${institution}”的回避。`);
          onClose();
        })
      }
    >
      <ReasonField label="解除的理由" help="例如：亲属已于去年离职" value={reason} onChange={setReason} />
    </Decision>
  );
}
