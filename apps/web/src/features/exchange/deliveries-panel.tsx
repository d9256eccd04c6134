import { DELIVERY_STATE_LABELS, PARTNER_EVENT_LABELS } from '@zhaoguan/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../shared/api/carry-out';
import { ListBody } from '../../shared/table/list-body';
import { StateFilter } from '../../shared/table/state-filter';
import { instantInWords } from '../../shared/ui/dates';
import { Failure } from '../../shared/ui/failure';
import { Mark, type Tone } from '../../shared/ui/mark';
import { Panel } from '../../shared/ui/panel';
import { tell } from '../../shared/ui/told';
import { useDeliveries, usePartnerActs, type Delivery, type Partner } from './queries';

type State = Delivery['state'];
const TONES: Readonly<Record<State, Tone>> = { PENDING: 'running', DELIVERED: 'good', DEAD: 'stopped' };

/** How the platform was told of what became of its cases (推送记录), and a further try for what it did not take. */
export function DeliveriesPanel({ partner }: { readonly partner: Partner }) {
  const [state, choose] = useState<State | undefined>();
  const list = useDeliveries(partner.id, state);
  const { resend } = usePartnerActs(partner);
  const sendAgain = (changeId?: string) =>
    carryOut(resend, changeId === undefined ? {} : { changeId }, () =>
      tell('已安排重新推送，结果显示在推送记录里。'),
    );
  return (
    <Panel title="推送记录">
      <div className="filters">
        <StateFilter
          name="推送状态"
          labels={DELIVERY_STATE_LABELS}
          value={state}
          onChange={(chosen) => choose(chosen)}
        />
        {partner.dead > 0 && (
          <Button loading={resend.isPending} onClick={() => sendAgain()}>
            失败的全部重新推送
          </Button>
        )}
      </div>
      {resend.error && <Failure error={resend.error} what="没有重新推送" />}
      <ListBody
        list={list}
        what="推送记录"
        empty="没有推送记录。有推送地址的，转来的申请有进展时推送；推送结束以后保留 90 天。"
      >
        {(deliveries) => (
          <ul className="list-cards" aria-label="推送记录">
            {deliveries.map((delivery) => (
              <li key={delivery.changeId}>
                <DeliveryLine delivery={delivery} onResend={() => sendAgain(delivery.changeId)} />
              </li>
            ))}
          </ul>
        )}
      </ListBody>
    </Panel>
  );
}

function DeliveryLine({
  delivery: { event, reference, state, attempts, lastError, nextAt, triedAt, at },
  onResend,
}: {
  readonly delivery: Delivery;
  readonly onResend: () => void;
}) {
  const what = `${PARTNER_EVENT_LABELS[event]} ${reference}`;
  return (
    <article>
      <strong>{what}</strong> <Mark tone={TONES[state]}>{DELIVERY_STATE_LABELS[state]}</Mark>{' '}
      {state === 'DEAD' && (
        <Button onClick={onResend} aria-label={`重新推送：${what}`}>
          重新推送
        </Button>
      )}
      <p className="muted">
        {instantInWords(at)} 发生
        {triedAt !== null && `，推送 ${attempts} 次，最近 ${instantInWords(triedAt)}`}
        {lastError !== null && `，对方没有收下（${lastError}）`}
        {state === 'PENDING' && attempts > 0 && `，${instantInWords(nextAt)} 以后再试`}
      </p>
    </article>
  );
}
