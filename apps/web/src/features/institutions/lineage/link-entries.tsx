import { LINK_KIND_LABELS } from '@zhaoguan/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { instantInTable } from '../../../shared/ui/dates';
import { Decision } from '../../../shared/ui/decision';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { useEnterLink, useLinkEntries, type LinkEntry } from './queries';

interface LinkEntriesProps {
  readonly institutionId: string;
  readonly mayCorrect: boolean;
}

/** What was entered and found of the institution, by whom and on what grounds; the way to correct it. */
export function LinkEntries({ institutionId, mayCorrect }: LinkEntriesProps) {
  const list = useLinkEntries(institutionId);
  const [correcting, correct] = useState<LinkEntry>();
  if (!list.items || list.items.length === 0) return null;
  return (
    <details>
      <summary>登记记录</summary>
      <ul>
        {list.items.map((entry) => (
          <li key={entry.id}>
            {inWords(entry, institutionId)}
            <div className="muted">
              {instantInTable(entry.madeAt)} · {entry.madeByName} ·{' '}
              {entry.basis === 'PLACE' ? '准予时按同一地址自动关联' : `依据：${entry.reason}`}
            </div>
            {mayCorrect && entry.stands && entry.isLatest && isOwn(entry, institutionId) && (
              <Button size="small" onClick={() => correct(entry)}>
                更正
              </Button>
            )}
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          继续显示
        </Button>
      )}
      {correcting && (
        <Correction institutionId={institutionId} entry={correcting} onClose={() => correct(undefined)} />
      )}
    </details>
  );
}

/** A predecessor is corrected on the page of the one that came after. */
const isOwn = ({ kind, institutionId }: LinkEntry, id: string): boolean =>
  kind === 'CONTROLLER' || institutionId === id;

function inWords(entry: LinkEntry, id: string): string {
  const isFirst = entry.institutionId === id;
  const other = isFirst ? (entry.otherName ?? entry.otherCode) : entry.institutionName;
  const label = entry.kind === 'PREDECESSOR' && !isFirst ? '此后的机构' : LINK_KIND_LABELS[entry.kind];
  return `${entry.stands ? '' : '更正：不是'}${label}：${other ?? '本辖区以外的机构'}`;
}

interface CorrectionProps {
  readonly institutionId: string;
  readonly entry: LinkEntry;
  readonly onClose: () => void;
}

function Correction({ institutionId, entry, onClose }: CorrectionProps) {
  const [reason, setReason] = useState('');
  const act = useEnterLink(institutionId);
  const { kind, otherCode } = entry;
  const otherId = entry.institutionId === institutionId ? entry.otherId : entry.institutionId;
  const confirm = () =>
    carryOut(
      act,
      {
        kind,
        stands: false,
        reason: reason.trim(),
        ...(otherCode === null ? { otherId: otherId ?? '' } : { otherCode }),
      },
      () => {
        tell('已经更正。');
        onClose();
      },
    );
  return (
    <Decision
      open
      act="更正"
      consequences={[`登记为不是：${inWords(entry, institutionId)}。`, '原来的登记仍然保留在登记记录里。']}
      ready={reason.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onCancel={onClose}
      onConfirm={confirm}
    >
      <ReasonField label="更正的理由" value={reason} onChange={setReason} />
    </Decision>
  );
}
