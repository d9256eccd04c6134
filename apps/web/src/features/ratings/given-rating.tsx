import { Button } from 'antd';
import { useState } from 'react';
import { dayInWords } from '../../shared/ui/dates';
import { Facts, type Fact } from '../../shared/ui/facts';
import { Status } from '../../shared/ui/status';
import { AdditionForm } from './addition-form';
import type { GivenRating, RatedFiling } from './queries';

interface GivenRatingProps {
  readonly filingId: string;
  readonly rating: GivenRating;
  readonly reasons: RatedFiling['reasons'];
}

/** What was said of a step, and what the authority made of it. */
export function GivenRatingView({ filingId, rating, reasons }: GivenRatingProps) {
  const [adding, setAdding] = useState(false);
  return (
    <>
      <Facts facts={factsOf(rating, reasons)} />
      {rating.addition === null &&
        (adding ? (
          <AdditionForm filingId={filingId} rating={rating} onLater={() => setAdding(false)} />
        ) : (
          <Button onClick={() => setAdding(true)}>追加评价</Button>
        ))}
    </>
  );
}

function factsOf(rating: GivenRating, reasons: RatedFiling['reasons']): Fact[] {
  const labels = new Map(reasons.map(({ code, label }) => [code, label]));
  const { words, addition, followUp } = rating;
  return [
    ...(rating.reasons.length === 0
      ? []
      : [{ name: '原因', value: rating.reasons.map((code) => labels.get(code) ?? code).join('、') }]),
    ...(words === null ? [] : [{ name: '想说的话', value: words }]),
    ...(addition === null ? [] : [{ name: '追加的评价', value: addition.words }]),
    ...(followUp === null
      ? []
      : [
          {
            name: '办理情况',
            value: <Status process="rating-follow-up" status={followUp.status} />,
          },
          ...(followUp.unattended
            ? [
                {
                  name: '回访人员',
                  value:
                    '主管机关和上级机关目前没有可以回访的工作人员（办理过本件的不能回访），有了可以回访的工作人员以后办理；急需处理的，请与主管机关联系',
                },
              ]
            : []),
          ...(followUp.endedAt === null && !followUp.unattended
            ? [
                {
                  name: '回访的机关',
                  value: followUp.raised
                    ? `${followUp.handledBy}（被评价的机关没有可以回访的人员，由上级机关回访；办理过本件的不能回访）`
                    : `${followUp.handledBy}（由没有办理过本件的人员回访）`,
                },
              ]
            : []),
          ...(followUp.endedAt === null ? [{ name: '最迟办结', value: dayInWords(followUp.dueOn) }] : []),
          ...(followUp.answer === null ? [] : [{ name: '答复', value: followUp.answer }]),
        ]),
  ];
}
