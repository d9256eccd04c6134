import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { dayInWords } from '../../../shared/ui/dates';
import { Decision } from '../../../shared/ui/decision';
import { Failure } from '../../../shared/ui/failure';
import { tell } from '../../../shared/ui/told';
import { giveCommitment, useFilingAct, withdrawCommitment, type Filing, type Material } from '../queries';

interface CommitmentChoiceProps {
  readonly filing: Filing;
  readonly material: Material;
}

/** Where the law leaves it open: a promise in place of the material (告知承诺), given in the words that are shown. */
export function CommitmentChoice({ filing, material }: CommitmentChoiceProps) {
  const { commitment, offer, uploaded } = material;
  if (commitment !== null) return <Given filing={filing} material={material} />;
  if (offer === null || uploaded) return null;
  return <Offered filing={filing} material={material} offer={offer} />;
}

function Given({ filing, material: { code, commitment } }: CommitmentChoiceProps) {
  const act = useFilingAct(withdrawCommitment, filing);
  if (commitment === null) return null;
  return (
    <>
      <p>
        已承诺：{commitment.text}
        {commitment.availableActions.includes('withdraw') && (
          <>
            {' '}
            <Button
              onClick={() => carryOut(act, code, () => tell('已撤回承诺，请上传材料。'))}
              loading={act.isPending}
            >
              撤回承诺
            </Button>
          </>
        )}
      </p>
      <p className="muted">上传材料的，不再需要这项承诺。</p>
      {act.error && <Failure error={act.error} what="没有撤回承诺" />}
    </>
  );
}

interface OfferedProps extends CommitmentChoiceProps {
  readonly offer: NonNullable<Material['offer']>;
}

function Offered({ filing, material: { code, name }, offer }: OfferedProps) {
  const [asking, ask] = useState(false);
  const [agreed, agree] = useState(false);
  const act = useFilingAct(giveCommitment, filing);
  return (
    <div>
      暂时没有这份材料的，可以先承诺、后补交。 <Button onClick={() => ask(true)}>以告知承诺代替</Button>
      <Decision
        open={asking}
        act="以告知承诺代替"
        consequences={[
          `这次不上传“${name}”，准予之日起 ${offer.days} 日内补交（今天准予的，最迟 ${dayInWords(offer.dueIfToday)}）。`,
          `准予以后的文书会写明这项承诺和补交的期限；补交的材料由主管机关在 ${offer.checkDays} 个工作日内核实。`,
          '不能按期补交或者与承诺不符的，认定为未履行承诺，以后不再适用告知承诺。',
        ]}
        ready={agreed}
        busy={act.isPending}
        error={act.error}
        onConfirm={() =>
          carryOut(act, { code, text: offer.text }, () => {
            tell('已作出承诺，材料可以在准予以后补交。');
            ask(false);
          })
        }
        onCancel={() => ask(false)}
      >
        <blockquote>{offer.text}</blockquote>
        <p className="muted">
          依据：{offer.basis.law}
          {offer.basis.article}
        </p>
        <Checkbox checked={agreed} onChange={(event) => agree(event.target.checked)}>
          我已经阅读，并代表本单位作出上述承诺
        </Checkbox>
      </Decision>
    </div>
  );
}
