import type { PublicDraw } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { Instant } from './dates';

interface Step {
  readonly name: string;
  readonly at: Date | null;
  /** While it is the turn of this step. */
  readonly waiting: string;
}

/** 公告—公开随机数—抽取—封存—公开: what is done, what is going on now, what is still to come. */
export function DrawSteps({ draw }: { draw: PublicDraw }): VNode {
  const steps: readonly Step[] = [
    { name: '公告', at: draw.announcedAt, waiting: '' },
    {
      name: '公开随机数',
      at: draw.beaconConfirmedAt,
      // True of an issue to come and of one that is out already, as a demonstration may announce it.
      waiting:
        draw.status === 'BEACON_ENTERED'
          ? '已由一名工作人员录入，等待另一人核对'
          : '等待两名工作人员分别录入约定的公开随机数',
    },
    {
      name: '抽取',
      at: draw.drawnAt,
      waiting: draw.status === 'INFEASIBLE' ? '检查人员不足，未能抽取' : '正在抽取',
    },
    { name: '封存', at: draw.openedAt === null ? null : draw.drawnAt, waiting: '名单保密，检查进行中' },
    { name: '公开', at: draw.openedAt, waiting: '' },
  ];
  const firstOpen = steps.findIndex(({ at }) => at === null);
  const voided = draw.voidedAt;
  return (
    <ol class="steps" aria-label="抽取进度">
      {steps.slice(0, voided === null || firstOpen < 0 ? steps.length : firstOpen).map((step, i) => (
        <li key={step.name} class={step.at ? 'done' : i === firstOpen ? 'now' : undefined}>
          <span class="step-name">{step.name}</span>
          <span class="under">
            {step.at ? (
              <>
                ✓ 已完成
                <br />
                <Instant at={step.at} />
              </>
            ) : i === firstOpen ? (
              `● ${step.waiting}`
            ) : (
              '尚未进行'
            )}
          </span>
        </li>
      ))}
      {voided !== null && (
        <li class="void">
          <span class="step-name">作废</span>
          <span class="under">
            ■ <Instant at={voided} />
          </span>
        </li>
      )}
    </ol>
  );
}
