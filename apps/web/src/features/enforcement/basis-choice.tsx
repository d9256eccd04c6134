import type { Kind } from '@zhaoguan/contracts';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { CLEARABLE_TEXT } from '../../shared/form/clearable';
import { Loaded } from '../../shared/ui/loaded';
import { matches } from './matches';
import { allowedInWords } from './proposal';
import { usePenaltyBases, type PenaltyBasis } from './queries';
import '../../shared/form/choices.css';

interface BasisChoiceProps {
  readonly kind: Kind;
  /** By antd's Form.Item. */
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (code: string) => void;
}

/** The clauses on which this department may base a penalty, found by any of their words, each with what it allows. */
export function BasisChoice({ kind, id, value, onChange }: BasisChoiceProps) {
  const query = usePenaltyBases(kind);
  const [wanted, want] = useState('');
  return (
    <Loaded query={query} what="处罚依据">
      {(bases) => {
        const mine = bases.filter((basis) => basis.mine);
        const found = mine.filter((basis) => basis.code === value || matches(wanted, wordsOf(basis)));
        return (
          <>
            <Input
              allowClear={CLEARABLE_TEXT}
              {...(id === undefined ? {} : { id })}
              aria-label="查找处罚依据"
              placeholder="违法行为或者条款中的字，如：人员资格、第四十六条"
              value={wanted}
              onChange={(event) => want(event.target.value)}
              // Enter looks for a clause; it does not hand in the form.
              onPressEnter={(event) => event.preventDefault()}
              style={{ maxWidth: 480, marginBottom: 8 }}
            />
            <p className="muted" role="status">
              {found.length === 0
                ? '没有含有这些字的条款，可以少输几个字再找。'
                : `本部门实施的 ${mine.length} 条中，列出 ${found.length} 条。`}
            </p>
            <Radio.Group
              className="choices"
              value={value ?? null}
              onChange={(event) => onChange?.(event.target.value as string)}
            >
              {found.map((basis) => (
                <Basis key={basis.code} basis={basis} />
              ))}
            </Radio.Group>
          </>
        );
      }}
    </Loaded>
  );
}

function Basis({ basis }: { readonly basis: PenaltyBasis }) {
  const { code, law, article, conduct } = basis;
  return (
    <div className="choice">
      <Radio value={code}>{conduct}</Radio>
      <p className="muted">
        {law} {article}
        <br />
        {consequencesOf(basis)}
      </p>
    </div>
  );
}

/** What may follow from the conduct (法律后果), tier by tier. */
function consequencesOf({ tiers, fineMultiple }: PenaltyBasis): string {
  const allowed = tiers.map(
    ({ condition, measures, ...range }) => `${condition}，${allowedInWords(measures, range, fineMultiple)}`,
  );
  const unsuited = fineMultiple ? ['罚款按倍数计算的，不适用简短程序'] : [];
  return `${[...allowed, ...unsuited].join('；')}。`;
}

const wordsOf = (basis: PenaltyBasis): string =>
  basis.law + basis.article + basis.conduct + consequencesOf(basis);
