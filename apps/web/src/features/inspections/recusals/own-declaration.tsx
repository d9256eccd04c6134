import { useId, useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { PhoneDecision } from '../../../shared/phone/phone-decision';
import { Failure } from '../../../shared/ui/failure';
import { tell } from '../../../shared/ui/told';
import { useDeclareRecusal, useFoundInstitutions } from './queries';

interface Institution {
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

/** Chooses an institution by its name, says why, and declares. */
export function OwnDeclaration({ inspectorId }: { readonly inspectorId: string }) {
  const [q, setQ] = useState('');
  const [chosen, choose] = useState<Institution | null>(null);
  const [reason, setReason] = useState('');
  const [key, setKey] = useState<string | null>(null);
  const declare = useDeclareRecusal(inspectorId);
  const found = useFoundInstitutions(q);
  const helpId = useId();
  const submit = () => {
    if (!chosen || key === null) return;
    carryOut(declare, { institutionId: chosen.id, reason: reason.trim(), key }, () => {
      tell(`已登记回避“${chosen.name}”，此后的抽取不会派您去这家机构。`);
      setKey(null);
      choose(null);
      setQ('');
      setReason('');
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setKey(crypto.randomUUID());
      }}
    >
      {chosen ? (
        <p>
          机构：<strong>{chosen.name}</strong>{' '}
          <button type="button" className="link-button" onClick={() => choose(null)}>
            换一家
          </button>
        </p>
      ) : (
        <>
          <label className="hand-field">
            <span>机构名称（必填）</span>
            <input
              type="search"
              value={q}
              maxLength={50}
              autoComplete="off"
              aria-describedby={helpId}
              onChange={(event) => setQ(event.target.value)}
            />
            <small id={helpId} className="muted">
              输入名称中连续的两个字以上，再从下面选
            </small>
          </label>
          {found.isError && <Failure error={found.error} what="没有查到机构" />}
          <ul className="hand-list" aria-label="查到的机构">
            {found.data?.map((institution) => (
              <li key={institution.id}>
                <button type="button" className="hand-pick" onClick={() => choose(institution)}>
                  <strong>{institution.name}</strong>
                  <small>{institution.address}</small>
                </button>
              </li>
            ))}
          </ul>
          {found.data?.length === 0 && <p role="status">没有找到。可以换两个字再找。</p>}
        </>
      )}
      <label className="hand-field">
        <span>回避的理由（必填）</span>
        <textarea
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          placeholder="例如：近亲属在该机构任职"
        />
        <small className="muted">只有您本人和维护名录的计划人能看到</small>
      </label>
      <button type="submit" className="hand-button hand-primary" disabled={!chosen || reason.trim() === ''}>
        登记回避
      </button>
      <PhoneDecision
        open={key !== null}
        act="登记回避"
        consequences={[
          `此后发布的抽取，不会派您检查“${chosen?.name ?? ''}”。`,
          '已经派给您检查这家机构、还没有开始的，由他人接替。',
          '登记以后，您本人不能解除；情况消失的，由抽查计划人解除。',
          '每次抽取列入多少条回避会公开，理由不公开。',
        ]}
        busy={declare.isPending}
        error={declare.error}
        onConfirm={submit}
        onCancel={() => {
          setKey(null);
          declare.reset();
        }}
      />
    </form>
  );
}
